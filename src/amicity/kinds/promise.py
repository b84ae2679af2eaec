"""Promise: one side tells another what it will do."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="promise",
    plural="promises",
    says="one side tells another what it will do",
    roles=(
        Role("by", Holds.PLACE, "who promises", identity=True),
        Role("to", Holds.PLACE, "to whom", identity=True),
        Role("action", Holds.TEXT, "what"),
        Role("strength", Holds.TERM, "how firmly", terms=("hope", "invitation", "pledge", "agreed")),
        Role("field", Holds.TERM, "what it is about"),
    ),
    when="when it falls due",
)

FRAMES: tuple[Frame, ...] = ()
