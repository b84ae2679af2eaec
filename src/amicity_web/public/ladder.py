"""The ladder of forms as a small picture: which rungs a tie has reached, and on which it stands."""

from amicity.terms.form import Form
from amicity.terms.ladder import height
from amicity.terms.relation import Change, Relation, TieStatus
from amicity_web.public.page import Page
from amicity_web.wording.dates import in_words

RUNGS = (
    (Form.LETTER_OF_INTENT, "letter of intent"),
    (Form.MEMORANDUM, "memorandum or exchange"),
    (Form.COOPERATION, "cooperation city"),
    (Form.FRIENDSHIP, "friendship city"),
    (Form.PARTNERSHIP, "partnership"),
    (Form.SISTER, "sister city"),
)
"""One rung for each height, by the form that is drawn for it."""


def ladder(tie: Relation) -> list[Page]:
    """The rungs, lowest first; ``when`` is the first day told for a rung."""
    reached: dict[int, str] = {}
    for step in tie.transitions:
        if step.counts and step.form is not None and step.change not in (Change.SUSPENDED, Change.ENDED):
            reached.setdefault(height(step.form), in_words(step.when))
    now = height(tie.form) if tie.status is not TieStatus.PROSPECT else None
    return [
        {
            "form": form.value,
            "name": name,
            "height": height(form),
            "reached": height(form) in reached,
            "current": height(form) == now,
            "when": reached.get(height(form), ""),
        }
        for form, name in RUNGS
    ]
