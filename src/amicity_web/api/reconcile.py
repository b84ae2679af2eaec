"""The reconciliation service: its manifest, its queries, and what it lets a list fetch."""

from typing import Any

import orjson
from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Form

from amicity_web.api import extending, parameters, reconciling
from amicity_web.api.document import refuses
from amicity_web.api.problems import ProblemError
from amicity_web.api.reconciling import PROPERTIES, TYPES, Told

router = Router(tags=["reconciliation"])
_BATCH = Form("", max_length=200_000, description="JSON, as the Reconciliation Service API 0.2 has it.")


@router.get("reconcile", response=dict[str, Any], operation_id="getReconciliation", url_name="reconcile", openapi_extra=refuses(413))
def asked(request: HttpRequest, queries: parameters.Batch = "", extend: parameters.Batch = "") -> Told:
    """The manifest (Reconciliation Service API 0.2); with `queries` or `extend`, what they ask for."""
    return _answer(queries, extend) if queries or extend else manifest(request.build_absolute_uri("/").rstrip("/"))


@router.post("reconcile", response=dict[str, Any], operation_id="postReconciliation", url_name="reconcile", openapi_extra=refuses(413))
def sent(request: HttpRequest, queries: str = _BATCH, extend: str = _BATCH) -> Told:
    """A batch of `queries`, or a request to `extend` places with their properties, as a form."""
    if not queries and not extend:
        raise ProblemError(400, "Send queries= or extend= as a form, each with JSON in it.")
    return _answer(queries, extend)


@router.get("reconcile/properties", response=dict[str, Any], operation_id="proposeProperties", url_name="reconcile_properties")
def properties(request: HttpRequest, type: parameters.TypeName = "", limit: parameters.Limit = 20) -> Told:
    """What may be fetched for places of a type."""
    proposed = [{"id": pid, "name": name, "description": says} for pid, (name, says) in PROPERTIES.items()]
    return {"properties": proposed[:limit], "type": type, "limit": limit}


def manifest(site: str) -> Told:
    """What the service can do, and where."""
    suggest = {"service_url": site, "flyout_service_url": site}
    return {
        "versions": ["0.2"],
        "name": "Amicity: places and their ties",
        "identifierSpace": f"{site}/places/",
        "schemaSpace": f"{site}/api/v1/reconcile/types/",
        "documentation": f"{site}/api/v1/docs",
        "defaultTypes": [{"id": name, "name": said[0]} for name, said in TYPES.items()],
        "view": {"url": f"{site}/api/v1/reconcile/preview?id={{{{id}}}}"},
        "preview": {"url": f"{site}/api/v1/reconcile/preview?id={{{{id}}}}", "width": 400, "height": 180},
        "suggest": {
            each: suggest
            | {
                "service_path": f"/api/v1/reconcile/suggest/{each}",
                "flyout_service_path": f"/api/v1/reconcile/flyout/{each}?id=${{id}}",
            }
            for each in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": site, "service_path": "/api/v1/reconcile/properties"},
            "property_settings": [],
        },
    }


def _answer(queries: str, extend: str) -> Told:
    return reconciling.batch(_json(queries, "queries")) if queries else extending.extended(_json(extend, "extend"))


def _json(written: str, where: str) -> object:
    try:
        return orjson.loads(written)
    except orjson.JSONDecodeError as error:
        raise ProblemError(400, f"{where} is no JSON: {error}.") from None
