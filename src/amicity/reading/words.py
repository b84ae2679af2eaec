"""Words of a sentence, and the wordings of the language found among them: one pass, longest first."""

import re
from typing import NamedTuple

from amicity.grammar.symbol import Symbol
from amicity.terms.lexicon import Language

_WORD = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*|'s\b|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*|\S")


class Word(NamedTuple):
    """One word with its bounds, and in lower case."""

    start: int
    end: int
    lower: str
    capital: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets; a hyphen, a possessive 's and each mark of punctuation stand alone."""
    return [Word(match.start(), match.end(), (token := match[0]).lower(), token[0].isupper()) for match in _WORD.finditer(text, start, end)]


def wordings_in(words: list[Word], language: Language) -> list[Symbol]:
    """A symbol for each wording of the language; of one sort none overlaps a longer one. A hyphen counts as a space."""
    solid = [w for w in words if w.lower != "-"]
    lowers = [w.lower for w in solid]
    openers = map(language.wordings.get, lowers)
    lowers.append("")
    busy: dict[str, int] = {}
    found: list[Symbol] = []
    for i, senses in enumerate(openers):
        if senses is None:
            continue
        start, following = solid[i].start, lowers[i + 1]
        for wording in senses:
            size = len(wording.words)
            if size > 1 and (following != wording.words[1] or (size > 2 and tuple(lowers[i : i + size]) != wording.words)):
                continue
            if busy.get(wording.sort, -1) > start:
                continue
            end = solid[i + size - 1].end
            busy[wording.sort] = end
            found.append(Symbol(wording.sort, start, end, wording.value))
    return found
