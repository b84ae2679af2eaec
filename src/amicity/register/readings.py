"""One published measure may be read in several ways: what the register counts under each, on a day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import cos, hypot, radians

from amicity.register.counting import COUNTERS, Count, count, standing_on
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


def readings(register: Register, place: str, measure: str, day: date) -> tuple[Reading, ...]:
    """The register's own count of a measure of ``COUNTERS`` on a day, and the other readings that give another number."""
    base = Reading(
        "the register's own: international ties of the place itself that stand", count(_own(register, place, day), place, measure)
    )
    others = (Reading(says, how(register, place, measure, day)) for says, how in _READINGS.items())
    return (base, *(other for other in others if other.number != base.number))


def _own(register: Register, place: str, day: date) -> tuple[Relation, ...]:
    return standing_on(register.ties_of(place), day)


def _suspended(register: Register, place: str, measure: str, day: date) -> Count:
    return count(_on(register.ties_of(place), day, (TieStatus.STANDING, TieStatus.SUSPENDED)), place, measure)


def _domestic(register: Register, place: str, measure: str, day: date) -> Count:
    return count(_on(register.ties_of(place), day, (TieStatus.STANDING,), domestic=True), place, measure)


def _districts(register: Register, place: str, measure: str, day: date) -> Count:
    """The ties of the place and of its districts; a partner of two of them is one partner."""
    home = register.places.get(place)
    below = [key for key, other in register.places.items() if home is not None and _lies_in(other, home)]
    ties = [*_own(register, place, day), *(_seen_as(tie, key, place) for key in below for tie in _own(register, key, day))]
    partners = {tuple(sorted(p.key for p in tie.partners(place))): tie for tie in reversed(ties)}
    return count(partners.values(), place, measure)


def _any_partner(register: Register, place: str, measure: str, day: date) -> Count:
    """Provinces, lakes, parks and ports counted among cities."""
    ties = tuple(tie for tie in _own(register, place, day) if tie.form in COUNTERS[measure].forms)
    return count(ties, place, measure) if COUNTERS[measure].countries else Count(len(ties), ties)


def _without_papers(register: Register, place: str, measure: str, day: date) -> Count:
    return count([tie for tie in _own(register, place, day) if tie.form not in _PAPERS_ONLY], place, measure)


def _only_two(register: Register, place: str, measure: str, day: date) -> Count:
    return count([tie for tie in _own(register, place, day) if len(tie.parties) == 2], place, measure)


def _on(ties: Iterable[Relation], day: date, statuses: tuple[TieStatus, ...], *, domestic: bool = False) -> list[Relation]:
    then = (tie_on(tie, day) for tie in ties if domestic or not tie.domestic)
    return [tie for tie in then if tie is not None and tie.status in statuses]


def _lies_in(other: Place, home: Place) -> bool:
    """Whether a district or county lies in a city: by its division, else by being near (no gazetteer here says of which city it is)."""
    if other.level not in _BELOW or other.country != home.country or other.key == home.key:
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


_READINGS: Mapping[str, Callable[[Register, str, str, date], Count]] = {
    "with suspended ties": _suspended,
    "with pairs within the country": _domestic,
    f"with the ties of districts and counties in it, or within {NEAR:.0f} km": _districts,
    "with provinces, lakes, parks and ports as well": _any_partner,
    "without letters of intent and memoranda": _without_papers,
    "without ties of three or more": _only_two,
}
