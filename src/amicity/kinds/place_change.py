"""Place change: a merger, a renaming, a change of rank."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="place_change",
    plural="place changes",
    says="a merger, a renaming, a change of rank",
    roles=(
        Role("place", Holds.PLACE, "which place", identity=True),
        Role("into", Holds.PLACE, "what it became"),
        Role("from", Holds.PLACE, "what it was"),
    ),
)

FRAMES: tuple[Frame, ...] = ()
