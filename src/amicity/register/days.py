"""Days before and after a day, within the calendar."""

from datetime import date


def moved(day: date, days: int) -> date:
    """The day so many days later (earlier, if negative), or the calendar's last (first) where it ends before."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))
