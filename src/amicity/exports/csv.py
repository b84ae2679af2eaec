"""Ties as a table: CSV (RFC 4180), one line a tie, UTF-8 with a byte order mark so that spreadsheets read it."""

import csv
import io

from amicity.register.edition import tie_on
from amicity.terms.export import Edition, Export
from amicity.terms.relation import Relation

COLUMNS = ("id", "parties", "countries", "form", "status", "since", "begun", "domestic", "findings")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(edition: Edition) -> bytes:
    """The ties on the day. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    register = edition.register
    told = register.relations if edition.place is None else register.ties_of(edition.place)
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([_dead(cell) for cell in _cells(tie)] for old in told if (tie := tie_on(old, edition.day)))
    return text.getvalue().encode("utf-8-sig", "replace")


def _cells(tie: Relation) -> tuple[str, ...]:
    return (
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


def _dead(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


EXPORT = Export("csv", "ties as a table, for spreadsheets", "csv", "text/csv; charset=utf-8", write)
