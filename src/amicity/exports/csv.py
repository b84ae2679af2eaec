"""Ties as a table: CSV (RFC 4180), one line a tie, UTF-8 with a byte order mark so that spreadsheets read it; CSVW says what is what."""

import json
from collections.abc import Iterable

from amicity.exports._csvw import CONTEXT, described, whose
from amicity.exports._rfc4180 import written
from amicity.exports._rows import Cell
from amicity.exports._tables import Column, Sort, Table, rows_of
from amicity.exports._then import then
from amicity.terms.export import Edition, Export
from amicity.terms.register import Register


def write(edition: Edition) -> bytes:
    """The ties on the day. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    return written([column.name for column in _TIES.columns], rows_of(_TIES, edition, then(edition)), mark=True)


def beside(edition: Edition, name: str) -> dict[str, bytes]:
    """The columns, the licence and the credit, where CSV on the Web looks for them: ``ties.csv-metadata.json`` beside ``ties.csv``."""
    said = {"@context": CONTEXT} | whose(edition) | described(_TIES, url=name)
    return {f"{name}-metadata.json": f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode()}


def _rows(_edition: Edition, held: Register) -> Iterable[tuple[Cell, ...]]:
    for tie in held.relations:
        yield (
            tie.id,
            "; ".join(place.name or "unnamed" for place in tie.parties),
            "; ".join(place.country or "" for place in tie.parties),
            tie.form or "",
            tie.status,
            str(tie.since or ""),
            str(tie.begun or ""),
            "yes" if tie.domestic else "no",
            " ".join(tie.findings),
        )


_TIES = Table(
    "ties",
    "One row a tie, counted once, at the highest form that stands on the day.",
    (
        Column("id", "what tells the tie from others", needed=True),
        Column("parties", "names of the places, with a semicolon between", needed=True),
        Column("countries", "their countries (ISO 3166-1), in the same order"),
        Column("form", "what sort of tie it is"),
        Column("status", "standing, suspended, ended or prospect", needed=True),
        Column("since", "when the form began, as an EDTF date (ISO 8601-2)"),
        Column("begun", "when the tie first stood in any form, as an EDTF date"),
        Column("domestic", "yes where all parties are of one country", Sort.TEXT, needed=True),
        Column("findings", "ids of the claims that it rests on, with a space between", needed=True),
    ),
    ("id",),
    _rows,
)

EXPORT = Export(
    "csv",
    "ties as a table",
    "csv",
    "text/csv; charset=utf-8",
    write,
    "for any spreadsheet",
    "https://www.rfc-editor.org/rfc/rfc4180",
    beside,
)
