"""Editions of the register: what was true on a day, and what could be known by a day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date

from amicity.register.assembly import assembled, collector_at_rest
from amicity.register.life import stand
from amicity.review.rulings import instant
from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import Finding, FindingId
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement
from amicity.terms.partial_date import PartialDate
from amicity.terms.promise_entry import PromiseEntry, PromiseState
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation
from amicity.terms.status import Status


def tie_on(tie: Relation, day: date) -> Relation | None:
    """The tie as it stood on a day, from the steps taken by then; None where none had been."""
    steps = tuple(step for step in tie.transitions if step.start <= day)
    if len(steps) == len(tie.transitions):
        return tie
    if not steps:
        return None
    standing = stand(tie.parties, steps)
    told = {id_ for step in steps for id_ in step.findings}
    return replace(
        tie,
        form=standing.form,
        status=standing.status,
        since=standing.since,
        begun=standing.begun,
        transitions=steps,
        sides=standing.sides,
        findings=tuple(id_ for id_ in tie.findings if id_ in told),
        instruments=tuple(paper for paper in tie.instruments if paper.partition("-")[2] in told),
        notes=tuple(note for note in tie.notes if told.issuperset(note.findings)),
    )


def as_of(register: Register, day: date, *, place: str | None = None) -> Register:
    """The register as it stood on a day: ties as they then stood, what had happened or been promised by then, posts seen by then.

    With ``place`` (a key) only the entries in which it has a part, at a cost that does not grow with the rest.
    """
    asked = register.items.values() if place is None else register.of_place(place)
    with collector_at_rest():
        then = [item for old in asked if (item := _on(old, day, register)) is not None]
        return assembled(then, findings=register.findings, rulings=register.rulings, imprints=register.imprints, places=register.places)


def published_by(findings: Iterable[Finding], day: date, *, imprints: Mapping[str, Imprint]) -> tuple[Finding, ...]:
    """The findings of reports published by a day; a report of unknown day counts as published."""
    return tuple(finding for finding in findings if _out(imprints.get(finding.report), day))


def known_at(
    findings: Iterable[Finding], day: date, *, recorded: Mapping[str, str], imprints: Mapping[str, Imprint]
) -> tuple[Finding, ...]:
    """The findings recorded by the end of a day (UTC).

    ``recorded`` maps a finding's id to an instant (ISO 8601). A finding of which it tells nothing counts from its report's day.
    """
    return tuple(
        finding
        for finding in findings
        if (_by_day(at, day) if (at := recorded.get(finding.id)) else _out(imprints.get(finding.report), day))
    )


def passed_by(judgements: Iterable[Judgement], day: date) -> tuple[Judgement, ...]:
    """The judgements passed by the end of a day (UTC); a withdrawal passed later takes nothing back yet."""
    return tuple(judgement for judgement in judgements if _by_day(judgement.at, day))


def _by_day(at: str, day: date) -> bool:
    return instant(at).astimezone(UTC).date() <= day


def _out(imprint: Imprint | None, day: date) -> bool:
    return imprint is None or imprint.published is None or imprint.published.begun_by(day)


def _on(item: Item, day: date, register: Register) -> Item | None:
    match item:
        case Relation():
            return tie_on(item, day)
        case PromiseEntry():
            return promise_on(item, day, register) if _told(item.findings, day, register) else None
        case Entry():
            return item if _by(item.when if item.status is Status.HAPPENED else None, item.findings, day, register) else None
        case FigureClaim():
            return item if _by(item.when, item.findings, day, register) else None
        case _:
            return item if _by(item.first, item.findings, day, register) else None


def promise_on(promise: PromiseEntry, day: date, register: Register) -> PromiseEntry:
    """The promise as it stood on a day: only what had happened by then keeps it."""
    kept = tuple(id_ for id_ in promise.kept_by if _by_then(id_, day, register))
    if promise.state is PromiseState.KEPT and not kept:
        promise = replace(promise, state=PromiseState.OPEN)
    perhaps = tuple(id_ for id_ in promise.may_keep if _by_then(id_, day, register))
    return replace(promise, kept_by=kept, may_keep=perhaps, state=promise.state_on(day))


def _by_then(id_: FindingId, day: date, register: Register) -> bool:
    return any(_on(register.items[entry], day, register) for entry in register.told.get(id_, ()) if entry in register.items)


def _by(when: PartialDate | None, ids: Iterable[FindingId], day: date, register: Register) -> bool:
    return when.begun_by(day) if when is not None else _told(ids, day, register)


def _told(ids: Iterable[FindingId], day: date, register: Register) -> bool:
    return any(_out(register.imprints.get(register.findings[id_].report), day) for id_ in ids if id_ in register.findings)
