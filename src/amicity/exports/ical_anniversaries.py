"""The coming anniversaries of ties as a calendar: iCalendar (RFC 5545)."""

from amicity.exports._topics import anniversaries, calendar
from amicity.terms.export import Edition, Export


def write(edition: Edition) -> bytes:
    """All-day events around the day. What is dated to a month or a year spans it; an unset day is not made up."""
    return calendar(edition, name="anniversaries", topic=anniversaries)


EXPORT = Export(
    "ical_anniversaries",
    "coming anniversaries of ties as a calendar",
    "ics",
    "text/calendar; charset=utf-8",
    write,
    "for Outlook, Apple and Google calendars, as a subscription or once",
    "https://www.rfc-editor.org/rfc/rfc5545",
)
