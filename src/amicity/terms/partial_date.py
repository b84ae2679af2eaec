"""Dates as precise as the text and no more: the part of EDTF (ISO 8601-2) that reports need."""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

_ONE = re.compile(r"(\d{4}|\d{3}X|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An EDTF date or interval, e.g. ``2018-12``, ``1994``, ``2018-08~``, ``2012/2022-10-17``, ``../2018-08-10``.

    ``earliest`` and ``latest`` bound the days it may mean (inclusive); an open or unknown end is
    ``date.min`` or ``date.max``. Two partial dates compare as intervals: ``surely_before``,
    ``surely_after``, otherwise only possibly.
    """

    edtf: str
    earliest: date = field(init=False, repr=False, compare=False)
    latest: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse what is no EDTF date, and days that no calendar has, with a ValueError that says which."""
        earliest, latest = _bounds(self.edtf)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @property
    def year(self) -> int | None:
        """The year, where there is exactly one."""
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def approximate(self) -> bool:
        """Whether the text was unsure: ``~`` (about), ``?`` (uncertain) or ``%`` (both)."""
        return any(mark in self.edtf for mark in "~?%")

    @property
    def interval(self) -> bool:
        """Whether this is written as a stretch of time (``a/b``)."""
        return "/" in self.edtf

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether every day this may mean lies before every day the other may mean."""
        return self.latest < other.earliest

    def surely_after(self, other: "PartialDate") -> bool:
        """Whether every day this may mean lies after every day the other may mean."""
        return self.earliest > other.latest

    def compatible(self, other: "PartialDate") -> bool:
        """Whether both may mean the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def begun_by(self, day: date) -> bool:
        """Whether this may have begun on or before the day (the reading an as-of question takes)."""
        return self.earliest <= day

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=1 << 16)
def _bounds(edtf: str) -> tuple[date, date]:
    if "/" not in edtf:
        return _one(edtf)
    first, _, last = edtf.partition("/")
    start = date.min if first in ("", "..") else _one(first)[0]
    end = date.max if last in ("", "..") else _one(last)[1]
    if start > end:
        raise ValueError(f"{edtf!r} ends before it begins")
    return start, end


def _one(edtf: str) -> tuple[date, date]:
    match = _ONE.fullmatch(edtf)
    if not match:
        raise ValueError(f"{edtf!r} is no EDTF date: write 2018, 2018-12, 2018-12-09, 2018~ or 2012/2022-10-17")
    year, month, day, _ = match.groups()
    try:
        if year == "XXXX":
            return _unknown_year(month, day)
        if year.endswith("X"):
            return date(int(year[:3] + "0"), 1, 1), date(int(year[:3] + "9"), 12, 31)
        return _known_year(int(year), month, day)
    except ValueError:
        raise ValueError(f"{edtf!r} names a day that no calendar has") from None


def _unknown_year(month: str | None, day: str | None) -> tuple[date, date]:
    if month:
        date(2000, int(month), int(day or 1))
    return date.min, date.max


def _known_year(year: int, month: str | None, day: str | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if int(month) in _SEASON_MONTHS and day is None:
        first, last = _SEASON_MONTHS[int(month)]
        end_year = year + (last < first)
        return date(year, first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1])
    if day is None:
        return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
    return (only := date(year, int(month), int(day))), only
