"""Where reports publish different numbers for one thing, of one scope, as of a time that may be one."""

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from amicity.terms.figure_claim import FigureClaim
from amicity.terms.measure import MEASURES
from amicity.terms.register import Register


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims of one measure and scope that cannot both be right if they are of one day."""

    measure: str
    scope: str | None
    claims: tuple[FigureClaim, FigureClaim]


def disagreements(register: Register, place: str, day: date) -> tuple[Disagreement, ...]:
    """The pairs of claims about a place alone, of reports that differ, that may be of one day and give different exact numbers."""
    claims = [
        item
        for item in register.of_place(place)
        if isinstance(item, FigureClaim) and {p.key for p in item.about} == {place} and item.when and item.when.begun_by(day)
    ]
    pairs = (pair for pair in combinations(sorted(claims, key=_order), 2) if _differ(*pair))
    return tuple(Disagreement(pair[0].measure, pair[0].scope, pair) for pair in pairs)


def _differ(one: FigureClaim, other: FigureClaim) -> bool:
    alike = (one.measure, one.scope) == (other.measure, other.scope) and one.comparator == other.comparator == "exact"
    may_meet = one.when is not None and other.when is not None and one.when.compatible(other.when)
    return alike and may_meet and one.value != other.value and set(one.reports) != set(other.reports)


def _order(claim: FigureClaim) -> tuple[int, date, str]:
    place = MEASURES.index(claim.measure) if claim.measure in MEASURES else len(MEASURES)
    return (place, claim.when.latest if claim.when else date.max, claim.id)
