"""Reads what people upload in a child process with limits of memory and time, so that no file can bring the site down.

Run as ``python -m amicity_web.store.apart SOURCE PUBLISHED ADDRESS MEMORY`` it reads bytes from its input, and prints the report
and its findings as JSON.
"""

import json
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass, replace
from typing import Any

from amicity.terms.finding import Finding
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade, Report
from amicity.terms.wire import finding_from_json, finding_to_json

MEMORY = 1024 * 1024 * 1024
SECONDS = 30


class UnreadableError(Exception):
    """The upload cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with what it states."""

    report: Report
    findings: tuple[Finding, ...]


def read_apart(
    content: bytes,
    *,
    source: str,
    published: PartialDate | None = None,
    address: str = "",
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Reading:
    """The report in these bytes, and its findings, read in the light of its date and address where they are known.

    Raises UnreadableError where the bytes are no report or take too much to read.
    """
    told = [source, published.edtf if published else "", address, str(memory)]
    command = [sys.executable, "-m", "amicity_web.store.apart", *told]
    try:
        child = subprocess.run(command, input=content, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"{source} took more than {seconds} seconds to read: cut it into shorter reports") from None
    if child.returncode != 0 or not child.stdout:
        raise UnreadableError(f"{source} could not be read within the limits of memory: save it as plain text and try again")
    answer = json.loads(child.stdout)
    if "refusal" in answer:
        raise UnreadableError(answer["refusal"])
    return Reading(_report(answer["report"]), tuple(finding_from_json(finding) for finding in answer["findings"]))


def _report(told: dict[str, Any]) -> Report:
    published = PartialDate(told.pop("published")) if told["published"] else told.pop("published")
    return Report(**told | {"published": published, "grade": Grade(told["grade"])})


def _read_here(content: bytes, *, source: str, published: str, address: str) -> dict[str, Any]:
    from amicity.reading import read
    from amicity.sources import SourceError, load_bytes, stated

    try:
        report = load_bytes(content, source=source)
    except SourceError as error:
        return {"refusal": str(error)}
    date = PartialDate(published) if published else report.published
    report = replace(report, published=date, address=address or report.address)
    rows = stated(report)
    findings = read(report) if rows is None else [row for row in rows if isinstance(row, Finding)]
    told = asdict(report) | {"published": report.published.edtf if report.published else None}
    return {"report": told, "findings": [finding_to_json(finding) for finding in findings]}


if __name__ == "__main__":
    _source, _published, _address, _memory = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (int(_memory), int(_memory)))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(_read_here(sys.stdin.buffer.read(), source=_source, published=_published, address=_address), sys.stdout)
