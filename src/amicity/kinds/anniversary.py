"""Anniversary: a tie or an agreement has a birthday."""

from amicity.grammar.frame import Frame
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

FRAMES: tuple[Frame, ...] = ()
