"""Wikipedia's lists of twin towns, as page or as wikitext: cities as headings or items, their partners below, in lists or tables.

Of a page the lines that it shows are the report's text, with its footnotes behind them; wikitext stays as it is.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import unquote

from amicity.sources import _wikitext
from amicity.sources._bounds import within_bounds
from amicity.sources._decoding import decode
from amicity.sources._elements import elements
from amicity.sources._layout import laid_out
from amicity.sources._listing import Whose, speaks_of_ties, stated, where
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError

_MEDIA = "text/x-wiki-list"
_TITLE = re.compile(rb"<title>[^<]{0,200}?(?:twin(?:ned)? towns|sister cities|twin cities|partner cities)", re.IGNORECASE)
_WIKI = re.compile(rb"mw-parser-output|mediawiki|wgTitle", re.IGNORECASE)
_SUFFIXES = (".wiki", ".wikitext", ".mediawiki")
_NAME = re.compile(r"[\w()'’.,& -]*(?:twin|sister|partner)[\w()'’.,& -]*", re.IGNORECASE)


def _fits(content: bytes, name: str) -> int:
    if _is_page(content):
        return 4 if _TITLE.search(content[:20_000]) and _WIKI.search(content[:65_536]) else 0
    return 3 if name.casefold().endswith(_SUFFIXES) or _wikitext.LIST.search(content[:65_536]) else 0


def _is_page(content: bytes) -> bool:
    return re.match(rb"\s*(?:\xef\xbb\xbf)?<(?:!doctype|html|head|body|div|\?xml)", content[:200], re.IGNORECASE) is not None


def _read(content: bytes, name: str) -> Report:
    if _is_page(content):
        title, text, notes = laid_out(content, where=name)
        heads = [title, *(line.lstrip("# ") for line in text.split("\n") if line.startswith("#"))]
        if not any(map(speaks_of_ties, heads)):
            raise SourceError("speaks of twin towns in neither its title nor its headings", name, "save the page of the list itself")
    else:
        text, notes = decode(within_bounds(content, where=name, kind="list"), where=name)
        title = _title(name)
        if not _wikitext.LIST.search(text[:200_000].encode("utf-8", "replace")):
            raise SourceError("is no wikitext of a list", name, "give the page's source, with its headings and items")
    return Report(
        source=name, text=text, title=title.removesuffix(" - Wikipedia") or None, publisher="Wikipedia", media=_MEDIA, notes=notes
    )


def _title(name: str) -> str:
    stem = unquote(PurePath(name).stem).replace("_", " ")
    return stem if _NAME.fullmatch(stem) else ""


def _states(report: Report) -> Iterator[Finding | Refusal]:
    held = elements(report.text) if report.text.startswith(("# ", "## ")) or "[[" not in report.text else _wikitext.elements(report.text)
    title = report.title or next((e.piece.plain for e in held if e.sort == "text"), "")
    country, division = where(title)
    return stated(held, report=report, rule="wikilist", whose=Whose(country=country, division=division))


SOURCE = Source(
    name="wikilist",
    says="Wikipedia's list of twin towns of a country, as page or as wikitext",
    media=_MEDIA,
    fits=_fits,
    read=_read,
    states=_states,
)
