"""What a page says about itself: title, date, publisher, address, language."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from amicity.terms.partial_date import PartialDate

_ARTICLES = {"Article", "NewsArticle", "ReportageNewsArticle", "Report", "BlogPosting", "WebPage", "SocialMediaPosting"}
_ISO = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's own account of itself; None where it is silent."""

    title: str | None
    published: PartialDate | None
    publisher: str | None
    address: str | None
    language: str | None


def page(tree: HtmlElement) -> Page:
    """Reads JSON-LD first, then OpenGraph and other meta elements, then the elements themselves."""
    articles = [thing for thing in _linked(tree) if _types(thing) & _ARTICLES]
    return Page(
        title=_first(_texts(articles, "headline"), _meta(tree, "og:title"), _element(tree, "//h1"), _element(tree, "//title")),
        published=_date(
            _texts(articles, "datePublished"),
            _meta(tree, "article:published_time", "datePublished", "date", "pubdate", "DC.date", "dcterms.date"),
            (str(value) for value in tree.xpath("//article//time/@datetime | //time[@pubdate]/@datetime | //time/@datetime")),
        ),
        publisher=_first((_name(thing.get("publisher")) for thing in articles), _meta(tree, "og:site_name")),
        address=_address(tree),
        language=(tree.get("lang") or "").split("-")[0].lower() or None,
    )


def _linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page; one that is no JSON is passed over."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            things = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in things if isinstance(things, list) else [things]:
            if isinstance(thing, dict):
                yield thing
                graph = thing.get("@graph")
                yield from (each for each in (graph if isinstance(graph, list) else ()) if isinstance(each, dict))


def _types(thing: dict[str, Any]) -> set[str]:
    types = thing.get("@type")
    return {str(each) for each in (types if isinstance(types, list) else [types])}


def _texts(things: list[dict[str, Any]], key: str) -> Iterator[str]:
    return (thing[key] for thing in things if isinstance(thing.get(key), str))


def _name(thing: Any) -> str:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    name = thing.get("name") if isinstance(thing, dict) else thing
    return name if isinstance(name, str) else ""


def _meta(tree: HtmlElement, *names: str) -> Iterator[str]:
    for name in names:
        yield from map(str, tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name))


def _element(tree: HtmlElement, path: str) -> Iterator[str]:
    return (element.text_content() for element in tree.xpath(path))


def _first(*sources: Iterator[str]) -> str | None:
    return next((clean for source in sources for text in source if (clean := " ".join(text.split()))), None)


def _date(*sources: Iterator[str]) -> PartialDate | None:
    for source in sources:
        for text in source:
            if match := _ISO.match(text):
                try:
                    return PartialDate("-".join(part for part in match.groups() if part))
                except ValueError:
                    continue
    return None


def _address(tree: HtmlElement) -> str | None:
    stated = [*tree.xpath("//link[@rel='canonical']/@href"), *_meta(tree, "og:url")]
    return next((str(address) for address in stated if str(address).startswith(("http://", "https://"))), None)
