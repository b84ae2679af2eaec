"""What the forms and states of a tie are called, and how a count of them reads."""

from amicity.terms.form import Form
from amicity.terms.promise_entry import PromiseState
from amicity.terms.relation import TieStatus

FORMS = {
    Form.SISTER: "sister city",
    Form.PARTNERSHIP: "partnership",
    Form.FRIENDSHIP: "friendship city",
    Form.COOPERATION: "friendly cooperation",
    Form.PROJECT_PARTNERSHIP: "project partnership",
    Form.EXCHANGE: "exchange",
    Form.MEMORANDUM: "memorandum",
    Form.LETTER_OF_INTENT: "letter of intent",
    Form.DECLARATION: "declaration",
    Form.OTHER: "other tie",
}
"""Every form by its name here, highest first; also the order of legends."""

PLURALS = {
    Form.SISTER: "sister cities",
    Form.FRIENDSHIP: "friendship cities",
    Form.COOPERATION: "friendly cooperation",
    Form.MEMORANDUM: "memoranda",
    Form.LETTER_OF_INTENT: "letters of intent",
}

TIED = {
    Form.SISTER: "Sister cities",
    Form.PARTNERSHIP: "Partner cities",
    Form.FRIENDSHIP: "Friendship cities",
    Form.COOPERATION: "In friendly cooperation",
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


def form_name(form: str | None) -> str:
    """ "sister city" for ``sister``; "form not stated" for None."""
    return FORMS[Form(form)] if form else "form not stated"


def tied(form: str | None) -> str:
    """ "Sister cities" for ``sister``: how a sentence about two places begins."""
    return TIED.get(Form(form), "Tied") if form else "Tied, in a form not stated,"


def form_names(form: str, count: int) -> str:
    """The name that fits the count: "sister cities" for 2."""
    name = FORMS[Form(form)]
    return name if count == 1 else PLURALS.get(Form(form), f"{name}s")


def state_name(state: TieStatus | PromiseState) -> str:
    """The word on the badge."""
    return STATES.get(state, state.value)


def tone(state: TieStatus | PromiseState) -> str:
    """The class of the badge."""
    return TONES[state]
