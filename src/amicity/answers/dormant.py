"""Which ties are asleep, as far as the register has evidence?"""

from datetime import date

from amicity.register.contacts import is_contact
from amicity.register.days import moved
from amicity.register.edition import as_of
from amicity.register.wording import counted, form_words, name_of, names, told
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.entry import Entry
from amicity.terms.register import Register
from amicity.terms.relation import Relation, TieStatus

COLUMNS = {"partner": "Partner", "form": "Form", "since": "Since", "last": "Last contact", "years": "Years silent", "what": "What it was"}
ASLEEP = 5 * 365
"""Five years without a contact: the span after which councils that review their ties ask whether one still lives."""


def ask(register: Register, query: Query) -> Result:
    """Standing ties with no contact told in five years before the day, the longest silent first."""
    then = as_of(register, query.as_of, place=query.place)
    ties = then.relations if query.place is None else then.ties_of(query.place)
    silent = [(last, tie) for tie in ties if tie.status is TieStatus.STANDING and (last := _last(then, tie)) and _asleep(last, query.as_of)]
    unknown = [tie for tie in ties if tie.status is TieStatus.STANDING and _last(then, tie) is None]
    rows = tuple(_row(tie, last, query) for last, tie in sorted(silent, key=lambda s: (s[0][0], s[1].id)))
    who = name_of(then, query.place) or "all places"
    first = f"{counted(len(rows), 'tie', 'ties')} of {who} had no contact that the register knows in the five years before {query.as_of}."
    rest = (
        (f"Of {counted(len(unknown), 'standing tie', 'standing ties')} the register knows no dated step or contact at all.",)
        if unknown
        else ()
    )
    note = ("Silence of the register is not silence of the tie: only what reports told is known here.",)
    return Result(f"Dormant ties of {who} on {query.as_of}", (first, *rest), (Table("Dormant", COLUMNS, rows),) if rows else (), note)


def _last(register: Register, tie: Relation) -> tuple[date, Entry | None] | None:
    """The day of the last contact or step between the parties, with its entry where it is an event."""
    keys = [place.key for place in tie.parties]
    shared = set(register.at.get(keys[0], ())).intersection(*(register.at.get(key, ()) for key in keys[1:]))
    met = [(e.when.latest, e) for id_ in shared if isinstance(e := register.items[id_], Entry) and is_contact(e) and e.when]
    stepped: list[tuple[date, Entry | None]] = [(s.when.latest, None) for s in tie.transitions if s.counts and s.when]
    return max([*met, *stepped], key=lambda m: (m[0], m[1].id if m[1] else ""), default=None)


def _asleep(last: tuple[date, Entry | None], day: date) -> bool:
    return last[0] < moved(day, -ASLEEP)


def _row(tie: Relation, last: tuple[date, Entry | None], query: Query) -> Row:
    day, event = last
    cells = {
        "partner": names(tie.partners(query.place)) if query.place else tie.label,
        "form": form_words(tie.form),
        "since": str(tie.since) if tie.since else None,
        "last": str(event.when) if event else str(day),
        "years": (query.as_of - day).days // 365,
        "what": told(event) if event else "a step of the tie itself",
    }
    return Row(cells, (*tie.findings, *(event.findings if event else ())), tie.id)


ANSWER = Answer("dormant", "Which ties are asleep, as far as the register has evidence?", ask)
