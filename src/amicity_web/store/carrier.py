"""What stands for a report's title and date where its carrier names none."""

import re
from collections.abc import Iterable
from dataclasses import replace

from amicity.register import inferred
from amicity.terms.finding import Finding
from amicity.terms.report import Report

_LONGEST = 160
_A_HEADLINE = 100
"""A first line that is longer is a paragraph; of that the first sentence."""
_SENTENCE = re.compile(r"(.{20,}?[.!?])\s+[A-Z]")
_TABLES = ("text/csv", "text/tab-separated-values")
_STAMP = re.compile(r"(?:date:? )?\d{4}-\d\d-\d\d(?: \d\d:\d\d)?[\s,:-]+(?=\S)", re.I)


def described(report: Report, findings: Iterable[Finding]) -> Report:
    """The report with a title (its first line; a table's file) and a date (the one that its findings took), where it had none."""
    imprint = inferred(findings).get(report.digest)
    published = report.published or (imprint.published if imprint else None)
    return replace(report, title=report.title or _named(report), published=published)


def _named(report: Report) -> str:
    """A table is called as its file, for its first line is its heads."""
    return report.source.rpartition("/")[2] if report.media in _TABLES else first_line(report.text)


def first_line(text: str) -> str:
    """The first line with words in it, without a day stamped before them; of a paragraph its first sentence, cut at 160 characters."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "Untitled")
    line = _STAMP.sub("", line, count=1) if _STAMP.match(line) else line
    if len(line) > _A_HEADLINE and (sentence := _SENTENCE.match(line)):
        line = sentence[1]
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
