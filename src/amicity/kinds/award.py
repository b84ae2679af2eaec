"""Award: a prize given to a place, a person, a pair or a committee."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="award",
    plural="awards",
    says="a prize given to a place, a person, a pair or a committee",
    roles=(
        Role("name", Holds.NAME, "its name", identity=True),
        Role("recipient", Holds.PLACE, "who received it", identity=True),
        Role("grantor", Holds.NAME, "who gave it"),
    ),
)

FRAMES: tuple[Frame, ...] = ()
