"""A kind of source: how its bytes are known, and how they become a report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from amicity.terms.finding import Finding
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
class Source:
    """One kind of source.

    ``fits(content, name)`` says how well the bytes fit, from 0 (not at all) over 1 (where nothing fits better) to 3;
    ``read(content, name)`` gives the report and raises SourceError. A source whose structure states its findings by itself,
    such as a table of pairs, gives them by ``states``, and no reader looks at its text.
    """

    name: str
    says: str
    media: str
    fits: Callable[[bytes, str], int]
    read: Callable[[bytes, str], Report]
    states: Callable[[Report], Iterable[Finding | Refusal]] | None = None
