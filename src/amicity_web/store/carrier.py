"""What stands for a report's title and date where its carrier names none."""

import re
from collections.abc import Iterable
from dataclasses import replace

from amicity.register import inferred
from amicity.terms.finding import Finding
from amicity.terms.report import Report

_LONGEST = 160
_STAMP = re.compile(r"(?:date:? )?\d{4}-\d\d-\d\d(?: \d\d:\d\d)?[\s,:-]+(?=\S)", re.I)


def described(report: Report, findings: Iterable[Finding]) -> Report:
    """The report with a title (its first line) and a date (the one that its findings took from it), where it had none."""
    imprint = inferred(findings).get(report.digest)
    published = report.published or (imprint.published if imprint else None)
    return replace(report, title=report.title or first_line(report.text), published=published)


def first_line(text: str) -> str:
    """The first line with words in it, without a day stamped before them, cut at 160 characters."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "Untitled")
    line = _STAMP.sub("", line, count=1) if _STAMP.match(line) else line
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
