"""What the map draws."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router

from amicity.register import tie_on
from amicity.terms.place import Place
from amicity.terms.relation import Relation, TieStatus
from amicity_web.api import parameters
from amicity_web.api.document import refuses
from amicity_web.api.problems import ProblemError
from amicity_web.store import load
from amicity_web.store.rows import place_of
from amicity_web.wording.dates import in_words
from amicity_web.wording.forms import form_name, state_name

router = Router(tags=["site"])
Arc = dict[str, Any]


@router.get("map", response=dict[str, Any], operation_id="getMap", url_name="map", openapi_extra=refuses(404))
def chart(request: HttpRequest, place: parameters.Key = "", tie: parameters.TieKey = "", as_of: parameters.DayText = "") -> dict[str, Any]:
    """The arcs of a place (its key or slug) or of a tie (its id), as of a day where one is given.

    `{"home": {"name", "at": [longitude, latitude]} or null, "ties": [{"id", "url", "name", "form", "words", "standing",
    "ends": [{"name", "at"}]}]}`; ties within one country, or only planned or
    hoped for, or with an end whose point nobody knows, are left out.
    """
    try:
        day = date.fromisoformat(as_of) if as_of else None
    except ValueError:
        raise ProblemError(400, "as_of is no day: write 2022-10-17") from None
    if tie:
        return _of_tie(tie)
    if place:
        return _of_place(place, day)
    raise ProblemError(400, "ask for ?place= (a place’s key or slug) or ?tie= (a tie’s id)")


def _of_tie(id_: str) -> Arc:
    tie = load.register_for_tie(id_).relation(id_)
    if tie is None:
        raise ProblemError(404, "no such tie")
    first = tie.parties[0]
    return _answer(None, [_arc(tie, first, tie.parties)] if _known(tie.parties) else [])


def _of_place(wanted: str, day: date | None) -> Arc:
    row = load.place(wanted)
    if row is None:
        raise ProblemError(404, "no such place")
    home = place_of(row)
    ties = load.register_for(row.key).ties_of(row.key)
    then = [tie for old in ties if (tie := tie_on(old, day) if day else old)]
    drawn = [tie for tie in then if _known(tie.parties) and tie.status is not TieStatus.PROSPECT and not tie.domestic]
    return _answer(home, [_arc(tie, home, (home, *tie.partners(home.key))) for tie in drawn])


def _arc(tie: Relation, home: Place, ends: Iterable[Place]) -> Arc:
    form = tie.form.value if tie.form else "other"
    since = f", since {in_words(tie.since)}" if tie.since else ""
    state = "" if tie.status is TieStatus.STANDING else f", {state_name(tie.status)}"
    return {
        "id": tie.id,
        "url": reverse("public:tie", args=[tie.id]),
        "name": ", ".join(place.name or "unnamed" for place in tie.partners(home.key)) or tie.label,
        "form": form,
        "words": f"{form_name(tie.form)}{since}{state}",
        "standing": tie.status is TieStatus.STANDING,
        "ends": [_end(place) for place in ends],
    }


def _known(places: Iterable[Place]) -> bool:
    return all(place.latitude is not None and place.longitude is not None for place in places)


def _end(place: Place) -> Arc:
    return {"name": place.name or "unnamed", "at": [place.longitude, place.latitude]}


def _answer(home: Place | None, arcs: list[Arc]) -> Arc:
    return {"home": _end(home) if home and _known((home,)) else None, "ties": arcs}
