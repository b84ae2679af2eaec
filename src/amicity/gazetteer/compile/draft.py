"""A place on its way into the gazetteer, and the tables of names that people of this project keep."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from amicity.gazetteer.entry import Entry

NAMES = Path(__file__).parent.parent / "names"

_SAINT = re.compile(r"\b(Saint|Sainte|St\.|Ste\.|St|Ste) (?=[A-Z])")
_SAINTS = {"Saint": ("St.", "St"), "Sainte": ("Ste.", "Ste"), "St.": ("Saint", "St"), "Ste.": ("Sainte", "Ste")}
_SAINTS |= {"St": ("Saint", "St."), "Ste": ("Sainte", "Ste.")}


@dataclass(frozen=True, slots=True)
class Draft:
    """``own`` are the names by which English news calls the place, ``other`` those of other languages and times; ``loud`` and
    ``loud_other`` say whether a text that holds one of them speaks of the place (see ``table.Mark.QUIET``). ``listed`` are
    names by which only lists are looked up: those of villages, and what small towns are called in other languages."""

    entry: Entry
    own: tuple[str, ...]
    other: tuple[str, ...] = ()
    loud: bool = True
    loud_other: bool = False
    of: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


@cache
def table(name: str) -> dict[str, Any]:
    """A table of ``names``, e.g. ``table("countries")``."""
    return tomllib.loads((NAMES / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list in ``names``; a list of phrases has one a line."""
    lines = [line for line in (NAMES / f"{name}.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return frozenset(lines if name == "phrases" else " ".join(lines).split())


def spellings(names: Iterable[str]) -> Iterator[str]:
    """Each name, and how else it is commonly spelt: without apostrophes and dots, Saint and St."""
    for name in names:
        plain = name.replace("’", "'")
        yield plain
        if "'" in plain:
            yield plain.replace("'", "")
        saint = _SAINT.search(plain)
        if saint:
            yield from (plain[: saint.start(1)] + other + plain[saint.end(1) :] for other in _SAINTS[saint.group(1)])
