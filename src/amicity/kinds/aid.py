"""Aid: supplies, money or rescue sent to a partner."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import spoken_place
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="aid",
    plural="aid",
    says="supplies, money or rescue sent to a partner",
    roles=(
        Role("giver", Holds.PLACE, "who gave", identity=True),
        Role("recipient", Holds.PLACE, "who received", identity=True),
        Role("what", Holds.TEXT, "what"),
        Role("reason", Holds.TEXT, "why"),
    ),
    effect=Effect.CONTACT,
)


def _sent(sentence: Sentence) -> Iterator[Draft]:
    """Goods, money or rescuers given to a partner."""
    for verb in sentence.of("aid"):
        goods = sentence.after(verb.end, sort="aid_goods", within=80)
        if goods is None:
            continue
        recipient = next((p for p in sentence.of("place") if p.start >= verb.end and re.search(r"\b(?:to|for|in)\s+(?:its |the |their )?(?:[\w-]+ ){0,4}$", sentence.gap(max(verb.end, p.start - 60), p.start))), None) or next((p for p in sentence.of("place") if 0 <= p.start - verb.end < 4), None)
        giver = spoken_place(sentence, verb, other_than=recipient)
        if recipient is None or giver is None or giver.place.key == recipient.place.key or giver.state and recipient.state:
            continue
        status, _ = status_of(sentence, verb)
        yield Draft(
            "aid",
            "aid.sent",
            status,
            {
                "giver": [place_slot(giver, Derivation.RESOLVED if sentence.start <= giver.start < sentence.end else Derivation.COREF)],
                "recipient": [place_slot(recipient)],
                "what": [Slot(verb.end + 1, goods.end, sentence.gap(verb.end + 1, goods.end))],
            },
            (sentence.start, sentence.end),
            when=when_near(sentence, verb, status=status),
            confidence=Confidence.B,
        )
        return


FRAMES = (Frame("aid.sent", "goods, money or rescuers given to a partner", ("aid", "aid_goods", "place"), _sent),)
