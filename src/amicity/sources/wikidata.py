"""Wikidata: who states whom as its twin (property P190), from entity JSON, from the results of a query, or from pairs of ids.

What comes as JSON is written down one statement a line, and that is the report's text; pairs of ids stay as they are. A link is a
claim of the item that makes it: one that is not returned stays one-way.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from amicity.sources import _asking, _entities, _idpairs, _links, _sparql
from amicity.sources._cache import Cache
from amicity.sources._decoding import decode
from amicity.sources._fetch import Fetcher
from amicity.sources._json import inside, parsed, text_inside
from amicity.terms.finding import Finding
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError

_MEDIA = "application/x-wikidata"
_ENTITIES = re.compile(rb'\s*(?:\{\s*"entities"\s*:|\[?\s*\{[^{}]{0,400}"type"\s*:\s*"item")')
_RESULTS = re.compile(rb'"vars"\s*:\s*\[[^\]]*\].*entity/Q\d', re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WHERE = "https://www.wikidata.org/wiki/"


def _fits(content: bytes, _name: str) -> int:
    head = content[:65_536].removeprefix(b"\xef\xbb\xbf")
    if head.lstrip()[:1] in (b"{", b"["):
        return 3 if _ENTITIES.match(head) or _RESULTS.search(head) else 0
    return 3 if _idpairs.PAIR.match(head) else 0


def _read(content: bytes, name: str) -> Report:
    head = content[:65_536].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] not in (b"{", b"["):
        return _pairs(content, name)
    value = parsed(content, where=name)
    if entities := _entities.entities_in(value):
        return _of_entities(entities, name)
    if isinstance(inside(value, "results", "bindings"), list):
        text = "\n".join(["Wikidata, results of a query", *_sparql.written(value, where=name)])
        return Report(source=name, text=text + "\n", media=_MEDIA, title="Twins from Wikidata", publisher="Wikidata")
    if message := text_inside(value, "error", "info"):
        raise SourceError(f"is an error that Wikidata answered: {message}", name, "ask again")
    raise SourceError("holds neither items of Wikidata nor the results of a query", name, "save what the API or the query service answers")


def _of_entities(entities: dict[str, object], name: str) -> Report:
    asked = [id_ for id_, entity in entities.items() if inside(entity, "claims", _entities.TWINNED)] or list(entities)
    about = entities[asked[0]]
    stamps = sorted(stamp for entity in entities.values() if (stamp := text_inside(entity, "modified")))
    body = list(_entities.written(entities))
    stood = f", as it stood at {stamps[-1]}" if stamps else ""
    head = f"Wikidata, {', '.join(asked[:5])}{' and more' if len(asked) > 5 else ''}{stood}"
    label = text_inside(about, "labels", "en", "value")
    return Report(
        source=name,
        text="\n".join([head, *body]) + "\n",
        title=f"{label or asked[0]} on Wikidata" if len(asked) == 1 else "Twins from Wikidata",
        published=PartialDate(stamps[-1][:10]) if stamps and _DAY.match(stamps[-1]) else None,
        publisher="Wikidata",
        address=_WHERE + asked[0] if len(asked) == 1 else None,
        media=_MEDIA,
    )


def _pairs(content: bytes, name: str) -> Report:
    text, notes = decode(content, where=name)
    if not _idpairs.PAIR.match(text.removeprefix("\ufeff").encode()[:1000]):
        raise SourceError("is neither JSON of Wikidata nor a table of pairs of ids", name, "give lines such as Q3955, a tab, and Q3138")
    return Report(source=name, text=text, media=_MEDIA, publisher="Wikidata", notes=notes)


def _states(report: Report) -> Iterable[Finding | Refusal]:
    return _links.stated(report) if report.text.startswith("Wikidata, ") else _idpairs.stated(report)


def _asks(place: str, *, host: str, cache: Path | None, now: Callable[[], datetime]) -> Report:
    """The place's item and its twins as Wikidata has them today. Raises SourceError."""
    fetcher = Fetcher(agent=_asking.AGENT, clock=now)
    return live(place, api=_asking.Api(host or _asking.HOST, fetcher, Cache(cache, lambda: now().timestamp())))


def live(place: str, *, api: _asking.Api) -> Report:
    """The same from an API at hand. Raises SourceError."""
    found = _asking.asked(place, api=api)
    report = _of_entities(found.entities, f"{api.host.rstrip('/')}/wiki/{found.id}")
    label = text_inside(found.entities[found.id], "labels", "en", "value")
    return replace(report, title=f"{label or found.id} on Wikidata", address=report.source, fetched=found.at)


SOURCE = Source(
    name="wikidata",
    says="Wikidata's links between twins: items or query results in JSON, or pairs of ids",
    media=_MEDIA,
    fits=_fits,
    read=_read,
    states=_states,
    asks=_asks,
)
