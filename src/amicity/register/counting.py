"""What the register itself counts under a published measure, on a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from amicity.register.edition import tie_on
from amicity.terms.form import Form
from amicity.terms.place import Level, Place
from amicity.terms.register import Register
from amicity.terms.relation import Relation, TieStatus

_NO_CITIES = (Level.STATE, Level.REGION, Level.LAKE, Level.PARK, Level.PORT)
_BELOW_SISTER = frozenset(Form) - {Form.SISTER, Form.DECLARATION, Form.OTHER}
_ALL = _BELOW_SISTER | {Form.SISTER}


@dataclass(frozen=True, slots=True)
class Counter:
    """Which ties a measure counts, and why so; ``countries`` where it counts the partners' countries rather than the ties."""

    forms: frozenset[Form]
    partner: Callable[[Place], bool]
    reason: str
    countries: bool = False


def _city(place: Place) -> bool:
    return place.level not in _NO_CITIES


def _any(place: Place) -> bool:
    return True


COUNTERS = {
    "sister_cities": Counter(frozenset({Form.SISTER}), _city, "cities tied in the top form"),
    "cooperative_cities": Counter(_BELOW_SISTER, _city, "cities tied in any form below sister city, letters of intent among them"),
    "partner_cities": Counter(_ALL, _city, "cities tied in any form"),
    "partner_places": Counter(_ALL, _any, "places of any sort tied in any form"),
    "partner_countries": Counter(_ALL, _any, "countries of the places tied in any form", countries=True),
    "twinned_places": Counter(frozenset({Form.SISTER}), _any, "places of any sort tied in the top form"),
    "sister_provinces": Counter(frozenset({Form.SISTER}), lambda p: p.level is Level.STATE, "provinces and states tied in the top form"),
    "partner_ports": Counter(_ALL, lambda p: p.level is Level.PORT, "ports tied in any form"),
}
"""The measures that the register can count for itself. Suspended and domestic ties, prospects and denials are never counted."""


@dataclass(frozen=True, slots=True)
class Count:
    """What the register counts: the number, and the ties that make it."""

    number: int
    ties: tuple[Relation, ...]

    def partners(self, place: str) -> tuple[Place, ...]:
        """The other parties of those ties, by name."""
        return tuple(sorted((partner for tie in self.ties for partner in tie.partners(place)), key=lambda partner: partner.name or ""))


def ties_on(register: Register, place: str, day: date) -> tuple[Relation, ...]:
    """The international ties of a place that stood on a day."""
    return standing_on(register.ties_of(place), day)


def standing_on(ties: Iterable[Relation], day: date) -> tuple[Relation, ...]:
    """Those of these ties that stood on a day and are not domestic."""
    then = (tie_on(tie, day) for tie in ties if not tie.domestic)
    return tuple(tie for tie in then if tie is not None and tie.status is TieStatus.STANDING)


def count(ties: Iterable[Relation], place: str, measure: str) -> Count:
    """What these standing ties of a place make under a measure of ``COUNTERS``."""
    rule = COUNTERS[measure]
    chosen = tuple(tie for tie in ties if tie.form in rule.forms and any(map(rule.partner, tie.partners(place))))
    if rule.countries:
        return Count(len({partner.country for tie in chosen for partner in tie.partners(place) if partner.country}), chosen)
    return Count(len(chosen), chosen)
