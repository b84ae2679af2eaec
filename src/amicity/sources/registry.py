"""A national registry of ties in JSON: records with id, sn, prov, city, w_city, w_country and the dates of signing.

The records are written down one a line, and that is the report's text. Each is a tie since its first date, and a paper signed on each.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from amicity.sources._celldates import date_in
from amicity.sources._claims import claims
from amicity.sources._entry_text import nation
from amicity.sources._json import parsed, text_inside
from amicity.sources._placing import Written, placed
from amicity.sources._rows import Line, lines, row
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.mention import Mention
from amicity.terms.place import Level, Place
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError
from amicity.terms.span import Span

_MEDIA = "application/x-ties-registry+json"
_HEADS = ("id", "sn", "prov", "city", "w_city", "w_country", "signed")
_FITS = re.compile(rb'"w_city"\s*:')
_DATES = re.compile(r"date|sign|day|year|日期|时间|签", re.IGNORECASE)
_NO_DATES = re.compile(r"update|create|modif|sn\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;,、；，/]\s*(?=\d)|\s+(?=\d{4}-)")
_DEEP = 4


def _fits(content: bytes, _name: str) -> int:
    head = content[:65_536].removeprefix(b"\xef\xbb\xbf").lstrip()
    return 3 if head[:1] in (b"{", b"[") and _FITS.search(head) else 0


def _read(content: bytes, name: str) -> Report:
    records = _records(parsed(content, where=name))
    if not records:
        raise SourceError(
            "holds no records of ties", name, "give a list of records, each with the fields city (or prov), w_city and w_country"
        )
    body = [row(*(text_inside(record, head) for head in _HEADS[:-1]), *_dates(record)) for record in records]
    return Report(source=name, text="\n".join([row(*_HEADS), *body]) + "\n", media=_MEDIA)


def _records(value: Any, deep: int = _DEEP) -> list[dict[str, Any]]:
    """The first list of records in which any names a partner; a registry's answer wraps it in an object or two."""
    if isinstance(value, list):
        records = [each for each in value if isinstance(each, dict)]
        return records if any("w_city" in each for each in records) else []
    held = value.values() if isinstance(value, dict) and deep else ()
    return next((found for each in held if (found := _records(each, deep - 1))), [])


def _dates(record: dict[str, Any]) -> Iterator[str]:
    """What the record's fields of dates say, one date a cell: a text, several in one, or a list."""
    for field, value in record.items():
        if _DATES.search(field) and not _NO_DATES.search(field):
            for each in value if isinstance(value, list) else [value]:
                text = text_inside(each)
                yield from (date.strip() for date in _BETWEEN.split(text) if date.strip())


def _states(report: Report) -> Iterator[Finding | Refusal]:
    digest = report.digest
    held = lines(report.text)
    head = next(held).cells()
    for line in held:
        yield from _stated(line, head, report=report, digest=digest)


def _stated(line: Line, head: list[Span], *, report: Report, digest: str) -> Iterable[Finding | Refusal]:
    cells = line.cells()
    number, sn, province, city, partner, country = (cell.text for cell in cells[:6])
    record = f"record {number or sn or line.number - 1}"
    if not partner or not (city or province):
        return [Refusal(line.number, f"{record} names no {'partner' if not partner else 'city and no province'}")]
    here, there = _home(city, province), placed(Written(partner, nation(country) or country or None))
    if here.key == there.key:
        return [Refusal(line.number, f"{record} pairs {here.label} with itself")]
    dates = [(cell, date_in(cell.text)) for cell in cells[6:]]
    papers = [
        Dated(value, cell, Derivation.LITERAL if value.edtf == cell.text else Derivation.NORMALISED) for cell, value in dates if value
    ]
    sides = (
        Mention(cells[3] if city else cells[2], place=here, derivation=Derivation.RESOLVED),
        Mention(cells[4], place=there, derivation=Derivation.RESOLVED),
    )
    form = Mention(head[4], value=Form.SISTER.value, derivation=Derivation.NORMALISED)
    found = list[Finding | Refusal](
        claims(
            report=report,
            digest=digest,
            quote=line.span,
            sides=sides,
            form=form,
            rule="registry",
            since=min(papers, key=lambda paper: paper.value.earliest, default=None),
            papers=[(paper, Mention(head[6], value="signed", derivation=Derivation.NORMALISED)) for paper in papers],
            unread=len(papers) < len(dates),
        )
    )
    return found


@lru_cache(maxsize=4096)
def _home(city: str, province: str) -> Place:
    """The registry's own side: a city in its province, or the province itself, which also tells the country."""
    region = placed(Written(province)) if province else None
    if not city and region:
        return region
    known = region if region and region.level in (Level.STATE, Level.REGION, Level.CITY) else None
    return placed(Written(city, country=known.country if known else None, division=(known.name if known else province) or None))


SOURCE = Source(
    name="registry",
    says="a national registry of ties in JSON, with prov, city, w_city and w_country",
    media=_MEDIA,
    fits=_fits,
    read=_read,
    states=_states,
)
