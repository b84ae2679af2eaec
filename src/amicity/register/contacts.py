"""Which entries show that the sides were in touch."""

from amicity.kinds import kinds
from amicity.terms.entry import Entry
from amicity.terms.kind import Effect
from amicity.terms.status import Status

_TOUCH = (Effect.CONTACT, Effect.PAPER, Effect.RENEWS)


def is_contact(entry: Entry) -> bool:
    """Whether something happened between the sides, on a day that is told: a meeting, a visit, a paper, aid."""
    known = kinds().get(entry.kind)
    return known is not None and known.effect in _TOUCH and entry.status is Status.HAPPENED and entry.when is not None
