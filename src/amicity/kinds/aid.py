"""Aid: supplies, money or rescue sent to a partner."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="aid",
    plural="aid",
    says="supplies, money or rescue sent to a partner",
    roles=(
        Role("giver", Holds.PLACE, "who gave", identity=True),
        Role("recipient", Holds.PLACE, "who received", identity=True),
        Role("what", Holds.TEXT, "what"),
        Role("reason", Holds.TEXT, "why"),
    ),
    effect=Effect.CONTACT,
)

FRAMES: tuple[Frame, ...] = ()
