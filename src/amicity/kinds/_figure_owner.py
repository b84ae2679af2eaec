"""Whose number a figure is: the place that has what is counted, the forum, the two states, or the report's own town."""

import re

from amicity.grammar.draft import Slot, place_slot
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import meant_by_it
from amicity.grammar.symbol import Symbol
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.place import Level

_THERE_ARE = re.compile(r"^In .*\bthere (?:are|were) ", re.S)
_HAS = re.compile(r"\s+(?:now |currently |already )?(?:has|had|have|boasts|counts|maintains|keeps|established)\b", re.I)
_ANOTHER_RANK = re.compile(r"(?:The|This) (?:region|province|state|county|prefecture|country|island)\b")
_OF_STATES = frozenset({"agreements_signed", "twinned_places", "pairs", "twinned_counties", "sister_provinces", "partner_places"})
_LIVE_IN = re.compile(r"\b(?:live|living|lives|reside|residing|resident|settled|based|study|studying) in (?:the )?(?:city of )?$")
_UNDER_ENTRY, _FAR = 4, 120
_ITS_TOWNS = re.compile(
    r" (?:provinces|cities|towns|municipalities|communities|local (?:governments|authorities))(?: and (?:provinces|cities|towns|regions))?"
    r" (?:now |currently |already )?(?:have|had)\b"
)


def whose_number(sentence: Sentence, number: Symbol, measure: str) -> tuple[list[Slot], Confidence]:
    """The place, the two states or the forum that a number of this measure is about, and how sure that is; none where nothing tells."""
    context = sentence.context
    if measure in ("participating_cities", "participating_countries", "participants", "sessions", "exhibitors"):
        forum = next(iter(sentence.of("forum")), context.forum)
        if forum is not None:
            start = forum.start + (4 if sentence.gap(forum.start, forum.start + 4).lower() == "the " else 0)
            return [Slot(start, forum.end, sentence.gap(start, forum.end))], Confidence.A
    if measure in _OF_STATES:
        pair = _state_pair(sentence, number)
        if pair:
            return [
                place_slot(p, Derivation.RESOLVED if sentence.start <= p.start < sentence.end else Derivation.COREF) for p in pair
            ], Confidence.A
    if nation := _nation(sentence, number, measure):
        return [place_slot(nation)], Confidence.A
    before = [p for p in sentence.of("place") if p.end <= number.start and (not p.state or measure in _OF_STATES or _owns(sentence, p))]
    subject = (
        next((p for p in reversed(before) if _owns(sentence, p)), None)
        or next(
            (
                p
                for p in before
                if not re.search(r"\b(?:in|from|with|to|near)\s+(?:the )?$", sentence.gap(max(sentence.start, p.start - 10), p.start))
            ),
            None,
        )
        or (before[-1] if before else None)
    )
    behind = next(
        (
            p
            for p in sentence.of("place")
            if not p.state
            and p.start > number.end
            and re.search(r"\b(?:in|of|with)\s+(?:the )?(?:city of )?$", sentence.gap(number.end, p.start))
            and p.start - number.end < 80
        ),
        None,
    )
    if subject is None and measure in ("population", "students", "enterprises"):
        behind = _lived_in(sentence, number)
        subject = behind
    if subject is None and measure in ("consulates_general", "sister_cities") and behind is not None:
        subject = behind
    if subject is not None:
        return [place_slot(subject)], Confidence.A
    if measure in ("population", "area_km2") and context.entry is not None and 0 < sentence.index - context.entry_sentence <= _UNDER_ENTRY:
        return [context.entry.roles["party"][-1]], Confidence.B
    if there := _there(sentence, number):
        return [place_slot(there)], Confidence.A
    if between := _between_states(sentence, number):
        return [place_slot(p) for p in between], Confidence.A
    own = meant_by_it(sentence) or context.owner or context.topic
    if own is not None and _ANOTHER_RANK.match(sentence.text) and own.place.level is Level.CITY:
        return [], Confidence.C
    return ([place_slot(own, Derivation.COREF)], Confidence.B) if own is not None else ([], Confidence.C)


def _lived_in(sentence: Sentence, number: Symbol) -> Symbol | None:
    """The town of "36,000 people with roots abroad live in the town"."""
    return next(
        (
            p
            for p in sentence.of("place")
            if not p.state and 0 < p.start - number.end < _FAR and _LIVE_IN.search(sentence.gap(number.end, p.start))
        ),
        None,
    )


def _nation(sentence: Sentence, number: Symbol, measure: str) -> Symbol | None:
    """The state that a number between states is about, or whose towns all have what is counted: "Chinese provinces and cities have ties
    with 147 countries"; none where a town stands before it."""
    nation = sentence.before(number.start, sort="nation")
    if nation is None or any(not p.state and p.end <= number.start for p in sentence.of("place")):
        return None
    together = nation.start == sentence.start and _ITS_TOWNS.match(sentence.gap(nation.end, number.start))
    return nation if together or measure in _OF_STATES else None


def _owns(sentence: Sentence, place: Symbol) -> bool:
    """Whether the sentence says what a place has: "China has 293 sister cities in Japan"."""
    return _HAS.match(sentence.gap(place.end, min(sentence.end, place.end + 24))) is not None


def _there(sentence: Sentence, number: Symbol) -> Symbol | None:
    """The place of "In Australia, there are 108 sister cities of Japan's"."""
    opening = _THERE_ARE.search(sentence.gap(sentence.start, number.start))
    return next((p for p in sentence.of("place") if p.start - sentence.start == 3), None) if opening else None


def _between_states(sentence: Sentence, number: Symbol) -> tuple[Symbol, ...]:
    """The two of "there are 68 sister cities between U.S. and Russian cities"."""
    between = re.search(r"\bbetween\b", sentence.gap(number.end, sentence.end))
    if between is None:
        return ()
    at = number.end + between.end()
    states = [s for s in sentence.symbols if at <= s.start < at + 60 and (s.sort == "nation" or (s.sort == "place" and s.state))]
    found = tuple({s.place.key: s for s in reversed(states)}.values())[::-1]
    return found if len(found) == 2 else ()


def _state_pair(sentence: Sentence, number: Symbol) -> tuple[Symbol, ...]:
    states = list({p.place.key: p for p in sentence.of("place") if p.state and p.end <= number.start}.values())
    if len(states) == 2:
        return tuple(states)
    if any(not p.state for p in sentence.of("place") if p.end <= number.start):
        return ()
    context = sentence.context
    pair = tuple(p for p in context.title_places if p.state)
    return pair if len(pair) == 2 else ()
