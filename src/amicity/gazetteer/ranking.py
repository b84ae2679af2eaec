"""Which of the places that bear a name is meant: a table of features, each with the words that explain it.

Weights were set by hand on the names of tests/gazetteer and checked on 31,000 pairs of real lists (docs/decisions/0002-gazetteer.md).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from amicity.gazetteer.entry import Entry, Naming
from amicity.gazetteer.spelling import fold
from amicity.terms.place import Candidate, Level

_SIZE, _OTHER, _CAPITAL, _COUNTRY, _DIVISION, _NEAR = 0.55, -0.24, 0.08, 0.14, -0.06, 0.11
_DWARFED = 45
"""Whose namesake is so many times its size is not meant for its country's sake alone: Melbourne, Florida."""
_LARGEST = math.log10(2e9)
WITHIN = {
    "HK": "CN",
    "MO": "CN",
    "PR": "US",
    "GU": "US",
    "GP": "FR",
    "MQ": "FR",
    "RE": "FR",
    "GF": "FR",
    "NC": "FR",
    "PF": "FR",
    "YT": "FR",
}
WITHIN |= {
    "GL": "DK",
    "FO": "DK",
    "AX": "FI",
    "AW": "NL",
    "CW": "NL",
    "SX": "NL",
    "GI": "GB",
    "JE": "GB",
    "GG": "GB",
    "IM": "GB",
    "BM": "GB",
}


@dataclass(frozen=True, slots=True)
class Bearer:
    """A place, and how it bears the name that was looked up."""

    entry: Entry
    naming: Naming


@dataclass(frozen=True, slots=True)
class Context:
    """What the text says around the name; empty fields say nothing."""

    country: str | None = None
    admin: str | None = None
    near: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    """A bearer with its score and the reasons for it."""

    entry: Entry
    score: float
    reasons: tuple[str, ...]

    def candidate(self, *more: str) -> Candidate:
        """As the register keeps it."""
        entry = self.entry
        return Candidate(entry.id, entry.name, entry.country, round(self.score, 3), (*self.reasons, *more))


def chosen(bearers: Sequence[Bearer], context: Context) -> list[Rival]:
    """The bearers that the context admits, best first."""
    admitted = [bearer for bearer in bearers if _admitted(bearer.entry, context)]
    if context.country:
        admitted = [bearer for bearer in admitted if bearer.entry.level is not Level.COUNTRY] or admitted
    largest = max((bearer.entry.weight for bearer in admitted), default=0)
    rivals = [_scored(bearer, context, largest=largest, of=len(admitted)) for bearer in admitted]
    return sorted(rivals, key=lambda rival: (-rival.score, -rival.entry.weight, rival.entry.id))


def in_country(entry: Entry, country: str) -> bool:
    """Whether it lies there, or in what lists count to that country."""
    return country in (entry.country, WITHIN.get(entry.country))


def _admitted(entry: Entry, context: Context) -> bool:
    if context.levels and entry.level not in context.levels:
        return False
    if context.country and not in_country(entry, context.country):
        return False
    return not context.admin or _in_division(entry, context.admin, sure=context.country is None)


def _in_division(entry: Entry, admin: str, *, sure: bool) -> bool:
    """Whether the entry lies there; one whose division is unknown may, where its country is sure."""
    if entry.admin is None:
        return not sure and entry.level is not Level.COUNTRY
    return _bare(entry.admin) == _bare(admin)


def _bare(division: str) -> str:
    name = fold(division)
    for word in (
        " province",
        " state",
        " prefecture",
        " oblast",
        " region",
        " county",
        " voivodeship",
        " krai",
        "state of ",
        "province of ",
    ):
        name = name.removesuffix(word).removeprefix(word)
    return name


def _scored(bearer: Bearer, context: Context, *, largest: int, of: int) -> Rival:
    entry = bearer.entry
    features = (
        (0.10 + _SIZE * math.log10(max(entry.weight, 10)) / _LARGEST, ""),
        (_OTHER if bearer.naming is Naming.OTHER else 0.0, "a name in another language, or a former one"),
        (_CAPITAL if entry.capital else 0.0, "a capital"),
        (_COUNTRY if entry.level is Level.COUNTRY else 0.0, "a country"),
        (
            _DIVISION if entry.level in (Level.STATE, Level.COUNTY, Level.DISTRICT, Level.REGION) else 0.0,
            f"a {entry.level.value}, not a city",
        ),
        (_NEAR if entry.country in context.near and entry.weight * _DWARFED > largest else 0.0, "in a country already spoken of"),
        (0.10 if context.country else 0.0, "in the country named beside it"),
        (0.10 if context.admin else 0.0, "in the division named beside it"),
    )
    reasons = [reason for weight, reason in features if weight and reason]
    if of > 1 and entry.weight == largest:
        reasons.insert(0, f"the largest of {of} places of that name")
    return Rival(entry, min(1.0, max(0.0, sum(weight for weight, _ in features))), tuple(reasons))
