"""Places."""

from django.http import HttpRequest
from ninja import Router

from amicity_web.api import cursors, parameters, shapes, told
from amicity_web.api.problems import ProblemError
from amicity_web.store import browse, load
from amicity_web.store.models import PlaceRow

router = Router(tags=["places"])


@router.get("places", response=shapes.Places, operation_id="listPlaces", url_name="places")
def places(
    request: HttpRequest,
    q: parameters.Search = "",
    country: parameters.Country = "",
    limit: parameters.Limit = 50,
    cursor: parameters.Cursor = "",
) -> shapes.Places:
    """The places that have ties, by name; `q` searches in names, whatever their accents and case."""
    rows = browse.places(q, country=country)
    sheet = cursors.of_rows(request, rows, by=(("search", str), ("key", str)), limit=limit, cursor=cursor)
    return shapes.Places(items=[told.place(row) for row in sheet.items], next=sheet.next)


@router.get("places/{path:place}", response=shapes.Place, operation_id="getPlace", url_name="place")
def place(request: HttpRequest, place: parameters.Key) -> shapes.Place:
    """One place, by its key (`geonames:2034937`), its slug or its name."""
    return told.place(row_of(place))


def row_of(wanted: str) -> PlaceRow:
    """The public place that is meant. Raises ProblemError where none is, or several are."""
    row = load.place(wanted)
    if row is not None and (row.ties or browse.in_public(row.key)):
        return row
    found = [] if row else browse.seek(wanted)
    if not found:
        raise ProblemError(404, f"The register knows no place {wanted!r}: look for it with /api/v1/places?q=")
    if len(found) > 1:
        errors = [{"where": place.key, "says": place.label} for place in found]
        raise ProblemError(422, f"Several places are called {wanted!r}: name one by its key.", errors=errors)
    return PlaceRow.objects.get(key=found[0].key)
