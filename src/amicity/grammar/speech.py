"""Whose place speaks: the town that a speaker, a subject or a pronoun stands for."""

import re

from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol

_PRONOUN = re.compile(r"\b(?:he|she|they|we|it|i|the mayor|his|her)\b", re.I)
_ASIDE = re.compile(r"\b(?:in|at|to|for|with|from|of)\s+(?:the )?$", re.I)


def spoken_place(sentence: Sentence, verb: Symbol, *, other_than: Symbol | None = None) -> Symbol | None:
    """The place that speaks or acts before the verb: a speaker's own, the subject's, or whom a pronoun means; None where nobody does."""
    context = sentence.context
    people = [p for p in sentence.of("person") if p.end <= verb.start and p.person.places]
    if people:
        return people[-1].person.places[0]
    skipped = other_than.place.key if other_than is not None else None
    places = [p for p in sentence.of("place") if p.end <= verb.start and p.place.key != skipped]
    plain = [p for p in places if not _ASIDE.search(sentence.gap(max(sentence.start, p.start - 8), p.start))]
    if plain:
        return plain[0]
    spoken = context.speaker
    if spoken is not None and spoken.person.places and _PRONOUN.search(sentence.gap(sentence.start, verb.start)):
        return spoken.person.places[0]
    if places:
        return places[0]
    own = context.owner or context.topic
    if own is not None and re.search(r"\b(?:the city|the town|our city|the council|it is hoped|our town)\b", sentence.gap(sentence.start, verb.end), re.I):
        return own
    return None
