"""Ranking: a place's rank among others."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="ranking",
    plural="rankings",
    says="a place's rank among others",
    roles=(
        Role("about", Holds.PLACE, "who is ranked", identity=True),
        Role("measure", Holds.TERM, "by what", identity=True),
        Role("rank", Holds.NUMBER, "which rank"),
        Role("among", Holds.PLACE, "among whom"),
    ),
)

_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_RANKED = re.compile(r"\brank(?:s|ed|ing)?\s+(?:the\s+)?(?:no\.? ?)?(?P<rank>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)?)\b", re.I)
_LARGEST = re.compile(r"\bthe\s+(?:(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ])?(?P<what>largest|biggest|most populous|oldest)\b(?P<noun>(?: [a-z]+){0,3})", re.I)
_FIRST = re.compile(r"\b(?:the|its|their|our) first (?P<what>sister|twin|friendship|partner) (?:city|town|province|state)(?: relationship| agreement| partnership)? (?:in|from|of|with|between)\b", re.I)


def _ranked(sentence: Sentence) -> Iterator[Draft]:
    """"The total ranked first in Liaoning", "the third largest city by population"."""
    context = sentence.context
    for match in (*_RANKED.finditer(sentence.text), *_LARGEST.finditer(sentence.text)):
        at = sentence.start + match.start()
        places = [p for p in sentence.of("place") if p.end <= at]
        about = places[-1] if places else context.owner or context.topic
        if about is None:
            continue
        word = (match.groupdict().get("rank") or match.groupdict().get("nth") or "first").lower()
        rank = _WORDS.get(word) or int(re.sub(r"\D", "", word) or 0)
        group = "rank" if match.groupdict().get("rank") else "nth" if match.groupdict().get("nth") else "what"
        among = next((p for p in sentence.of("place") if p.start > sentence.start + match.end() and re.search(r"\b(?:in|of|among|within)\s+(?:the )?$", sentence.gap(max(at, p.start - 10), p.start))), None)
        if match.re is _LARGEST and not re.search(r"\bcit|\btown|\bport|\bpopulation|\bprovince", sentence.text[match.start() : match.end() + 40], re.I):
            continue
        measure, start, end = _measure(sentence, match)
        yield Draft(
            "ranking",
            "ranking.ranked",
            Status.HAPPENED,
            {
                "about": [place_slot(about, Derivation.RESOLVED if about in places else Derivation.COREF)],
                "measure": [Slot(start, end, measure, derivation=Derivation.NORMALISED)],
                "rank": [Slot(sentence.start + match.start(group), sentence.start + match.end(group), rank, derivation=Derivation.NORMALISED)],
                "among": [place_slot(among)] if among is not None else [],
            },
            (sentence.start, sentence.end),
        )


def _measure(sentence: Sentence, match: re.Match[str]) -> tuple[str, int, int]:
    text, base = sentence.text, sentence.start
    if (words := re.search(r"\bpopulation\b|\bpopulous\b", text)) or match.re is _LARGEST and (words := re.search(r"\blargest|\bbiggest", text)):
        return "population", base + words.start(), base + words.end()
    if words := re.search(r"\barea\b", text):
        return "area_km2", base + words.start(), base + words.end()
    if match.re is _RANKED and (words := re.search(r"\b(?:total(?: number)?|number|sister cit\w+|friend\w+ cit\w+|partners?)\b", text, re.I)):
        return "partner_cities", base + words.start(), base + words.end()
    return "other", base + match.start(), base + match.end()


def _first(sentence: Sentence) -> Iterator[Draft]:
    """"The first sister city in Africa": first in time."""
    for match in _FIRST.finditer(sentence.text):
        at = sentence.start + match.start()
        about = next((p for p in reversed(sentence.of("place")) if p.end <= at and not p.state), None) or sentence.context.topic
        if about is None:
            continue
        among = next((p for p in sentence.of("place") if p.start >= sentence.start + match.end()), None)
        start, end = sentence.start + match.start(), sentence.start + match.end()
        yield Draft(
            "ranking",
            "ranking.first",
            Status.HAPPENED,
            {
                "about": [place_slot(about)],
                "measure": [Slot(start, end, "first_in_time", derivation=Derivation.NORMALISED)],
                "rank": [Slot(start, end, 1, derivation=Derivation.NORMALISED)],
                "among": [place_slot(among)] if among is not None else [],
            },
            (sentence.start, sentence.end),
        )


FRAMES = (
    Frame("ranking.ranked", "a place's rank, or the largest of its sort", ("rank",), _ranked),
    Frame("ranking.first", "the first tie of its sort", ("tie",), _first),
)
