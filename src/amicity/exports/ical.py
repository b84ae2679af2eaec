"""Coming anniversaries, promises that fall due, visits and other events as a calendar: iCalendar (RFC 5545)."""

from amicity.exports._topics import calendar, every
from amicity.terms.export import Edition, Export


def write(edition: Edition) -> bytes:
    """All-day events around the day. What is dated to a month or a year spans it; an unset day is not made up."""
    return calendar(edition, name="ties, promises and events", topic=every)


EXPORT = Export(
    "ical",
    "coming anniversaries, due promises and events as a calendar",
    "ics",
    "text/calendar; charset=utf-8",
    write,
    "for Outlook, Apple and Google calendars, as a subscription or once",
    "https://www.rfc-editor.org/rfc/rfc5545",
)
