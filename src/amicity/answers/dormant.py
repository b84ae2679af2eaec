"""Which ties are asleep, as far as the register has evidence?"""

from collections import Counter
from datetime import date

from amicity.register.edition import as_of
from amicity.register.vitality import RULE, Pulse, Vitality, vitality
from amicity.register.wording import counted, form_words, name_of, names, told
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.register import Register
from amicity.terms.relation import Relation, TieStatus

COLUMNS = {
    "partner": "Partner",
    "form": "Form",
    "since": "Since",
    "pulse": "Pulse",
    "last": "Last contact",
    "years": "Years silent",
    "what": "What it was",
    "why": "Why",
    "review": "Review due",
}
_SHELVES = (("Dormant", (Pulse.ASLEEP, Pulse.ONE_SIDED)), ("Awake", (Pulse.AWAKE,)))


def ask(register: Register, query: Query) -> Result:
    """The pulse of each tie that stands or rests: asleep, asleep on one side, or awake, the longest silent first, with reasons."""
    then = as_of(register, query.as_of, place=query.place)
    ties = then.relations if query.place is None else then.ties_of(query.place)
    alive = [tie for tie in ties if tie.status in (TieStatus.STANDING, TieStatus.SUSPENDED)]
    judged = sorted(((vitality(tie, then, query.as_of), tie) for tie in alive), key=lambda each: (_last(each[0]), each[1].id))
    who = name_of(then, query.place) or "all places"
    counts = Counter(verdict.pulse for verdict, _ in judged)
    sentences = [
        f"{counted(counts[Pulse.ASLEEP], 'tie', 'ties')} of {who} had no contact that the register knows in the five years before "
        f"{query.as_of}."
    ]
    if counts[Pulse.ONE_SIDED]:
        sentences.append(f"Asleep on one side: {'; '.join(_sided(v, tie) for v, tie in judged if v.pulse is Pulse.ONE_SIDED)}.")
    if counts[Pulse.UNKNOWN]:
        unknown = counted(counts[Pulse.UNKNOWN], "standing tie", "standing ties")
        sentences.append(f"Of {unknown} the register knows no dated step or contact at all.")
    tables = tuple(
        Table(title, COLUMNS, rows)
        for title, pulses in _SHELVES
        if (rows := tuple(_row(tie, verdict, query) for verdict, tie in judged if verdict.pulse in pulses))
    )
    notes = (f"The rule: {RULE}.", "Silence of the register is not silence of the tie: only what reports told is known here.")
    return Result(f"Dormant ties of {who} on {query.as_of}", tuple(sentences), tables, notes)


def _last(verdict: Vitality) -> date:
    return verdict.last.when.latest if verdict.last else date.max


def _sided(verdict: Vitality, tie: Relation) -> str:
    return f"{tie.label} ({' '.join(verdict.reasons).rstrip('.')})"


def _row(tie: Relation, verdict: Vitality, query: Query) -> Row:
    last = verdict.last
    assert last is not None  # noqa: S101
    cells = {
        "partner": names(tie.partners(query.place)) if query.place else tie.label,
        "form": form_words(tie.form),
        "since": str(tie.since) if tie.since else None,
        "pulse": verdict.pulse.value,
        "last": str(last.when),
        "years": max(0, (query.as_of - last.when.latest).days // 365),
        "what": told(last.entry) if last.entry else "a step of the tie itself",
        "why": " ".join(verdict.reasons),
        "review": str(verdict.review) if verdict.review else None,
    }
    return Row(cells, tuple(dict.fromkeys((*tie.findings, *last.findings))), tie.id)


ANSWER = Answer("dormant", "Which ties are asleep, as far as the register has evidence?", ask)
