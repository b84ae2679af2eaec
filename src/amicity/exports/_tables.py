"""The register as tables that refer to each other, for every format that has rows: each column said once, in words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from amicity.exports import _rows
from amicity.exports._rows import Cell
from amicity.exports._text import clean
from amicity.register.wording import plain
from amicity.terms.export import Edition
from amicity.terms.register import Register


class Sort(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """``refers`` names the table whose key stands in the column; ``needed`` says that no cell is empty."""

    name: str
    says: str
    sort: Sort = Sort.TEXT
    refers: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``key`` names the columns that tell one row from another; ``rows`` are in order of it."""

    name: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Edition, Register], Iterable[tuple[Cell, ...]]]


def rows_of(table: Table, edition: Edition, held: Register) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table, cleaned of what no format can carry. ``held`` is the register of the day."""
    for row in table.rows(edition, held):
        yield tuple([clean(cell) if isinstance(cell, str) else _finite(cell) for cell in row])


def _finite(cell: Cell) -> Cell:
    """The cell, or nothing for a number beyond what 64 bits or a floating number holds."""
    if isinstance(cell, int) and not -(2**63) <= cell < 2**63:
        return float(cell) if cell.bit_length() < 1000 else None
    return None if isinstance(cell, float) and not isfinite(cell) else cell


_EDTF = "as an EDTF date (ISO 8601-2), as precise as the reports"
_ID = Column("id", "what tells it from others, the same in every file", needed=True)

TABLES = (
    Table(
        "places",
        "Every place that has a part in what follows.",
        (
            Column("key", "identifier, e.g. geonames:2034937, else the name as written", needed=True),
            Column("name", "name in English", needed=True),
            Column("country", "ISO 3166-1 alpha-2 code"),
            Column("level", "what sort of place it is", needed=True),
            Column("latitude", "degrees north, WGS 84", Sort.NUMBER),
            Column("longitude", "degrees east, WGS 84", Sort.NUMBER),
            Column("population", "people, as GeoNames has it", Sort.INTEGER),
            Column("known_by", "its identifiers elsewhere, where a list gave them, with spaces between, e.g. wikidata:Q11720"),
        ),
        ("key",),
        _rows.places,
    ),
    Table(
        "ties",
        "One row a tie, counted once, at the highest form that stands on the day.",
        (
            _ID,
            Column("label", "names of the parties", needed=True),
            Column("form", "what sort of tie it is"),
            Column("status", "standing, suspended, ended or prospect", needed=True),
            Column("since", f"when the form began, {_EDTF}"),
            Column("since_day", "the same, where it is one day for sure", Sort.DAY),
            Column("begun", f"when the tie first stood in any form, {_EDTF}"),
            Column("domestic", "whether all parties are of one country", Sort.TRUTH, needed=True),
            Column("page", "where it is shown"),
        ),
        ("id",),
        _rows.ties,
    ),
    Table(
        "parties",
        "Which places are tied by which tie, one row a side.",
        (
            Column("tie", "the tie", refers="ties", needed=True),
            Column("place", "the place", refers="places", needed=True),
            Column("status", "how the tie stands for this side"),
            Column("since", f"since when it stands so, {_EDTF}"),
        ),
        ("tie", "place"),
        _rows.parties,
    ),
    Table(
        "steps",
        "The life of each tie, step by step.",
        (
            Column("tie", "the tie", refers="ties", needed=True),
            Column("number", "its place in the order", Sort.INTEGER, needed=True),
            Column("change", "what the step did", needed=True),
            Column("form", "the form that it speaks of"),
            Column("date", f"when, {_EDTF}"),
            Column("status", "did it happen", needed=True),
            Column("counts", "whether the register follows it", Sort.TRUTH, needed=True),
            Column("label", "the local word for the tie"),
            Column("reason", "the reason that a report gives"),
        ),
        ("tie", "number"),
        _rows.steps,
    ),
    Table(
        "reports",
        "The reports that the findings quote.",
        (
            Column("digest", "SHA-256 of the report's text", needed=True),
            Column("source", "where it was read from"),
            Column("title", "title"),
            Column("published", f"when it was published, {_EDTF}"),
            Column("publisher", "who published it"),
            Column("address", "where it stands on the web"),
            Column("grade", "how near it stands to what it tells", needed=True),
        ),
        ("digest",),
        _rows.reports,
    ),
    Table(
        "findings",
        "What reports claim, each with its exact passage, as accepted or corrected.",
        (
            _ID,
            Column("report", "the report", refers="reports", needed=True),
            Column("kind", "what sort of claim it is", needed=True),
            Column("status", "did it happen", needed=True),
            Column("date", f"when, {_EDTF}"),
            Column("confidence", "how sure the reader is: A, B or C", needed=True),
            Column("quote", "the passage, word for word", needed=True),
            Column("starts", "its first character in the report, from 0", Sort.INTEGER, needed=True),
            Column("ends", "the character after its last", Sort.INTEGER, needed=True),
            Column("fate", "accepted or corrected"),
            Column("judged_by", "who decided"),
            Column("judged_at", "when, ISO 8601"),
            Column("by_policy", "whether by a policy rather than one by one", Sort.TRUTH),
            Column("reader", "what read it"),
        ),
        ("id",),
        _rows.findings,
    ),
    Table(
        "mentions",
        "The values of each finding, role by role, each with its own passage.",
        (
            Column("finding", "the finding", refers="findings", needed=True),
            Column("role", "what the value is to the claim", needed=True),
            Column("number", "its place among the values of the role", Sort.INTEGER, needed=True),
            Column("place", "the place, where it is one", refers="places"),
            Column("value", "the value, where it is none"),
            Column("passage", "the words of the report", needed=True),
            Column("starts", "their first character, from 0", Sort.INTEGER, needed=True),
            Column("ends", "the character after their last", Sort.INTEGER, needed=True),
        ),
        ("finding", "role", "number"),
        _rows.mentions,
    ),
    Table(
        "evidence",
        "Which findings each entry (a tie, a promise, a figure, an event) rests on.",
        (
            Column("entry", "the entry's id", needed=True),
            Column("finding", "the finding", refers="findings", needed=True),
        ),
        ("entry", "finding"),
        _rows.evidence,
    ),
    Table(
        "promises",
        "Who told whom what, by when, and what became of it by the day.",
        (
            _ID,
            Column("promiser", "who promised"),
            Column("recipient", "to whom"),
            Column("action", "what"),
            Column("strength", "how firmly"),
            Column("due", f"by when, {_EDTF}"),
            Column("due_day", "the same, where it is one day for sure", Sort.DAY),
            Column("state", "open, kept, lapsed or withdrawn", needed=True),
        ),
        ("id",),
        _rows.promises,
    ),
    Table(
        "figures",
        "Published numbers, each a dated claim.",
        (
            _ID,
            Column("about", "the places that it is about"),
            Column("measure", "what is counted"),
            Column("value", "the number as published"),
            Column("number", "the same as a number, where it is one", Sort.NUMBER),
            Column("comparator", "exact, about, at_least …", needed=True),
            Column("unit", "in what unit"),
            Column("scope", "of what"),
            Column("counted_by", "who counted"),
            Column("date", f"as of when, {_EDTF}"),
        ),
        ("id",),
        _rows.figures,
    ),
    Table(
        "events",
        "Meetings, visits, papers, projects and all else that happened or is to.",
        (
            _ID,
            Column("kind", "what sort of thing it is", needed=True),
            Column("status", "did it happen", needed=True),
            Column("date", f"when, {_EDTF}"),
            Column("day", "the same, where it is one day for sure", Sort.DAY),
            Column("says", "in one line", needed=True),
        ),
        ("id",),
        _rows.events,
    ),
    Table(
        "judgements",
        "What people said of findings, as far as this file may tell.",
        (
            _ID,
            Column("verdict", "what was said", needed=True),
            Column("subjects", "of what: ids, with a space between"),
            Column("judged_by", "by whom", needed=True),
            Column("judged_at", "when, ISO 8601", needed=True),
            Column("reason", "why"),
        ),
        ("id",),
        _rows.judgements,
    ),
)
TABLE = {table.name: table for table in TABLES}


def heading(column: Column) -> str:
    """The column's name for people: ``since_day`` → ``Since day``."""
    return plain(column.name).capitalize()
