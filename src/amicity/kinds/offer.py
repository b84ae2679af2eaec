"""Offer: what a place has to give."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, term_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import field_slots
from amicity.grammar.partners import speaks_of_partners
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import spoken_place, voiced
from amicity.terms.confidence import Confidence
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="offer",
    plural="offers",
    says="what a place has to give",
    roles=(
        Role("place", Holds.PLACE, "who offers", identity=True),
        Role("field", Holds.TERM, "what it is about"),
        Role("what", Holds.TEXT, "what is offered"),
    ),
)


_NO_GIFT = re.compile(
    r"\s+(?:(?:his|her|their|its|my|our|a|the|an|warm|sincere|deep(?:est)?|heartfelt|words? of)\s+)*(?:condolences?"
    r"|congratulations?|thanks?|prayers?|apolog\w+|greetings?|sympath\w+|welcome|toast|support|glimpse|chance"
    r"|opportunit\w+|view\w*|discount\w*|tickets?|hope|platform|comment\w*|remarks?|gratitude|insights?)\b",
    re.I,
)


def _said(sentence: Sentence) -> Iterator[Draft]:
    """A place says what it has to give: "is ready to send specialists", "we offer training"."""
    if sentence.text.endswith("?") or not speaks_of_partners(sentence.context.text):
        return
    for verb in sentence.of("offer"):
        place = spoken_place(sentence, verb)
        if place is None or place.state or _NO_GIFT.match(sentence.gap(verb.end, min(sentence.end, verb.end + 60))):
            continue
        _, stop = sentence.clause(verb.start)
        end = max(verb.end, len(sentence.gap(0, stop).rstrip(' .,;"')))
        start = end - len(sentence.gap(verb.end, end).lstrip())
        if start >= end:
            continue
        found = list({f.value: f for f in sentence.within(verb.end, sentence.end, sort="field")}.values())
        yield Draft(
            "offer",
            "offer.offered",
            Status.HOPED,
            {
                "place": [voiced(sentence, place)],
                "field": field_slots(sentence, verb.end) or [term_slot(f) for f in found],
                "what": [Slot(start, end, sentence.gap(start, end))],
            },
            (sentence.start, sentence.end),
            confidence=Confidence.B,
        )
        return


FRAMES = (Frame("offer.offered", "a place says what it has to give", ("offer",), _said),)
