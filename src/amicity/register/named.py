"""Published numbers beside the names that the same report gives: does it name as many as it counts?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from amicity.register.counting import COUNTERS
from amicity.review.matching import form_of
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import Finding, FindingId
from amicity.terms.place import Level, Place
from amicity.terms.register import Register
from amicity.terms.status import Status

_TIES = ("relation", "agreement")
_NO_CITY = (Level.COUNTRY, Level.STATE, Level.REGION, Level.LAKE, Level.PARK, Level.PORT)
Names = tuple[tuple[str, ...], tuple[FindingId, ...]]


@dataclass(frozen=True, slots=True)
class Named:
    """A figure of a report, the names that the report gives for it, and the findings that name them."""

    claim: FigureClaim
    report: str
    names: tuple[str, ...]
    findings: tuple[FindingId, ...]


def named(register: Register, claims: Iterable[FigureClaim], *, place: str) -> Iterator[Named]:
    """Each whole-number claim whose report names at least one of what it counts, report by report.

    Partners and gatherings are looked for among the entries of the place; only a count of papers asks for all that its report says.
    """
    near: dict[str, list[Finding]] | None = None
    whole: dict[str, list[Finding]] | None = None
    for claim in claims:
        finder = _FINDERS.get(claim.measure) or (_partners if claim.measure in COUNTERS else None)
        if finder is None or not isinstance(claim.value, int):
            continue
        if near is None:
            near = _by_report(register, (id_ for item in register.of_place(place) for id_ in item.findings))
        if finder is _papers and whole is None:
            whole = _by_report(register, register.findings)
        for report in claim.reports:
            told = whole if whole is not None and finder is _papers else near
            names, ids = finder(claim, told.get(report, []))
            if names:
                yield Named(claim, report, names, ids)


def _by_report(register: Register, ids: Iterable[FindingId]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for id_ in dict.fromkeys(ids):
        finding = register.findings.get(id_)
        if finding is not None and finding.status is Status.HAPPENED:
            found.setdefault(finding.report, []).append(finding)
    return found


def _partners(claim: FigureClaim, findings: list[Finding]) -> Names:
    """The partners of the place that the report names, in the forms that the measure counts."""
    about, counter = {place.key for place in claim.about}, COUNTERS[claim.measure]
    held: dict[str, str] = {}
    ids = []
    for finding in _of(findings, _TIES):
        parties = finding.places("party")
        others = [place for place in parties if place.key not in about and not finding.domestic]
        if len(others) < len(parties) and form_of(finding) in counter.forms:
            found = (
                {place.country or "": place.country or "" for place in others}
                if counter.countries
                else _names(filter(counter.partner, others))
            )
            held |= found
            ids += [finding.id] if found else []
    return tuple(sorted(filter(None, held.values()))), tuple(ids)


def _participants(claim: FigureClaim, findings: list[Finding]) -> Names:
    """The cities that the report names as taking part in a gathering."""
    return _taking_part(findings, lambda place: None if place.level in _NO_CITY else place.name)


def _participating_countries(claim: FigureClaim, findings: list[Finding]) -> Names:
    return _taking_part(findings, lambda place: place.country)


def _taking_part(findings: list[Finding], name: Callable[[Place], str | None]) -> Names:
    forums = [finding for finding in _of(findings, ("forum",)) if finding.places("participant")]
    held = {said for finding in forums for place in finding.places("participant") if (said := name(place))}
    return tuple(sorted(held)), tuple(finding.id for finding in forums)


def _papers(claim: FigureClaim, findings: list[Finding]) -> Names:
    """The pairs that the report tells of as signed or paired."""
    held = {
        " – ".join(sorted(place.name or "unnamed" for place in finding.places("party"))): finding.id
        for finding in _of(findings, _TIES)
        if len(finding.places("party")) > 1 and not finding.domestic
    }
    return tuple(sorted(held)), tuple(held[name] for name in sorted(held))


def _of(findings: Iterable[Finding], kinds: tuple[str, ...]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.kind in kinds)


def _names(places: Iterable[Place]) -> dict[str, str]:
    return {place.key: place.name or "unnamed" for place in places}


_FINDERS: Mapping[str, Callable[[FigureClaim, list[Finding]], Names]] = {
    "participating_cities": _participants,
    "participating_countries": _participating_countries,
    "agreements_signed": _papers,
    "pairs": _papers,
}
