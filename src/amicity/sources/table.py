"""A table of ties: one pair a row, in columns of any order whose heads say what they hold; a file of text, or a sheet of a workbook.

The text of the file is the report, and every finding quotes its row.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from amicity.sources._cells import Line, delimiter, lines
from amicity.sources._columns import FIELDS, Columns, plainly
from amicity.sources._decoding import decode
from amicity.sources._ties import Outline, first_rows, outlined, stating
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError

__all__ = ["FIELDS", "MEDIA", "SOURCE", "Columns", "Outline", "first_rows", "outlined", "stating"]

MEDIA = "text/tab-separated-values"
_HEADS, _WIDEST = 20, 200
_SUFFIXES = (".csv", ".tsv", ".tab")


def _fits(content: bytes, name: str) -> int:
    """A table of that name, or with tabs, whose heads name a city and its partner in so many words."""
    head = content[:20_000].decode("utf-8", "replace")
    sign = delimiter(head)
    if sign != "\t" and not name.casefold().endswith(_SUFFIXES):
        return 0
    rows = [[cell.value for cell in row.cells] for row in islice(lines(head, sign), _HEADS) if isinstance(row, Line)]
    return 2 if any(len(row) < _WIDEST and {"city", "partner"} <= set(plainly(row).fields) for row in rows) else 0


def _read(content: bytes, name: str) -> Report:
    text, notes = decode(content, where=name)
    return Report(source=name, text=text, media=MEDIA, notes=notes)


def _states(report: Report) -> Iterator[Finding | Refusal]:
    """What its rows state; where nobody can tell what its columns hold, or whose partners they are, that is refused."""
    try:
        yield from stating(report)
    except SourceError as error:
        yield Refusal(1, f"{error.what}: {error.remedy}")


def _mapped(report: Report, columns: Mapping[str, str]) -> Iterator[Finding | Refusal]:
    return stating(report, columns)


SOURCE = Source(name="table", says="a table of ties, one pair a row", media=MEDIA, fits=_fits, read=_read, states=_states, mapped=_mapped)
