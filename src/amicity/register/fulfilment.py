"""Which promises are kept, and by which evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

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

    Kept where a person said so (the promise is "the same as" something that happened), or where who was invited came, on a day
    that fits. Anything subtler is a person's to judge. ``told`` is the day of the report that tells the promise.
    """
    if promise.state is not _OPEN:
        return promise
    kept: list[FindingId] = []
    for event in events:
        if event.status is _HAPPENED and (_said(promise, event, links) or _came(promise, event, told)):
            kept.extend(event.findings)
    return replace(promise, state=PromiseState.KEPT, kept_by=tuple(sorted(kept))) if kept else promise


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
