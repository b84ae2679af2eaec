"""Reads the bundled pile into the store: each report whole or not at all, known ones passed over, then the pile's policy."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from amicity.reading import read
from amicity.sources import SourceError, load, stated
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade, Report
from amicity_web.store.carrier import described
from amicity_web.store.models import JudgementRow, ReportRow
from amicity_web.store.record import record_judgement, record_report

BY = "bundled pile"


def seed(pile: Path) -> Iterator[str]:
    """Record the reports that ``pile/pile.toml`` lists, yielding a line of progress after each; a report that cannot be read is named."""
    listing = pile / "pile.toml"
    if not listing.exists():
        yield f"There is no pile at {pile}: the register starts empty."
        return
    told = tomllib.loads(listing.read_text(encoding="utf-8"))
    entries = told.get("report", [])
    fresh = [(entry, report) for entry in entries for report in _unknown(pile, entry)]
    for number, (entry, report) in enumerate(fresh, 1):
        yield f"  [{number}/{len(fresh)}] {entry['file']}: {_seed_one(report)}"
    if len(fresh) < len(entries):
        yield f"  {len(entries) - len(fresh)} reports of the pile are known already."
    if policy := _policy(told.get("policy"), entries):
        yield _record_policy(policy)


def bundled_report(pile: Path, entry: dict[str, Any]) -> Report:
    """The report that an entry of ``pile.toml`` describes. Raises SourceError."""
    report = load(pile / entry["file"])
    return replace(
        report,
        source=f"pile/{entry['file']}",
        title=entry.get("title", report.title),
        published=PartialDate(str(entry["published"])) if "published" in entry else report.published,
        publisher=entry.get("publisher", report.publisher),
        address=entry.get("address", report.address),
        owner=entry.get("owner", report.owner),
        grade=Grade(entry.get("grade", report.grade)),
    )


def _unknown(pile: Path, entry: dict[str, Any]) -> tuple[Report | SourceError, ...]:
    """The report if the store does not know it, or why it cannot be read."""
    try:
        report = bundled_report(pile, entry)
    except SourceError as error:
        return (error,)
    return () if ReportRow.objects.filter(digest=report.digest).exists() else (report,)


def _seed_one(report: Report | SourceError) -> str:
    if isinstance(report, SourceError):
        return f"not read: {report}"
    findings = findings_in(report)
    return f"{record_report(described(report, findings), findings, by=BY).findings} findings"


def findings_in(report: Report) -> tuple[Finding, ...]:
    """What the report states: by its own structure where it is a table, else by its text."""
    rows = stated(report)
    return read(report) if rows is None else tuple(row for row in rows if isinstance(row, Finding))


def _policy(told: dict[str, Any] | None, entries: list[dict[str, Any]]) -> Judgement | None:
    if told is None:
        return None
    sources = tuple(f"pile/{entry['file']}" for entry in entries if entry.get("grade") in told["grades"])
    policy = Policy(tuple(Confidence(c) for c in told.get("confidences", ("A",))), sources, tuple(told.get("kinds", ())))
    return Judgement(Verdict.POLICY, (), by=told["by"], at=str(told["at"]), reason=told.get("reason", ""), policy=policy)


def _record_policy(policy: Judgement) -> str:
    if not JudgementRow.objects.filter(id=policy.id).exists():
        record_judgement(policy)
    return f"  Policy of {policy.by}: {policy.reason}"
