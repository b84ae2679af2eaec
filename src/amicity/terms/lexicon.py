"""A language as the reader needs it: wordings, each with the sort of symbol it makes and what that stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from amicity.terms.relation import Ending


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: its words in lower case, the sort of symbol it makes, and the symbol's value."""

    words: tuple[str, ...]
    sort: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """``wordings`` by first word, longest first; ``months`` and ``weekdays`` by lower-case name; ``gate`` are substrings one of which
    any report worth reading holds; ``abbreviations`` end no sentence; ``small`` are words that are capitalised only where a sentence
    begins; ``hints`` usages, searched in the text in lower case, that tell a report's country (ISO 3166-1); ``endings`` what a
    passage says of how a tie came to its end."""

    tag: str
    wordings: Mapping[str, tuple[Wording, ...]]
    months: Mapping[str, int]
    gate: tuple[str, ...]
    abbreviations: frozenset[str]
    small: frozenset[str]
    hints: Mapping[str, re.Pattern[str]]
    endings: Mapping[Ending, re.Pattern[str]] = field(default_factory=dict)
