"""The next anniversary of a tie."""

from datetime import date

from amicity.terms.relation import Relation, TieStatus


def next_anniversary(tie: Relation, day: date) -> str:
    """For example "5 years on 9 December 2026, in 17 days"; "" where the tie does not stand or its year is not told."""
    since = tie.since
    if tie.status is not TieStatus.STANDING or since is None or since.interval or since.year is None:
        return ""
    exact = since.earliest == since.latest
    on = _on(since.latest, day.year)
    if on < day or on.year == since.year:
        on = _on(since.latest, on.year + 1)
    years = on.year - since.year
    return f"{years} years on {on.day} {on:%B} {on.year}, {_in_days((on - day).days)}" if exact else f"{years} years in {on.year}"


def _on(first: date, year: int) -> date:
    return date(year, 3, 1) if (first.month, first.day) == (2, 29) and not _leap(year) else first.replace(year=year)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _in_days(days: int) -> str:
    return "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
