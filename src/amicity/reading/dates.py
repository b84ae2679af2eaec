"""Dates in a sentence: written out, in figures, or told from the report's own day ("on Friday", "December this year")."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from amicity.grammar.context import Context
from amicity.grammar.symbol import Symbol
from amicity.reading.words import Word
from amicity.terms.derivation import Derivation
from amicity.terms.lexicon import Language
from amicity.terms.partial_date import PartialDate

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_OF_YEARS = r" (?:term|season|budget|strateg|plan|program|academic|school|legislative|council|edition)"
"""For the 2010-2013 term nothing happened from 2010 to 2013."""
_PATTERN = re.compile(
    rf"\b(?:(?P<iso>{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}\b)"
    rf"|(?P<named>{_YEAR}-{_MONTH}-{_DAY}\b)"
    rf"|(?P<han>{_YEAR} ?年 ?(?:1[0-2]|0?[1-9]) ?月(?: ?{_DAY} ?日)?)"
    rf"|(?P<mdy>{_MONTH}\.?,? ?{_DAY}(?:st|nd|rd|th)?(?: ?-(?: ?{_MONTH}\.? ?)? ?{_DAY}(?:st|nd|rd|th)?"
    rf"| (?:to|and|through) (?:{_MONTH} )?{_DAY}(?:st|nd|rd|th)?)?(?:,? ?(?:of )?{_YEAR}\b| this year\b"
    rf"| last year\b| next year\b)?(?![\d]))"
    rf"|(?P<dmy>(?:the )?{_DAY}(?:st|nd|rd|th)?(?: ?- ?{_DAY}(?:st|nd|rd|th)?| (?:to|and) {_DAY}(?:st"
    rf"|nd|rd|th)?)?(?: day)?(?: of)? {_MONTH}\b\.?,?(?: ?{_YEAR}\b| this year\b| last year\b| next "
    rf"year\b)?)"
    rf"|(?P<my>(?:early |late |mid-?)?{_MONTH}\.?,? (?:of )?(?:{_YEAR}\b|this year\b|last year\b|next year\b|the same year\b|that year\b))"
    rf"|(?P<slash>\d{{1,2}}/\d{{1,2}}/{_YEAR}\b|(?<![\d-])\d{{1,2}}-\d{{1,2}}-{_YEAR}\b|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}\b)"
    rf"|(?P<span>(?:from|between) {_YEAR} (?:to|and|through|until) {_YEAR}\b|{_YEAR} ?- ?{_YEAR}\b(?!{_OF_YEARS}))"
    rf"|(?P<decade>(?:the )?(?:early |late |mid-?)?{_YEAR}s\b)"
    rf"|(?P<relative>(?:yesterday|today|tomorrow|tonight|this year|last year|next year|earlier this "
    rf"year|later this year|this month|last month|next month|this week|last week|next week"
    rf"|this (?:morning|afternoon|evening))\b)"
    rf"|(?P<ago>\d{{1,3}} years ago\b)"
    rf"|(?P<dayth>(?<=on the ){_DAY}(?:st|nd|rd|th)\b(?=[,.;)]| (?:and|at|in|with|during|by)\b))"
    rf"|(?P<weekday>(?:on |last |next |this |this past |this coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
    rf"|(?P<year>(?<!\d-)(?<![Nn]o\. )(?<!Resolution )(?<!Ordinance ){_YEAR}\b"
    rf"(?![\d%]|,\d| ?- ?{_YEAR}{_OF_YEARS}| (?:people|square|residents|students|km|metres|meters|miles)))"
    rf"|(?P<month>(?:in|last|next|this|since|until|by|of) {_MONTH}\b"
    rf"(?! ?\d|,? (?:of )?(?:this|last|next|that|the same) year|,? (?:of )?{_YEAR})))",
    re.I,
)
_ALONE = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("yesterday", "today", "tomorrow", "tonight"),
    ]
)
_LEADS = frozenset(
    [
        *("the", "early", "late", "mid", "from", "between", "on", "in", "since", "until", "by", "of"),
        *("last", "next", "this", "earlier", "later"),
    ]
)
_LED = _ALONE | {"early", "late", "mid", "-", "this", "past", "coming", "year", "month", "week"}
_INNER = re.compile(r"[.,](?=\d)")
_NUMBERS = re.compile(r"\d+")
_MONTH_NAME = re.compile(_MONTH, re.I)
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the year |as early as |as far back as |at least )?$", re.I)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def dates_in(context: Context, words: Sequence[Word], *, language: Language) -> Iterator[Symbol]:
    """A ``date`` symbol for each date in a stretch of words; ``more`` is its PartialDate and ``value`` how it was derived.

    A date that needs the report's own day and has none is passed over, never guessed.
    """
    reached = 0
    for start in _openings(words):
        if start < reached:
            continue
        match = _PATTERN.match(context.text, start, words[-1].end)
        if match is None:
            continue
        reached = match.end()
        form = match.lastgroup or ""
        month = _MONTH_NAME.search(match.group())
        if form in ("mdy", "dmy", "my", "month") and month and month.group()[0].islower():
            continue
        read = _READERS[form](match.group(), context, language)
        if read is None:
            continue
        edtf, derivation = read
        try:
            yield Symbol("date", match.start(), match.end(), derivation.value, _date(edtf))
        except ValueError:
            continue


@lru_cache(maxsize=4096)
def _date(edtf: str) -> PartialDate:
    return PartialDate(edtf)


def _openings(words: Sequence[Word]) -> list[int]:
    """Where a date may begin: at a number, a month, a day, or a word that leads to one."""
    found: list[int] = []
    led = False
    for start, _, lower, _ in reversed(words):
        if lower[0].isdigit():
            if not lower.isalnum():
                found += (start + match.end() for match in reversed(list(_INNER.finditer(lower))))
            found.append(start)
            led = True
            continue
        if lower in _ALONE or (led and lower in _LEADS):
            found.append(start)
        led = lower in _LED
    return found[::-1]


def since(context: Context, symbol: Symbol) -> bool:
    """Whether "since" or "from" stands right before the date."""
    return bool(_SINCE.search(context.text[max(0, symbol.start - 30) : symbol.start]))


def _edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    written = f"{year:04d}" if year else "XXXX"
    return written + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _iso(text: str, _: Context, __: Language) -> tuple[str, Derivation]:
    year, month, day = map(int, _NUMBERS.findall(text))
    return _edtf(year, month, day), Derivation.NORMALISED


def _han(text: str, _: Context, __: Language) -> tuple[str, Derivation]:
    """A date as China and Japan write it, also inside English pages."""
    return _edtf(*map(int, _NUMBERS.findall(text))), Derivation.NORMALISED


def _month_number(text: str, language: Language) -> int:
    match = _MONTH_NAME.search(text)
    return _numbered(match.group(), language) if match else 0


def _numbered(name: str, language: Language) -> int:
    """Which month a name is, misspelt behind its first letters though it be: "Sepember"."""
    lower = name.lower()
    return language.months.get(lower) or language.months[lower[:3]]


def _calendar(text: str, context: Context, language: Language) -> tuple[str, Derivation] | None:
    """Month, day and perhaps year, in either order."""
    month = _month_number(text, language)
    numbers = [int(n) for n in _NUMBERS.findall(text)]
    days = [n for n in numbers if n <= 31]
    written = next((n for n in numbers if n > 31), None)
    year, derivation = _year_of(text, written, month, context)
    if not days:
        return _edtf(year, month), derivation
    months = [_numbered(m, language) for m in _MONTH_NAME.findall(text)]
    if len(days) == 2 and days[0] != days[1]:
        first, last = _edtf(year, months[0], days[0]), _edtf(year, months[-1], days[1])
        return (f"{first}/{last}" if first < last and year else first), derivation
    return _edtf(year, month, days[0]), derivation


def _year_of(text: str, written: int | None, month: int, context: Context) -> tuple[int | None, Derivation]:
    if written:
        return written, Derivation.NORMALISED
    anchor = context.anchor
    if anchor is None:
        return (context.address_year, Derivation.ADDRESS) if context.address_year else (None, Derivation.NORMALISED)
    lower = text.lower()
    if "last year" in lower:
        return anchor.year - 1, Derivation.INHERITED
    if "next year" in lower:
        return anchor.year + 1, Derivation.INHERITED
    if "this year" in lower:
        return anchor.year, Derivation.INHERITED
    if month - anchor.month > 6:
        return anchor.year - 1, Derivation.INHERITED
    return anchor.year + (anchor.month - month > 9), Derivation.INHERITED


def _month_only(text: str, context: Context, language: Language) -> tuple[str, Derivation] | None:
    if context.anchor is None:
        return None
    month, anchor = _month_number(text, language), context.anchor
    year = anchor.year
    lower = text.lower()
    if lower.startswith("last"):
        year -= month >= anchor.month
    elif lower.startswith("next"):
        year += month <= anchor.month
    elif month - anchor.month > 6:
        year -= 1
    return _edtf(year, month), Derivation.INHERITED


def _slash(text: str, _: Context, __: Language) -> tuple[str, Derivation] | None:
    first, second, year = map(int, _NUMBERS.findall(text))
    if first > 12 >= second:
        return _edtf(year, second, first), Derivation.NORMALISED
    if second > 12 >= first:
        return _edtf(year, first, second), Derivation.NORMALISED
    if first == second or "." in text:
        return _edtf(year, second, first), Derivation.NORMALISED
    return _edtf(year), Derivation.NORMALISED


def _span(text: str, _: Context, __: Language) -> tuple[str, Derivation] | None:
    first, last = map(int, _NUMBERS.findall(text))
    return (f"{first}/{last}", Derivation.NORMALISED) if first < last else None


def _decade(text: str, _: Context, __: Language) -> tuple[str, Derivation]:
    return _NUMBERS.findall(text)[0][:3] + "X", Derivation.NORMALISED


def _relative(text: str, context: Context, _: Language) -> tuple[str, Derivation] | None:
    anchor = context.anchor
    if anchor is None:
        return None
    lower = text.lower()
    if "year" in lower:
        shift = -1 if "last" in lower else 1 if "next" in lower else 0
        return _edtf(anchor.year + shift), Derivation.INHERITED
    if "month" in lower:
        shift = -1 if "last" in lower else 1 if "next" in lower else 0
        month = anchor.month - 1 + shift
        return _edtf(anchor.year + month // 12, month % 12 + 1), Derivation.INHERITED
    if "week" in lower:
        return None
    day = anchor + timedelta({"yesterday": -1, "tomorrow": 1}.get(lower, 0))
    return day.isoformat(), Derivation.INHERITED


def _ago(text: str, context: Context, _: Language) -> tuple[str, Derivation] | None:
    """ "54 years ago", told in 2011: 1957."""
    if context.anchor is None:
        return None
    return _edtf(context.anchor.year - int(_NUMBERS.findall(text)[0])), Derivation.COMPUTED


def _weekday(text: str, context: Context, _: Language) -> tuple[str, Derivation] | None:
    """The last such day on or before the report's (codebook, 4.4); "next Friday" and "this coming Friday" lie ahead."""
    anchor = context.anchor
    if anchor is None or context.published is None or len(context.published.value.edtf) < 10:
        return None
    lower = text.lower()
    wanted = _WEEKDAYS.index(lower.split()[-1][:3])
    if "next" in lower or "coming" in lower:
        day = anchor + timedelta((wanted - anchor.weekday()) % 7 or 7)
    else:
        day = anchor - timedelta((anchor.weekday() - wanted) % 7)
    return day.isoformat(), Derivation.INHERITED


def _day_only(text: str, context: Context, _: Language) -> tuple[str, Derivation] | None:
    """ "On the 8th": of the report's month, or of the month before."""
    anchor = context.anchor
    if anchor is None or context.published is None or len(context.published.value.edtf) < len("2020-01-01"):
        return None
    day = int(_NUMBERS.findall(text)[0])
    month = anchor if day <= anchor.day else anchor.replace(day=1) - timedelta(1)
    return _edtf(month.year, month.month, day), Derivation.INHERITED


def _year(text: str, _: Context, __: Language) -> tuple[str, Derivation]:
    return text, Derivation.LITERAL


_READERS = {
    "iso": _iso,
    "han": _han,
    "named": lambda text, context, language: _calendar(text.replace("-", " "), context, language),
    "mdy": _calendar,
    "dmy": _calendar,
    "my": _calendar,
    "slash": _slash,
    "span": _span,
    "decade": _decade,
    "relative": _relative,
    "ago": _ago,
    "weekday": _weekday,
    "dayth": _day_only,
    "year": _year,
    "month": _month_only,
}


def anchor_of(value: PartialDate) -> date:
    """The day that relative dates count from."""
    return value.latest
