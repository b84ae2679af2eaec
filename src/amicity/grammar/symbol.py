"""A symbol: one recognised stretch of a sentence, with its sort and what it stands for."""

import re
from dataclasses import dataclass
from typing import Any

from amicity.terms.place import Level, Place


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the report, with the office and place that the report gives."""

    name: str
    start: int
    end: int
    posts: tuple["Office", ...] = ()

    @property
    def places(self) -> "tuple[Symbol, ...]":
        """The places that the person's offices belong to."""
        return tuple(office.place for office in self.posts if office.place is not None)


@dataclass(slots=True, eq=False)
class Office:
    """One office that somebody holds: the codebook's term, and where the text says it."""

    post: str
    start: int
    end: int
    place: "Symbol | None" = None
    body: str | None = None
    portfolio: tuple[int, int] | None = None
    tenure: str = "current"


@dataclass(slots=True, eq=False, init=False)
class Symbol:
    """``start`` and ``end`` count in the canonical text; ``sort`` is a table of the language (``tie``, ``sign``, ``place``, …),
    ``value`` the table's key (``sister``, ``past``), ``more`` what it stands for: a Place, a Person, a date. ``reach`` is the end with
    what belongs to it ("Sapporo in Japan" reaches beyond Sapporo); ``told`` whether a country or province beside it says which it is;
    ``inferred`` whether the passage stands for a place that it does not name ("the Pakistani port")."""

    sort: str
    start: int
    end: int
    value: str
    more: Any
    reach: int
    told: bool
    inferred: bool

    def __init__(
        self,
        sort: str,
        start: int,
        end: int,
        value: str = "",
        more: Any = None,
        *,
        reach: int = 0,
        told: bool = False,
        inferred: bool = False,
    ) -> None:
        """By itself a symbol reaches as far as it goes. (Written out, as a report makes hundreds.)"""
        self.sort = sort
        self.start = start
        self.end = end
        self.value = value
        self.more = more
        self.reach = reach if reach > end else end
        self.told = told
        self.inferred = inferred

    @property
    def place(self) -> Place:
        """The place this stands for. Raises TypeError where it stands for none."""
        if not isinstance(self.more, Place):
            raise TypeError(f"a {self.sort} stands for no place")
        return self.more

    @property
    def state(self) -> bool:
        """Whether this is a place of the level of a state."""
        return isinstance(self.more, Place) and self.more.level is Level.COUNTRY

    @property
    def person(self) -> Person:
        """The person this stands for. Raises TypeError where it stands for none."""
        if not isinstance(self.more, Person):
            raise TypeError(f"a {self.sort} stands for no person")
        return self.more


_LEVEL = re.compile(r" (?:province|region|county|prefecture|district|oblast|city|municipality|state)$")


def called(symbol: Symbol) -> tuple[str, str | None]:
    """The name of a place, without the word that says what it is, and its country: what tells two places apart for who reads of them."""
    return _LEVEL.sub("", (symbol.place.name or symbol.value).casefold()), symbol.place.country
