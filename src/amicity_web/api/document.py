"""The API's own description: OpenAPI 3.1, the same bytes for the same code. ``docs/openapi.json`` is its copy; a test compares."""

import json
from typing import Any

from amicity_web.api.problems import MEDIA, SORTS

ALWAYS = (400, 401, 429, 500)
"""What any operation may answer."""

_NAMING = ("place", "partner", "tie", "id")
"""Parameters that name one thing, which may not be there."""

_PROBLEM = {"content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
_RETRY = {"Retry-After": {"description": "Seconds to wait", "schema": {"type": "integer", "minimum": 1}}}
_ETAG = {"ETag": {"description": "The state of what is shown: send it back as If-None-Match", "schema": {"type": "string"}}}


def refuses(*statuses: int) -> dict[str, Any]:
    """What an operation refuses with besides, for its ``openapi_extra``."""
    return {"responses": {status: _refusal(status) for status in statuses}}


def described() -> dict[str, Any]:
    """The whole description, as plain types."""
    from amicity_web.api.shapes import Problem
    from amicity_web.api.v1 import api

    told: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="api/v1/")))
    schemas = told["components"]["schemas"]
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs")
    schemas["Problem"] = problem
    for methods in told["paths"].values():
        for method, operation in methods.items():
            _complete(operation, method)
    told["components"]["schemas"] = dict(sorted(schemas.items()))
    told["paths"] = dict(sorted(told["paths"].items()))
    return told


def written() -> str:
    """The description as its committed copy has it."""
    return json.dumps(described(), indent=1, ensure_ascii=False) + "\n"


def _complete(operation: dict[str, Any], method: str) -> None:
    for parameter in operation.get("parameters", ()):
        parameter.setdefault("description", _said(parameter["schema"]))
    responses = operation["responses"]
    responses |= {str(status): _refusal(status) for status in ALWAYS}
    if operation.get("parameters") or "requestBody" in operation:
        responses["422"] = _refusal(422)
    if any(parameter["in"] == "path" or parameter["name"] in _NAMING for parameter in operation.get("parameters", ())):
        responses["404"] = _refusal(404)
    if method == "get" and "200" in responses:
        responses["200"]["headers"] = _ETAG
        responses["304"] = {"description": "Not changed since If-None-Match"}
    if "security" in operation:
        responses["403"] = _refusal(403)
    operation["responses"] = dict(sorted(responses.items()))


def _said(schema: dict[str, Any]) -> str:
    """What a parameter is for, where one of the sorts that it may be of says so: a day, which may be left out."""
    return str(schema.get("description") or next(filter(None, map(_said, schema.get("anyOf", ()))), ""))


def _refusal(status: int) -> dict[str, Any]:
    more = {"headers": _RETRY} if status == 429 else {}
    return {"description": SORTS[status].title, **_PROBLEM, **more}
