"""Service: provision for foreigners."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.tense import status_of
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="service",
    plural="services",
    says="provision for foreigners",
    roles=(
        Role("service", Holds.NAME, "what is provided", identity=True),
        Role("place", Holds.PLACE, "where", identity=True),
        Role("for", Holds.TEXT, "for whom"),
    ),
)

_FOREIGN = re.compile(r"\b(?:foreign|expat|international|overseas|visitors|business|multilingual|english)\w*", re.I)


def _provided(sentence: Sentence) -> Iterator[Draft]:
    """A card, channel or desk for foreigners."""
    own = sentence.context.owner or sentence.context.topic
    here = [p for p in sentence.of("place") if not p.state]
    place = here[0] if here else own
    if place is None or not _FOREIGN.search(sentence.text):
        return
    for service in sentence.of("service"):
        status, _ = status_of(sentence, service)
        yield Draft(
            "service",
            "service.provided",
            status,
            {"service": [Slot(service.start, service.end, sentence.says(service))], "place": [place_slot(place, Derivation.RESOLVED if here else Derivation.COREF)]},
            (sentence.start, sentence.end),
            confidence=Confidence.A if here else Confidence.B,
        )


FRAMES = (Frame("service.provided", "provision for foreigners", ("service",), _provided),)
