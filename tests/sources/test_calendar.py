"""A calendar's events: what says of itself that it is a contact, and what does not."""

import time
from dataclasses import replace
from typing import Any

import pytest

from amicity.sources import SourceError, load_bytes, sources, stated
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal
from amicity.terms.status import Status


def report_of(*events: str, name: str = "Foreign Affairs Office of Shenyang") -> Report:
    held = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:{name}\r\n{held}END:VCALENDAR\r\n"
    return load_bytes(text.encode(), source="office.ics")


def event(summary: str, *more: str, day: str = "20240512") -> str:
    return "\r\n".join([f"DTSTART;VALUE=DATE:{day}", f"SUMMARY:{summary}", *more])


def rows(report: Report) -> list[Finding | Refusal]:
    found = list(stated(report) or ())
    for each in found:
        if isinstance(each, Finding):
            spans = [each.quote, *(m.span for mentions in each.roles.values() for m in mentions)]
            assert all(report.text[span.start : span.end] == span.text for span in spans)
    return found


def told(report: Report) -> list[tuple[str, dict[str, list[Any]]]]:
    return [
        (each.kind, {role: [m.place.name if m.place else m.value for m in mentions] for role, mentions in each.roles.items()})
        for each in rows(report)
        if isinstance(each, Finding)
    ]


def refusals(report: Report) -> list[str]:
    return [each.reason for each in rows(report) if isinstance(each, Refusal)]


@pytest.mark.parametrize(
    ("summary", "kind", "roles"),
    [
        ("Visit of a delegation from Karachi to Shenyang", "visit", {"visitor": ["Karachi"], "host": ["Shenyang"]}),
        ("Karachi delegation visits Shenyang", "visit", {"visitor": ["Karachi"], "host": ["Shenyang"]}),
        ("Delegation from Sapporo", "visit", {"visitor": ["Sapporo"], "host": ["Shenyang"]}),
        ("Mayor's visit to Kawasaki\\, Japan", "visit", {"visitor": ["Shenyang"], "host": ["Kawasaki"]}),
        ("Meeting with the Mayor of Karachi", "meeting", {"party": ["Karachi", "Shenyang"]}),
        ("40th anniversary of the twinning with Sapporo", "anniversary", {"party": ["Sapporo", "Shenyang"], "years": [40]}),
        ("Anniversary Sapporo - Shenyang", "anniversary", {"party": ["Sapporo", "Shenyang"]}),
    ],
)
def test_what_a_summary_says(summary: str, kind: str, roles: dict[str, list[Any]]) -> None:
    assert told(report_of(event(summary))) == [(kind, roles)]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (event("Dentist"), "'Dentist' says nothing of a visit, a meeting or an anniversary"),
        (event("Karachi"), "'Karachi' says nothing of a visit, a meeting or an anniversary"),
        (event("Visit to the dentist"), "'Visit to the dentist' does not say who visits whom"),
        (event("Meeting of the board"), "'Meeting of the board' names no place that the gazetteer knows"),
        (event("25th anniversary of the museum in Karachi"), "does not say that it is a tie's anniversary"),
        (event("Karachi visits Shenyang", "STATUS:CANCELLED"), "is cancelled"),
        (event("Invitation by Sapporo to Shenyang: a delegation"), "is an invitation, and no visit"),
        (event("Karachi visits Shenyang", "RRULE:FREQ=WEEKLY"), "repeats: on which days it took place cannot be told"),
    ],
)
def test_what_is_refused_and_why(given: str, why: str) -> None:
    assert rows(report_of(event("Karachi visits Shenyang")))
    (reason,) = refusals(report_of(given))
    assert reason.endswith(why)


def test_whose_calendar_it_is_a_person_may_say() -> None:
    nameless = report_of(event("Delegation from Sapporo"), name="Office")
    assert refusals(nameless) == ["'Delegation from Sapporo' does not say who visits whom"]
    assert told(replace(nameless, owner="Karachi (PK)")) == [("visit", {"visitor": ["Sapporo"], "host": ["Karachi"]})]


def test_what_stands_in_a_calendar_is_planned_unless_told_afterwards() -> None:
    found = rows(
        report_of(
            event("Karachi visits Shenyang", "DTSTAMP:20240101T000000Z"),
            event("Karachi visits Shenyang", "DTSTAMP:20240601T000000Z"),
            event("Karachi visits Shenyang"),
        )
    )
    assert [each.status for each in found if isinstance(each, Finding)] == [Status.PLANNED, Status.HAPPENED, Status.PLANNED]


@pytest.mark.parametrize(
    ("days", "edtf"),
    [
        (["DTSTART;VALUE=DATE:20240512", "DTEND;VALUE=DATE:20240513"], "2024-05-12"),
        (["DTSTART;VALUE=DATE:20240512", "DTEND;VALUE=DATE:20240515"], "2024-05-12/2024-05-14"),
        (["DTSTART;TZID=Asia/Shanghai:20240512T090000", "DTEND;TZID=Asia/Shanghai:20240514T120000"], "2024-05-12/2024-05-14"),
        (["DTSTART:20240512T230000Z"], "2024-05-12"),
        (["DTSTART:20240631"], None),
        (["DTSTART:tomorrow"], None),
        ([], None),
    ],
)
def test_days(days: list[str], edtf: str | None) -> None:
    (found,) = rows(report_of("\r\n".join(["SUMMARY:Karachi visits Shenyang", *days])))
    assert isinstance(found, Finding)
    assert (found.when and found.when.value.edtf, found.confidence) == (edtf, Confidence.B if edtf else Confidence.C)


def test_folded_lines_parameters_and_alarms() -> None:
    (found,) = told(
        report_of(
            'DTSTART:20240512\r\nSUMMARY;LANGUAGE=en;X-A="a:b":Karachi vis\r\n its Shenyang\r\nBEGIN:VALARM\r\nSUMMARY:x\r\nEND:VALARM'
        )
    )
    assert found == ("visit", {"visitor": ["Karachi"], "host": ["Shenyang"]})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "is a calendar without events"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Vis", "breaks off inside an entry"),
        (b"<html>Sign in</html>", "is no calendar"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 20_001, "has more than 20,000 entries"),
        (b"BEGIN:VCALENDAR\n" + b"x" * 6_000_000, "is a calendar of 6.0 MB"),
    ],
)
def test_what_is_no_calendar_is_named(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        sources()["calendar"].read(content, "office.ics")  # type: ignore[misc]


@pytest.mark.parametrize("hostile", ["A;", 'A;B="', "Visit to ", "(", " ", "anniversary ", "\\", "Karachi "])
def test_hostile_calendars_take_no_time(hostile: str) -> None:
    start = time.process_time()
    rows(report_of(event(hostile * (100_000 // len(hostile)), hostile * (100_000 // len(hostile)))))
    assert time.process_time() - start < 2.0
