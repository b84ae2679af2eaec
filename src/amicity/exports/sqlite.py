"""The register as a database: one SQLite file with keys, indexes and views, which Datasette opens and describes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePath

from amicity.exports._credits import provenance, rights, title
from amicity.exports._rows import Cell
from amicity.exports._tables import TABLE, TABLES, Column, Sort, Table, rows_of
from amicity.exports._then import then
from amicity.terms.export import Edition, Export

_TYPES = {Sort.TEXT: "TEXT", Sort.INTEGER: "INTEGER", Sort.NUMBER: "REAL", Sort.TRUTH: "INTEGER", Sort.DAY: "TEXT"}
_VIEWS = {
    "ties_of_places": """
        SELECT places.name AS place, partner.name AS partner, partner.country, ties.form, ties.status, ties.since, ties.id AS tie
        FROM parties JOIN places ON places.key = parties.place JOIN ties ON ties.id = parties.tie
        JOIN parties AS other ON other.tie = ties.id AND other.place <> parties.place JOIN places AS partner ON partner.key = other.place
    """,
    "passages": """
        SELECT evidence.entry, findings.kind, findings.date, findings.quote, reports.title AS report, reports.published, findings.judged_by
        FROM evidence JOIN findings ON findings.id = evidence.finding JOIN reports ON reports.digest = findings.report
    """,
    "countries": """
        SELECT places.country, count(DISTINCT places.key) AS places, count(DISTINCT parties.tie) AS ties
        FROM places JOIN parties ON parties.place = places.key GROUP BY places.country
    """,
}
_SAYS = {
    "about": "What this file is, on what terms, and what it rests on.",
    "ties_of_places": "Each tie from each of its sides.",
    "passages": "The passages under each entry, with their reports.",
    "countries": "How many places and ties each country has.",
}
_SEARCHED = (("ties", "form"), ("ties", "status"), ("places", "name"), ("findings", "kind"), ("evidence", "finding"))


def write(edition: Edition) -> bytes:
    """The tables with their keys, an index for each reference, three views, and a table that says what the file is."""
    held = then(edition)
    base = sqlite3.connect(":memory:", isolation_level=None)
    try:
        base.execute("PRAGMA foreign_keys = ON")
        base.execute("BEGIN")
        base.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        said = {"title": title(edition), "rests on": provenance(edition, held), "licence": rights(edition), "as of": str(edition.day)}
        base.executemany("INSERT INTO about VALUES (?, ?)", said.items())
        for table in TABLES:
            base.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            base.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', _bound(rows_of(table, edition, held)))  # noqa: S608
        for name, column in (*_SEARCHED, *_references()):
            base.execute(f'CREATE INDEX IF NOT EXISTS "{name}_by_{column}" ON "{name}" ("{column}")')
        for name, query in _VIEWS.items():
            base.execute(f'CREATE VIEW "{name}" AS {" ".join(query.split())}')
        base.execute("COMMIT")
        base.execute("ANALYZE")
        base.execute("VACUUM")
        return base.serialize()
    finally:
        base.close()


def beside(edition: Edition, name: str) -> dict[str, bytes]:
    """What Datasette shows of the file: ``datasette ties.sqlite -m ties-metadata.json``."""
    base = PurePath(name).stem
    tables = {table.name: {"description": table.says, "columns": {c.name: c.says for c in table.columns}} for table in TABLES}
    tables |= {view: {"description": says} for view, says in _SAYS.items()}
    whose = {"license": edition.licence.title, "license_url": edition.licence.address, "source": rights(edition)}
    said = {"title": title(edition), **whose, "databases": {base: {"title": title(edition), **whose, "tables": tables}}}
    return {f"{base}-metadata.json": f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode()}


def _create(table: Table) -> str:
    columns = [_column(column) for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    return f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({key})) WITHOUT ROWID'


def _column(column: Column) -> str:
    refers = f' REFERENCES "{column.refers}" ("{TABLE[column.refers].key[0]}")' if column.refers else ""
    return f'"{column.name}" {_TYPES[column.sort]}{" NOT NULL" if column.needed else ""}{refers}'


def _references() -> list[tuple[str, str]]:
    return [(table.name, column.name) for table in TABLES for column in table.columns if column.refers and column.name != table.key[0]]


def _bound(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    """Days as ISO 8601, as SQLite's own functions of dates read them."""
    for row in rows:
        yield tuple([cell.isoformat() if isinstance(cell, date) else cell for cell in row])


EXPORT = Export(
    "sqlite",
    "the register as a database with keys, indexes and views",
    "sqlite",
    "application/vnd.sqlite3",
    write,
    "for SQL and for Datasette, which opens it as a site",
    "https://www.sqlite.org/fileformat2.html",
    beside,
)
