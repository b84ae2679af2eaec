"""Tables of an answer: as a page shows them, and as CSV."""

import csv
import re

from django.http import HttpResponse

from amicity.register.wording import told
from amicity.terms.answer import Cell, Result, Row, Table
from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.partial_date import PartialDate
from amicity.terms.register import Item, Register
from amicity_web.public.addresses import item_url
from amicity_web.public.cards import figure_words, named
from amicity_web.public.evidence import evidence
from amicity_web.public.page import Page
from amicity_web.wording.claims import amount, headline, words
from amicity_web.wording.countries import country_name
from amicity_web.wording.dates import in_words
from amicity_web.wording.sentences import plainly

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a cell begins with it."""

FOR_PROGRAMS = ("rule",)
"""Columns that hold what a rule is called in its file. CSV and JSON have them."""

LONG = 32
"""So many letters are a sentence."""

_DAY = re.compile(r"\d{4}(-\d{2}){0,2}[~?%]?")
_CITED = re.compile(r"(\S.*?): (https?://\S+?)(?:; |$)")


def table_page(table: Table, register: Register) -> Page:
    """A table with its cells in words, each row with its address and its evidence.

    Columns without a single cell are left out, and those that only programs read.
    """
    held = {name: [row.cells.get(name) for row in table.rows] for name in table.columns if name not in FOR_PROGRAMS}
    used = {name: table.columns[name] for name, cells in held.items() if any(cell not in (None, "") for cell in cells)}
    columns = [{"name": heading, "number": all(map(_is_number, held[name]))} for name, heading in used.items()]
    return {"title": table.title, "columns": columns, "rows": [_row(row, used, register) for row in table.rows]}


def csv_of(result: Result, *, name: str) -> HttpResponse:
    """The answer's tables below each other as one CSV file (RFC 4180), the findings of each row in its last cell."""
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}.csv"'})
    writer = csv.writer(response)
    for table in result.tables:
        writer.writerow(["table", *table.columns.values(), "findings"])
        for row in table.rows:
            cells = [table.title, *(row.cells.get(column) for column in table.columns), " ".join(row.findings)]
            writer.writerow([_harmless(cell) for cell in cells])
    return response


def _row(row: Row, columns: dict[str, str], register: Register) -> Page:
    item = register.items.get(row.entry or "")
    url = item_url(item, register) if item else ""
    cells = [_cell(name, heading, _well_put(row.cells.get(name), item)) for name, heading in columns.items()]
    if cells:
        cells[0]["url"] = url
    return {"cells": cells, "evidence": evidence(register, row.findings)}


def _cell(name: str, heading: str, cell: Cell) -> Page:
    """A cell in words; one that cites sources (``name: https://…; name: …``) as links to them."""
    cited = _CITED.findall(cell) if isinstance(cell, str) and name == "source" else []
    links = [{"text": plainly(text), "url": url} for text, url in cited]
    text = "" if links else _said(name, cell)
    return {"label": heading, "text": text, "url": "", "links": links, "sort": _sort(cell)}


def _sort(cell: Cell) -> str:
    """How a cell is set: a number to the right, a short date on one line, a sentence with room."""
    if not isinstance(cell, str):
        return "number" if cell is not None and _is_number(cell) else ""
    if _DAY.fullmatch(cell):
        return "date"
    return "number" if cell.isdecimal() else "long" if len(cell) > LONG else ""


def _is_number(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool))


def _well_put(cell: Cell, item: Item | None) -> Cell:
    """A cell in which the library tells an event or a figure by its roles, told as the pages tell them."""
    if isinstance(cell, str) and isinstance(item, Entry):
        return cell.replace(told(item), headline(item.kind, {role: item.texts(role) for role in item.roles}))
    if isinstance(cell, str) and isinstance(item, FigureClaim):
        return cell.replace(told(item), f"{' and '.join(named(place) for place in item.about)}: {figure_words(item)}")
    return cell


def _said(column: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, str) and column == "country":
        return ", ".join(country_name(code.strip()) for code in cell.split(","))
    if isinstance(cell, str) and not cell.isdecimal():
        return _date_or_words(cell)
    return amount(cell) if _sort(cell) == "number" else str(cell)


def _date_or_words(cell: str) -> str:
    try:
        return in_words(PartialDate(cell))
    except ValueError:
        return plainly(words(cell))


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
