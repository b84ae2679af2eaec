"""A tie, a promise, a post and a figure as lists show them."""

from collections.abc import Callable, Iterable
from datetime import date

from amicity.register.wording import told
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Register
from amicity.terms.relation import Change, Relation, TieStatus
from amicity.terms.tenure import Tenure
from amicity_web.public.addresses import place_url, tie_url
from amicity_web.public.evidence import evidence
from amicity_web.public.page import Page
from amicity_web.wording.claims import amount, measured, words
from amicity_web.wording.countries import country_name
from amicity_web.wording.dates import in_words
from amicity_web.wording.forms import HIGHEST_FIRST, form_name, state_name, tone
from amicity_web.wording.sentences import plainly

ALIVE = (TieStatus.STANDING, TieStatus.SUSPENDED)
BESIDES: tuple[tuple[str, Callable[[Relation], bool]], ...] = (
    ("pairs within the country", lambda tie: tie.domestic and tie.status in ALIVE),
    ("ended", lambda tie: tie.status is TieStatus.ENDED),
    ("planned, proposed or hoped for", lambda tie: tie.status is TieStatus.PROSPECT),
)
"""What is no part of the count of ties, each sort with its test."""

COMPARATORS = {"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most "}


def place_card(place: Place) -> Page:
    """A place with its address."""
    return {
        "key": place.key,
        "name": named(place),
        "country": place.country,
        "country_name": country_name(place.country),
        "url": place_url(place),
    }


def named(place: Place) -> str:
    """The place's name, or what stands for one."""
    return place.name or "unnamed partner"


def tie_card(tie: Relation, seen_from: str) -> Page:
    """A tie as one of its places sees it."""
    partners = tie.partners(seen_from) or tie.parties
    return {
        "id": tie.id,
        "url": tie_url(tie.id),
        "name": ", ".join(named(place) for place in partners),
        "country_name": ", ".join(dict.fromkeys(country_name(place.country) for place in partners if place.country)),
        "since": in_words(tie.since),
        "paper": papers(tie)[-1] if papers(tie) else "",
        "domestic": tie.domestic,
        **standing(tie),
    }


def standing(tie: Relation) -> Page:
    """The form and the state of a tie, with the words and classes that tell them."""
    form = tie.form.value if tie.form else None
    return {
        "form": form,
        "form_name": form_name(form),
        "state": tie.status.value,
        "state_name": state_name(tie.status),
        "tone": tone(tie.status),
    }


def papers(tie: Relation) -> list[str]:
    """The papers that were signed, in order, e.g. "letter of intent, August 2018"."""
    signed = (step for step in tie.transitions if step.change is Change.PAPER and step.counts)
    return [", ".join(filter(None, (words(step.paper or "paper"), in_words(step.when)))) for step in signed]


def by_form(ties: Iterable[Relation], seen_from: str) -> list[Page]:
    """Ties in groups: those that count, under their forms, highest first; then domestic pairs, ended ties and prospects; oldest first."""
    shelf: dict[tuple[bool, str], list[Relation]] = {}
    for tie in sorted(ties, key=_age):
        beside = next((name for name, belongs in BESIDES if belongs(tie)), None)
        shelf.setdefault((beside is None, beside or tie.form or ""), []).append(tie)
    order = [*((True, form) for form in (*HIGHEST_FIRST, "")), *((False, name) for name, _ in BESIDES)]
    return [
        _group(counts, name, [tie_card(tie, seen_from) for tie in shelf[counts, name]]) for counts, name in order if (counts, name) in shelf
    ]


def promise_card(promise: PromiseEntry, register: Register, *, day: date) -> Page:
    """A promise with its state on a day."""
    state = promise.state_on(day)
    return {
        "says": plainly(told(promise)),
        "strength": promise.strength,
        "due": in_words(promise.due),
        "state": state.value,
        "state_name": state_name(state),
        "tone": tone(state),
        "evidence": evidence(register, promise.findings),
        "kept": evidence(register, promise.kept_by),
    }


def post_card(post: Tenure, register: Register) -> Page:
    """Who holds what office, as far as reports saw."""
    office = " ".join(filter(None, (post.tenure if post.tenure not in (None, "current") else "", words(post.post or ""))))
    of = post.place.name if post.place else post.body
    seen = in_words(post.last or post.first)
    return {
        "name": post.person,
        "post": f"{office[:1].upper()}{office[1:]}{f' of {of}' if of else ''}",
        "seen": f"as a report of {seen} has it" if seen else "",
        "evidence": evidence(register, post.findings),
    }


def figure_card(figure: FigureClaim, register: Register) -> Page:
    """A published number, in words."""
    said = figure_words(figure)
    return {
        "says": f"{said[:1].upper()}{said[1:]}",
        "when": in_words(figure.when),
        "evidence": evidence(register, figure.findings),
    }


def figure_words(figure: FigureClaim) -> str:
    """A published number with what it counts, e.g. "more than 300 delegations"."""
    return measured(f"{COMPARATORS.get(figure.comparator, '')}{amount(figure.value)}", measure=figure.measure, unit=figure.unit)


def _group(counts: bool, name: str, cards: list[Page]) -> Page:
    said = form_name(name or None, len(cards)) if counts else name
    return {
        "form": name if counts and name else "other",
        "name": said,
        "counts": counts,
        "count": len(cards),
        "on_paper": any(card["paper"] for card in cards),
        "dated": any(card["since"] for card in cards),
        "ties": cards,
    }


def _age(tie: Relation) -> tuple[bool, date, str]:
    return (tie.status is not TieStatus.STANDING, tie.since.earliest if tie.since else date.max, tie.label)
