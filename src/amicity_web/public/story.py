"""A story: the steps of a tie and what happened around it, by their days."""

from collections.abc import Iterable
from datetime import date

from amicity.terms.entry import Entry
from amicity.terms.form import Form
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.register import Register
from amicity.terms.relation import Change, Ending, Relation, Transition
from amicity_web.public.addresses import tie_url
from amicity_web.public.evidence import evidence
from amicity_web.public.page import Page
from amicity_web.wording.claims import headline, words
from amicity_web.wording.dates import in_words
from amicity_web.wording.forms import called, form_name
from amicity_web.wording.sentences import plainly

TIE_KINDS = frozenset({"agreement", "relation", "renewal", "suspension", "termination"})
"""Kinds that a tie's own steps already tell."""

SENTENCES = {
    Change.APPROVED: "{form} approved",
    Change.PAPER: "{paper} signed",
    Change.STANDS: "Stands as {a_form}",
    Change.RENEWED: "Tie renewed",
    Change.SUSPENDED: "Tie suspended{by}",
    Change.ENDED: "Tie ended{by}",
}
ENDINGS = {
    Ending.EXPIRED: "Agreement ran out{by}",
    Ending.PROHIBITED: "Forbidden by law{by}",
    Ending.SUPERSEDED: "Replaced by another tie{by}",
}
NOT_YET = {Change.PAPER: "{paper}", Change.STANDS: "{form}", Change.APPROVED: "Approval of {form}", Change.ENDED: "End of the tie{by}"}

Dated = tuple[date, Page]


def steps_of(tie: Relation, register: Register, *, seen_from: str = "") -> list[Dated]:
    """The steps of a tie, each with the day it is sorted by; seen from a place (its key), each names the partner and the tie's page."""
    partner = ", ".join(place.name or "unnamed partner" for place in tie.partners(seen_from))
    seen = {"who": partner, "tie": tie_url(tie.id)} if seen_from else {}
    return [(_day_of(step), _step(step, tie, register) | seen) for step in tie.transitions]


def events_of(events: Iterable[Entry], register: Register) -> list[Dated]:
    """Entries, each with the day it is sorted by."""
    return [(_first_day(event.when), event_page(event, register)) for event in events]


def told(*parts: Iterable[Dated]) -> list[Page]:
    """One story, earliest first; what has no day comes last."""
    every = [item for part in parts for item in part]
    return [page for _, page in sorted(every, key=_order)]


def _order(item: Dated) -> tuple[date, bool, str]:
    """By the day; on one day an end comes last."""
    day, page = item
    return (day if day > date.min else date.max, page["kind"] == Change.ENDED.value, page["says"])


def between(tie: Relation, register: Register) -> list[Entry]:
    """The entries in which every party of the tie has a part, but for the papers and claims that its steps tell."""
    keys = {place.key for place in tie.parties}
    return [e for e in (*register.events, *register.other) if e.kind not in TIE_KINDS and keys <= {place.key for place in e.places()}]


def event_page(event: Entry, register: Register) -> Page:
    """One entry as a step of a story."""
    return {
        "when": in_words(event.when),
        "says": headline(event.kind, {role: event.texts(role) for role in event.roles}),
        "kind": event.kind,
        "form": "",
        "status": event.status.value,
        "counts": event.status == "happened",
        "badge": words(event.kind),
        "tone": "",
        "more": " ".join(plainly(note.says) for note in event.notes),
        "evidence": evidence(register, event.findings),
    }


def _step(step: Transition, tie: Relation, register: Register) -> Page:
    happened = step.status == "happened"
    told = ENDINGS.get(step.ending, SENTENCES[step.change]) if step.ending else SENTENCES[step.change]
    pattern = told if happened else NOT_YET.get(step.change, SENTENCES[step.change])
    return {
        "when": in_words(step.when),
        "says": _capital(
            pattern.format(form=form_name(step.form), a_form=_a(form_name(step.form)), paper=_paper(step), by=_by(step, tie.parties))
        ),
        "kind": step.change.value,
        "form": step.form.value if step.form else "",
        "status": step.status.value,
        "counts": step.counts,
        "badge": "not counted" if happened and not step.counts else "",
        "tone": "warn",
        "more": _more(step),
        "evidence": evidence(register, step.findings),
    }


def _day_of(step: Transition) -> date:
    """The day that is told of a step; where none is told or it has no beginning, that from which the register takes it."""
    told = _first_day(step.when)
    return told if told > date.min else step.start


def _paper(step: Transition) -> str:
    paper, form = words(step.paper or "paper"), form_name(step.form)
    return paper if step.form in (None, Form.OTHER) or paper == form or step.paper == step.form else f"{paper} for {form}"


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _by(step: Transition, parties: Iterable[Place]) -> str:
    names = [place.name or "one side" for place in parties if place.key in step.actors]
    return f" by {' and '.join(names)}" if names else ""


def _more(step: Transition) -> str:
    label = called(step.label, step.form)
    said = f"Called “{label}” there." if label else ""
    why = f"Reason given: {step.reason}." if step.reason else ""
    return " ".join(filter(None, (said, why)))


def _first_day(when: PartialDate | None) -> date:
    return when.earliest if when else date.min


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
