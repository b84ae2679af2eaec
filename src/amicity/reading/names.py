"""Proper names that are no places: gatherings, organisations, people."""

import re
from collections.abc import Iterator

from amicity.grammar.symbol import Symbol
from amicity.reading.words import Word

_JOIN_RIGHT = frozenset(["on", "of", "for", "between", "against", "with", "to", "in", "and", "&", "the"])
_JOIN_LEFT = frozenset(["of", "and", "&", "for", "the", "-"])
_EDITION = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|inaugural")
_PARTICLES = frozenset(
    [
        "ul",
        "al",
        "bin",
        "bint",
        "ibn",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "el",
        "e",
        "y",
        "ud-din",
        "abu",
        "binti",
        "ter",
        "ten",
        "st",
    ]
)
NEVER_NAME = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        *("previously", "subsequently", "separately", "additionally", "currently", "finally"),
    ]
)


def capital_run(words: list[Word], head: int, *, stop: frozenset[str], floor: int) -> int:
    """The first word of the capitalised name that ends at ``head``: back over capitals, numbers and joins, not past ``floor``."""
    first = head
    i = head - 1
    while i >= floor:
        word = words[i]
        if word.lower in ("'s", "'"):
            i -= 1
            continue
        if (word.capital and word.lower not in stop) or _edition(word) or _year(word):
            first = i
        elif not (word.lower in _JOIN_LEFT and i > floor and _named(words[i - 1], stop)) or (
            word.lower == "and" and _comma_before(words, i, floor)
        ):
            break
        i -= 1
    while first < head and words[first].lower in stop:
        first += 1
    return first


def _comma_before(words: list[Word], i: int, floor: int) -> bool:
    return any(w.lower == "," for w in words[max(floor, i - 4) : i])


def _named(word: Word, stop: frozenset[str]) -> bool:
    return (word.capital and word.lower not in stop) or word.lower in ("'s", "'") or _edition(word)


def _edition(word: Word) -> bool:
    return bool(_EDITION.fullmatch(word.lower))


def _year(word: Word) -> bool:
    return len(word.lower) == 4 and word.lower.isdigit() and word.lower[:2] in ("19", "20")


def run_on(words: list[Word], head: int, *, stop: frozenset[str]) -> int:
    """The last word of the name whose head stands at ``head``: on over "on Cooperation between China and Pakistan …"."""
    last = head
    i = head + 1
    while i < len(words):
        word = words[i]
        if word.capital and word.lower not in stop:
            last = i
        elif word.lower in _JOIN_RIGHT or word.lower == "-":
            if i + 1 >= len(words):
                break
            following = words[i + 1]
            if (
                not (following.capital or following.lower in ("the",))
                or (word.lower == "and" and i - head > 12)
                or following.lower in NEVER_NAME
            ):
                break
            if word.lower in ("in", "with", "to", "and") and last == head:
                break
        elif word.lower != "'s" and not (_year(word) and i == head + 1):
            break
        elif _year(word):
            last = i
        i += 1
    return last


def _capitalised(words: list[Word], heads: list[Symbol]) -> Iterator[tuple[Symbol, int, int]]:
    """Each head that is written with a capital, with its first and last word."""
    at = {w.start: i for i, w in enumerate(words)} if heads else {}
    for head in heads:
        first = at.get(head.start)
        if first is not None and words[first].capital:
            last = first
            while last + 1 < len(words) and words[last + 1].start < head.end:
                last += 1
            yield head, first, last


def gatherings(words: list[Word], heads: list[Symbol], *, stop: frozenset[str]) -> list[Symbol]:
    """A ``forum`` symbol for each named gathering: a capitalised head with a capitalised name before or after it."""
    found: list[Symbol] = []
    for _, first_word, head_word in _capitalised(words, heads):
        first = capital_run(words, first_word, stop=stop, floor=0)
        last = run_on(words, head_word, stop=stop)
        size = sum(w.capital or _edition(w) for w in words[first : last + 1])
        if size < 2 or (first == first_word and last == head_word):
            continue
        found.append(Symbol("forum", words[first].start, words[last].end))
    return _longest(found)


def bodies(words: list[Word], heads: list[Symbol], *, stop: frozenset[str]) -> list[Symbol]:
    """An ``org`` symbol for each named organisation: a capitalised head with a name before it, or "of …" behind it."""
    found: list[Symbol] = []
    for head, first_word, head_word in _capitalised(words, heads):
        first = capital_run(words, first_word, stop=stop, floor=0)
        last = _org_end(words, head_word, stop)
        if first == first_word and last == head_word and len(words[head_word].lower) > 3 and head_word - first_word == 0:
            continue
        found.append(Symbol("org", words[first].start, words[last].end, head.value))
    return _longest(found)


def _org_end(words: list[Word], head: int, stop: frozenset[str]) -> int:
    """On over "for/of/with" and the capitals behind it."""
    last, i = head, head + 1
    while i < len(words):
        word = words[i]
        if i == head + 1 and word.capital and words[head].lower in _CLOSES_NAME:
            break
        if word.capital and word.lower not in stop:
            last = i
        elif (
            word.lower in ("of", "for", "on", "&", "-", "'s", "the", "with", "and")
            and i + 1 < len(words)
            and words[i + 1].capital | (words[i + 1].lower == "the")
        ):
            if word.lower in ("and", "with") and not (i + 2 < len(words) and last > head):
                break
            if word.lower == "and" and words[i + 1].lower in stop:
                break
            if word.lower == "of" and _city_of(words, i + 1):
                break
        else:
            break
        i += 1
    return last


_CLOSES_NAME = frozenset({"committee", "council", "commission", "bureau", "ministry", "office", "federation"})
"""Whoever follows these is a person: "the City Party Committee Tran Van Nam"."""


def _city_of(words: list[Word], i: int) -> bool:
    """Whether "the City of …" follows: the town whose body it is, no part of the body's name."""
    at = i + 1 if words[i].lower == "the" else i
    return at + 1 < len(words) and words[at].lower in ("city", "town", "municipality") and words[at + 1].lower == "of"


def _longest(found: list[Symbol]) -> list[Symbol]:
    kept: list[Symbol] = []
    for symbol in sorted(found, key=lambda s: (s.start, -s.end)):
        if kept and symbol.start < kept[-1].end:
            if symbol.end > kept[-1].end:
                kept[-1] = Symbol(symbol.sort, kept[-1].start, symbol.end, kept[-1].value)
            continue
        kept.append(symbol)
    return kept


def is_initial(words: list[Word], i: int) -> bool:
    """Whether a word is the initial of a name: "A." in "A.K. Nair", which is no article."""
    return words[i].end - words[i].start == 1 and i + 1 < len(words) and words[i + 1].lower == "."


def name_from(words: list[Word], first: int, *, stop: frozenset[str], taken: frozenset[int]) -> int:
    """How many words from ``first`` on make a person's name (0: none): capitals, initials and particles, up to six."""
    size = 0
    i = first
    while i < len(words) and size < 6:
        word = words[i]
        if (i in taken and size > 0) or word.lower in NEVER_NAME:
            break
        if word.capital and (word.lower not in stop or is_initial(words, i)):
            if i > first and words[i].start - words[i - 1].end > 1:
                break
            size = i - first + 1
        elif (word.lower in _PARTICLES and size and i + 1 < len(words) and (words[i + 1].capital or words[i + 1].lower == "-")) or (
            word.lower == "."
            and i > first
            and (words[i - 1].end - words[i - 1].start <= 2 or "." in words[i - 1].lower)
            and words[i - 1].capital
        ):
            pass
        elif word.lower == "-" and size and i + 1 < len(words) and words[i].start == words[i - 1].end and words[i + 1].start == word.end:
            i += 1
            size = i - first + 1
        else:
            break
        i += 1
    return size
