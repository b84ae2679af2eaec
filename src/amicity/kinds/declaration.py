"""Declaration: an outcome document."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="declaration",
    plural="declarations",
    says="an outcome document",
    roles=(
        Role("title", Holds.NAME, "its title", identity=True),
        Role("party", Holds.PLACE, "who declares"),
        Role("point", Holds.TEXT, "what it says"),
    ),
)

FRAMES: tuple[Frame, ...] = ()
