"""What in the register would show that an authority's criterion is met. What it does not hold stays unknown; it is never guessed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from amicity.rules.questions import Case
from amicity.terms.form import Form
from amicity.terms.relation import Change
from amicity.terms.rule_pack import Criterion, Recognition


@dataclass(frozen=True, slots=True)
class Met:
    """A criterion, and whether it is met as far as the register knows: yes, no, or None for unknown."""

    criterion: Criterion
    met: bool | None


def criteria_met(recognition: Recognition, case: Case) -> tuple[Met, ...]:
    """Each criterion of a recognition beside what the register knows of the tie."""
    return tuple(Met(each, EVIDENCE[each.evidence](case, recognition)) for each in recognition.criteria)


def verdict(met: tuple[Met, ...]) -> str:
    """What the criteria come to, in words."""
    if not met:
        return "no criteria are told"
    if any(each.met is False for each in met):
        return "not by its criteria, as far as the register knows"
    return "by its criteria, yes" if all(each.met for each in met) else "cannot be told from the register"


def _form(case: Case, recognition: Recognition) -> bool | None:
    return None if case.tie.form is None else not recognition.forms or case.tie.form in recognition.forms


def _paper(case: Case, recognition: Recognition) -> bool | None:
    high = (step for step in case.tie.transitions if step.change is Change.PAPER and step.counts)
    return True if any(step.form is case.tie.form for step in high) else None


def _approval(case: Case, recognition: Recognition) -> bool | None:
    return True if any(step.change is Change.APPROVED for step in case.tie.transitions) else None


def _fields(case: Case, recognition: Recognition) -> bool | None:
    if case.tie.form is Form.PROJECT_PARTNERSHIP:
        return False
    named = {field for paper in case.papers for field in paper.texts("field")}
    return True if len(named) > 1 else None


def _unlimited(case: Case, recognition: Recognition) -> bool | None:
    return False if any(paper.texts("term") for paper in case.papers) else None


def _elsewhere(case: Case, recognition: Recognition) -> bool | None:
    return None


EVIDENCE: Mapping[str, Callable[[Case, Recognition], bool | None]] = {
    "form": _form,
    "paper": _paper,
    "approval": _approval,
    "fields": _fields,
    "unlimited": _unlimited,
    "elsewhere": _elsewhere,
}
"""By name: the form is one of the recognised ones; a signed paper of that form is known; a deciding act is known; more than one field;
no limit in time is told; not a thing that the register holds."""
