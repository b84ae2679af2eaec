"""Anniversary: a tie or an agreement has a birthday."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import sides
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="anniversary",
    plural="anniversaries",
    says="a tie or an agreement has a birthday",
    roles=(
        Role("party", Holds.PLACE, "whose tie", identity=True),
        Role("years", Holds.NUMBER, "how many years"),
        Role("of", Holds.TEXT, "of what"),
    ),
)

_OF_TIE = re.compile(r"\b(?:sister|twin|friendship|partner|relation|ties|agreement|signing|twinning)\w*", re.I)


def _marked(sentence: Sentence) -> Iterator[Draft]:
    """"The 30th anniversary of the sister-city relationship between A and B"."""
    for word in sentence.of("anniversary"):
        ordinal = sentence.before(word.start, sort="ordinal", within=24) or sentence.before(word.start, sort="number", within=8)
        if ordinal is None or not _OF_TIE.search(sentence.text):
            continue
        found = sides(sentence, word)
        if not found:
            pair = sentence.context.the_two(sentence.index)
            parties = list(pair)
        else:
            parties = list(found[0].parties)
        if len(parties) < 2:
            continue
        of = re.match(r"\s+of\s+(?:the |their |its )?([^,.;]{3,80})", sentence.gap(word.end, sentence.end))
        status, _ = status_of(sentence, word)
        yield Draft(
            "anniversary",
            "anniversary.marked",
            status,
            {
                "party": [place_slot(p, Derivation.RESOLVED if sentence.start <= p.start < sentence.end else Derivation.COREF) for p in parties],
                "years": [Slot(ordinal.start, ordinal.end, ordinal.more, derivation=Derivation.NORMALISED)],
                "of": [Slot(word.end + of.start(1), word.end + of.end(1), of.group(1))] if of else [],
            },
            (sentence.start, sentence.end),
            when=when_near(sentence, word, status=status, inherit=False),
        )


FRAMES = (Frame("anniversary.marked", "a tie or an agreement has a birthday", ("anniversary",), _marked),)
