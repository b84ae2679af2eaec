"""Suspension: a tie is put on hold by a side; not an end."""

from amicity.grammar.frame import Frame
from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="suspension",
    plural="suspensions",
    says="a tie is put on hold by a side; not an end",
    roles=(
        Role("party", Holds.PLACE, "whose tie", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role("actor", Holds.PLACE, "which side acted"),
        Role("reason", Holds.TEXT, "why"),
        Role("decided", Holds.DATE, "the day of the deciding act"),
    ),
    effect=Effect.SUSPENDS,
)

FRAMES: tuple[Frame, ...] = ()
