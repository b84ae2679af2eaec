"""Offer: what a place has to give."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import spoken_place
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status
from amicity.terms.kind import Holds, Kind, Role

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


def _said(sentence: Sentence) -> Iterator[Draft]:
    """A place says what it has to give, in a field of the codebook."""
    for verb in sentence.of("offer"):
        fields = list({f.value: f for f in sentence.within(verb.end, sentence.end, sort="field")}.values())
        place = spoken_place(sentence, verb)
        if not fields or place is None or re.search(r"\b(?:friendship|relations)\b", sentence.gap(verb.end, fields[0].start)):
            continue
        end = len(sentence.gap(0, sentence.end).rstrip(" .,;\""))
        yield Draft(
            "offer",
            "offer.offered",
            Status.HAPPENED,
            {
                "place": [place_slot(place, Derivation.RESOLVED if sentence.start <= place.start < sentence.end else Derivation.COREF)],
                "field": [Slot(f.start, f.end, f.value, derivation=Derivation.NORMALISED) for f in fields],
                "what": [Slot(verb.end, max(verb.end, end), sentence.gap(verb.end, max(verb.end, end)).strip())],
            },
            (sentence.start, sentence.end),
            confidence=Confidence.B,
        )
        return


FRAMES = (Frame("offer.offered", "a place says what it has to give", ("offer", "field"), _said),)
