"""Membership: a place belongs to a network."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="membership",
    plural="memberships",
    says="a place belongs to a network",
    roles=(
        Role("place", Holds.PLACE, "who", identity=True),
        Role("network", Holds.NAME, "which network", identity=True),
        Role("change", Holds.TERM, "joined, left or expelled", terms=("joined", "left", "expelled")),
    ),
)

FRAMES: tuple[Frame, ...] = ()
