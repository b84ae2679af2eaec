"""Published figures as sets: what one report said of one day, and whether its arithmetic holds."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from amicity.terms.figure_claim import FigureClaim
from amicity.terms.measure import MEASURES
from amicity.terms.partial_date import PartialDate
from amicity.terms.register import Register


@dataclass(frozen=True, slots=True)
class FigureSet:
    """The figures that one report publishes about a place as of one date, by measure."""

    report: str
    when: PartialDate
    claims: Mapping[str, FigureClaim]

    @property
    def key(self) -> str:
        """What tells this set from others."""
        return f"{self.report}@{self.when}"

    def exacts(self) -> dict[str, int]:
        """The exact whole numbers, by measure."""
        return {measure: number for measure in self.claims if (number := self.exact(measure)) is not None}

    def exact(self, measure: str) -> int | None:
        """The number for a measure where it is published as an exact whole number, else None."""
        claim = self.claims.get(measure)
        return claim.value if claim and claim.comparator == "exact" and isinstance(claim.value, int) else None


def sets_about(register: Register, place: str, day: date) -> tuple[FigureSet, ...]:
    """The sets published about a place as of a date by the day, oldest first; a set that two reports print alike stands once."""
    gathered: dict[tuple[str, PartialDate], dict[str, FigureClaim]] = {}
    for item in register.of_place(place):
        if isinstance(item, FigureClaim) and {p.key for p in item.about} == {place} and item.when and item.when.begun_by(day):
            for report in item.reports:
                gathered.setdefault((report, item.when), {}).setdefault(item.measure, item)
    sets = [FigureSet(report, when, dict(sorted(claims.items(), key=_as_listed))) for (report, when), claims in gathered.items()]
    return tuple(sorted(_once(sets), key=lambda s: (s.when.latest, s.when.earliest, s.report)))


def _as_listed(claim: tuple[str, FigureClaim]) -> int:
    return MEASURES.index(claim[0]) if claim[0] in MEASURES else len(MEASURES)


def _once(sets: list[FigureSet]) -> Iterable[FigureSet]:
    kept: list[FigureSet] = []
    for each in sorted(sets, key=lambda s: (-len(s.claims), s.report)):
        ids = {claim.id for claim in each.claims.values()}
        if not any(ids <= {claim.id for claim in other.claims.values()} for other in kept):
            kept.append(each)
    return kept


def successive(sets: Iterable[FigureSet], measures: Container[str]) -> tuple[tuple[FigureSet, FigureSet, tuple[str, ...]], ...]:
    """Pairs of sets (oldest first) with those of the measures that both publish exactly, and none between them."""
    last: dict[str, FigureSet] = {}
    pairs: dict[tuple[str, str], tuple[FigureSet, FigureSet, tuple[str, ...]]] = {}
    for after in sets:
        for measure in after.exacts():
            if measure in measures and (before := last.get(measure)) is not None:
                told = pairs.get((before.key, after.key), (before, after, ()))[2]
                pairs[before.key, after.key] = (before, after, (*told, measure))
            last[measure] = after
    return tuple(pairs.values())
