"""Sitemaps: no report, but a list of a site's pages, or of further such lists; ``amicity follow`` fetches what is new."""

import re
import zlib
from collections.abc import Iterator
from io import BufferedReader, BytesIO, RawIOBase
from typing import cast

from lxml import etree

from amicity.sources._archive_columns import day
from amicity.sources._unpack import beginning, unpacked
from amicity.terms.report import Report
from amicity.terms.source import Lead, Source, SourceError

_BEGINS = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?(?:<\?[^>]{0,400}\?>\s*|<!--.{0,4000}?-->\s*)*<(?:\w+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE | re.DOTALL
)
_MOST = 50_000
_LONGEST = 52_428_800  # what the protocol allows
_FIELDS = {"loc": "address", "lastmod": "changed", "publication_date": "published", "title": "title"}


def _fits(head: bytes, _name: str) -> int:
    return 3 if _BEGINS.match(beginning(head)[:10_000]) else 0


def _read(_content: bytes, name: str) -> Report:
    raise SourceError("is a sitemap, a list of pages and no report", name, "have them fetched by `amicity follow ADDRESS`")


def _leads(content: bytes, name: str) -> Iterator[Lead]:
    try:
        markup = BufferedReader(cast(RawIOBase, unpacked(BytesIO(content)))).read(_LONGEST)
        yield from _found(markup)
    except (etree.XMLSyntaxError, EOFError, zlib.error) as error:
        raise SourceError(f"is a broken sitemap ({str(error)[:80]})", name, "tell the owner of the site") from error


def _found(markup: bytes) -> Iterator[Lead]:
    told: dict[str, str] = {}
    count = 0
    walk = etree.iterparse(BytesIO(markup), events=("end",), resolve_entities=False, no_network=True, load_dtd=False)
    for _, element in walk:
        tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if tag in _FIELDS:
            told.setdefault(_FIELDS[tag], " ".join((element.text or "").split()))
        elif tag in ("url", "sitemap"):
            if told.get("address", "").startswith(("http://", "https://")) and count < _MOST:
                count += 1
                published, changed = day(told.get("published") or None), told.get("changed")
                yield Lead(told["address"], told.get("title"), published, changed or told.get("published"), more=tag == "sitemap")
            told = {}
            element.clear()


SOURCE = Source(
    name="sitemap", says="a sitemap, a list of a site's pages", media="application/xml", fits=_fits, read=_read, leads=_leads, binary=True
)
