"""Agreement: a paper signed, adopted or authorised; not a standing tie."""

from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="agreement",
    plural="agreements",
    says="a paper signed, adopted or authorised; not a standing tie",
    roles=(
        Role("party", Holds.PLACE, "who is bound", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role("instrument", Holds.TERM, "the paper itself", terms=("memorandum", "letter_of_intent", "agreement", "resolution", "protocol", "charter", "declaration", "contract", "treaty", "other")),
        Role("act", Holds.TERM, "what was done to the paper", terms=("signed", "adopted", "authorised", "ratified")),
        Role("signer", Holds.NAME, "who signed"),
        Role("witness", Holds.NAME, "who witnessed"),
        Role("place", Holds.PLACE, "where"),
        Role("field", Holds.TERM, "what it is about"),
        Role("framework", Holds.TEXT, "the larger scheme it belongs to"),
        Role("term", Holds.TEXT, "how long it binds"),
        Role("channel", Holds.TERM, "how it was signed", terms=("in_person", "video", "phone", "letter")),
        Role("decided", Holds.DATE, "the day of the deciding act"),
    ),
    effect=Effect.PAPER,
    when="when it was signed or is to be",
)
