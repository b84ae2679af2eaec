"""One published measure may be read in several ways: what the register counts under each, on a day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import cos, hypot, radians
from typing import NamedTuple

from amicity.register.counting import COUNTERS, Count, count, ties_on
from amicity.register.edition import tie_on
from amicity.rules.division import division_of
from amicity.terms.form import Form
from amicity.terms.place import Level, Place
from amicity.terms.register import Register
from amicity.terms.relation import Relation, TieStatus

NEAR = 60.0
"""Kilometres from a city within which a district or county of the same country is taken for one of its own."""
_DEGREE = 111.2
_BELOW = (Level.DISTRICT, Level.COUNTY)
_PAPERS_ONLY = frozenset({Form.LETTER_OF_INTENT, Form.MEMORANDUM})


@dataclass(frozen=True, slots=True)
class Reading:
    """A way of counting, in words, and what it comes to."""

    says: str
    count: Count

    @property
    def number(self) -> int:
        """The number that this reading gives."""
        return self.count.number


def readings(register: Register, place: str, measure: str, day: date, *, districts: Iterable[str]) -> tuple[Reading, ...]:
    """The register's own count of a measure of ``COUNTERS`` on a day, and the other readings that give another number.

    ``districts`` are the keys that ``districts_of`` gives.
    """
    then = [tie for old in register.ties_of(place) if (tie := tie_on(old, day)) is not None]
    own = [tie for tie in then if tie.status is TieStatus.STANDING and not tie.domestic]
    seen = _Seen(place, measure, then, own, [_seen_as(tie, key, place) for key in districts for tie in ties_on(register, key, day)])
    base = Reading("the register's own: international ties of the place itself that stand", count(own, place, measure))
    others = (Reading(says, how(seen)) for says, how in _READINGS.items())
    return (base, *(other for other in others if other.number != base.number))


class _Seen(NamedTuple):
    """What is counted: all ties of the place as they were on the day, its own international ones that stood, and those of its districts."""

    place: str
    measure: str
    all: list[Relation]
    own: list[Relation]
    below: list[Relation]

    def made(self, ties: Iterable[Relation]) -> Count:
        return count(ties, self.place, self.measure)


def _suspended(seen: _Seen) -> Count:
    return seen.made(tie for tie in seen.all if tie.status in (TieStatus.STANDING, TieStatus.SUSPENDED) and not tie.domestic)


def _domestic(seen: _Seen) -> Count:
    return seen.made(tie for tie in seen.all if tie.status is TieStatus.STANDING)


def _districts(seen: _Seen) -> Count:
    """The ties of the place and of its districts; a partner of two of them is one partner."""
    ties = [*seen.own, *seen.below]
    return seen.made({tuple(sorted(p.key for p in tie.partners(seen.place))): tie for tie in reversed(ties)}.values())


def _any_partner(seen: _Seen) -> Count:
    """Provinces, lakes, parks and ports counted among cities."""
    ties = tuple(tie for tie in seen.own if tie.form in COUNTERS[seen.measure].forms)
    return seen.made(ties) if COUNTERS[seen.measure].countries else Count(len(ties), ties)


def _without_papers(seen: _Seen) -> Count:
    return seen.made(tie for tie in seen.own if tie.form not in _PAPERS_ONLY)


def _only_two(seen: _Seen) -> Count:
    return seen.made(tie for tie in seen.own if len(tie.parties) == 2)


def districts_of(register: Register, place: str) -> tuple[str, ...]:
    """The keys of the districts and counties in a place, or near it, that the register knows."""
    home = register.places.get(place)
    return tuple(key for key, other in register.places.items() if other.level in _BELOW and home is not None and _lies_in(other, home))


def _lies_in(other: Place, home: Place) -> bool:
    """Whether a district or county lies in a city: by its division, else by being near (no gazetteer here says of which city it is)."""
    if other.country != home.country or other.key == home.key:
        return False
    return division_of(other) == home.name or _apart(other, home) <= NEAR


def _apart(one: Place, other: Place) -> float:
    """Kilometres between two places, good enough for near ones; without end where a place has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return float("inf")
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return _DEGREE * hypot(one.latitude - other.latitude, east)


def _seen_as(tie: Relation, key: str, place: str) -> Relation:
    """The tie of a district as one of its city."""
    return replace(tie, parties=tuple(replace(party, id=place) if party.key == key else party for party in tie.parties))


_READINGS: Mapping[str, Callable[[_Seen], Count]] = {
    "with suspended ties": _suspended,
    "with pairs within the country": _domestic,
    f"with the ties of districts and counties in it, or within {NEAR:.0f} km": _districts,
    "with provinces, lakes, parks and ports as well": _any_partner,
    "without letters of intent and memoranda": _without_papers,
    "without ties of three or more": _only_two,
}
