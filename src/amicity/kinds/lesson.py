"""Lesson: something adopted from a partner."""

from amicity.grammar.frame import Frame
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

FRAMES: tuple[Frame, ...] = ()
