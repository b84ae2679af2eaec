"""The page of one tie."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from amicity.register import as_of
from amicity.register.birthdays import birthdays
from amicity.register.instruments import Instrument, instruments
from amicity.register.rounds import rounds, run_out
from amicity.register.vitality import Pulse, vitality
from amicity.register.wording import plain, step_line
from amicity.terms.entry import Entry
from amicity.terms.form import Form
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Register
from amicity.terms.relation import Ending, Relation, Side, TieStatus
from amicity_web.public import story
from amicity_web.public.addresses import answer_url
from amicity_web.public.advice import advice
from amicity_web.public.cards import papers, place_card, promise_card, standing
from amicity_web.public.chart import borders, chart_url
from amicity_web.public.evidence import evidence
from amicity_web.public.ladder import ladder
from amicity_web.public.page import Page, day_asked, known_asked, show
from amicity_web.store import load
from amicity_web.store.rows import slug_of
from amicity_web.store.site import home
from amicity_web.wording.dates import in_words, when_in_words
from amicity_web.wording.forms import called, form_name, state_name, tied, tone
from amicity_web.wording.sentences import plainly

ENDED = {
    None: "has ended",
    Ending.TERMINATED: "has ended",
    Ending.EXPIRED: "has run out and was not renewed",
    Ending.PROHIBITED: "a law forbids",
    Ending.SUPERSEDED: "another has replaced",
}
"""How an ended tie is spoken of: a lapse is no termination."""


@require_safe
def tie(request: HttpRequest, tie: str) -> HttpResponse:
    """One tie as it stood on a day: its form, its story, and the passage under each fact."""
    day, known = day_asked(request), known_asked(request)
    whole = load.register_for_tie(tie, known_at=known)
    register = as_of(whole, day)
    if relation := register.relation(tie):
        return show(request, "tie", tie_page(relation, register, day=day, known=known))
    ever = whole.relation(tie) or load.register_for_tie(tie).relation(tie)
    return show(request, "tie", before(ever, day=day, known=known)) if ever else moved(tie)


def moved(tie: str) -> HttpResponse:
    """The way from an old id to the tie as it is now called. Raises Http404 where there is none."""
    now = load.tie_now(tie)
    if now == tie or load.register_for_tie(now).relation(now) is None:
        raise Http404(f"no tie {tie}")
    return redirect("public:tie", now)


def tie_page(tie: Relation, register: Register, *, day: date, known: date | None = None) -> Page:
    """The page of a tie that the register knows on the day."""
    around = story.between(tie, register)
    promises = [p for p in register.promises if {place.key for place in (*p.by, *p.to)} == {place.key for place in tie.parties}]
    return {
        "id": tie.id,
        "title": tie.label,
        "as_of": day.isoformat(),
        "known_at": known.isoformat() if known else "",
        "parties": [place_card(place) for place in tie.parties],
        "lede": lede(tie),
        **standing(tie),
        "since": in_words(tie.since),
        "begun": in_words(tie.begun),
        "domestic": tie.domestic,
        "papers": papers(tie),
        "paper_list": [_instrument(paper) for paper in instruments(tie, register)],
        "term": _term(tie, day),
        "pulse": _pulse(tie, register, day),
        "ladder": ladder(tie),
        "sides": sides(tie, register),
        "notes": [
            {"says": plainly(note.says), "concern": note.concern.value, "evidence": evidence(register, note.findings)} for note in tie.notes
        ],
        "advice": advice(tie, register, day=day),
        "story": story.told(story.steps_of(tie, register), story.events_of(around, register)),
        "promises": [promise_card(promise, register, day=day) for promise in promises],
        "anniversary": _anniversary(tie, day),
        "brief": _brief(tie),
        "rests": _rests(tie, around, promises, register),
        "chart": chart_url(day=day, known=known, tie=tie.id),
        "borders": borders(),
    }


def before(tie: Relation, *, day: date, known: date | None = None) -> Page:
    """The page of a tie on a day before anything is told of it, or before anybody knew of it: no map, no story."""
    parties = [place_card(place) for place in tie.parties]
    first = next((when_in_words(step.when) for step in tie.transitions if step.when), "")
    said = "The register knew nothing of this tie then." if known else "The register tells nothing of this tie up to that day"
    said += "" if known else f"; the first that it tells of was {first}." if first else "."
    rungs = [rung | {"reached": False, "current": False, "when": ""} for rung in ladder(tie)]
    empty: Page = {
        "brief": "",
        "story": [],
        "notes": [],
        "promises": [],
        "papers": [],
        "paper_list": [],
        "term": "",
        "pulse": {},
        "sides": [],
        "since": "",
        "begun": "",
        "anniversary": "",
        "rests": "nothing yet",
    }
    stands = {"form": None, "form_name": "none", "state": "none", "state_name": "not told yet", "tone": ""}
    head = {
        "id": tie.id,
        "title": tie.label,
        "as_of": day.isoformat(),
        "known_at": known.isoformat() if known else "",
        "parties": parties,
        "lede": said,
        "ladder": rungs,
        "domestic": tie.domestic,
    }
    return {**head, **stands, **empty, "chart": "", "borders": borders()}


def lede(tie: Relation) -> str:
    """Where the tie stands, in one or two sentences."""
    form = "" if tie.form in (None, Form.OTHER) else f"{form_name(tie.form).removesuffix(' tie')} "
    a = "An" if form[:1] and form[:1] in "aeiou" else "A"
    since, begun = in_words(tie.since), when_in_words(tie.begun)
    match tie.status:
        case TieStatus.PROSPECT:
            return "Planned, hoped for or proposed; no tie stands yet, and none is counted."
        case TieStatus.SUSPENDED:
            return f"{a} {form}tie{f' since {since}' if since else ''}, now suspended and not ended."
        case TieStatus.ENDED:
            return f"{a} {form}tie that {ENDED[tie.ending]}{f'; it began {begun}' if begun else ''}."
    first = f" They were first tied, in a lower form, {begun}." if begun and tie.begun != tie.since else ""
    return f"{tied(tie.form)}{f' since {since}' if since else '; since when, no report here says'}.{first}"


def _anniversary(tie: Relation, day: date) -> str:
    coming = [each for each in birthdays((tie,), day=day, within=366) if each.form is tie.form]
    if not coming:
        return ""
    exact = coming[0].on.earliest == coming[0].on.latest
    return f"{_count(coming[0].years, 'year')} {'on' if exact else 'in'} {in_words(coming[0].on)}"


def _brief(tie: Relation) -> str:
    city = home()
    ours = next((party for party in tie.parties if city and party.key == city.key), tie.parties[0])
    partner, *others = tie.partners(ours.key) or (ours,)
    return "" if others or partner is ours else answer_url("brief", slug_of(ours), partner=slug_of(partner))


def sides(tie: Relation, register: Register) -> list[Page]:
    """Each side for itself, where the sides do not stand alike; where they do, those that call the tie by a name of their own."""
    told = {(side.status, side.ending, str(side.since)) for side in tie.sides if side.step}
    apart = len(told) > 1 or _some_alone(tie)
    each = [_side(side, register, form=tie.form, apart=apart) for side in tie.sides]
    return [side for side in each if apart or side["label"]]


def _some_alone(tie: Relation) -> bool:
    return len({side.status for side in tie.sides}) > 1


def _side(side: Side, register: Register, *, form: Form | None, apart: bool) -> Page:
    step = side.step
    return {
        "name": side.place.name or "unnamed",
        "state_name": (side.ending.value if side.ending else state_name(side.status)) if apart else "",
        "tone": tone(side.status),
        "since": in_words(side.since) if apart else "",
        "label": called(side.label, form),
        "reason": step.reason or "" if step else "",
        "act": step_line(step) if step and step.actors else "",
        "evidence": evidence(register, step.findings) if step and step.actors else [],
    }


def _instrument(paper: Instrument) -> Page:
    told = "" if paper.form is Form.OTHER else paper.form
    return {
        "title": _capital(paper.title) + (f" for {form_name(paper.form)}" if told and plain(told) != paper.title else ""),
        "when": in_words(paper.when),
        "signers": "; ".join(map(str, paper.signers)),
        "witnesses": ", ".join(paper.witnesses),
        "channel": f"by {paper.channel}" if paper.channel in ("video", "phone", "letter") else "",
        "languages": ", ".join(paper.languages),
        "term": paper.term or "",
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _term(tie: Relation, day: date) -> str:
    told = rounds(tie)
    if not told or told[-1].until is None:
        return ""
    last = told[-1]
    round_ = f"round {last.number}, " if last.number > 1 else ""
    over = "; it ran out, and no report tells of a renewal" if run_out(tie, day) else ""
    return f"{round_}until {in_words(last.until)}{over}"


def _pulse(tie: Relation, register: Register, day: date) -> Page:
    """Whether the tie is awake, with the reason and the rule; empty where it does not stand."""
    if tie.status not in (TieStatus.STANDING, TieStatus.SUSPENDED):
        return {}
    verdict = vitality(tie, register, day)
    tones = {Pulse.AWAKE: "good", Pulse.UNKNOWN: ""}
    why = plainly(" ".join(verdict.reasons))
    return {"name": verdict.pulse.value, "tone": tones.get(verdict.pulse, "warn"), "why": why, "rule": verdict.rule}


def _rests(tie: Relation, around: list[Entry], promises: list[PromiseEntry], register: Register) -> str:
    findings = {*tie.findings, *(f for e in around for f in e.findings), *(f for p in promises for f in p.findings)} & set(
        register.findings
    )
    reports = {register.findings[f].report for f in findings}
    return f"{_count(len(findings), 'passage')} of {_count(len(reports), 'report')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
