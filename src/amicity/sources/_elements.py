"""The lines of a page that was laid out: headings, items, rows of tables, and text, each with the words that people read."""

import re
from dataclasses import dataclass

from amicity.sources._piece import Piece
from amicity.sources._rows import lines
from amicity.terms.span import Span

_MARK = re.compile(r"(?P<heading>#{1,7}) |(?P<item>-{1,9}) |(?P<head>! )|(?P<row>\| )")
_FLAG = re.compile(r"\{([^{}]{1,60})\} ")
_TARGET = re.compile(r" \(→ ([^()]*(?:\([^()]*\))?[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Element:
    """One line of a page: its number, what it is (heading, item, head, row, text), how deep it stands, its pieces, and all of it."""

    number: int
    sort: str
    level: int
    pieces: tuple[Piece, ...]
    quote: Span

    @property
    def piece(self) -> Piece:
        """The first piece."""
        return self.pieces[0]


def elements(text: str) -> list[Element]:
    """The lines of a page that was laid out."""
    found = []
    for line in lines(text):
        mark = _MARK.match(line.text)
        sort = next((name for name, said in mark.groupdict().items() if said), "text") if mark else "text"
        start = line.start + (mark.end() if mark else 0)
        end = line.start + len(line.text)
        cells = _cells(text, start, end) if sort in ("head", "row") else (_flagged(text, start, end),)
        level = len(mark[sort]) if mark and sort in ("heading", "item") else 0
        found.append(Element(line.number, sort, level, cells, line.span))
    return found


def _cells(text: str, start: int, end: int) -> tuple[Piece, ...]:
    pieces, at = [], start
    for cell in text[start:end].split(" | "):
        pieces.append(_flagged(text, at, at + len(cell)))
        at += len(cell) + 3
    return tuple(pieces)


def _flagged(text: str, start: int, end: int) -> Piece:
    """A line's words without its flag, its notes and the marks of what is struck out."""
    note = text.find(" [", start, end)
    stop = end if note < start else note
    flag = _FLAG.match(text, start, stop)
    start = flag.end() if flag else start
    struck = text.startswith("~~", start)
    target = _TARGET.search(text, start, stop)
    first, last = target.span() if target else (stop, stop)
    at = [place for place in (*range(start, first), *range(last, stop)) if text[place] != "~"]
    read = Piece(
        text,
        "".join(text[place] for place in at),
        at,
        flag=flag[1] if flag else "",
        target=target[1] if target else "",
        struck=struck,
    )
    return read.cut(0, len(read.plain))
