"""What is left to whoever takes over an office?"""

from collections.abc import Iterator
from itertools import pairwise

from amicity.register.birthdays import birthdays
from amicity.register.edition import as_of
from amicity.register.wording import counted, form_words, name_of, names, plain, told
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.promise_entry import PromiseEntry, PromiseState
from amicity.terms.register import Register
from amicity.terms.tenure import Tenure

OFFICES = {"office": "Office", "before": "Until now", "after": "Now", "when": "First seen", "left": "Promises left open"}
LEFT = {"office": "Office", "says": "Promise", "due": "Due", "state": "State"}
AHEAD = {"on": "On", "says": "Anniversary"}


def ask(register: Register, query: Query) -> Result:
    """Each office that changed hands by the day, with the promises of its place that the predecessor left open, and what is coming."""
    then = as_of(register, query.as_of, place=query.place)
    who = name_of(register, query.place) or "all places"
    handed = list(_handed(then))
    left = [(before, after, promise) for before, after in handed for promise in _left(then, after)]
    counts = {after.id: sum(one is after for _, one, _ in left) for _, after in handed}
    first = f"By {query.as_of} the register knows {counted(len(handed), 'office', 'offices')} of {who} that changed hands."
    said = (f"{_office(after)}: {before.person} → {after.person}, who is seen from {after.first}." for before, after in handed)
    offices = tuple(
        Row(
            {
                "office": _office(after),
                "before": before.person,
                "after": after.person,
                "when": str(after.first) if after.first else None,
                "left": counts[after.id],
            },
            before.findings + after.findings,
            after.id,
        )
        for before, after in handed
    )
    promises = tuple(_promise(after, promise) for _, after, promise in left)
    coming = tuple(
        Row({"on": str(day.on), "says": f"{day.years} years: {form_words(day.form)}, {day.tie.label}"}, day.findings, day.tie.id)
        for day in birthdays(then.relations, day=query.as_of, within=query.within)
    )
    tables = (Table("Changed hands", OFFICES, offices), Table("Left open", LEFT, promises), Table("Coming", AHEAD, coming))
    return Result(f"Hand-over at {who} on {query.as_of}", (first, *said), tuple(table for table in tables if table.rows))


def _handed(register: Register) -> Iterator[tuple[Tenure, Tenure]]:
    """Successive holders of one office, by when they were first seen in it."""
    offices: dict[tuple[str, str], list[Tenure]] = {}
    for post in register.posts:
        if post.place and post.post and post.first and post.tenure != "former":
            offices.setdefault((post.place.key, post.post), []).append(post)
    for holders in offices.values():
        for before, after in pairwise(sorted(holders, key=_seen)):
            if before.person != after.person:
                yield before, after


def _seen(post: Tenure) -> tuple[str, str]:
    return (str(post.first.earliest) if post.first else "", post.id)


def _left(register: Register, after: Tenure) -> list[PromiseEntry]:
    """The open promises by or to the office's place that were told before the successor was seen."""
    assert after.place is not None  # noqa: S101
    assert after.first is not None  # noqa: S101
    open_ = (PromiseState.OPEN, PromiseState.LAPSED)
    return [
        promise
        for promise in register.promises
        if promise.state in open_
        and after.place.key in {place.key for place in promise.by + promise.to}
        and _told_by(promise, register) <= str(after.first.latest)
    ]


def _told_by(promise: PromiseEntry, register: Register) -> str:
    printed = (register.imprints.get(register.findings[id_].report) for id_ in promise.findings if id_ in register.findings)
    return min((str(imprint.published.earliest) for imprint in printed if imprint and imprint.published), default="")


def _office(post: Tenure) -> str:
    return f"{plain(post.post or 'office')} of {names((post.place,) if post.place else ())}"


def _promise(post: Tenure, promise: PromiseEntry) -> Row:
    cells = {"office": _office(post), "says": told(promise), "due": str(promise.due) if promise.due else None, "state": promise.state.value}
    return Row(cells, promise.findings, promise.id)


ANSWER = Answer("handover", "What is left to whoever takes over an office?", ask, heeds=("within",))
