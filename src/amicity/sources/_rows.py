"""Rows of cells as lines of text: how what stands in JSON or in a calendar is written down, so that a quote of it can be read."""

from collections.abc import Iterator
from typing import NamedTuple

from amicity.terms.span import Span

_BETWEEN = " | "


class Line(NamedTuple):
    """One line of a report: its number as people count, where it starts, and what it says."""

    number: int
    start: int
    text: str

    @property
    def span(self) -> Span:
        """The line as a passage."""
        return Span(self.start, self.start + len(self.text), self.text)

    def cells(self) -> list[Span]:
        """The passages of its cells."""
        found, at = [], self.start
        for cell in self.text.split(_BETWEEN):
            found.append(Span(at, at + len(cell), cell))
            at += len(cell) + len(_BETWEEN)
        return found


def row(*cells: str) -> str:
    """The cells as one line."""
    return _BETWEEN.join(map(one_line, cells))


def one_line(text: str) -> str:
    """The text without line ends, control characters and what parts cells."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split()).replace("|", "¦")


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that say anything."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Line(number, start, line)
        start += len(line) + 1


def part(span: Span, start: int, end: int) -> Span:
    """A passage inside a passage, by its offsets there."""
    return Span(span.start + start, span.start + end, span.text[start:end])
