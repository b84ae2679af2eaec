"""A relation: one tie between places, as the accepted findings tell its life."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amicity.terms.finding import FindingId
from amicity.terms.form import Form
from amicity.terms.note import Note
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.status import Status


class TieStatus(StrEnum):
    """How a tie stands. A prospect is planned, hoped or proposed and counts nowhere; suspended is not ended."""

    STANDING = "standing"
    SUSPENDED = "suspended"
    ENDED = "ended"
    PROSPECT = "prospect"


class Change(StrEnum):
    """What one step did to a tie, in the order that steps of one day are taken."""

    APPROVED = "approved"
    PAPER = "paper"
    STANDS = "stands"
    RENEWED = "renewed"
    SUSPENDED = "suspended"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Transition:
    """One step in the life of a tie, with every finding that tells it.

    ``counts`` is False for what did not happen, for an act that binds nobody yet, and for a claim that the register does not
    follow (its note says why). ``actors`` are the keys of the sides that acted; empty means all.
    ``start`` is the day from which the register takes the step: the first that ``when`` may mean; for a claim that a tie stands by
    some day, that day; for one without a date that of a dated claim of the same form, else its report's day, else ever.
    """

    change: Change
    status: Status
    findings: tuple[FindingId, ...]
    start: date
    form: Form | None = None
    when: PartialDate | None = None
    paper: str | None = None
    label: str | None = None
    actors: tuple[str, ...] = ()
    reason: str | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """One party's own standing in the tie, since its last own step."""

    place: Place
    status: TieStatus
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie, counted once, at the highest form that stands.

    ``form``, ``status`` and ``since`` are those of the latest day told; ``amicity.register.edition`` gives them for another day.
    ``since`` is when the present form began, ``begun`` when the tie first stood in any form. ``instruments`` are the ids of the
    entries of the papers it rests on. ``findings`` are all the claims about it.
    """

    id: str
    parties: tuple[Place, ...]
    form: Form | None
    status: TieStatus
    since: PartialDate | None
    begun: PartialDate | None
    transitions: tuple[Transition, ...]
    sides: tuple[Side, ...]
    findings: tuple[FindingId, ...]
    domestic: bool = False
    instruments: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    def partners(self, key: str) -> tuple[Place, ...]:
        """The other parties, seen from the place with this key."""
        return tuple(place for place in self.parties if place.key != key)

    @property
    def label(self) -> str:
        """The tie's name for people, e.g. ``Karachi – Shenyang``."""
        return " – ".join(place.name or "unnamed" for place in self.parties)
