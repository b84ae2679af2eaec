"""Relation: a report says by itself that a tie stands."""

from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="relation",
    plural="relations",
    says="a report says by itself that a tie stands",
    roles=(
        Role("party", Holds.PLACE, "who is tied", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role("label", Holds.TEXT, "the local wording"),
        Role("term", Holds.TEXT, "how long it is meant to stand"),
    ),
    effect=Effect.STANDS,
    when="since when",
)
