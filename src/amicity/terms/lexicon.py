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
    begins; ``hints`` usages, searched in the text in lower case, that tell a report's country (ISO 3166-1).

    The rest is what the register asks of words that a finding keeps as they were told; a language may leave any of it out.
    ``endings`` is what a passage says of how a tie came to its end; ``promised``, by kind of event, what a promised action says that
    names one; ``years`` how long a paper binds, its ``number`` a figure or one of ``numbers`` (in lower case, with spaces), and
    ``until`` its last ``day`` (ISO 8601); ``first`` a claim to have been the first, and ``limited`` in such a claim ``where`` it
    holds only."""

    tag: str
    wordings: Mapping[str, tuple[Wording, ...]]
    months: Mapping[str, int]
    gate: tuple[str, ...]
    abbreviations: frozenset[str]
    small: frozenset[str]
    hints: Mapping[str, re.Pattern[str]]
    endings: Mapping[Ending, re.Pattern[str]] = field(default_factory=dict)
    promised: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    years: re.Pattern[str] | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    until: re.Pattern[str] | None = None
    first: re.Pattern[str] | None = None
    limited: re.Pattern[str] | None = None
