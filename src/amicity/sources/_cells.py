"""The text of a table as rows of cells, each cell a passage of the text: commas, semicolons, tabs or bars between them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amicity.terms.source import Refusal
from amicity.terms.span import Span

_MARK = "\ufeff"
_BETWEEN = ",;\t|"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and its passage in the text, which may hold doubled quotation marks."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number as people count lines, its passage, and its cells."""

    number: int
    span: Span
    cells: tuple[Cell, ...]

    def cell(self, column: int | None) -> Cell | None:
        """The cell of a column, None where the row has none or it is empty."""
        if column is None or column >= len(self.cells) or not self.cells[column].value:
            return None
        return self.cells[column]


def delimiter(text: str) -> str:
    """What parts the cells: the sign of which most of the first lines hold as many."""
    lines = [line for line in text[:20_000].splitlines()[:20] if line.strip()]

    def alike(sign: str) -> tuple[int, int, bool]:
        counts = Counter(count for line in lines if (count := line.count(sign)))
        most, often = max(counts.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
        return often, most, sign == "\t"

    return max(_BETWEEN, key=alike)


def lines(text: str, sign: str) -> Iterator[Line | Refusal]:
    """The rows that say anything, in order; where a quotation mark is never closed, a refusal of all that follows."""
    at, number = 1 if text.startswith(_MARK) else 0, 1
    while at < len(text):
        start, first, cells = at, number, list[Cell]()
        while True:
            cell, at = _cell(text, at, sign)
            if cell is None:
                yield Refusal(number, "opens quotation marks that nothing closes: it was not read, nor what follows it")
                return
            cells.append(cell)
            ended = at >= len(text) or text[at] == "\n"
            at += 1
            if ended:
                break
        end = min(at - 1, len(text))
        number += text.count("\n", start, end) + 1
        if any(cell.value for cell in cells):
            yield Line(first, Span(start, end, text[start:end]), tuple(cells))


def unclosed(text: str, sign: str) -> int | None:
    """The line whose quotation marks nothing closes, so that all that follows would be lost; None where there is none."""
    last = text.rfind('"')
    if last < 0 or text[last - 1 : last] not in ("", "\n", sign, _MARK):
        return None
    return next((row.line for row in lines(text, sign) if isinstance(row, Refusal)), None)


def _cell(text: str, at: int, sign: str) -> tuple[Cell | None, int]:
    """The cell that starts there, and where it ends; None where it opens quotation marks that nothing closes."""
    quoted, plain = _patterns(sign)
    opened = text.startswith('"', at)
    if opened and (match := quoted.match(text, at)):
        inner = match.group(1)
        value = inner.replace('""', '"').strip()
        lead = len(inner) - len(inner.lstrip())
        start = match.start(1) + lead
        return Cell(value, Span(start, start + len(inner.strip()), inner.strip())), match.end()
    if opened and text.find('"', at + 1) < 0:
        return None, at
    match = plain.match(text, at)
    written = match.group() if match else ""
    value = written.strip()
    start = at + len(written) - len(written.lstrip()) if value else at
    return Cell(value, Span(start, start + len(value), value)), at + len(written)


@cache
def _patterns(sign: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A quoted cell up to what parts it from the next, and any other."""
    mark = re.escape(sign)
    return re.compile(rf'"((?:[^"]|"")*+)" *+(?={mark}|\n|\Z)'), re.compile(rf"[^{mark}\n]*")
