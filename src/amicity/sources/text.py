"""Plain text: a report as a file of text, in whatever encoding it was saved."""

from amicity.sources._bounds import within_bounds
from amicity.sources._decoding import decode
from amicity.terms.report import Report
from amicity.terms.source import Source


def _fits(_content: bytes, _name: str) -> int:
    return 1


def _read(content: bytes, name: str) -> Report:
    text, notes = decode(within_bounds(content, where=name, kind="text"), where=name)
    return Report(source=name, text=text, notes=notes)


SOURCE = Source(name="text", says="a plain text file", media="text/plain", fits=_fits, read=_read)
