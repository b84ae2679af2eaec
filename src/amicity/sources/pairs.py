"""A table of twin towns with the columns city, country, partner, partner_country, one pair a row; each row is a relation stated."""

from collections.abc import Iterator

from amicity.sources._cells import Line, delimiter, lines
from amicity.sources._decoding import decode
from amicity.sources._ties import stating
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source

COLUMNS = ("city", "country", "partner", "partner_country")
_MEDIA = "text/csv"


def _fits(content: bytes, _name: str) -> int:
    head = content[:500].decode("latin-1").removeprefix("\xef\xbb\xbf").partition("\n")[0]
    row = next(lines(head, delimiter(head)), None)
    return 3 if isinstance(row, Line) and set(COLUMNS) <= {cell.value.lower() for cell in row.cells} else 0


def _read(content: bytes, name: str) -> Report:
    text, notes = decode(content, where=name)
    return Report(source=name, text=text, media=_MEDIA, notes=notes)


def _states(report: Report) -> Iterator[Finding | Refusal]:
    """A finding for each row, in order, or why the row says nothing."""
    return stating(report, rule="pairs")


SOURCE = Source(name="pairs", says="a table of twin towns, one pair a row", media=_MEDIA, fits=_fits, read=_read, states=_states)
