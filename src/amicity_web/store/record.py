"""Every write of the store. Each is one short transaction; nothing is fetched, parsed or read in one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, Q

from amicity.review import check
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement
from amicity.terms.report import Report
from amicity_web.store import chain, projection
from amicity_web.store.load import entered_lately
from amicity_web.store.models import FindingRow, JudgementRow, JudgementSubject, ReportRow
from amicity_web.store.pen import pen
from amicity_web.store.rows import row_of_finding, row_of_report, wire_of_judgement
from amicity_web.store.scope import known_for


class ConflictError(Exception):
    """Somebody else judged the finding after this person last saw it; ``finding`` is its id."""

    def __init__(self, finding: str) -> None:
        super().__init__(f"finding {finding} has been judged since you opened it")
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a report: its digest, whether it was known before, and how many findings are new."""

    digest: str
    known: bool
    findings: int


def record_report(report: Report, findings: Iterable[Finding], *, by: str) -> Recorded:
    """Keep a report with its findings, whole or not at all. A report that is known by its digest is left as it is."""
    claims = tuple(findings)
    if ReportRow.objects.filter(digest=report.digest).exists():
        return Recorded(report.digest, known=True, findings=0)
    with pen():
        return _keep(report, claims, by=by)


def record_judgement(judgement: Judgement, *, seen: int | None = None, of: str | None = None) -> Judgement:
    """Append a judgement and refold what it touches.

    ``seen`` is the ``last_word`` that this person saw of the (first) finding judged, or of the finding ``of`` for a withdrawal;
    where that is no longer the last, raises ConflictError and writes nothing. Raises JudgementError for what cannot be passed,
    such as withdrawing twice.
    """
    with pen():
        if seen is not None and last_word(about := of or judgement.subjects[0]) != seen:
            raise ConflictError(about)
        _append(check(judgement, known_for(judgement)))
    return judgement


def record_entry(report: Report, finding: Finding, *, judgement: Judgement) -> str:
    """Keep what an officer entered by hand, a report of the officer's words with its one finding, and that officer's judgement.

    Gives the finding's id. What the same hand entered some minutes ago in the same words, and what still stands, is not kept twice:
    its id is given then.
    """
    with pen():
        if twin := entered_lately(report, by=judgement.by):
            return twin
        if not _keep(report, (finding,), by=judgement.by).known:
            _append(judgement)
    return finding.id


def last_word(finding: str) -> int:
    """The number of the last judgement about a finding, withdrawals among them; 0 where nobody has judged it."""
    about = JudgementRow.objects.filter(about__subject=finding)
    spoken = JudgementRow.objects.filter(Q(about__subject=finding) | Q(about__subject__in=about.values("id")))
    return spoken.aggregate(last=Max("seq"))["last"] or 0


def _keep(report: Report, findings: tuple[Finding, ...], *, by: str) -> Recorded:
    if ReportRow.objects.filter(digest=report.digest).exists():
        return Recorded(report.digest, known=True, findings=0)
    row = row_of_report(report, by=by)
    row.save(force_insert=True)
    rows = {kept.id: kept for kept in (row_of_finding(finding, report=row) for finding in findings)}
    FindingRow.objects.bulk_create(rows.values(), batch_size=500)
    projection.add(findings)
    return Recorded(report.digest, known=False, findings=len(rows))


def _append(judgement: Judgement) -> None:
    wire, previous = wire_of_judgement(judgement), chain.end()
    row = JudgementRow(
        id=judgement.id,
        wire=wire,
        verdict=judgement.verdict.value,
        by=judgement.by,
        at=judgement.at,
        previous=previous,
        own=chain.link(previous, wire=wire),
    )
    row.save(force_insert=True)
    JudgementSubject.objects.bulk_create(JudgementSubject(judgement=row, subject=subject) for subject in judgement.subjects)
    projection.judged(judgement)
