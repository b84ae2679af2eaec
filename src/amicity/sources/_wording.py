"""What short texts speak of, by the words of the languages: the summary of an event, a title on a card, and the places in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amicity.languages import languages
from amicity.sources._rows import part
from amicity.terms.lexicon import Wording
from amicity.terms.place import Place
from amicity.terms.span import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENOUGH = 300


@dataclass(frozen=True, slots=True)
class Said:
    """A wording in a text: from where to where, of what sort, and what it stands for."""

    start: int
    end: int
    sort: str
    value: str


def said(text: str, *sorts: str) -> Iterator[Said]:
    """The wordings of these sorts in a text, the longest at each word, in order."""
    words = list(_WORD.finditer(text[:_ENOUGH]))
    lower = [word.group().lower().replace("’", "'") for word in words]
    at = 0
    while at < len(words):
        known = [each for each in _wordings(lower[at]) if each.sort in sorts and tuple(lower[at : at + len(each.words)]) == each.words]
        best = max(known, key=lambda each: len(each.words), default=None)
        if best:
            yield Said(words[at].start(), words[at + len(best.words) - 1].end(), best.sort, best.value)
        at += len(best.words) if best else 1


def places(cell: Span) -> Iterator[tuple[Span, Place]]:
    """The places that a text names, with their passages, in order."""
    from amicity.gazetteer import open_gazetteer

    gazetteer, text, at = open_gazetteer(), cell.text[:_ENOUGH], 0
    while word := _WORD.search(text, at):
        end = gazetteer.longest(text, word.start())
        if end is None:
            at = word.end()
            continue
        beside = re.compile(r",? \(?([^\W\d_][\w ]{1,30})\)?").match(text, end)
        country = gazetteer.country_code(beside[1].strip()) if beside else None
        place = gazetteer.resolve(text[word.start() : end], country=country)
        if place.id:
            yield part(cell, word.start(), end), place
        at = beside.end() if beside and country else end


@cache
def _wordings(first: str) -> tuple[Wording, ...]:
    return tuple(wording for language in languages().values() for wording in language.wordings.get(first, ()))
