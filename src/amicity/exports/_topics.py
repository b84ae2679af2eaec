"""What calendars hold, by topic: anniversaries of ties, promises that fall due, visits and other events."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from amicity.exports._calendar import AHEAD, Event, near, written
from amicity.exports._then import then
from amicity.register import fold
from amicity.register.birthdays import Birthday, birthdays, keepings
from amicity.register.edition import as_of
from amicity.register.wording import form_words, told
from amicity.terms.export import Edition
from amicity.terms.judgement import Verdict
from amicity.terms.promise_entry import PromiseEntry, PromiseState
from amicity.terms.register import Register
from amicity.terms.relation import TieStatus
from amicity.terms.status import Status

Topic = Callable[[Edition, Register], Iterable[Event]]
GONE = "The register no longer holds this."
_SPOKEN = {Status.HAPPENED: "CONFIRMED", Status.DENIED: "CANCELLED"}
_TAKING = (Verdict.REJECT, Verdict.CORRECT, Verdict.WITHDRAW, Verdict.SAME_AS)


def anniversaries(edition: Edition, held: Register) -> Iterator[Event]:
    """The coming anniversaries of ties that stand, and how each side's house keeps them; those of ties suspended or ended are cancelled."""
    for birthday in birthdays(held.relations, day=edition.day, within=AHEAD):
        yield _birthday(birthday, edition)
    for tie in held.relations:
        if tie.status in (TieStatus.SUSPENDED, TieStatus.ENDED):
            still = replace(tie, status=TieStatus.STANDING)
            for birthday in birthdays((still,), day=edition.day, within=AHEAD):
                yield replace(_birthday(birthday, edition), state="CANCELLED", more=f"The tie is {tie.status.value}.")


def promises(edition: Edition, held: Register) -> Iterator[Event]:
    """Promises with a day, a month or a year: open ones, those kept or lapsed lately, and those withdrawn, which are cancelled."""
    for promise in held.promises:
        if promise.due and near(promise.due, edition.day):
            yield _promise(promise, str(promise.due))


def events(edition: Edition, held: Register) -> Iterator[Event]:
    """Visits, meetings, forums, papers and the like of the last year and the next two; what is only planned is tentative."""
    for entry in held.events:
        if entry.when and near(entry.when, edition.day):
            state = _SPOKEN.get(entry.status, "TENTATIVE")
            yield Event(entry.id, str(entry.when), told(entry), state, entry.kind.replace("_", " "))


def every(edition: Edition, held: Register) -> Iterator[Event]:
    """All topics."""
    for topic in (anniversaries, promises, events):
        yield from topic(edition, held)


def calendar(edition: Edition, *, name: str, topic: Topic) -> bytes:
    """A topic's calendar. What it would hold had nobody rejected, corrected, merged or taken back anything is in it as cancelled.

    Only UID and date are told of that, for the programs that once showed it.
    """
    held = then(edition)
    now = {event.uid: event for event in topic(edition, held)}
    lost = (event for event in _once(edition, topic) if event.uid not in now)
    gone = (replace(event, says="Withdrawn", state="CANCELLED", more=GONE, page="") for event in lost)
    return written(edition, held, topic=name, events=(*now.values(), *gone))


def _once(edition: Edition, topic: Topic) -> Iterable[Event]:
    if not any(judgement.verdict in _TAKING for judgement in edition.judgements):
        return ()
    accepts = [judgement for judgement in edition.judgements if judgement.verdict not in _TAKING]
    before = fold(edition.findings, accepts, imprints=edition.register.imprints.values())
    return topic(edition, as_of(before, edition.day, place=edition.place))


def _birthday(birthday: Birthday, edition: Edition) -> Event:
    tie, form = birthday.tie, birthday.form or "tie"
    says = f"{birthday.years} years: {tie.label}, {form_words(birthday.form)} since {birthday.since}"
    page = f"{edition.address.rstrip('/')}/ties/{tie.id}/" if edition.address else ""
    kept = "; ".join(f"{side.side.name}: {side.does}" for side in keepings(birthday))
    return Event(
        f"{tie.id}-{form}-{birthday.years}",
        birthday.on.edtf,
        says,
        topic="anniversary",
        more=f"By the rule of each house: {kept}.",
        page=page,
    )


def _promise(promise: PromiseEntry, due: str) -> Event:
    state = "CANCELLED" if promise.state is PromiseState.WITHDRAWN else "CONFIRMED"
    head = {PromiseState.KEPT: "Kept", PromiseState.WITHDRAWN: "Withdrawn"}.get(promise.state, "Due")
    return Event(promise.id, due, f"{head}: {told(promise)}", state, "promise")
