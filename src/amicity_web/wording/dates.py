"""Partial dates as people write them."""

import re

from amicity.terms.partial_date import PartialDate

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = r"\d{4}-\d{2}(?:-\d{2})?[~?%]?"
_WRITTEN = re.compile(rf"(?<![\w./-])(?:{_DAY}(?:/{_DAY})?(?![\w/-])|\d{{4}}[~?%](?!\w))")
_ON_A_MONTH = re.compile(rf"\bon (?=(?:{'|'.join(MONTHS)}) \d{{4}}\b)")
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def in_words(date: PartialDate | None) -> str:
    """``2018-08`` as "August 2018", ``2018-08~`` as "about August 2018", ``../2020`` as "until 2020"; "" for no date."""
    if date is None:
        return ""
    if not date.interval:
        return _one(date.edtf)
    first, _, last = date.edtf.partition("/")
    if first in ("", ".."):
        return f"until {_one(last)}" if last not in ("", "..") else ""
    return f"{_without_shared(first, last)} to {_one(last)}" if last not in ("", "..") else f"from {_one(first)}"


def when_in_words(date: PartialDate | None) -> str:
    """A date with its preposition: "on 9 August 2018", "in August 2018", "until 2020"; "" for no date."""
    said = in_words(date)
    if date is None or said.startswith(("until", "from")):
        return said
    return f"{'on' if _FULL.fullmatch(date.edtf) else 'in'} {said}"


def spelled(text: str) -> str:
    """A sentence with its dates in words: "on 2022-10-17" as "on 17 October 2022". What only looks like a date stays."""
    return _ON_A_MONTH.sub("in ", _WRITTEN.sub(_spell, text))


def _without_shared(first: str, last: str) -> str:
    """The first day of a span without the month and the year that the last one says again: "15" of 15 to 19 December 2018."""
    if not (_FULL.fullmatch(first) and _FULL.fullmatch(last)) or first[:4] != last[:4]:
        return _one(first)
    return str(int(first[8:])) if first[:7] == last[:7] else _day_and_month(first.split("-")[1:])


def _spell(match: re.Match[str]) -> str:
    try:
        return in_words(PartialDate(match[0]))
    except ValueError:
        return match[0]


def _one(edtf: str) -> str:
    plain = edtf.rstrip("~?%")
    if plain != edtf:
        return f"about {_one(plain)}" if edtf[-1] == "~" else f"{_one(plain)} (uncertain)"
    year, *rest = plain.split("-")
    if year == "XXXX":
        return f"{_day_and_month(rest)} (year not stated)"
    if year.endswith("X"):
        return f"{year[:3]}0s"
    return f"{_day_and_month(rest)} {year}".strip()


def _day_and_month(parts: list[str]) -> str:
    if not parts:
        return ""
    month = SEASONS.get(parts[0]) or MONTHS[int(parts[0]) - 1]
    return f"{int(parts[1])} {month}" if len(parts) > 1 else month
