"""Post: who holds what office."""

from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="post",
    plural="posts",
    says="who holds what office",
    roles=(
        Role("person", Holds.NAME, "who", identity=True),
        Role("post", Holds.TERM, "the office"),
        Role("body", Holds.NAME, "of which body"),
        Role("place", Holds.PLACE, "of which place"),
        Role("portfolio", Holds.TEXT, "in charge of what"),
        Role("tenure", Holds.TERM, "current, acting, former or elect", terms=("current", "acting", "former", "elect")),
    ),
    when="when it was held",
)
