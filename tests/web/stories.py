"""Reports with their findings, ready for the store."""

from dataclasses import replace

from amicity.terms.finding import Finding
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report
from amicity.terms.span import Span
from builders import KARACHI, SAPPORO, SHENYANG, agreement, figure, relation, visit


def told(text: str, *findings: Finding, source: str = "pile/a.txt", published: str | None = "2021-12-10") -> tuple[Report, list[Finding]]:
    """A report, and findings that quote all of its text."""
    report = Report(source, text, title=text[:40], published=PartialDate(published) if published else None)
    quote = Span.of(text, 0, len(text))
    return report, [replace(finding, source=source, report=report.digest, quote=quote) for finding in findings]


def letter() -> tuple[Report, list[Finding]]:
    """Shenyang and Karachi signed a letter of intent."""
    claim = agreement(SHENYANG, KARACHI, form="letter_of_intent", when="2018-08")
    return told(
        "Shenyang and Karachi signed a letter of intent on sister-city ties in August 2018.",
        claim,
        source="pile/letter.txt",
        published="2018-08-10",
    )


def promotion() -> tuple[Report, list[Finding]]:
    """They became sister cities; Shenyang counts its sister cities; Sapporo has been one since 1980."""
    return told(
        "Shenyang and Karachi signed a sister city agreement on 9 December 2021. Sapporo has been a sister city since 1980.",
        agreement(SHENYANG, KARACHI, when="2021-12-09"),
        relation(SHENYANG, SAPPORO, when="1980"),
        figure(SHENYANG, "sister_cities", 23, "2021-12"),
        source="pile/promotion.txt",
    )


def call() -> tuple[Report, list[Finding]]:
    """A visit."""
    return told("A delegation from Sapporo visited Shenyang on 3 May 2023.", visit(SAPPORO, SHENYANG, "2023-05-03"), source="pile/call.txt")
