"""Which promises are kept, and by which evidence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from amicity.languages import languages
from amicity.register.days import moved
from amicity.register.links import Links
from amicity.terms.entry import Entry
from amicity.terms.finding import FindingId
from amicity.terms.imprint import Imprint
from amicity.terms.promise_entry import PromiseEntry, PromiseState
from amicity.terms.status import Status

INVITATION_STANDS = 366
"""How many days an invitation without a date is taken to wait for its visit."""


_OPEN, _HAPPENED = PromiseState.OPEN, Status.HAPPENED


def settle(promise: PromiseEntry, events: Iterable[Entry], *, links: Links, told: date | None) -> PromiseEntry:
    """The promise with what keeps it, from the events of its group.

    Kept where a person said so (the promise is "the same as" something that happened); proposed as kept where who was invited came,
    on a day that fits, and nobody said that this is different. Anything subtler is named as what may keep it, for a person to
    judge. ``told`` is the day of the report that tells the promise.
    """
    if promise.state is not _OPEN:
        return promise
    happened = [event for event in events if event.status is _HAPPENED]
    if not happened:
        return promise
    if kept := _findings(event for event in happened if _said(promise, event, links)):
        return replace(promise, state=PromiseState.KEPT, kept_by=kept, confirmed=True)
    fresh = [event for event in happened if not _denied(promise, event, links)]
    if kept := _findings(event for event in fresh if _came(promise, event, told)):
        return replace(promise, state=PromiseState.KEPT, kept_by=kept)
    perhaps = _findings(event for event in fresh if _answers(promise, event, told))
    return replace(promise, may_keep=perhaps) if perhaps else promise


def _findings(events: Iterable[Entry]) -> tuple[FindingId, ...]:
    return tuple(sorted({id_ for event in events for id_ in event.findings}))


def _denied(promise: PromiseEntry, event: Entry, links: Links) -> bool:
    """Whether a person said that the promise and the event are different things."""
    return bool(links.apart) and any(frozenset((one, other)) in links.apart for one in promise.findings for other in event.findings)


def _answers(promise: PromiseEntry, event: Entry, told: date | None) -> bool:
    """Whether an event is of the sort that the promise names, on a day that fits."""
    if event.when is None or not any(names.search(promise.action) for names in _named(event.kind)):
        return False
    if promise.due is not None:
        return event.when.compatible(promise.due)
    return told is not None and told < event.when.latest


@cache
def _named(kind: str) -> tuple[re.Pattern[str], ...]:
    """What a promise's action says when it names an event of this kind, in each language."""
    return tuple(language.promised[kind] for language in languages().values() if kind in language.promised)


def _said(promise: PromiseEntry, event: Entry, links: Links) -> bool:
    return any(links.same.get(id_, frozenset()) & set(event.findings) for id_ in promise.findings)


def _came(promise: PromiseEntry, event: Entry, told: date | None) -> bool:
    if promise.strength != "invitation" or event.kind != "visit" or event.when is None:
        return False
    guests, hosts = {place.key for place in event.places("visitor")}, {place.key for place in event.places("host")}
    if not guests & {place.key for place in promise.to} or not hosts & {place.key for place in promise.by}:
        return False
    if promise.due is not None:
        return event.when.compatible(promise.due)
    return told is not None and told < event.when.latest and event.when.earliest <= moved(told, INVITATION_STANDS)


def told_on(findings: Iterable[str], imprints: Mapping[str, Imprint]) -> date | None:
    """The first day on which one of these reports (digests) was published, where known."""
    days = [day.earliest for report in findings if (imprint := imprints.get(report)) and (day := imprint.published)]
    return min(days, default=None)
