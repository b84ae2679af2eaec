"""Brings findings that the command line made (JSON Lines) into the store, with the reports that they quote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson

from amicity.sources import SourceError, load
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.report import Report
from amicity.terms.wire import WireError, finding_from_json
from amicity_web.store.carrier import described
from amicity_web.store.record import record_judgement, record_report


class BringError(Exception):
    """A file of findings cannot be brought in; the message says what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Brought:
    """How many reports and findings are new, and how many reports were known."""

    reports: int
    findings: int
    known: int

    @property
    def sentence(self) -> str:
        """The same in words."""
        known = f"; {self.known} known already and left as they are" if self.known else ""
        return f"{self.findings:,} findings of {self.reports:,} reports recorded{known}."


def bring(file: Path, *, by: str, accept: bool = False) -> Brought:
    """Record the findings in ``file``, each with its report, read again from ``source`` and held against its digest. Raises BringError.

    With ``accept``, a policy in the name ``by`` accepts findings of these sources, whatever their confidence.
    """
    by_report: dict[tuple[str, str], list[Finding]] = {}
    for finding in _findings(file):
        by_report.setdefault((finding.source, finding.report), []).append(finding)
    reports = {key: _report(key[0], digest=key[1]) for key in by_report}
    if accept:
        _accept(sorted({source for source, _ in by_report}), by=by)
    kept = [record_report(described(reports[key], claims), claims, by=by) for key, claims in by_report.items()]
    fresh = [one for one in kept if not one.known]
    return Brought(len(fresh), sum(one.findings for one in fresh), len(kept) - len(fresh))


def _findings(file: Path) -> Iterator[Finding]:
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield finding_from_json(orjson.loads(line))
            except (orjson.JSONDecodeError, WireError) as error:
                raise BringError(
                    f"{file}, line {number}: {error}. Make the file again with amicity read --json or amicity import."
                ) from error


def _report(source: str, *, digest: str) -> Report:
    try:
        report = load(Path(source))
    except (OSError, SourceError) as error:
        raise BringError(
            f"{source}: the report that findings quote cannot be read ({error}). Run this where that path leads to it."
        ) from error
    if report.digest != digest:
        raise BringError(f"{source}: its text is not the one that the findings quote. Read it again with amicity read --json.")
    return report


def _accept(sources: Iterable[str], *, by: str) -> None:
    policy = Policy(tuple(Confidence), tuple(sources))
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    record_judgement(Judgement(Verdict.POLICY, (), by=by, at=now, reason="imported and accepted as a whole", policy=policy))
