"""Visit: a delegation or an official went to a partner."""

from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="visit",
    plural="visits",
    says="a delegation or an official went to a partner",
    roles=(
        Role("visitor", Holds.PLACE, "who came", identity=True),
        Role("host", Holds.PLACE, "who was visited", identity=True),
        Role("leader", Holds.NAME, "who led", identity=True),
        Role("person", Holds.NAME, "who else came"),
        Role("size", Holds.NUMBER, "how many came"),
        Role("purpose", Holds.TEXT, "what for"),
        Role("stop", Holds.TEXT, "sites inspected"),
    ),
    effect=Effect.CONTACT,
)
