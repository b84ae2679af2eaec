"""Meeting: people of two or more sides met, were received or hosted."""

from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="meeting",
    plural="meetings",
    says="people of two or more sides met, were received or hosted",
    roles=(
        Role("host", Holds.PLACE, "who received", identity=True),
        Role("guest", Holds.PLACE, "who was received", identity=True),
        Role("party", Holds.PLACE, "who met on neutral ground"),
        Role("person", Holds.NAME, "who took part"),
        Role("place", Holds.PLACE, "where"),
        Role("subject", Holds.TEXT, "about what"),
        Role("channel", Holds.TERM, "how they met", terms=("in_person", "video", "phone", "letter")),
    ),
    effect=Effect.CONTACT,
)
