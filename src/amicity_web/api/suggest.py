"""The rest of the reconciliation service: suggestions while somebody types, and a card for each place."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from ninja import Router

from amicity.gazetteer import open_gazetteer
from amicity.gazetteer.matching import Hints, matches
from amicity_web.api import parameters
from amicity_web.api.document import refuses
from amicity_web.api.problems import ProblemError
from amicity_web.api.reconciling import PROPERTIES, TYPES, Told, described, type_of
from amicity_web.store.models import PlaceRow
from amicity_web.wording.countries import country_name

router = Router(tags=["reconciliation"])
AT_MOST = 12
Sort = Annotated[Literal["entity", "type", "property"], parameters.Says("Of what.")]


@router.get("reconcile/suggest/{sort}", response=dict[str, Any], operation_id="suggest", url_name="suggest")
def suggest(request: HttpRequest, sort: Sort, prefix: parameters.Search = "", cursor: parameters.Offset = 0) -> Told:
    """Places, types or properties whose names begin so."""
    found = _SUGGESTED[sort](prefix.replace("\0", " ").strip())
    return {"result": found[cursor : cursor + AT_MOST]}


@router.get("reconcile/flyout/{sort}", response=dict[str, Any], operation_id="flyout", url_name="flyout", openapi_extra=refuses(404))
def flyout(request: HttpRequest, sort: Sort, id: parameters.Identity) -> Told:
    """A few words on a place, a type or a property, as HTML."""
    if sort == "entity":
        return {"id": id, "html": render_to_string("api/card.html", _card(id))}
    said = TYPES[id][2] if sort == "type" and id in TYPES else PROPERTIES[id][1] if sort == "property" and id in PROPERTIES else None
    if said is None:
        raise ProblemError(404, f"There is no {sort} {id!r}.")
    return {"id": id, "html": render_to_string("api/card.html", {"name": id, "says": said})}


@router.get("reconcile/preview", operation_id="preview", url_name="preview", openapi_extra=refuses(404))
def preview(request: HttpRequest, id: parameters.Identity) -> HttpResponse:
    """A card of a place, as a page that other sites may frame: it has nothing to press."""
    page = HttpResponse(render_to_string("api/preview.html", _card(id)))
    page._csp_replace, page.xframe_options_exempt = {"frame-ancestors": ["*"]}, True  # type: ignore[attr-defined]
    return page


def _card(id_: str) -> dict[str, Any]:
    """What a card shows. Raises ProblemError."""
    entry = open_gazetteer().entry(id_)
    row = PlaceRow.objects.filter(key=id_, ties__gt=0).first()
    if entry is None and row is None:
        raise ProblemError(404, f"There is no place {id_!r}.")
    name, says = (entry.name, described(entry)) if entry else (row and row.name, country_name(row.country if row else None))
    return {"name": name or "unnamed", "says": says, "ties": row.ties if row else 0, "slug": row.slug if row else "", "id": id_}


def _entities(prefix: str) -> list[Told]:
    """Places of exactly this name first, then those whose names begin so, the largest first."""
    gazetteer = open_gazetteer()
    entries = {match.entry.id: match.entry for match in matches(gazetteer, prefix, Hints(), limit=AT_MOST)} if prefix else {}
    begun = [entry for name in gazetteer.names_beginning(prefix, limit=400) for entry in gazetteer.entries(name)[:2]] if prefix else []
    entries |= {entry.id: entry for entry in sorted(begun, key=lambda entry: (-entry.weight, entry.id)) if entry.id not in entries}
    return [
        {"id": entry.id, "name": entry.name, "description": described(entry), "notable": [type_of(entry.level)]}
        for entry in list(entries.values())[: 5 * AT_MOST]
    ]


def _types(prefix: str) -> list[Told]:
    return [{"id": name, "name": said[0]} for name, said in TYPES.items() if prefix.casefold() in said[0].casefold()]


def _properties(prefix: str) -> list[Told]:
    wanted = prefix.casefold()
    return [{"id": pid, "name": name, "description": says} for pid, (name, says) in PROPERTIES.items() if wanted in name.casefold()]


_SUGGESTED = {"entity": _entities, "type": _types, "property": _properties}
