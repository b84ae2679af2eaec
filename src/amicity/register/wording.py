"""Entries in plain English: one line that a person may read on a page, in a calendar or at a prompt."""

from collections.abc import Iterable
from datetime import date

from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.form import Form
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Item, Register
from amicity.terms.relation import Change, Relation, TieStatus, Transition
from amicity.terms.status import Status
from amicity.terms.tenure import Tenure

_TIES = {
    Form.SISTER: ("sister city", "sister cities"),
    Form.FRIENDSHIP: ("friendship city", "friendship cities"),
    Form.COOPERATION: ("cooperation city", "cooperation cities"),
    Form.LETTER_OF_INTENT: ("letter of intent", "letters of intent"),
    Form.MEMORANDUM: ("memorandum", "memoranda"),
}
_COMPARATORS = {"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most "}
_UNDONE = {
    Status.PLANNED: " (planned)",
    Status.PROPOSED: " (proposed)",
    Status.HOPED: " (hoped for)",
    Status.CONDITIONAL: " (conditional)",
    Status.DENIED: " (denied)",
}


def plain(term: str) -> str:
    """A term of the codebook as words: ``letter_of_intent`` → ``letter of intent``."""
    return term.replace("_", " ")


def measured(measure: str, count: float | str) -> str:
    """What is counted, in words that suit the count: ``1 international school``, ``8 consulates general``."""
    words = measure.split("_")
    head = 0 if words[-1] == "general" else -1
    if str(count) == "1" and words[head].endswith("s"):
        words[head] = words[head].removesuffix("s") if not words[head].endswith("ies") else f"{words[head].removesuffix('ies')}y"
    return f"{count} {' '.join(words)}"


def form_words(form: Form | None, count: int = 1) -> str:
    """A form as people say it, for one tie or several."""
    if form is None:
        return "tie" if count == 1 else "ties"
    one, many = _TIES.get(form, (f"{plain(form)} tie", f"{plain(form)} ties"))
    return one if count == 1 else many


def since_words(when: PartialDate) -> str:
    """Since when something stands: ``since 1994``; where only a last day is known, ``by 2018-08-10`` (or before)."""
    return f"by {when.latest} or before" if when.earliest == date.min and when.latest < date.max else f"since {when}"


def listed(names: Iterable[str]) -> str:
    """Names as a list in a sentence: ``Belfast, Chicago and Sapporo``."""
    all_ = list(names)
    return all_[0] if len(all_) == 1 else f"{', '.join(all_[:-1])} and {all_[-1]}" if all_ else ""


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun: ``1 country``, ``43 countries``."""
    return f"{count} {one if count == 1 else many}"


def names(places: Iterable[Place]) -> str:
    """The names of places as a list in a sentence."""
    return listed(place.name or "an unnamed place" for place in places)


def name_of(register: Register, key: str | None) -> str | None:
    """The name of the place with this key; None where no place is meant."""
    place = register.places.get(key) if key else None
    return place.name if place else key


def told(item: Item) -> str:
    """An entry in one line."""
    match item:
        case Relation():
            return tie_line(item)
        case PromiseEntry():
            to = f" to {names(item.to)}" if item.to else ""
            return f"{plain(item.strength or 'promise').capitalize()} by {names(item.by) or 'an unnamed side'}{to}: {item.action}"
        case Tenure():
            tenure = f"{item.tenure} " if item.tenure and item.tenure != "current" else ""
            where = f" of {item.place.name}" if item.place else f" of {item.body}" if item.body else ""
            return f"{item.person}, {tenure}{plain(item.post or 'in office')}{where}"
        case FigureClaim():
            return (
                f"{names(item.about) or 'unnamed'}: {_COMPARATORS.get(item.comparator, '')}{item.value} {item.unit or plain(item.measure)}"
            )
        case Entry():
            return _event_line(item) + _UNDONE.get(item.status, "")


def tie_line(tie: Relation) -> str:
    """A tie in one line, e.g. ``Karachi – Shenyang: sister city since 2021-12-09``."""
    form = form_words(tie.form)
    since = f" {since_words(tie.since)}" if tie.since else ""
    match tie.status:
        case TieStatus.PROSPECT:
            return f"{tie.label}: no tie stands yet"
        case TieStatus.STANDING:
            return f"{tie.label}: {form}{since}"
        case _:
            return f"{tie.label}: {form}{since}, now {tie.ending or tie.status.value}"


def step_line(step: Transition) -> str:
    """One step in the life of a tie, e.g. ``sister city: paper signed``."""
    form = form_words(step.form)
    match step.change:
        case Change.APPROVED:
            says = f"{form}: {'applied for' if step.particulars.act == 'applied' else 'approved'}, not yet signed"
        case Change.PAPER:
            says = f"{form}: paper signed" if step.status is Status.HAPPENED else f"{form}: paper to be signed"
        case Change.STANDS:
            says = f"{form}: {_standing(step)}"
        case Change.RENEWED:
            says = f"{form}: renewed"
        case Change.SUSPENDED | Change.ENDED:
            says = f"{form}: {step.ending or step.change.value}" + (f" ({step.reason})" if step.reason else "")
    return says + _UNDONE.get(step.status, "")


def _standing(step: Transition) -> str:
    if step.status is not Status.HAPPENED:
        return "to be set up" if step.status is not Status.DENIED else "said to stand"
    return "said to stand" if step.counts else "said to stand, not followed"


def _event_line(event: Entry) -> str:
    match event.kind:
        case "agreement" | "renewal" | "suspension" | "termination":
            form = next(iter(event.texts("form")), next(iter(event.texts("instrument")), ""))
            return f"{event.kind.capitalize()} of {names(event.places('party'))}: {plain(form)}" if form else _generic(event)
        case "visit":
            leader = f", led by {listed(event.texts('leader'))}" if event.texts("leader") else ""
            return f"Visit of {names(event.places('visitor')) or 'a delegation'} to {names(event.places('host')) or 'a partner'}{leader}"
        case "meeting" if event.places("host") and event.places("guest"):
            return f"Meeting: {names(event.places('host'))} received {names(event.places('guest'))}"
        case "forum" | "declaration" | "project" | "award":
            name = listed(event.texts("name") or event.texts("title"))
            to = f" to {names(event.places('recipient'))}" if event.places("recipient") else ""
            return f"{event.kind.capitalize()}: {name}{to}"
        case _:
            return _generic(event)


def _generic(entry: Entry) -> str:
    said = "; ".join(f"{plain(role)} {listed(map(plain, entry.texts(role)))}" for role in entry.roles)
    return f"{plain(entry.kind).capitalize()}: {said}"
