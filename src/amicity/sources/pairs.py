"""A table of twin towns: city, country, partner, partner_country, one pair a row; each row is a relation stated."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import StringIO

from amicity.sources._decoding import decode
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.mention import Mention
from amicity.terms.place import Level, Place
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source
from amicity.terms.span import Span
from amicity.terms.status import Status

COLUMNS = ("city", "country", "partner", "partner_country")
_READER = "pairs 1"
_MEDIA = "text/csv"
_LONGEST = 10  # words; the longest names of places have eight, the remarks that stray into such tables have more
_NEAR = 0.05


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its number as people count lines, its passage, and its cells with their passages by column."""

    line: int
    span: Span
    cells: Mapping[str, Span]


def _undecided(place: Place) -> bool:
    """Whether the gazetteer does not know the place, or knows a rival as likely."""
    best = sorted((candidate.score for candidate in place.candidates), reverse=True)[:2]
    return place.id is None or (len(best) == 2 and best[0] - best[1] < _NEAR)


def _fits(content: bytes, _name: str) -> int:
    head = content[:500].removeprefix(b"\xef\xbb\xbf").decode("latin-1").splitlines()
    return 3 if head and set(COLUMNS) <= set(_header(head[0])) else 0


def _read(content: bytes, name: str) -> Report:
    text, notes = decode(content, where=name)
    return Report(source=name, text=text, media=_MEDIA, notes=notes)


def _states(report: Report) -> Iterator[Finding | Refusal]:
    """A finding for each row, in order, or why the row says nothing."""
    digest = report.digest
    header = report.text.index("partner")
    form = Mention(Span.of(report.text, header, header + len("partner")), value=Form.SISTER.value, derivation=Derivation.NORMALISED)
    for row in _rows(report.text):
        yield row if isinstance(row, Refusal) else _finding(row, report=report, digest=digest, form=form)


def _finding(row: _Row, *, report: Report, digest: str, form: Mention) -> Finding | Refusal:
    here = _place(row.cells["city"].text, row.cells["country"].text)
    there = _place(row.cells["partner"].text, row.cells["partner_country"].text)
    if here.key == there.key:
        return Refusal(row.line, f"pairs {here.label} with itself")
    sides = (Mention(row.cells[cell], place=place, derivation=Derivation.RESOLVED) for cell, place in (("city", here), ("partner", there)))
    return Finding(
        source=report.source,
        report=digest,
        kind="relation",
        status=Status.HAPPENED,
        roles={"party": tuple(sides), "form": (form,)},
        quote=row.span,
        confidence=Confidence.C if _undecided(here) or _undecided(there) else Confidence.B,
        rule="pairs.row",
        reader=_READER,
        domestic=here.country is not None and here.country == there.country,
    )


def _rows(text: str) -> Iterator[_Row | Refusal]:
    lines = list(StringIO(text, newline="\n"))
    columns = _header(lines[0])
    reader = csv.reader(lines[1:], delimiter=_delimiter(lines[0]))
    start, taken = len(lines[0]), 0
    try:
        for values in reader:
            raw = "".join(lines[1 + taken : 1 + reader.line_num])
            line, taken = taken + 2, reader.line_num
            if values:
                yield _row(values, columns=columns, raw=raw, start=start, line=line)
            start += len(raw)
    except csv.Error as error:
        yield Refusal(taken + 2, f"cannot be parsed, nor what follows it ({error})")


def _row(values: list[str], *, columns: list[str], raw: str, start: int, line: int) -> _Row | Refusal:
    if len(values) != len(columns):
        return Refusal(line, f"has {len(values)} cells where the head has {len(columns)}")
    cells, at = {}, 0
    for column, value in zip(columns, values, strict=True):
        clean = value.strip()
        found = raw.find(clean, at)
        if found < 0:
            return Refusal(line, f"writes its {column} with quotation marks inside")
        cells[column], at = Span(start + found, start + found + len(clean), clean), found + len(clean)
    for column in ("city", "partner"):
        if not cells[column].text:
            return Refusal(line, f"names no {column}")
        if len(cells[column].text.split()) > _LONGEST:
            return Refusal(line, f"has a remark where the {column} should stand")
    passage = raw.rstrip("\n")
    return _Row(line, Span(start, start + len(passage), passage), cells)


def _header(line: str) -> list[str]:
    return [name.strip().lower() for name in next(csv.reader([line.removeprefix("\ufeff")], delimiter=_delimiter(line)), [])]


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


@cache
def _place(name: str, country: str) -> Place:
    """The place as the gazetteer knows it; what it does not know keeps its name as written."""
    from amicity.gazetteer import open_gazetteer

    return open_gazetteer().resolve(name.replace("_", " "), country=_country(country))


@cache
def _country(name: str) -> str | None:
    """The code of a country written ``the_United_States`` or ``South_Korea``."""
    from amicity.gazetteer import open_gazetteer

    plain = name.replace("_", " ").removeprefix("the ").strip()
    known = open_gazetteer().resolve(plain) if plain else None
    return known.country if known and known.level is Level.COUNTRY else None


SOURCE = Source(name="pairs", says="a table of twin towns, one pair a row", media=_MEDIA, fits=_fits, read=_read, states=_states)
