"""Figure: a published number about a place, a tie, a forum or a network."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.measure import MEASURES

KIND = Kind(
    name="figure",
    plural="figures",
    says="a published number about a place, a tie, a forum or a network",
    roles=(
        Role("about", Holds.PLACE, "what it counts for"),
        Role("measure", Holds.TERM, "what is counted", terms=MEASURES),
        Role("value", Holds.NUMBER, "the number", identity=True),
        Role("unit", Holds.TEXT, "the unit"),
        Role("comparator", Holds.TERM, "exactly, about, at least", terms=("exact", "about", "at_least", "more_than", "at_most", "range")),
        Role("scope", Holds.TEXT, "what the count covers"),
        Role("counted_by", Holds.NAME, "who counted"),
    ),
    when="as of when",
)

FRAMES: tuple[Frame, ...] = ()
