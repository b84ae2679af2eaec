"""A small tale for the pages: reports with findings, each value cut from the text, and a policy that accepts what is sure."""

from collections.abc import Iterator

from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.report import Grade, Report
from amicity.terms.span import Span
from amicity.terms.status import Status

PLACES = {
    "Shenyang": Place("Shenyang", "CN", "geonames:2034937", latitude=41.79, longitude=123.43),
    "Karachi": Place("Karachi", "PK", "geonames:1174872", latitude=24.86, longitude=67.01),
    "Sapporo": Place("Sapporo", "JP", "geonames:2128295", latitude=43.06, longitude=141.35),
    "Turin": Place("Turin", "IT", "geonames:3165524", latitude=45.07, longitude=7.69),
    "Chicago": Place("Chicago", "US", "geonames:4887398", latitude=41.85, longitude=-87.65),
    "Belfast": Place("Belfast", "GB", "geonames:2655984", latitude=54.6, longitude=-5.93),
}
Roles = dict[str, tuple[str, ...]]

LETTER = """SHENYANG, 9 August 2018 - Shenyang and Karachi are now friends, their mayors said.

Mayor Jiang Youwei of Shenyang and Mayor Waseem Akhtar of Karachi signed a letter of intent on Thursday.
Karachi invited Shenyang to send companies to an exhibition in December 2018.
"""
FORUM = """Shenyang and Karachi became sister cities on 9 December 2021, when their agreement was signed by video.
Shenyang hopes to open an air route to Karachi."""
LIST = """Partners of Shenyang
Sapporo, sister city since 18 November 1980
Turin, sister city since 1985
Chicago, friendship city since 2007-04; suspended in 2020
Belfast signed a memorandum with Shenyang in 2016
Shenyang has 23 sister cities and 77 cooperative cities.
Shenyang seeks partners in robotics."""


def reports() -> tuple[Report, ...]:
    """The three reports."""
    return (
        Report("letter.txt", LETTER, "A letter of intent", PartialDate("2018-08-09"), "Northern Wire", grade=Grade.AGENCY),
        Report(
            "forum.txt",
            FORUM,
            "Karachi is a sister city",
            PartialDate("2021-12-10"),
            "Shenyang",
            "https://city.example/1",
            grade=Grade.CITY,
        ),
        Report("list.txt", LIST, "Partners", PartialDate("2022-10-17"), "Shenyang", "javascript:alert(1)", grade=Grade.CITY),
    )


def findings() -> Iterator[tuple[Report, tuple[Finding, ...]]]:
    """Each report with its findings."""
    letter, forum, partners = reports()
    pair = ("Shenyang", "Karachi")
    yield (
        letter,
        (
            find(
                letter,
                "relation",
                "Shenyang and Karachi are now friends",
                {"party": pair, "form": ("=cooperation:friends",)},
                when="2018-08-09",
            ),
            find(
                letter,
                "agreement",
                "Mayor Jiang Youwei of Shenyang and Mayor Waseem Akhtar of Karachi signed a letter of intent on Thursday.",
                {
                    "party": pair,
                    "form": ("=letter_of_intent:letter of intent",),
                    "instrument": ("=letter_of_intent:letter of intent",),
                    "act": ("=signed:signed",),
                },
                when="2018-08-09",
            ),
            find(
                letter,
                "post",
                "Mayor Jiang Youwei of Shenyang",
                {"person": ("Jiang Youwei",), "post": ("=mayor:Mayor",), "place": ("Shenyang",)},
            ),
            find(
                letter,
                "promise",
                "Karachi invited Shenyang to send companies to an exhibition in December 2018.",
                {
                    "by": ("Karachi",),
                    "to": ("Shenyang",),
                    "action": ("send companies to an exhibition",),
                    "strength": ("=invitation:invited",),
                },
                when="2018-12",
                status="planned",
            ),
        ),
    )
    yield (
        forum,
        (
            find(
                forum,
                "agreement",
                "Shenyang and Karachi became sister cities on 9 December 2021, when their agreement was signed by video.",
                {"party": pair, "form": ("=sister:sister cities",), "instrument": ("=agreement:agreement",), "act": ("=signed:signed",)},
                when="2021-12-09",
            ),
            find(
                forum,
                "promise",
                "Shenyang hopes to open an air route to Karachi.",
                {"by": ("Shenyang",), "to": ("Karachi",), "action": ("open an air route",), "strength": ("=hope:hopes",)},
                status="hoped",
            ),
        ),
    )
    yield (partners, tuple(_listed(partners)))


def policy() -> Judgement:
    """Everything sure is accepted."""
    return Judgement(Verdict.POLICY, (), "Demonstration office", "2025-01-02T09:00:00Z", "Stated plainly.", policy=Policy())


def find(
    report: Report, kind: str, quote: str, roles: Roles, *, when: str | None = None, status: str = "happened", confidence: str = "A"
) -> Finding:
    """A finding whose quote and values are cut from the report. ``=term:words`` is a term told by words, a known name a place."""
    start = report.text.index(quote)
    whole = Span.of(report.text, start, start + len(quote))
    return Finding(
        source=report.source,
        report=report.digest,
        kind=kind,
        status=Status(status),
        roles={role: tuple(_mention(report, value, start) for value in values) for role, values in roles.items()},
        quote=whole,
        when=Dated(PartialDate(when), whole) if when else None,
        confidence=Confidence(confidence),
        rule="tale",
        reader="tale 1",
    )


def _mention(report: Report, value: str, start: int) -> Mention:
    term, _, written = value[1:].partition(":") if value.startswith("=") else ("", "", value)
    at = report.text.find(written, start)
    at = at if at >= 0 else report.text.index(written)
    span = Span.of(report.text, at, at + len(written))
    return Mention(span, value=None if value in PLACES else (int(term) if term.isdecimal() else term or written), place=PLACES.get(value))


def _listed(report: Report) -> Iterator[Finding]:
    rows = (
        ("Sapporo", "Sapporo, sister city since 18 November 1980", "sister:sister city", "1980-11-18"),
        ("Turin", "Turin, sister city since 1985", "sister:sister city", "1985"),
        ("Chicago", "Chicago, friendship city since 2007-04", "friendship:friendship city", "2007-04"),
    )
    for partner, row, form, when in rows:
        yield find(report, "relation", row, {"party": ("Shenyang", partner), "form": (f"={form}",)}, when=when)
    yield find(
        report, "suspension", "Chicago, friendship city since 2007-04; suspended in 2020", {"party": ("Shenyang", "Chicago")}, when="2020"
    )
    memorandum = {
        "party": ("Belfast", "Shenyang"),
        "form": ("=memorandum:memorandum",),
        "instrument": ("=memorandum:memorandum",),
        "act": ("=signed:signed",),
    }
    yield find(report, "agreement", "Belfast signed a memorandum with Shenyang in 2016", memorandum, when="2016")
    counts = "Shenyang has 23 sister cities and 77 cooperative cities."
    yield find(
        report,
        "figure",
        counts,
        {"about": ("Shenyang",), "measure": ("=sister_cities:sister cities",), "value": ("=23:23",)},
        when="2022-10-17",
    )
    yield find(
        report,
        "figure",
        counts,
        {"about": ("Shenyang",), "measure": ("=cooperative_cities:cooperative cities",), "value": ("=77:77",)},
        when="2022-10-17",
    )
    yield find(report, "need", "Shenyang seeks partners in robotics.", {"place": ("Shenyang",), "what": ("partners in robotics",)})
    yield find(report, "need", "robotics", {"place": ("Shenyang",), "what": ("robotics",)}, confidence="C")
