"""Consulate: a foreign mission in a city."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot, term_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="consulate",
    plural="consulates",
    says="a foreign mission in a city",
    roles=(
        Role("sender", Holds.PLACE, "whose mission", identity=True),
        Role("place", Holds.PLACE, "where"),
        Role("type", Holds.TERM, "what sort", terms=("embassy", "consulate_general", "consulate", "honorary")),
        Role("head", Holds.NAME, "who leads it"),
        Role("district", Holds.TEXT, "the area it serves"),
    ),
    when="when it was opened",
)

_TYPES = {"consul_general": "consulate_general", "deputy_consul_general": "consulate_general", "acting_consul_general": "consulate_general", "honorary_consul": "honorary", "consul": "consulate", "vice_consul": "consulate"}
_OPENED = re.compile(r"\b(?:open|launch|establish|inaugurat|set up|re-?open)\w*\b", re.I)


def _mission(sentence: Sentence) -> Iterator[Draft]:
    """"Australia launched a consulate general in Shenyang", "the Japanese consulate general in Shenyang"."""
    for mission in sentence.of("mission"):
        if mission.value == "embassy" and not _OPENED.search(sentence.text):
            continue
        seat = _seat(sentence, mission.end)
        sender = _sender(sentence, mission)
        if seat is None or not sender:
            continue
        for one in sender:
            yield _draft(sentence, one, seat, Slot(mission.start, mission.end, mission.value, derivation=Derivation.NORMALISED), mission)


def _consuls(sentence: Sentence) -> Iterator[Draft]:
    """"The consuls general of ROK, Germany and Japan to Shenyang": each has its consulate there."""
    for post in sentence.of("post", *_TYPES):
        group = next((g for g in sentence.groups if g[0].start >= post.end and g[0].state and re.fullmatch(r"\s+(?:of|from)\s+(?:the )?", sentence.gap(post.end, g[0].start))), None)
        owner = sentence.before(post.start, sort="place", within=4)
        senders = list(group) if group else [owner] if owner is not None and owner.state else _adjective(sentence, post)
        end = group[-1].reach if group else post.end
        seat = _seat(sentence, end)
        if seat is not None:
            for sender in senders:
                yield _draft(sentence, sender, seat, Slot(post.start, post.end, _TYPES[post.value], derivation=Derivation.NORMALISED), None)


def _seat(sentence: Sentence, end: int) -> Symbol | None:
    for place in sentence.of("place"):
        if place.start >= end:
            gap = sentence.gap(end, place.start)
            return place if not place.state and re.fullmatch(r"[\w\s]{0,30}?\b(?:in|to|at)\s+(?:the )?(?:city of )?", gap) else None
    return None


def _sender(sentence: Sentence, mission: Symbol) -> list[Symbol]:
    before = [p for p in sentence.of("place") if p.state and p.end <= mission.start and mission.start - p.end < 60]
    if before and (re.search(r"^(?:'s)?\s+(?:[a-z]+\s)*$", sentence.gap(before[-1].end, mission.start)) or _OPENED.search(sentence.gap(before[-1].end, mission.start))):
        return [before[-1]]
    of = next((p for p in sentence.of("place") if p.state and p.start >= mission.end and re.fullmatch(r"\s+of\s+(?:the )?", sentence.gap(mission.end, p.start))), None)
    return [of] if of is not None else _adjective(sentence, mission)


def _adjective(sentence: Sentence, symbol: Symbol) -> list[Symbol]:
    people = [s for s in sentence.of("nation") if 0 <= symbol.start - s.end <= 2]
    return people[-1:]


def _draft(sentence: Sentence, sender: Symbol, seat: Symbol, kind: Slot, mission: Symbol | None) -> Draft:
    opened = _OPENED.search(sentence.text) if mission is not None else None
    trigger = Symbol("establish", sentence.start + opened.start(), sentence.start + opened.end(), "past") if opened else sender
    status = status_of(sentence, trigger)[0] if opened else Status.HAPPENED
    when = when_near(sentence, trigger, status=status, inherit=False) if opened else None
    return Draft("consulate", "consulate.stands", status, {"sender": [place_slot(sender)], "place": [place_slot(seat)], "type": [kind]}, (sentence.start, sentence.end), when=when)


FRAMES = (
    Frame("consulate.mission", "a state's mission stands, or opens, in a city", ("mission", "place"), _mission),
    Frame("consulate.consuls", "consuls of states to a city", ("post", "place"), _consuls),
)
