"""Places called by less than their name: "the Pakistani port", "its Japanese sister city", "the Ohio city"; and a title's "Andijan" for
the Andijan region."""

import re
from collections.abc import Sequence

from amicity.gazetteer import Gazetteer
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.terms.place import Level, Place

_BEFORE = re.compile(r"\b(?:the|its|their|our|this|that)\s+(?:[a-z]+ )?$", re.I)
_HEAD = re.compile(r"\s+(?:[a-z]+ ){0,2}?(?:city|town|capital|municipality|port|metropolis|county|district)\b(?!\s+(?:of\b|[A-ZÀ-Þ]))")
_PARTNER = re.compile(r"\b(?:sister|twin|partner)\b")
_OWNS = ("'s", "\u2019s")
_DIVISIONS = (Level.STATE, Level.COUNTY, Level.DISTRICT)


def call_by_name(sentences: Sequence[Sentence], gazetteer: Gazetteer, *, datelines: Sequence[Symbol]) -> None:
    """Give each such wording the one town of that country or division which the report has named by then (a partner: which it
    names anywhere); where it has named none or several, the wording stays what it was."""
    anywhere = {p.place.key: p.place for s in sentences for p in s.of("place") if s.context.text[p.end : p.end + 2] not in _OWNS}
    named = {symbol.place.key: symbol.place for symbol in datelines}
    for sentence in sentences:
        for symbol in [*sentence.of("nation"), *(p for p in sentence.of("place") if p.place.level is Level.STATE)]:
            head = _HEAD.match(sentence.context.text, symbol.end, sentence.end)
            if head is None or not _BEFORE.search(sentence.gap(max(sentence.start, symbol.start - 20), symbol.start)):
                continue
            before = {p.place.key: p.place for p in sentence.of("place") if p.end <= symbol.start}
            towns = [town for town in (named | before).values() if _lies_in(town, symbol.place, gazetteer)]
            if not towns and _PARTNER.search(head[0]):
                towns = [town for town in anywhere.values() if _lies_in(town, symbol.place, gazetteer)]
            if len(towns) == 1:
                sentence.replace(symbol, Symbol("place", symbol.start, head.end(), towns[0].name or "", towns[0], inferred=True))
        named |= {p.place.key: p.place for p in sentence.of("place")}


def lengthen_titles(sentences: Sequence[Sentence]) -> None:
    """A title's short name means the division whose full name the text gives ("Andijan region"), where the text itself never uses it."""
    titles = [sentence for sentence in sentences if sentence.label == "title"]
    if not titles:
        return
    told = {sentence.gap(p.start, p.end): p.place for sentence in sentences if sentence.label != "title" for p in sentence.of("place")}
    for title in titles:
        for symbol in title.of("place"):
            name = title.gap(symbol.start, symbol.end)
            longer = {p.key: p for text, p in told.items() if text.startswith(f"{name} ") and p.level in _DIVISIONS}
            if name not in told and len(longer) == 1:
                symbol.more = next(iter(longer.values()))


def _lies_in(town: Place, area: Place, gazetteer: Gazetteer) -> bool:
    if town.country != area.country or town.level in (Level.COUNTRY, Level.STATE, Level.REGION) or town.id is None:
        return False
    if area.level is Level.COUNTRY:
        return True
    entry = gazetteer.entry(town.id)
    return entry is not None and entry.admin == area.name
