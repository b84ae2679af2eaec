"""Renewal: a tie is confirmed or prolonged."""

from amicity.grammar.frame import Frame
from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="renewal",
    plural="renewals",
    says="a tie is confirmed or prolonged",
    roles=(
        Role("party", Holds.PLACE, "whose tie", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role("actor", Holds.PLACE, "which side acted"),
        Role("reason", Holds.TEXT, "why"),
        Role("decided", Holds.DATE, "the day of the deciding act"),
    ),
    effect=Effect.RENEWS,
)

FRAMES: tuple[Frame, ...] = ()
