"""An answer: one question about the register, and what comes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from amicity.terms.finding import FindingId
from amicity.terms.register import Register

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked. ``place`` and ``partner`` are keys of places (None: all); ``within`` is in days; ``since`` is the earlier day
    of a question about two (None: ``within`` days before ``as_of``); ``rounds`` are the years whose multiples the house celebrates
    (none: as the rules of its country have it)."""

    as_of: date
    place: str | None = None
    partner: str | None = None
    within: int = 365
    since: date | None = None
    rounds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """``cells`` by column name; ``findings`` are the claims that the row rests on, ``entry`` the register's entry, if it is one."""

    cells: Mapping[str, Cell]
    findings: tuple[FindingId, ...] = ()
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` maps a column's name to its heading, in order."""

    title: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """``sentences`` answer in plain words; ``tables`` show what they rest on; ``notes`` say what to be careful of."""

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The result as plain JSON types."""
        return {
            "title": self.title,
            "sentences": list(self.sentences),
            "tables": [_table(table) for table in self.tables],
            "notes": list(self.notes),
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that the register answers: ``ask`` is pure, and knows no day but the query's.

    ``heeds`` names what it takes from the query beside the day and the place; ``of_two`` says that it needs a partner.
    """

    name: str
    question: str
    ask: Callable[[Register, Query], Result]
    heeds: tuple[str, ...] = ()
    of_two: bool = False


def _table(table: Table) -> dict[str, Any]:
    rows = [dict(row.cells) | {"findings": list(row.findings)} | ({"entry": row.entry} if row.entry else {}) for row in table.rows]
    return {"title": table.title, "columns": dict(table.columns), "rows": rows}
