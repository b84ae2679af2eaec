"""A change in a tie: whose tie it is, which side acted, and why."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Slot
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import Sides, crossed, locative, self_reference, sides, towns
from amicity.grammar.symbol import Symbol
from amicity.terms.confidence import Confidence

_REASON = re.compile(r"\b(?:because(?: of)?|over|citing|due to|after|in protest (?:at|against|over)|in response to|following|owing to|in the wake of|amid|on account of)\s+([^.;]{5,140})", re.I)


_DEFINITE = re.compile(r"\b(?:the|that|this|their|its)\s+(?:[\w-]+\s+){0,2}$", re.I)


def change_sides(sentence: Sentence, verb: Symbol, tie: Symbol) -> Iterator[tuple[Sides, Symbol | None]]:
    """The parties of the tie that changed, and the side that acted where only one did."""
    groups = towns(sentence)
    with_group = next((g for g in groups if re.search(r"\b(?:with|to|and its \w+ (?:city|town),?)\s+(?:its |the |their )?(?:[a-z-]+ ){0,4}(?:of )?$", sentence.gap(max(sentence.start, g[0].start - 60), g[0].start)) and g[0].start > min(verb.start, tie.start)), None)
    actor = next((g[0] for g in reversed(groups) if g[-1].end <= verb.start and g is not with_group and not locative(sentence, g)), None)
    if actor is None and with_group is not None:
        actor = self_reference(sentence, verb.start)
    if actor is not None and with_group is not None:
        inferred = () if sentence.start <= actor.start < sentence.end else (actor,)
        for pair in crossed((actor,), with_group):
            yield Sides(pair, Confidence.B if inferred else Confidence.A, inferred), actor
        return
    told = sides(sentence, tie)
    if not told and _DEFINITE.search(sentence.gap(max(sentence.start, tie.start - 24), tie.start)):
        pair = sentence.context.the_two(sentence.index)
        actor = self_reference(sentence, verb.start) if not sentence.of("pair") else None
        yield from ((Sides(pair, Confidence.B, pair), actor if actor is not None and any(actor.place.key == p.place.key for p in pair) else None) for _ in range(len(pair) == 2))
    for found in told:
        one = found.parties[0] if found.parties[0].end <= verb.start and verb.value in ("past", "present", "base") and not re.search(r"\band\b", sentence.gap(found.parties[0].end, verb.start)) else None
        yield found, one


def reason_slot(sentence: Sentence, verb: Symbol) -> list[Slot]:
    """Why, in the report's words."""
    match = _REASON.search(sentence.context.text, verb.end, sentence.end)
    return [Slot(match.start(1), match.end(1), match.group(1).strip())] if match else []
