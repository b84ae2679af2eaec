"""Whether a text is worth reading: three looks, each cheaper than what comes after it.

A text of this field holds one of the gate's stretches; its words make marks that are enough together; and they do so in the
sentences that are read, not in a tail or a by-line.
"""

import re
from collections.abc import Iterable
from functools import cache

from amicity.grammar.symbol import Symbol
from amicity.terms.lexicon import Language

_ENVOYS = frozenset(
    {
        "ambassador",
        "high_commissioner",
        "consul_general",
        "honorary_consul",
        "consul",
        "deputy_consul_general",
        "charge_d_affaires",
        "minister_counsellor",
    }
)
_TOWN_POSTS = frozenset(
    {
        "mayor",
        "vice_mayor",
        "deputy_mayor",
        "lord_mayor",
        "acting_mayor",
        "former_mayor",
        "mayor_elect",
        "councillor",
        "council_leader",
        "party_secretary",
        "governor",
        "vice_governor",
        "municipal_commissioner",
        "committee_member",
        "provost",
        "city_manager",
    }
)
_OF_SORT = {"tie": "tie", "sign": "sign", "paper": "paper", "mission": "mission", "body": "town"}
_ENOUGH = (
    frozenset({"tie"}),
    frozenset({"sign", "paper"}),
    frozenset({"mission", "office", "envoy"}),
    frozenset({"town", "mission"}),
    frozenset({"town", "envoy"}),
    frozenset({"town", "delegation"}),
)
"""A tie; a signed paper; an envoy's office beside a mission; a town's office or body beside a mission, an envoy or a delegation."""

_STEM = 4
_PLAIN_WORDS = re.compile("[a-z]+")


def relevant(text: str, language: Language) -> bool:
    """The byte gate: whether the text holds any stretch that a report of this field holds."""
    lower = text.lower()
    return any(stem in lower and any(stretch in lower for stretch in stretches) for stem, stretches in _gate(language))


@cache
def _gate(language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The gate's stretches by how they begin, so that a text without the beginning is asked for none of them."""
    stems: dict[str, list[str]] = {}
    for stretch in language.gate:
        stems.setdefault(stretch[:_STEM], []).append(stretch)
    return tuple((_beginning(stretches), tuple(stretches)) for stretches in stems.values())


def _beginning(stretches: list[str]) -> str:
    """What all of them begin with."""
    first, last = min(stretches), max(stretches)
    return next(first[:size] for size in range(len(first), 0, -1) if last.startswith(first[:size]))


def may_tell(text: str, language: Language) -> bool:
    """Whether the words of a canonical text make marks that are enough, wherever they stand and whatever stands between them."""
    words = _PLAIN_WORDS.findall(text.lower())
    known = _marking(language)
    running = f" {' '.join(words)} "
    marks = _delegation(running)
    for word in known.keys() & words:
        for wording, mark in known[word]:
            if mark not in marks and wording in running:
                marks.add(mark)
                if _enough(marks):
                    return True
    return False


def tells(symbols: Iterable[Symbol], words: Iterable[str]) -> bool:
    """Whether these symbols, and these words in lower case, make marks that are enough."""
    marks = {mark for symbol in symbols for mark in _marks(symbol.sort, symbol.value)}
    return _enough(marks) or _enough(marks.union(*map(_delegation, words)))


def _enough(marks: set[str]) -> bool:
    return any(need <= marks for need in _ENOUGH)


def _delegation(lower: str) -> set[str]:
    return {"delegation"} if "delegation" in lower or "entourage" in lower else set()


@cache
def _marks(sort: str, value: str) -> tuple[str, ...]:
    """The marks that a wording of the sort and value makes."""
    if sort != "post":
        return (_OF_SORT[sort],) if sort in _OF_SORT else ()
    return ("office", *(("envoy",) if value in _ENVOYS else ()), *(("town",) if value in _TOWN_POSTS else ()))


@cache
def _marking(language: Language) -> dict[str, list[tuple[str, str]]]:
    """The wordings that make a mark, as ``may_tell`` sees them, by their first word."""
    known: dict[str, list[tuple[str, str]]] = {}
    for wordings in language.wordings.values():
        for wording in wordings:
            words = _PLAIN_WORDS.findall(" ".join(wording.words))
            marks = _marks(wording.sort, wording.value)
            if words and marks:
                known.setdefault(words[0], []).extend((f" {' '.join(words)} ", mark) for mark in marks)
    return known
