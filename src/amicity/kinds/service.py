"""Service: provision for foreigners."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="service",
    plural="services",
    says="provision for foreigners",
    roles=(
        Role("service", Holds.NAME, "what is provided", identity=True),
        Role("place", Holds.PLACE, "where", identity=True),
        Role("for", Holds.TEXT, "for whom"),
    ),
)

FRAMES: tuple[Frame, ...] = ()
