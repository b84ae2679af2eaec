"""Ranking: a place's rank among others."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="ranking",
    plural="rankings",
    says="a place's rank among others",
    roles=(
        Role("about", Holds.PLACE, "who is ranked", identity=True),
        Role("measure", Holds.TERM, "by what", identity=True),
        Role("rank", Holds.NUMBER, "which rank"),
        Role("among", Holds.PLACE, "among whom"),
    ),
)

FRAMES: tuple[Frame, ...] = ()
