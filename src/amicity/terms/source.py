"""A kind of source: how its bytes are known, and how they become a report."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from amicity.terms.finding import Finding
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report


class SourceError(Exception):
    """A source cannot be read: ``what`` is wrong, ``where`` (a path or an address), and the ``remedy``."""

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(what, where, remedy)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.what} ({self.remedy})"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A part of a source that says nothing usable: which line, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Lead:
    """An address that a list of news (a feed, a sitemap) points to, with what the list says about it.

    ``changed`` is what tells this version of the page from another; with ``more`` the address is that of a further list.
    """

    address: str
    title: str | None = None
    published: PartialDate | None = None
    changed: str | None = None
    more: bool = False


Load = Callable[[bytes, str], Report]
"""How a container has one of the documents in it read: its bytes and its name give its report."""


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of source.

    ``fits(head, name)`` says how well a file with this beginning fits, from 0 (not at all) over 1 (where nothing fits better) to 3;
    ``read(content, name)`` gives the report and raises SourceError. A container of many reports has ``reads(file, name, load)``
    instead: it gives them one after the other, each with a name of its own (``name#17``), and a SourceError in the place of one
    that cannot be read. A source whose structure states its findings by itself, such as a table of pairs, gives them by ``states``,
    and no reader looks at its text; ``mapped(report, columns)`` does so where a person says which column holds what. A list of
    news has ``leads(content, name)``: the pages that it points to. A service that answers questions has
    ``asks(place, host=…, cache=…, now=…)``: its report on one place; an empty host is its own, and answers are kept in the cache.

    Bytes that are no text are offered only to a source that is ``binary``. What is read ``apart`` is parsed in a child process.
    """

    name: str
    says: str
    media: str
    fits: Callable[[bytes, str], int]
    read: Callable[[bytes, str], Report] | None = None
    states: Callable[[Report], Iterable[Finding | Refusal]] | None = None
    mapped: Callable[[Report, Mapping[str, str]], Iterable[Finding | Refusal]] | None = None
    reads: Callable[[BinaryIO, str, Load], Iterator[Report | SourceError]] | None = None
    leads: Callable[[bytes, str], Iterator[Lead]] | None = None
    asks: Callable[..., Report] | None = None
    binary: bool = False
    apart: bool = False
