"""Project: a joint undertaking, or a body founded together."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="project",
    plural="projects",
    says="a joint undertaking, or a body founded together",
    roles=(
        Role("name", Holds.NAME, "its name", identity=True),
        Role("party", Holds.PLACE, "who undertakes it"),
        Role("field", Holds.TERM, "what it is about"),
        Role("amount", Holds.NUMBER, "what it costs"),
        Role("place", Holds.PLACE, "where"),
    ),
    effect=Effect.CONTACT,
)

FRAMES: tuple[Frame, ...] = ()
