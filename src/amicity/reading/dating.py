"""The report's own date: from its carrier, its dateline, its by-lines, else the last full date it names near its head."""

import re
from collections.abc import Iterable, Sequence

from amicity.grammar.context import Context
from amicity.grammar.draft import When
from amicity.grammar.symbol import Symbol
from amicity.reading.blocks import Block
from amicity.reading.dates import dates_in
from amicity.reading.words import words_of
from amicity.terms.derivation import Derivation
from amicity.terms.lexicon import Language
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report

_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-]?(?:(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])?)?")
_LABELLED = re.compile(
    r"(?:updated|published|posted|date|time|release date|issued|dated|发布|时间)\s*(?:on|at|time)?\s*[:：]?\s*(?:\w+day,? )?$", re.I
)
_PUBLISHED = re.compile(r"\bpublished(?: on| at)? ?:|\bfirst published(?: on)? ", re.I)
_SHORT_LINE = re.compile(r"^\s*(?:-|by\b|from\b|\(|\[)|\||\d{4}\s*$", re.I)
_DIGIT = re.compile(r"\d")
_PLACE_LED = re.compile(r"\s*[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'.-]+){0,3}(?:, [A-Z][\w. ]{2,20})?[,(] ?(?:\w+day,? )?")
_AGENCY = re.compile(r"\s*(?:\([A-Z][\w /]{1,24}\)|\)?\s*(?:-{1,2}|:|/))")
_MASTHEAD, _DATELINE, _NEAR_TOP = 160, 90, 12
_HEAD, _FIRST, _LABEL = 500, 3_000, 44
_EARLIEST, _LATEST = 1800, 2200
"""No report is older or newer: a page that says it is of the year 1, or of 9999, has no date."""


def date_report(context: Context, *, report: Report, blocks: Sequence[Block], language: Language) -> None:
    """Set the context's publication date, the day relative dates count from, and the year of the address."""
    if match := _ADDRESS.search(report.address or ""):
        context.address_year = int(match.group(1))
    told = report.published
    if told is not None and told.earliest.year >= _EARLIEST and told.latest.year <= _LATEST:
        _set(context, When(told, 0, 0, Derivation.INHERITED))
        return
    found = (
        _said_published(context, language)
        or _in_dateline(context, blocks, language)
        or _in_meta(context, blocks, language)
        or _in_head(context, language)
        or _anywhere(context, blocks, language)
    )
    if found is not None:
        _set(context, found)


def _set(context: Context, when: When) -> None:
    context.published = when
    context.anchor = when.value.latest


def _said_published(context: Context, language: Language) -> When | None:
    """The full day behind "Published:" near the head, whatever day a page shows as its own."""
    for label in _PUBLISHED.finditer(context.text, 0, _HEAD):
        for symbol in _dates(context, label.end(), min(len(context.text), label.end() + _LABEL), language=language):
            if _full(symbol.more):
                return When(symbol.more, symbol.start, symbol.end, Derivation.INHERITED)
    return None


def _in_dateline(context: Context, blocks: Sequence[Block], language: Language) -> When | None:
    """The full day of "Ohrid, 5 December 2018 (MIA) -", which an agency wrote, before that of the page's head."""
    for block in blocks[:_NEAR_TOP]:
        end = min(block.end, block.start + _DATELINE)
        for symbol in _dates(context, block.start, end, language=language) if block.label == "body" else ():
            led = _PLACE_LED.fullmatch(context.text, block.start, symbol.start)
            if led and _full(symbol.more) and _AGENCY.match(context.text, symbol.end):
                return When(symbol.more, symbol.start, symbol.end, Derivation.INHERITED)
    return None


def _in_meta(context: Context, blocks: Sequence[Block], language: Language) -> When | None:
    for i, block in enumerate((*blocks[:12], *blocks[-4:])):
        if block.label != "meta" and block.end - block.start > (_MASTHEAD if i == 0 else 90):
            continue
        if block.label not in ("meta", "heading", "title", "tail") and not _SHORT_LINE.search(context.text[block.start : block.end]):
            continue
        for symbol in _dates(context, block.start, block.end, language=language):
            if _full(symbol.more) or len(symbol.more.edtf) == 7:
                return When(symbol.more, symbol.start, symbol.end, Derivation.INHERITED)
    return None


def _in_head(context: Context, language: Language) -> When | None:
    """A date with a label before it, or one that opens the text, or a dateline's."""
    text = context.text
    for symbol in _dates(context, 0, min(len(text), _HEAD), language=language):
        before = text[max(0, symbol.start - 30) : symbol.start]
        if _full(symbol.more) and (
            _LABELLED.search(before)
            or not before.strip()
            or re.search(r"(?:^|\n)\s*[A-Z][A-Z .,'a-z-]{2,30}[,(:-]\s*(?:\w+day,? )?$", before)
        ):
            return When(symbol.more, symbol.start, symbol.end, Derivation.INHERITED)
    return None


def _anywhere(context: Context, blocks: Sequence[Block], language: Language) -> When | None:
    """No date of its own: the latest full day that the text names in a caption or its first paragraphs stands in."""
    bodies = [b for b in blocks if b.label == "body"][:2]
    candidates = (
        When(symbol.more, symbol.start, symbol.end, Derivation.INHERITED)
        for block in [*(b for b in blocks if b.label in ("caption", "meta")), *bodies][:8]
        for symbol in _dates(context, block.start, min(block.end, block.start + _FIRST), language=language)
        if _full(symbol.more) and symbol.value == Derivation.NORMALISED.value
    )
    return max(candidates, key=lambda w: w.value.edtf, default=None)


def _dates(context: Context, start: int, end: int, *, language: Language) -> Iterable[Symbol]:
    """The dates between two offsets that may be the report's own: without a figure in it, and no year from elsewhere, there is none."""
    if context.address_year is None and not _DIGIT.search(context.text, start, end):
        return ()
    return dates_in(context, words_of(context.text, start, end), language=language)


def _full(value: PartialDate) -> bool:
    return len(value.edtf) == 10 and value.edtf[0] != "X"
