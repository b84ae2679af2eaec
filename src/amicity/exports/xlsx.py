"""The register as a workbook: XLSX (ISO/IEC 29500), a sheet each for ties, findings, promises and figures, and one about the file."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from amicity.exports._credits import provenance, rights, title
from amicity.exports._rows import Cell
from amicity.exports._tables import TABLE, Sort, Table, heading, rows_of
from amicity.exports._text import clean
from amicity.exports._then import then
from amicity.terms.export import Edition, Export

SHEETS = ("ties", "parties", "findings", "promises", "figures", "events", "places", "reports")
_ROWS = 1_048_575
_LONGEST = 32_767
_WIDTHS = {"id": 24, "label": 34, "quote": 70, "action": 50, "says": 60, "name": 24, "title": 50, "about": 24, "since": 14, "date": 14}
_WIDTH = 16
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "constant_memory": True}


def write(edition: Edition) -> bytes:
    """One sheet a table, its head frozen. All text is text: nothing is a formula or a link; a day known for sure is a date."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    held, file = then(edition), io.BytesIO()
    with Workbook(file, _SAFE) as book:
        book.set_properties(
            {"title": title(edition), "comments": rights(edition), "created": datetime.combine(edition.day, datetime.min.time())}
        )
        _about(book, (("Title", title(edition)), ("Rests on", provenance(edition, held)), ("Licence", rights(edition))))
        look = {Sort.DAY: book.add_format({"num_format": "yyyy-mm-dd"}), "head": book.add_format({"bold": True, "bottom": 1})}
        look |= {"text": book.add_format({"num_format": "@", "quote_prefix": True, "valign": "top"})}
        for name in SHEETS:
            _fill(book, TABLE[name], rows_of(TABLE[name], edition, held), look)
    return file.getvalue()


def _about(book: Any, lines: tuple[tuple[str, str], ...]) -> None:
    sheet = book.add_worksheet("about")
    sheet.set_column(0, 0, 14, book.add_format({"bold": True, "valign": "top"}))
    sheet.set_column(1, 1, 110, book.add_format({"text_wrap": True, "valign": "top"}))
    tables = ((name, TABLE[name].says) for name in SHEETS)
    for number, (name, says) in enumerate((*lines, *tables)):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, clean(says))


def _fill(book: Any, table: Table, rows: Iterator[tuple[Cell, ...]], look: dict[str, Any]) -> None:
    """A sheet, or as many as the rows need: a sheet holds 1,048,576 and silently drops the rest."""
    part = 1
    while (chunk := list(islice(rows, _ROWS))) or part == 1:
        sheet = book.add_worksheet(table.name if part == 1 else f"{table.name} {part}")
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(1, len(chunk)), len(table.columns) - 1)
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, _WIDTHS.get(column.name, _WIDTH))
            sheet.write_string(0, at, heading(column), look["head"])
        for number, row in enumerate(chunk, 1):
            for at, cell in enumerate(row):
                _put(sheet, (number, at), cell, look)
        part += 1


def _put(sheet: Any, where: tuple[int, int], cell: Cell, look: dict[str, Any]) -> None:
    match cell:
        case None | "":
            pass
        case bool():
            sheet.write_boolean(*where, cell)
        case int() | float():
            sheet.write_number(*where, cell)
        case date():
            _put_day(sheet, where, cell, look)
        case _:
            short = cell if len(cell) <= _LONGEST else f"{cell[: _LONGEST - 1]}…"
            sheet.write_string(*where, short, look["text"])


def _put_day(sheet: Any, where: tuple[int, int], day: date, look: dict[str, Any]) -> None:
    """A spreadsheet's calendar begins in 1900: an earlier day stays text."""
    if day.year > 1900:
        sheet.write_datetime(*where, datetime.combine(day, datetime.min.time()), look[Sort.DAY])
    else:
        sheet.write_string(*where, day.isoformat(), look["text"])


EXPORT = Export(
    "xlsx",
    "the register as a workbook, a sheet each for ties, findings, promises and figures",
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write,
    "for Excel, LibreOffice and other spreadsheets",
    "https://www.iso.org/standard/71691.html",
)
