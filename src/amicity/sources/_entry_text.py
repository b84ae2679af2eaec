"""What one item of a list of partners says: whom, where, since when, until when; ``Reims, France (1967–2022)``."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from amicity.sources._celldates import date_in
from amicity.sources._columns import plain, words
from amicity.sources._piece import Piece
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.partial_date import PartialDate

_LONGEST = 10
"""Words of a name."""
_SMALL = frozenset(
    [
        *("am", "an", "and", "auf", "bei", "da", "de", "del", "der", "di", "do", "e", "el", "en", "et", "i", "im", "in", "la", "las"),
        *("le", "les", "los", "na", "nad", "of", "on", "pod", "sous", "sur", "the", "und", "upon", "y", "zu"),
    ]
)
"""Words that stay small inside names."""
_ENOUGH = 600
"""Signs of an item that are looked at: the longest remarks of lists have half of them."""
_YEAR = r"(?:1[89]|20)\d\d"
_WORD = r"[^\W\d_]{3,12}\.?"
_DATE = re.compile(
    rf"(?<!\d){_YEAR}-\d\d-\d\d(?!\d)|\d\d?\. ?\d\d?\. ?{_YEAR}(?!\d)|\d\d?/\d\d?/{_YEAR}(?!\d)"
    rf"|\d\d?(?:st|nd|rd|th|\.)? {_WORD},? {_YEAR}(?!\d)"
    rf"|{_WORD} \d\d?(?:st|nd|rd|th)?,? {_YEAR}(?!\d)|{_WORD} {_YEAR}(?!\d)|(?<![\d-]){_YEAR}(?!\d)"
)
_OVER = re.compile(
    r"(?:until|till|ended|suspended|paused|terminated|dissolved|cancell?ed|revoked|bis|jusqu['’]en|hasta|fino al) (?:in |on |im )?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:c|ca|circa|about|around|approximately|um|vers)\.? ?$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[–—-]|to|until|bis)\s*$")
_TAIL = re.compile(
    r"\s*(?:[;:\[]|(?P<dash>\s[–—-]+\s)|(?:,\s*)?\b(?:since|from|seit|depuis|desde|dal|established|twinned|signed|founded|formerly"
    r"|former|suspended|ended|terminated|until|paused|inactive|dissolved)\b|,\s*(?=\d)|\s(?=\d{4}\b))",
    re.IGNORECASE,
)
_PAREN = re.compile(r"\(([^()]{0,120})\)")


@dataclass(frozen=True, slots=True)
class Told:
    """``name`` is a piece of the item. ``change`` is ``ended``, ``suspended`` or ``planned`` where the item says so, else empty."""

    name: Piece
    division: str
    country: str
    since: Dated | None = None
    until: Dated | None = None
    change: str = ""
    unread: bool = False
    signed: Dated | None = None


def told(item: Piece) -> Told | str:
    """What the item says, or why it names no partner."""
    item = item.cut(0, _ENOUGH)
    text = item.plain
    main = _main(text)
    name, beside = _parts(item, main)
    if not any(character.isalpha() for character in name.plain):
        return "names no partner"
    if len(name.plain.split()) > _LONGEST:
        return "has a remark where the partner should stand"
    behind = [each.strip(" ,") for each in _PAREN.findall(text[len(name.plain) :])] if main < len(text) else []
    places = [*beside, *(each for each in behind if not any(character.isdigit() for character in each))]
    country = next((each for each in reversed(places) if nation(each)), "")
    division = next((each for each in beside if each != country), "") or _beside(item.target)
    since, until, unread = dates(item, main)
    change = _change(text[main:]) or ("ended" if until or item.struck else "")
    return Told(name, division, country or (item.flag if nation(item.flag) else ""), since, until, change, unread)


@cache
def listings() -> Mapping[str, frozenset[str]]:
    """The words of ``listings.toml``, folded."""
    said = tomllib.loads((Path(__file__).parent / "listings.toml").read_text(encoding="utf-8"))
    return {name: frozenset(plain(each) for each in listed) for name, listed in said.items()}


@lru_cache(maxsize=4096)
def nation(name: str) -> str:
    """The code of the country of that name; empty where none has it."""
    from amicity.gazetteer import open_gazetteer

    return (open_gazetteer().country_code(name) or "") if name and len(name) < 60 else ""


def _main(text: str) -> int:
    """Where the name and what stands behind its commas ends, and remarks begin.

    ``Frankfurt (Oder), Germany`` keeps its bracket, ``Sarajevo – Centar`` its dash.
    """
    start = 0
    while bracket := _PAREN.search(text, start):
        if not _qualifies(bracket[1]):
            break
        start = bracket.end()
    bracket_at = text.find("(", start)
    tail = _TAIL.search(text, start)
    while tail and tail["dash"] and _qualifies(re.split(r"[,;:(\[]", text[tail.end() :], maxsplit=1)[0]):
        tail = _TAIL.search(text, tail.end())
    ends = [at for at in (bracket_at, tail.start() if tail else -1) if at > 0]
    return min(ends, default=len(text))


def _qualifies(bracket: str) -> bool:
    """Whether a bracket belongs to the name, as in ``Frankfurt (Oder)`` and ``Mitte (Berlin)``, and is no country, date or remark."""
    said = bracket.split()
    if any(character.isdigit() for character in bracket):
        return False
    if said and plain(said[-1]) in listings()["level"]:
        return len(said) < 5
    capital = all(word[:1].isupper() or word in _SMALL for word in said)
    return capital and 0 < len(said) < 5 and not nation(bracket) and plain(bracket) not in {**words("form"), **words("status")}


def _bears(name: str) -> bool:
    """Whether a place bears the name with what stands behind its comma: ``Washington, D.C.``."""
    from amicity.gazetteer import open_gazetteer

    return len(name) < 60 and bool(open_gazetteer().entries(name))


def _beside(target: str) -> str:
    """The division that a link's target names: ``Arlington County, Virginia``."""
    division = target.partition(",")[2].strip()
    return "" if nation(division) else division


def _parts(item: Piece, main: int) -> tuple[Piece, list[str]]:
    """The name, and what stands behind its commas."""
    name, *beside = item.plain[:main].split(",")
    if beside and _bears(whole := f"{name},{beside[0]}"):
        name, beside = whole, beside[1:]
    return item.cut(0, len(name)), [part.strip() for part in beside if part.strip()]


def dates(item: Piece, main: int) -> tuple[Dated | None, Dated | None, bool]:
    """Since, until, and whether a number that looks like a year was not understood."""
    text = item.plain
    since = until = None
    unread = False
    last = main
    for found in _DATE.finditer(text, main):
        whole = date_in(found[0].replace(". ", "."))
        start = found.start() if whole else found.end() - 4
        before, last = text[last:start], found.end()
        value = whole or date_in(text[start:last])
        if value is None:
            unread = True
            continue
        if about := _ABOUT.search(before):
            value, start = PartialDate(f"{value.edtf}~"), start - len(about.group())
        when = Dated(
            value, item.span(start, found.end()), Derivation.LITERAL if value.edtf == text[start : found.end()] else Derivation.NORMALISED
        )
        if _OVER.search(before) or (since is not None and _RANGE.fullmatch(before)):
            until = until or when
        else:
            since = since or when
    return since, until, unread


def _change(remark: str) -> str:
    """What the remark says of the tie's state, by the words that tables use for it."""
    said = f" {plain(remark)} "
    meant = [meaning for word, meaning in words("status").items() if len(word) > 5 and f" {word} " in said]
    return next((each for each in ("ended", "suspended", "planned") if each in meant), "")
