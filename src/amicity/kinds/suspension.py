"""Suspension: a tie is put on hold by a side; not an end."""

from collections.abc import Iterable

from amicity.grammar.changes import change_drafts
from amicity.grammar.draft import Draft
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="suspension",
    plural="suspensions",
    says="a tie is put on hold by a side; not an end",
    roles=(
        Role("party", Holds.PLACE, "whose tie", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role("actor", Holds.PLACE, "which side acted"),
        Role("reason", Holds.TEXT, "why"),
        Role("decided", Holds.DATE, "the day of the deciding act"),
    ),
    effect=Effect.SUSPENDS,
)


def _changed(sentence: Sentence) -> Iterable[Draft]:
    """A tie or its paper is put on hold, by one side or both."""
    return change_drafts(sentence, kind="suspension", sort="suspend")


FRAMES = (Frame("suspension.suspended", "a tie or its paper is put on hold", ("suspend", "tie|paper|bond|place"), _changed),)
