"""Rows as CSV (RFC 4180): UTF-8, lines that end in CR LF, and no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable

from amicity.exports._rows import Cell
from amicity.exports._text import dead


def written(columns: Iterable[str], rows: Iterable[tuple[Cell, ...]], *, mark: bool = False) -> bytes:
    """The head and the rows (of clean text); ``mark`` puts a byte order mark first, by which spreadsheets know UTF-8."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([_said(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig" if mark else "utf-8")


def _said(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return dead(cell)
        case _:
            return str(cell)
