"""Need: what a place seeks."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="need",
    plural="needs",
    says="what a place seeks",
    roles=(
        Role("place", Holds.PLACE, "who seeks", identity=True),
        Role("field", Holds.TERM, "what it is about"),
        Role("what", Holds.TEXT, "what is sought"),
    ),
)

FRAMES: tuple[Frame, ...] = ()
