"""The ladder of forms: which tie is higher, and why. A tie is counted once, at the highest form that stands."""

from dataclasses import dataclass

from amicity.terms.form import Form


@dataclass(frozen=True, slots=True)
class Rung:
    """One form's height, with the reason for it."""

    form: Form
    height: int
    reason: str


LADDER = (
    Rung(Form.OTHER, 0, "nothing is known of what it binds to"),
    Rung(Form.DECLARATION, 0, "states a wish in common and binds nobody"),
    Rung(Form.LETTER_OF_INTENT, 1, "announces a tie to come"),
    Rung(Form.PROJECT_PARTNERSHIP, 2, "limited to one project and its time"),
    Rung(Form.EXCHANGE, 2, "exchanges without a programme of cooperation"),
    Rung(Form.MEMORANDUM, 2, "agreed matters, often limited in time or field"),
    Rung(Form.COOPERATION, 3, "a formal tie below friendship: China's friendly cooperation city"),
    Rung(Form.FRIENDSHIP, 4, "a formal tie that is often the step before sister city"),
    Rung(Form.PARTNERSHIP, 5, "Europe's formal tie, unlimited in time and matter"),
    Rung(Form.SISTER, 6, "the top form everywhere it is used"),
)
_HEIGHTS = {rung.form: rung.height for rung in LADDER}


def height(form: Form | None) -> int:
    """How high a form stands; a tie of unknown form stands lowest."""
    return _HEIGHTS[form] if form is not None else -1
