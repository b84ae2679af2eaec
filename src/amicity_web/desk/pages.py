"""What the pages of the desk show."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from amicity.review import Known, triage
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement
from amicity_web.desk import acts
from amicity_web.desk.advice import advice
from amicity_web.desk.forms import JudgementForm
from amicity_web.desk.outlook import outlook
from amicity_web.desk.passage import passage
from amicity_web.desk.queue import next_after, wanted
from amicity_web.store import load
from amicity_web.store.models import FindingRow, JudgementRow, ReportRow, Telling, TieRow
from amicity_web.store.record import last_word
from amicity_web.store.rows import finding_of, judgement_of
from amicity_web.store.scope import bearing_on, scope_of
from amicity_web.wording.claims import claim, spoken, words
from amicity_web.wording.dates import in_words

Page = dict[str, Any]
_GIVEN = re.compile(r"^(?:upload/(?P<file>[^:]*)|paste/[^:]*):?(?= )")
Write = Callable[[str], Judgement]


def refusal(error: Exception) -> str:
    """Why what somebody gave cannot be taken, said of the file by its name or of the pasted text."""
    return _GIVEN.sub(lambda match: match["file"] or "What you pasted", str(error), count=1)


def lines(rows: Iterable[FindingRow], *, report: ReportRow | None = None) -> list[Page]:
    """One line for each finding of a list; ``report`` where all are of one."""
    return [_line(row, report=report) for row in rows]


def finding_page(request: HttpRequest, row: FindingRow) -> Page:
    """Everything about one finding, for the person who is to judge it."""
    held = finding_of(row)
    want = wanted(request.GET.dict())
    seen = last_word(row.id)
    return {
        "here": "desk",
        "finding": held,
        "line": _line(row),
        "report": row.report,
        "pieces": passage(row.report.text, held),
        "roles": [(role.replace("_", " "), [words(text) for text in spoken(held, role)]) for role in held.roles],
        "when": in_words(held.when.value) if held.when else "",
        "outlook": outlook(held) if not hasattr(row, "standing") else [],
        "advice": advice(held) if not hasattr(row, "standing") else [],
        "ties": ties_told(row.id),
        "history": history(row.id),
        "form": JudgementForm(initial={"seen": seen, "reason": acts.REASONS[0]}),
        "seen": seen,
        "want": want,
        "following": next_after(row.id, want=want),
        "last": last_act(request),
        **_triaged(held),
    }


def where(request: HttpRequest, held: Finding) -> Page:
    """The finding's passage in context, for pages about it."""
    report = ReportRow.objects.get(digest=held.report)
    return {"pieces": passage(report.text, held), "report": report, "headline": claim(held), "want": wanted(request.GET.dict())}


def history(finding: str) -> list[Page]:
    """The judgements about a finding, latest first."""
    rows = JudgementRow.objects.filter(about__subject=finding).order_by("-seq")
    return [judged(row) for row in rows]


def judged(row: JudgementRow) -> Page:
    """A judgement as a list shows it."""
    return {
        "judgement": judgement_of(row),
        "verdict": row.verdict.replace("_", " "),
        "withdrawn": acts.withdrawn(row.id),
    }


def ties_told(finding: str) -> list[Page]:
    """The ties in the register that rest on a finding, with their addresses."""
    told = Telling.objects.filter(finding=finding).values("entry")
    ties = TieRow.objects.filter(id__in=told).prefetch_related("parties__place").order_by("id")
    return [
        {
            "name": " – ".join(sorted(party.place.name or "unnamed" for party in tie.parties.all())),
            "address": reverse("public:tie", args=[tie.id]),
        }
        for tie in ties
    ]


def last_act(request: HttpRequest) -> JudgementRow | None:
    """What this person's Undo button would take back."""
    return acts.latest(request.user.get_username())


def _triaged(held: Finding) -> Page:
    scope = scope_of([held.id])
    findings = scope.findings
    if held.kind == "figure":
        counted = FindingRow.objects.filter(report__digest=held.report, kind="figure")
        findings = findings | {row.id: finding_of(row) for row in counted}
    partners = load.partner_countries(place.key for place in held.places("party"))
    told = triage(held, Known.of(findings.values(), bearing_on(findings), imprints=scope.imprints, partners=partners))
    alike = FindingRow.objects.filter(id__in=told.duplicates).select_related("report", "standing")
    return {"triage": told, "duplicates": [_line(row) for row in alike]}


def _line(row: FindingRow, *, report: ReportRow | None = None) -> Page:
    held = finding_of(row)
    return {
        "id": row.id,
        "headline": claim(held),
        "kind": held.kind.replace("_", " "),
        "status": held.status.value,
        "confidence": held.confidence.value,
        "when": in_words(held.when.value) if held.when else "",
        "quote": held.quote.text,
        "report": report or row.report,
        "standing": row.standing.verdict if hasattr(row, "standing") else "waiting",
    }
