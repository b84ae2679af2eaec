"""Tables of an answer: as a page shows them, and as CSV."""

import csv
import re

from django.http import HttpResponse

from amicity.terms.answer import Cell, Result, Row, Table
from amicity.terms.partial_date import PartialDate
from amicity.terms.register import Register
from amicity_web.public.addresses import item_url
from amicity_web.public.evidence import evidence
from amicity_web.public.page import Page
from amicity_web.wording.claims import words
from amicity_web.wording.countries import country_name
from amicity_web.wording.dates import in_words, spelled

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a cell begins with it."""

_CITED = re.compile(r"(\S.*?): (https?://\S+?)(?:; |$)")


def table_page(table: Table, register: Register) -> Page:
    """A table with its cells in words, each row with its address and its evidence. Columns without a single cell are left out."""
    used = {name: heading for name, heading in table.columns.items() if any(row.cells.get(name) not in (None, "") for row in table.rows)}
    return {"title": table.title, "columns": list(used.values()), "rows": [_row(row, used, register) for row in table.rows]}


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
    cells = [_cell(name, heading, row.cells.get(name)) for name, heading in columns.items()]
    if cells:
        cells[0]["url"] = url
    return {"cells": cells, "evidence": evidence(register, row.findings)}


def _cell(name: str, heading: str, cell: Cell) -> Page:
    """A cell in words; one that cites sources (``name: https://…; name: …``) as links to them."""
    cited = _CITED.findall(cell) if isinstance(cell, str) and name == "source" else []
    links = [{"text": spelled(text), "url": url} for text, url in cited]
    return {"label": heading, "text": "" if links else _said(name, cell), "url": "", "links": links}


def _said(column: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, str) and column == "country":
        return ", ".join(country_name(code.strip()) for code in cell.split(","))
    return _date_or_words(cell) if isinstance(cell, str) else f"{cell:,}" if abs(cell) > 9999 else str(cell)


def _date_or_words(cell: str) -> str:
    try:
        return in_words(PartialDate(cell))
    except ValueError:
        return spelled(words(cell))


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
