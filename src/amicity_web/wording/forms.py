"""What the forms and states of a tie are called."""

from amicity.register.wording import form_words
from amicity.terms.form import Form
from amicity.terms.ladder import LADDER
from amicity.terms.promise_entry import PromiseState
from amicity.terms.relation import TieStatus

HIGHEST_FIRST = tuple(rung.form for rung in sorted(LADDER, key=lambda rung: -rung.height))
"""The forms in the order of lists and legends."""

TIED = {
    Form.SISTER: "Sister cities",
    Form.PARTNERSHIP: "Partner cities",
    Form.FRIENDSHIP: "Friendship cities",
    Form.COOPERATION: "Cooperation cities",
    Form.PROJECT_PARTNERSHIP: "Partners in a project",
    Form.EXCHANGE: "In exchange",
    Form.MEMORANDUM: "Tied by a memorandum",
    Form.LETTER_OF_INTENT: "Tied by a letter of intent, which announces a tie to come,",
    Form.DECLARATION: "Tied by a common declaration",
}
"""How two places are tied, as a sentence begins."""

TONES = {
    TieStatus.STANDING: "good",
    TieStatus.SUSPENDED: "warn",
    TieStatus.ENDED: "bad",
    TieStatus.PROSPECT: "",
    PromiseState.OPEN: "",
    PromiseState.KEPT: "good",
    PromiseState.LAPSED: "bad",
    PromiseState.WITHDRAWN: "warn",
}
"""The class of the badge that tells a state; the badge also says it in a word."""

STATES = {TieStatus.PROSPECT: "not yet a tie", PromiseState.LAPSED: "overdue"}


def form_name(form: str | None, count: int = 1) -> str:
    """ "sister city" for ``sister``, "sister cities" for two of them; "tie" where no form is told."""
    return form_words(Form(form) if form else None, count)


def tied(form: str | None) -> str:
    """ "Sister cities" for ``sister``: how a sentence about two places begins."""
    return TIED.get(Form(form), "Tied") if form else "Tied, in a form not stated,"


def called(label: str | None, form: str | None) -> str:
    """The local name of a tie, where it is another than the form's own: "" for "sister cities" of a sister tie."""
    plain = (label or "").casefold().replace("-", " ")
    return "" if plain in {form_name(form), form_name(form, 2)} else label or ""


def state_name(state: TieStatus | PromiseState) -> str:
    """The word on the badge."""
    return STATES.get(state, state.value)


def tone(state: TieStatus | PromiseState) -> str:
    """The class of the badge."""
    return TONES[state]
