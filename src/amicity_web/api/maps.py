"""What the map draws."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router

from amicity.register import tie_on
from amicity.terms.place import Place
from amicity.terms.relation import Relation, TieStatus
from amicity_web.api import parameters
from amicity_web.api.document import refuses
from amicity_web.api.moment import today
from amicity_web.api.problems import ProblemError
from amicity_web.store import load
from amicity_web.store.rows import place_of
from amicity_web.wording.dates import in_words
from amicity_web.wording.forms import form_name, state_name

router = Router(tags=["site"])
Arc = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _When:
    """As of which day, and as was known at the end of which; None for today and for all that is known."""

    day: date | None
    known: date | None

    @property
    def query(self) -> str:
        """What leads on to a page as of the same day; "" for today's."""
        day = None if self.day == today() else self.day
        asked = {name: each.isoformat() for name, each in (("as_of", day), ("known_at", self.known)) if each}
        return f"?{urlencode(asked)}" if asked else ""


@router.get("map", response=dict[str, Any], operation_id="getMap", url_name="map", openapi_extra=refuses(404))
def chart(
    request: HttpRequest,
    place: parameters.Key = "",
    tie: parameters.TieKey = "",
    as_of: parameters.DayText = "",
    known_at: parameters.KnownText = "",
) -> dict[str, Any]:
    """The arcs of a place (its key or slug) or of a tie (its id), as of a day and as was known at one, where they are given.

    `{"home": {"name", "at": [longitude, latitude]} or null, "ties": [{"id", "url", "name", "form", "words", "standing",
    "ends": [{"name", "at"}]}]}`; ties within one country, or only planned or
    hoped for, or with an end whose point nobody knows, are left out.
    """
    when = _When(_day("as_of", as_of), _day("known_at", known_at))
    if tie:
        return _of_tie(tie, when)
    if place:
        return _of_place(place, when)
    raise ProblemError(400, "ask for ?place= (a place’s key or slug) or ?tie= (a tie’s id)")


def _day(name: str, written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise ProblemError(400, f"{name} is no day: write 2022-10-17") from None


def _of_tie(id_: str, when: _When) -> Arc:
    tie = load.register_for_tie(id_, known_at=when.known).relation(id_)
    if tie is None:
        raise ProblemError(404, "no such tie")
    then = tie_on(tie, when.day) if when.day else tie
    drawn = [then] if then and _known(then.parties) else []
    return _answer(None, [_arc(each, each.parties[0], each.parties, when) for each in drawn])


def _of_place(wanted: str, when: _When) -> Arc:
    row = load.place(wanted)
    if row is None:
        raise ProblemError(404, "no such place")
    home = place_of(row)
    ties = load.register_for(row.key, known_at=when.known).ties_of(row.key)
    then = [tie for old in ties if (tie := tie_on(old, when.day) if when.day else old)]
    drawn = [tie for tie in then if _known(tie.parties) and tie.status is not TieStatus.PROSPECT and not tie.domestic]
    return _answer(home, [_arc(tie, home, (home, *tie.partners(home.key)), when) for tie in drawn])


def _arc(tie: Relation, home: Place, ends: Iterable[Place], when: _When) -> Arc:
    form = tie.form.value if tie.form else "other"
    since = f", since {in_words(tie.since)}" if tie.since else ""
    state = "" if tie.status is TieStatus.STANDING else f", {state_name(tie.status)}"
    return {
        "id": tie.id,
        "url": reverse("public:tie", args=[tie.id]) + when.query,
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
