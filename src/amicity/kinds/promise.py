"""Promise: one side tells another what it will do."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import field_slots
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="promise",
    plural="promises",
    says="one side tells another what it will do",
    roles=(
        Role("by", Holds.PLACE, "who promises", identity=True),
        Role("to", Holds.PLACE, "to whom", identity=True),
        Role("action", Holds.TEXT, "what"),
        Role("strength", Holds.TERM, "how firmly", terms=("hope", "invitation", "pledge", "agreed")),
        Role("field", Holds.TERM, "what it is about"),
    ),
    when="when it falls due",
)

_AGREED = re.compile(r"\bagreed? (?:to|that|on)\b", re.I)
_HOPED = re.compile(r"\b(?:hop(?:es?|ed) (?:that |to |for )|looks? forward to|looking forward to|would like to)\b", re.I)


def _invited(sentence: Sentence) -> Iterator[Draft]:
    """A side invites the other to come: due when it falls."""
    for verb in sentence.of("invite", "past"):
        to = next((p for p in sentence.of("place") if p.start >= verb.end and p.start - verb.end < 90 and not re.search(r"\b(?:in|at)\s+(?:the )?$", sentence.gap(verb.end, p.start))), None)
        guests = [p for p in sentence.of("person") if p.start >= verb.end and p.start - verb.end < 60 and p.person.places]
        by = _speaker_place(sentence, verb)
        target = guests[0].person.places[0] if guests else to
        if by is not None and (target is None or target.place.key == by.place.key):
            target = _counterpart(sentence, by)
        if by is None or target is None or by.place.key == target.place.key or re.match(r"\s+(?:guests|representatives|speakers|visitors|experts|delegates)\b", sentence.gap(verb.end, min(sentence.end, verb.end + 20))):
            continue
        if by.state and target.state:
            continue
        status, _ = status_of(sentence, verb)
        status = Status.PLANNED if status is Status.HAPPENED else status
        yield _draft(sentence, verb, (by,), (target,), strength="invitation", status=status)


def _pledged(sentence: Sentence) -> Iterator[Draft]:
    """A side says what it will do for the other, or both what they will do together."""
    context = sentence.context
    for verb in sentence.of("pledge"):
        joint = any(p.start < verb.start for p in sentence.of("pair"))
        states = [p for p in context.title_places if p.state]
        pair = context.the_two(sentence.index) or (tuple(states) if len({s.place.key for s in states}) == 2 else ())
        if joint and len(pair) == 2:
            by = to = pair
        else:
            one = _speaker_place(sentence, verb)
            other = _counterpart(sentence, one) if one is not None else None
            if one is None or other is None or not _meant(sentence, one, other, verb):
                continue
            by, to = (one,), (other,)
        strength = "agreed" if _AGREED.match(sentence.says(verb)) else "pledge"
        yield _draft(sentence, verb, by, to, strength=strength, status=Status.PLANNED)
        return


def _meant(sentence: Sentence, one: Symbol, other: Symbol, verb: Symbol) -> bool:
    """Whether the sentence addresses the partner: names it, or speaks of the two."""
    return any(p.place.key == other.place.key for p in sentence.of("place")) or bool(sentence.of("pair"))


def _speaker_place(sentence: Sentence, verb: Symbol) -> Symbol | None:
    people = [p for p in sentence.of("person") if p.end <= verb.start and p.person.places]
    if people:
        return people[-1].person.places[0]
    places = [p for p in sentence.of("place") if p.end <= verb.start and not re.search(r"\b(?:in|at|to|for|with)\s+(?:the )?$", sentence.gap(max(sentence.start, p.start - 8), p.start))]
    if places:
        return places[0]
    spoken = sentence.context.speaker
    if spoken is not None and spoken.person.places and re.match(r"(?:he|she|they|the mayor|\"|we|i)\b|\"", sentence.text, re.I):
        return spoken.person.places[0]
    return None


def _counterpart(sentence: Sentence, one: Symbol) -> Symbol | None:
    context = sentence.context
    here = [p for p in sentence.of("place") if p.place.key != one.place.key and not p.state]
    pair = [p for p in (*context.pair, *context.title_pair) if p.place.key != one.place.key]
    return (here or pair or [None])[0]


def _draft(sentence: Sentence, verb: Symbol, by: tuple[Symbol, ...], to: tuple[Symbol, ...], *, strength: str, status: Status) -> Draft:
    def slots(places: tuple[Symbol, ...]) -> list[Slot]:
        return [place_slot(p, Derivation.RESOLVED if sentence.start <= p.start < sentence.end else Derivation.COREF) for p in places]

    _, stop = sentence.clause(verb.start)
    action = (verb.start, max(verb.end, len(sentence.gap(0, stop).rstrip(" .,;\""))))
    roles = {
        "by": slots(by),
        "to": slots(to),
        "strength": [Slot(verb.start, verb.end, strength, derivation=Derivation.NORMALISED)],
        "action": [Slot(*action, sentence.gap(*action))],
        "field": field_slots(sentence, verb.start),
    }
    due = when_near(sentence, verb, status=status, inherit=False)
    return Draft("promise", f"promise.{strength}", status, roles, (sentence.start, sentence.end), when=due, confidence=Confidence.A if strength == "invitation" else Confidence.B)


FRAMES = (
    Frame("promise.invitation", "a side invites the other", ("invite",), _invited),
    Frame("promise.pledge", "a side, or both, say what they will do", ("pledge",), _pledged),
)
