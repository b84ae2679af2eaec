"""Consulate: a foreign mission in a city."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="consulate",
    plural="consulates",
    says="a foreign mission in a city",
    roles=(
        Role("sender", Holds.PLACE, "whose mission", identity=True),
        Role("place", Holds.PLACE, "where"),
        Role("type", Holds.TERM, "what sort", terms=("embassy", "consulate_general", "consulate", "honorary")),
        Role("head", Holds.NAME, "who leads it"),
        Role("district", Holds.TEXT, "the area it serves"),
    ),
    when="when it was opened",
)

FRAMES: tuple[Frame, ...] = ()
