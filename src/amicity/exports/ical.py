"""Coming anniversaries and due promises as a calendar: iCalendar (RFC 5545)."""

from collections.abc import Iterator
from datetime import date, timedelta

from amicity.register.birthdays import Birthday, birthdays
from amicity.register.edition import as_of
from amicity.register.wording import form_words, told
from amicity.terms.export import Edition, Export
from amicity.terms.partial_date import PartialDate
from amicity.terms.promise_entry import PromiseEntry, PromiseState

AHEAD = 2 * 365
_LINE = 75


def write(edition: Edition) -> bytes:
    """All-day events for the two years from the day. What is dated to a month or a year spans it; an unset day is not made up."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Amicity//Register//EN", "CALSCALE:GREGORIAN", "X-WR-CALNAME:City ties"]
    for uid, when, says in sorted(_events(edition)):
        lines += _event(uid, PartialDate(when), says, stamp=edition.day)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line)).encode("utf-8", "replace")


def _events(edition: Edition) -> Iterator[tuple[str, str, str]]:
    then = as_of(edition.register, edition.day, place=edition.place)
    for birthday in birthdays(then.relations, day=edition.day, within=AHEAD):
        form = birthday.form or "tie"
        yield f"{birthday.tie.id}-{form}-{birthday.years}@amicity", birthday.on.edtf, _greeting(birthday)
    for promise in then.promises:
        if _due(promise):
            yield f"{promise.id}@amicity", str(promise.due), f"Due: {told(promise)}"


def _greeting(birthday: Birthday) -> str:
    return f"{birthday.years} years: {birthday.tie.label}, {form_words(birthday.form)} since {birthday.since}"


def _due(promise: PromiseEntry) -> bool:
    bounded = promise.due is not None and promise.due.earliest > date.min and promise.due.latest < date.max
    return bounded and promise.state is PromiseState.OPEN


def _event(uid: str, when: PartialDate, says: str, *, stamp: date) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{when.earliest:%Y%m%d}",
        f"DTEND;VALUE=DATE:{when.latest + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(says)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    flat = "".join(c if c == "\n" or c >= " " else " " for c in text.replace("\r\n", "\n").replace("\r", "\n"))
    return flat.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, none of which cuts a character."""
    if len(line) * 4 <= _LINE or len(line.encode("utf-8", "replace")) <= _LINE:
        yield line
        return
    piece = ""
    for character in line:
        if len((piece + character).encode("utf-8", "replace")) > _LINE:
            yield piece
            piece = " "
        piece += character
    yield piece


EXPORT = Export("ical", "coming anniversaries and due promises as a calendar", "ics", "text/calendar; charset=utf-8", write)
