"""Wikitext, line by line: headings, items and rows, each sign of their words knowing where it stands among the markup."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from amicity.sources._elements import Element
from amicity.sources._piece import Piece
from amicity.terms.span import Span

LIST = re.compile(rb"(?m)^(?:={2,6}[^=\n]+={2,6}\s*$|\*+ ?(?:\{\{|\[\[|')|\{\|)")
_OPENS = re.compile(r"<ref\b[^<>]{0,500}>|<!--", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<ref>\x00+)|(?P<template>\{\{[^{}]*\}\})|(?P<brace>\{\{[\w ]{1,20}\||\}\})"
    r"|\[\[(?:(?P<file>(?:File|Image|Datei|Fichier):[^\[\]]*)|(?P<target>[^\[\]|]*)(?:\|(?P<label>[^\[\]]*))?)\]\]"
    r"|\[https?://[^\s\[\]]*+ ?(?P<outer>[^\[\]]*+)\]|(?P<quotes>'{2,5})|(?P<tag></?[a-zA-Z][^<>]*>)|(?P<entity>&\#?\w{1,10};)",
)
_FLAG_ICONS = ("flagicon", "flag icon", "flagg", "flagdeco", "flagicon image")
_SHOWN = ("flag", "flagu", "flagcountry", "nowrap", "lang", "small", "sort", "nobr", "ill", "interlanguage link")
_CELL_STYLE = re.compile(r"\s*+(?:[\w-]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s|\"']++)\s*+)++\|(?!\|)")
_ROWS = re.compile(r"rowspan\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)


def elements(text: str) -> list[Element]:
    """The lines that head, list or tabulate, and the others as text. A reference that runs over several lines keeps them together."""
    masked = _masked(text)
    found: list[Element] = []
    table: _Table | None = None
    start = 0
    for number, line in enumerate(masked.split("\n"), 1):
        end = start + len(line)
        if line.startswith("{|"):
            table = _Table(text, masked)
        elif table is not None:
            found += table.line(number, start, end)
            table = None if line.startswith("|}") else table
        elif line.strip("\x00 "):
            found.append(_element(text, masked, number, start, end))
        start = end + 1
    return found


def _masked(text: str) -> str:
    """The text with references and comments blotted out, sign for sign. One that nothing closes stands as it is."""
    parts, here, closed = list[str](), 0, {"</ref": True, "-->": True}
    for found in _OPENS.finditer(text):
        if found.start() < here:
            continue
        closing = "-->" if found.group() == "<!--" else "</ref"
        end = found.end()
        if not found.group().endswith("/>"):
            at = text.find(closing, end) if closed[closing] else -1
            closed[closing] = at >= 0
            if at < 0:
                continue
            end = text.find(">", at) + 1 or len(text)
        parts += [text[here : found.start()], "\x00" * (end - found.start())]
        here = end
    return "".join([*parts, text[here:]])


def _element(text: str, masked: str, number: int, start: int, end: int) -> Element:
    line = masked[start:end]
    quote = Span.of(text, start, end)
    stripped = line.rstrip(" \t\r\x00")
    level = min(len(stripped) - len(stripped.lstrip("=")), len(stripped) - len(stripped.rstrip("=")), 6)
    if level and len(stripped) > 2 * level:
        return Element(number, "heading", level, (read(text, masked, start + level, start + len(stripped) - level),), quote)
    depth = len(line) - len(line.lstrip("*#:"))
    if depth and line[0] in "*#":
        return Element(number, "item", depth, (read(text, masked, start + depth, end),), quote)
    piece = read(text, masked, start + depth, end)
    if line.startswith(";") or (line.lstrip().startswith("'''") and line.strip(" \x00").endswith("'''") and line.count("'''") == 2):
        at = start + (1 if line.startswith(";") else 0)
        return Element(number, "heading", 7, (read(text, masked, at, end),), quote)
    return Element(number, "text", 0, (piece,), quote)


class _Table:
    """The rows of a table as its lines come."""

    def __init__(self, text: str, masked: str) -> None:
        self.text, self.masked = text, masked
        self.cells: list[Piece] = []
        self.heads = True
        self.reaching: dict[int, tuple[int, Piece]] = {}
        self.first = (0, 0)
        self.last = 0

    def line(self, number: int, start: int, end: int) -> Iterator[Element]:
        """The row that this line ends, if any."""
        line = self.masked[start:end]
        if line.startswith(("|-", "|}")):
            yield from self._row()
        elif line.startswith(("|", "!")) and not line.startswith("|+"):
            if not self.cells:
                self.first = (number, start)
            self.heads = self.heads and line.startswith("!")
            at = start + 1
            for part in re.split(r"\|\||!!" if line.startswith("!") else r"\|\|", line[1:]):
                self._cell(at, at + len(part))
                at += len(part) + 2
            self.last = end

    def _cell(self, start: int, end: int) -> None:
        self._reach()
        style = _CELL_STYLE.match(self.masked, start, end)
        rows = _ROWS.search(style.group()) if style else None
        piece = read(self.text, self.masked, style.end() if style else start, end)
        if rows and int(rows[1]) > 1:
            self.reaching[len(self.cells)] = (int(rows[1]), piece)
        self.cells.append(piece)

    def _reach(self) -> None:
        while len(self.cells) in self.reaching and len(self.cells) < 50:
            left, piece = self.reaching[len(self.cells)]
            if left < 1 or piece in self.cells:
                return
            self.cells.append(piece)

    def _row(self) -> Iterator[Element]:
        if self.cells:
            self._reach()
            quote = Span.of(self.text, self.first[1], self.last)
            yield Element(self.first[0], "head" if self.heads else "row", 0, tuple(self.cells), quote)
            self.reaching = {column: (rows - 1, piece) for column, (rows, piece) in self.reaching.items() if rows > 1}
        self.cells, self.heads = [], True


def read(text: str, masked: str, start: int, end: int) -> Piece:
    """The words between two places of the text, each sign with its place; references and markup left out."""
    found = _Words(masked)
    found.take(start, end)
    found.drop_named_flag()
    kept = [(sign, place) for sign, place in zip(found.signs, found.at, strict=True) if sign != "\x00"]
    whole = Piece(text, "".join(sign for sign, _ in kept), [place for _, place in kept])
    return replace(whole.cut(0, len(whole.plain)), flag=found.flag, target=found.target, struck=found.struck)


class _Words:
    """Words as they are gathered, each sign with its place."""

    def __init__(self, masked: str) -> None:
        self.masked = masked
        self.signs: list[str] = []
        self.at: list[int] = []
        self.flag = self.target = ""
        self.named_flag: tuple[int, int] | None = None
        self.struck = False

    def take(self, start: int, end: int) -> None:
        """The words of a stretch; what a template shows is a stretch of its own, and holds no other template."""
        here = start
        for token in _TOKEN.finditer(self.masked, start, end):
            self._put(here, token.start())
            here = token.end()
            self._token(token)
        self._put(here, end)

    def _token(self, token: re.Match[str]) -> None:
        if token["template"]:
            shown, country = _template(token)
            self.flag = self.flag or country
            before = len(self.signs)
            self.take(*shown)
            if country and len(self.signs) > before and self.named_flag is None:
                self.named_flag = before, len(self.signs)
        elif token["target"] is not None:
            self.target = self.target or token["target"].partition("#")[0].strip()
            self._put(*token.span("label" if token["label"] else "target"))
        elif token["outer"]:
            self._put(*token.span("outer"))
        elif token["tag"]:
            self.struck = self.struck or re.match(r"<(?:s|del|strike)\b", token["tag"], re.IGNORECASE) is not None
        elif token["entity"] and len(sign := unescape(token["entity"])) == 1:
            self.signs.append(" " if sign.isspace() else sign)
            self.at.append(token.start())

    def drop_named_flag(self) -> None:
        """Take the country's name beside its flag for no part of the town's, where the town follows without a comma."""
        if self.named_flag:
            start, end = self.named_flag
            if "".join(self.signs[end:]).replace("\x00", " ").strip(" ,") and "".join(self.signs[end:]).lstrip(" \x00")[:1] not in "(,":
                del self.signs[start:end], self.at[start:end]

    def _put(self, start: int, end: int) -> None:
        self.signs.extend(self.masked[start:end])
        self.at.extend(range(start, end))


def _template(token: re.Match[str]) -> tuple[tuple[int, int], str]:
    """What a template shows, as a stretch of the text, and the country whose flag it draws."""
    inner = token["template"][2:-2]
    name, *arguments = inner.split("|")
    name = name.strip().lower()
    plain = [argument for argument in arguments if "=" not in argument]
    nothing = (token.start(), token.start())
    if name in _FLAG_ICONS:
        return nothing, plain[0].strip() if plain else ""
    if name in _SHOWN and plain:
        shown = plain[-1] if name in ("lang", "small", "nowrap", "nobr") else plain[0]
        first = token.start() + 2 + inner.find("|" + shown) + 1
        return (first, first + len(shown)), shown.strip() if name.startswith("flag") else ""
    return nothing, ""
