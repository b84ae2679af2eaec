"""Lesson: something adopted from a partner."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import spoken_place
from amicity.grammar.tense import status_of
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="lesson",
    plural="lessons",
    says="something adopted from a partner",
    roles=(
        Role("learner", Holds.PLACE, "who learnt", identity=True),
        Role("teacher", Holds.PLACE, "from whom", identity=True),
        Role("what", Holds.TEXT, "what"),
        Role("field", Holds.TERM, "what it is about"),
    ),
)


def _learnt(sentence: Sentence) -> Iterator[Draft]:
    """Something adopted from a partner: "which is one of the things they learnt from Shanghai"."""
    for verb in sentence.of("learn"):
        teacher = next((p for p in sentence.of("place") if 0 <= p.start - verb.end < 40), None)
        learner = spoken_place(sentence, verb, other_than=teacher)
        if teacher is None or learner is None or learner.place.key == teacher.place.key or learner.state and teacher.state:
            continue
        what = re.sub(r"\s+$", "", sentence.gap(sentence.start, verb.start))
        status, _ = status_of(sentence, verb)
        yield Draft(
            "lesson",
            "lesson.learnt",
            status,
            {
                "learner": [place_slot(learner, Derivation.RESOLVED if sentence.start <= learner.start < sentence.end else Derivation.COREF)],
                "teacher": [place_slot(teacher)],
                "what": [Slot(sentence.start, sentence.start + len(what), what)] if what else [],
            },
            (sentence.start, sentence.end),
            confidence=Confidence.B,
        )


FRAMES = (Frame("lesson.learnt", "something adopted from a partner", ("learn", "place"), _learnt),)
