"""Offer: what a place has to give."""

from amicity.grammar.frame import Frame
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

FRAMES: tuple[Frame, ...] = ()
