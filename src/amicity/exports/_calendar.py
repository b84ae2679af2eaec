"""A calendar: iCalendar (RFC 5545) with the name, description and refresh interval of RFC 7986. All events last whole days.

An event keeps its UID for good. Its SEQUENCE is the register's revision, which rises with every write; what a calendar
may have shown before and no longer holds stays in it as CANCELLED.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from amicity.exports._credits import provenance, rights, title
from amicity.exports._text import clean
from amicity.terms.export import Edition
from amicity.terms.partial_date import PartialDate
from amicity.terms.register import Register

AHEAD = 2 * 365
BEHIND = 365
_LINE = 75
_LONGEST_SPAN = 366


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """``uid`` without its domain; ``when`` is as precise as the register knows; ``state`` an RFC 5545 STATUS; ``more`` says why."""

    uid: str
    when: str
    says: str
    state: str = "CONFIRMED"
    topic: str = ""
    more: str = ""
    page: str = ""


def written(edition: Edition, held: Register, *, topic: str, events: Iterable[Event]) -> bytes:
    """The calendar of these events, in order, each once."""
    name = f"{title(edition)}: {topic}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Amicity//Register//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}",
        f"DESCRIPTION:{_escaped(f'{provenance(edition, held)} {rights(edition)}')}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    for event in sorted({event.uid: event for event in events}.values()):
        lines += _event(event, edition)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line)).encode()


def near(when: PartialDate | None, day: date) -> bool:
    """Whether a date has bounds, spans no more than a year, and lies between a year before the day and two years after."""
    if when is None or when.earliest == date.min or when.latest == date.max or (when.latest - when.earliest).days > _LONGEST_SPAN:
        return False
    return (when.latest - day).days >= -BEHIND and (when.earliest - day).days <= AHEAD


def _event(event: Event, edition: Edition) -> list[str]:
    when = PartialDate(event.when)
    last = min(when.latest, date.max - timedelta(days=1)) + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(event.uid)}@amicity",
        f"DTSTAMP:{_day(edition.day)}T000000Z",
        f"SEQUENCE:{edition.revision}",
        f"DTSTART;VALUE=DATE:{_day(when.earliest)}",
        f"DTEND;VALUE=DATE:{_day(last)}",
        f"SUMMARY:{_escaped(event.says)}",
        *([f"DESCRIPTION:{_escaped(event.more)}"] if event.more else []),
        *([f"CATEGORIES:{_escaped(event.topic)}"] if event.topic else []),
        *([f"URL:{event.page}"] if event.page else []),
        f"STATUS:{event.state}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    flat = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    return flat.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, none of which cuts a character."""
    if len(line) * 4 <= _LINE or len(line.encode()) <= _LINE:
        yield line
        return
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece
