"""RSS and Atom: each entry is a report of what the feed itself says (``feed.xml#3``), and a lead to the page that says it all."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from amicity.sources._archive_columns import day
from amicity.sources._fragment import text_of
from amicity.terms.report import Report
from amicity.terms.source import Lead, Load, Source, SourceError

_LONGEST = 20_000_000
_MOST = 5_000
_BEGINS = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?(?:<\?[^>]{0,400}\?>\s*|<!--.{0,4000}?-->\s*)*<(?:\w+:)?(?:rss\b|rdf\b[^>]{0,2000}rss|feed\b[^>]{0,2000}Atom)",
    re.IGNORECASE | re.DOTALL,
)
_REMEDY = "open its address in a browser: a feed begins with <rss or <feed"


def _fits(head: bytes, _name: str) -> int:
    return 3 if _BEGINS.match(head[:10_000]) else 0


def _reads(file: BinaryIO, name: str, _load: Load) -> Iterator[Report | SourceError]:
    found = False
    for number, entry in enumerate(_entries(file.read(_LONGEST), name=name), 1):
        where, title = f"{name}#{number}", _line(entry.get("title"))
        text = text_of(_longest(entry))
        told = text if not title or title in " ".join(text.split()) else f"{title}\n\n{text}".strip()
        if told:
            found = True
            yield Report(where, told, title=title, published=_day(entry), address=_address(entry), media=_MEDIA)
        else:
            yield SourceError("is an entry without text", where, "fetch the page that it points to")
    if not found:
        raise SourceError("is a feed without entries", name, _REMEDY)


def _leads(content: bytes, name: str) -> Iterator[Lead]:
    for entry in _entries(content, name=name):
        if address := _address(entry):
            yield Lead(address, _line(entry.get("title")), _day(entry), _line(entry.get("updated") or entry.get("published")))


def _entries(content: bytes, *, name: str) -> Iterator[dict[str, Any]]:
    import feedparser  # type: ignore[import-untyped]

    parsed = feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=True)
    if not parsed.get("version"):
        raise SourceError("is no feed that can be read", name, _REMEDY)
    yield from parsed.entries[:_MOST]


def _longest(entry: dict[str, Any]) -> str:
    texts = [each.get("value") for each in entry.get("content", ())] + [entry.get("summary")]
    return max((text for text in texts if isinstance(text, str)), key=len, default="")


def _address(entry: dict[str, Any]) -> str | None:
    address = entry.get("link") or entry.get("id")
    return address if isinstance(address, str) and address.startswith(("http://", "https://")) else None


def _day(entry: dict[str, Any]) -> Any:
    return day(entry.get("published")) or day(entry.get("updated"))


def _line(value: object) -> str | None:
    return " ".join(text_of(value).split()) or None if isinstance(value, str) else None


_MEDIA = "application/atom+xml"

SOURCE = Source(name="feed", says="an RSS or Atom feed", media=_MEDIA, fits=_fits, reads=_reads, leads=_leads)
