"""Words of a sentence, and the wordings of the language found among them: one pass, longest first."""

import re
from functools import cache
from typing import NamedTuple

from amicity.grammar.symbol import Symbol
from amicity.terms.lexicon import Language, Wording

_LETTERS = r"(?:[a-zA-Z]++|[^\W\d_])++"
_WORD = re.compile(rf"{_LETTERS}(?:'(?!s\b){_LETTERS})*+|\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*|'s\b|\S")


_NEW = tuple.__new__
"""Makes a Word at half the cost of calling the class: a report has hundreds."""


class Word(NamedTuple):
    """One word with its bounds, and in lower case."""

    start: int
    end: int
    lower: str
    capital: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets; a hyphen, a possessive 's and each mark of punctuation stand alone."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        token = match[0]
        at, stop = match.span()
        found.append(_NEW(Word, (at, stop, token.lower(), token[0].isupper())))
    return found


@cache
def _by_following(language: Language) -> dict[str, dict[str, tuple[Wording, ...]]]:
    """The wordings by their first word, then by the word that follows it; under no word those of a single one, which go with each."""
    index: dict[str, dict[str, tuple[Wording, ...]]] = {}
    for first, senses in language.wordings.items():
        single = tuple(w for w in senses if len(w.words) == 1)
        seconds = {w.words[1] for w in senses if len(w.words) > 1}
        index[first] = {"": single} | {second: tuple(w for w in senses if w.words[1:2] in ((), (second,))) for second in seconds}
    return index


def wordings_in(words: list[Word], language: Language) -> list[Symbol]:
    """A symbol for each wording of the language; of one sort none overlaps a longer one. A hyphen counts as a space."""
    solid = [w for w in words if w.lower != "-"]
    lowers = [w.lower for w in solid]
    openings = map(_by_following(language).get, lowers)
    lowers.append("")
    busy: dict[str, int] = {}
    found: list[Symbol] = []
    for i, opening in enumerate(openings):
        if opening is None:
            continue
        start = solid[i].start
        for wording in opening.get(lowers[i + 1]) or opening[""]:
            size = len(wording.words)
            if size > 2 and tuple(lowers[i : i + size]) != wording.words:
                continue
            if busy.get(wording.sort, -1) > start:
                continue
            end = solid[i + size - 1].end
            busy[wording.sort] = end
            found.append(Symbol(wording.sort, start, end, wording.value))
    return found
