"""Forum: a gathering with a name, or of three or more sides."""

from amicity.grammar.frame import Frame
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="forum",
    plural="forums",
    says="a gathering with a name, or of three or more sides",
    roles=(
        Role("name", Holds.NAME, "its name", identity=True),
        Role("edition", Holds.NUMBER, "which one in its series"),
        Role("series", Holds.TEXT, "the series"),
        Role("place", Holds.PLACE, "where"),
        Role("theme", Holds.TEXT, "its theme"),
        Role("mode", Holds.TERM, "how people attended", terms=("in_person", "online", "hybrid")),
        Role("organiser", Holds.NAME, "who organised"),
        Role("participant", Holds.PLACE, "who took part"),
        Role("speaker", Holds.NAME, "who spoke"),
        Role("session", Holds.TEXT, "its parts"),
    ),
    effect=Effect.CONTACT,
)

FRAMES: tuple[Frame, ...] = ()
