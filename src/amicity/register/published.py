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
    """The figures that one report publishes about a place as of one date and for one scope, by measure."""

    report: str
    when: PartialDate
    claims: Mapping[str, FigureClaim]
    scope: str | None = None

    @property
    def key(self) -> str:
        """What tells this set from others."""
        return f"{self.report}@{self.when}" + (f"@{self.scope}" if self.scope else "")

    def exacts(self) -> dict[str, int]:
        """The exact whole numbers, by measure."""
        return {measure: number for measure in self.claims if (number := self.exact(measure)) is not None}

    def exact(self, measure: str) -> int | None:
        """The number for a measure where it is published as an exact whole number, else None."""
        claim = self.claims.get(measure)
        return claim.value if claim and claim.comparator == "exact" and isinstance(claim.value, int) else None


def sets_about(register: Register, place: str, day: date) -> tuple[FigureSet, ...]:
    """The sets published about a place as of a date by the day, oldest first; a set that two reports print alike stands once."""
    gathered: dict[tuple[str, PartialDate, str | None], dict[str, FigureClaim]] = {}
    for item in register.of_place(place):
        if isinstance(item, FigureClaim) and {p.key for p in item.about} == {place} and item.when and item.when.begun_by(day):
            for report in item.reports:
                gathered.setdefault((report, item.when, item.scope), {}).setdefault(item.measure, item)
    sets = [
        FigureSet(report, when, dict(sorted(claims.items(), key=_as_listed)), scope) for (report, when, scope), claims in gathered.items()
    ]
    return tuple(sorted(_once(sets), key=lambda s: (s.when.latest, s.when.earliest, s.report, s.scope or "")))


@dataclass(frozen=True, slots=True)
class ScopeSum:
    """One measure that a report publishes as a whole and for two scopes or more: the parts should make the whole."""

    whole: FigureSet
    parts: tuple[FigureSet, ...]
    measure: str

    @property
    def added(self) -> int:
        """What the parts make."""
        return sum(part.exact(self.measure) or 0 for part in self.parts)

    @property
    def holds(self) -> bool:
        """Whether the parts make the whole."""
        return self.added == self.whole.exact(self.measure)


def scope_sums(sets: Iterable[FigureSet]) -> tuple[ScopeSum, ...]:
    """The sums over scopes that the reports owe themselves: 31 municipal and 61 of districts are 92 in all."""
    by_report: dict[tuple[str, PartialDate], list[FigureSet]] = {}
    for each in sets:
        by_report.setdefault((each.report, each.when), []).append(each)
    found = []
    for alike in by_report.values():
        for whole in (each for each in alike if each.scope is None):
            for measure in whole.exacts():
                parts = tuple(each for each in alike if each.scope is not None and each.exact(measure) is not None)
                if len(parts) > 1:
                    found.append(ScopeSum(whole, parts, measure))
    return tuple(found)


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
    """Pairs of sets of one scope (oldest first) with those of the measures that both publish exactly, and none between them."""
    last: dict[tuple[str, str | None], FigureSet] = {}
    pairs: dict[tuple[str, str], tuple[FigureSet, FigureSet, tuple[str, ...]]] = {}
    for after in sets:
        for measure in after.exacts():
            if measure in measures and (before := last.get((measure, after.scope))) is not None:
                told = pairs.get((before.key, after.key), (before, after, ()))[2]
                pairs[before.key, after.key] = (before, after, (*told, measure))
            last[measure, after.scope] = after
    return tuple(pairs.values())
