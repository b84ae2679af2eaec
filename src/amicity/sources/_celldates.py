"""The date that a cell writes, as precise as the cell and no more."""

import re
from collections.abc import Iterable

from amicity.sources._columns import plain, words
from amicity.terms.partial_date import PartialDate

_ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?(?:[T ]\d\d:.*)?Z?")
_YEAR_FIRST = re.compile(r"(\d{4})[./年](?:(\d\d?)(?:[./月](\d\d?)?)?)?[日.]?")
_NUMBERS = re.compile(r"(\d\d?)[./-](\d\d?)[./-](\d{4})\.?")
_MONTH_YEAR = re.compile(r"(\d\d?)[./-](\d{4})")
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)? )?(?:de |di )?(?P<month>[^\W\d]+) "
    r"(?:(?P<later>\d{1,2})(?:st|nd|rd|th)? )?(?:de |del )?(?P<year>\d{4})"
)
_YEAR = re.compile(r"(?:c|ca|circa|about|um|vers) (\d{4})")
_LATEST_YEAR = 2200


def date_in(written: str, *, day_first: bool | None = None) -> PartialDate | None:
    """The date of a cell; None where it writes none that can be told.

    ``day_first`` says whether the column writes 4/5/1998 with the day first; where it is None, such a cell tells its year only.
    """
    text = written.strip()
    if not text or len(text) > 60:
        return None
    for pattern in (_ISO, _YEAR_FIRST):
        if match := pattern.fullmatch(text):
            return _dated(*match.groups())
    if match := _NUMBERS.fullmatch(text):
        return _numbered(*match.groups(), day_first=day_first)
    if match := _MONTH_YEAR.fullmatch(text):
        return _dated(match.group(2), match.group(1), None)
    return _spelt(plain(text))


def day_first(cells: Iterable[str]) -> bool | None:
    """Whether the cells of a column write the day before the month, as those among them tell whose number is no month; else None."""
    found = {int(match.group(1)) > 12 for cell in cells if (match := _NUMBERS.fullmatch(cell.strip())) and _telling(match)}
    return found.pop() if len(found) == 1 else None


def _telling(match: re.Match[str]) -> bool:
    return (int(match.group(1)) > 12) != (int(match.group(2)) > 12)


def _numbered(first: str, second: str, year: str, *, day_first: bool | None) -> PartialDate | None:
    if int(first) > 12 or (day_first and int(second) <= 12) or first == second:
        return _dated(year, second, first)
    if int(second) > 12 or day_first is False:
        return _dated(year, first, second)
    return _dated(year, None, None)


def _spelt(text: str) -> PartialDate | None:
    if match := _YEAR.fullmatch(text):
        return PartialDate(f"{match.group(1)}~")
    match = _WORDS.fullmatch(text)
    month = words("months").get(match["month"]) if match else None
    if match is None or month is None:
        return None
    return _dated(match["year"], month, match["day"] or match["later"])


def _dated(year: str, month: str | None, day: str | None) -> PartialDate | None:
    """The date, or None where no calendar has it."""
    if not 1000 <= int(year) <= _LATEST_YEAR or (month and int(month) > 12):
        return None
    parts = [year, *([f"{int(month):02d}"] if month and int(month) else []), *([f"{int(day):02d}"] if month and day and int(day) else [])]
    try:
        return PartialDate("-".join(parts))
    except ValueError:
        return None
