"""What may be taken away: the register with the findings and judgements that it folds from, for anyone or for the office."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.conf import settings

from amicity.register import fold
from amicity.review.rulings import rule, standing
from amicity.terms.export import Edition
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.licence import licence_named
from amicity.terms.register import Register
from amicity.terms.ruling import Fate
from amicity_web.store import load
from amicity_web.store.models import FindingPlace, JudgementRow, ReportRow
from amicity_web.store.scope import Scope, known_by, recorded, scope_of, whole

_MADE = (Fate.ACCEPTED, Fate.CORRECTED)
_LINKING = (Verdict.SAME_AS, Verdict.DIFFERENT)


@dataclass(frozen=True, slots=True)
class Holding:
    """A register and what it was folded from, and when that was recorded; fold it again and it is the same."""

    register: Register
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    recorded: Mapping[str, str]


def public_holding(place: str | None, *, known_at: date | None = None) -> Holding:
    """What anyone may have, of the place with this key or (None) of all: no draft, nothing rejected, nothing taken back.

    With ``known_at`` as it was known at the end of that day (UTC).
    """
    if known_at:
        return _made(known_by(_scope(place), known_at))
    return _public_of(place, load.revision()) if place else _public(load.revision())


def office_holding(place: str | None, *, known_at: date | None = None) -> Holding:
    """Everything, drafts too: for who may see the desk."""
    return _held(known_by(_scope(place), known_at) if known_at else _scope(place))


def edition(place: str | None, *, day: date, address: str, known_at: date | None = None, office: bool = False) -> Edition:
    """What is exported of a place (its key) or of all, on the terms of the settings; with ``office`` drafts too.

    Seconds for tens of thousands of ties, where the whole register is asked for the first time.
    """
    holding = (office_holding if office else public_holding)(place, known_at=known_at)
    return Edition(
        holding.register,
        day,
        place,
        holding.findings,
        holding.judgements,
        address=address,
        licence=licence_named(settings.LICENCE),
        publisher=settings.PUBLISHER,
        revision=_revision(),
        recorded=holding.recorded,
    )


def _revision() -> int:
    """A number that rises with every write of the record."""
    last = JudgementRow.objects.order_by("-seq").values_list("seq", flat=True).first()
    return (last or 0) + (ReportRow.objects.order_by("-id").values_list("id", flat=True).first() or 0)


@lru_cache(maxsize=1)
def _public(at: load.Revision) -> Holding:
    return _made(whole())


@lru_cache(maxsize=16)
def _public_of(place: str, at: load.Revision) -> Holding:
    return _made(_scope(place))


def _scope(place: str | None) -> Scope:
    return scope_of(FindingPlace.objects.filter(place=place).values_list("finding_id", flat=True)) if place else whole()


def _made(scope: Scope) -> Holding:
    """The findings that make the register, as they were read, and of the judgements that stand those that decide on or link them."""
    stand = standing(scope.judgements)
    ruled = rule(scope.findings, stand)  # type: ignore[arg-type]
    findings = {str(id_): scope.findings[id_] for id_, (ruling, _) in ruled.items() if ruling.fate in _MADE}
    deciding = {ruling.judgement for ruling, _ in ruled.values() if ruling.fate in _MADE}
    judgements = tuple(judgement for judgement in stand if judgement.id in deciding or _links(judgement, findings))
    reports = {finding.report for finding in findings.values()}
    return _held(Scope(findings, judgements, tuple(each for each in scope.imprints if each.report in reports)))


def _links(judgement: Judgement, findings: Container[str]) -> bool:
    return judgement.verdict in _LINKING and _all_public(judgement.subjects, findings)


def _all_public(subjects: Iterable[str], findings: Container[str]) -> bool:
    return all(":" in subject or subject[-20:] in findings for subject in subjects)


def _held(scope: Scope) -> Holding:
    findings = tuple(scope.findings.values())
    return Holding(fold(findings, scope.judgements, imprints=scope.imprints), findings, scope.judgements, recorded(scope.findings))
