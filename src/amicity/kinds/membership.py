"""Membership: a place belongs to a network."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import spoken_place
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="membership",
    plural="memberships",
    says="a place belongs to a network",
    roles=(
        Role("place", Holds.PLACE, "who", identity=True),
        Role("network", Holds.NAME, "which network", identity=True),
        Role("change", Holds.TERM, "joined, left or expelled", terms=("joined", "left", "expelled")),
    ),
)

_NETWORK = re.compile(r"\b(?:the\s+)?((?:[A-Z][\w&'-]*\s+)(?:(?:of|for|and|the|in|on)\s+|[A-Z][\w&'-]*\s*)*)")
_HEADS = re.compile(r"\b(?:Network|Association|Organi[sz]ation|League|Alliance|Union|Federation|International|Cities|Council|Compact|Covenant|Forum|Platform|Partnership|UCLG|ICLEI|C40|Eurocities|Route)\b")


def _joined(sentence: Sentence) -> Iterator[Draft]:
    """A place joined, left or belongs to a network of places."""
    for verb in sentence.of("join"):
        match = _NETWORK.match(sentence.gap(verb.end, sentence.end).lstrip())
        if not match or not _HEADS.search(match.group(1)):
            continue
        lead = len(sentence.gap(verb.end, sentence.end)) - len(sentence.gap(verb.end, sentence.end).lstrip())
        name = re.sub(r"(?:\s+(?:of|for|and|the|in|on))+\s*$", "", match.group(1)).rstrip()
        start = verb.end + lead + match.start(1)
        place = spoken_place(sentence, verb)
        if place is None or place.state:
            continue
        status, _ = status_of(sentence, verb)
        yield Draft(
            "membership",
            "membership.joined",
            status,
            {
                "place": [place_slot(place, Derivation.RESOLVED if sentence.start <= place.start < sentence.end else Derivation.COREF)],
                "network": [Slot(start, start + len(name), name)],
                "change": [Slot(verb.start, verb.end, verb.value, derivation=Derivation.NORMALISED)],
            },
            (sentence.start, sentence.end),
            when=when_near(sentence, verb, status=status, inherit=False),
        )


FRAMES = (Frame("membership.joined", "a place joined, left or belongs to a network", ("join",), _joined),)
