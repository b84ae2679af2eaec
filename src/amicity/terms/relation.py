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


class Ending(StrEnum):
    """How a tie came to its end. A term that ran out is no act of ending; a law may forbid what nobody ended."""

    TERMINATED = "terminated"
    EXPIRED = "expired"
    PROHIBITED = "prohibited"
    SUPERSEDED = "superseded"


class Stage(StrEnum):
    """The stations of a tie's life, as those who keep such ties name them. A tie may come to one more than once."""

    PROPOSED = "proposed"
    LETTER_OF_INTENT = "letter_of_intent"
    APPLIED = "applied"
    APPROVED = "approved"
    SIGNED = "signed"
    ACTIVE = "active"
    DORMANT = "dormant"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    PROHIBITED = "prohibited"
    REVIVED = "revived"
    RENEWED = "renewed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What few steps say of themselves: ``act`` done to the paper, ``ending`` of an end, ``decided`` the day of the deciding act,
    ``term`` how long it binds, ``parties`` the keys of the sides that the step names where it does not name all of the tie's."""

    act: str | None = None
    ending: Ending | None = None
    decided: PartialDate | None = None
    term: str | None = None
    parties: tuple[str, ...] = ()


NOTHING_PARTICULAR = Particulars()


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
    particulars: Particulars = NOTHING_PARTICULAR

    @property
    def ending(self) -> Ending | None:
        """How the tie ended by this step, where it did."""
        return (self.particulars.ending or Ending.TERMINATED) if self.change is Change.ENDED else None


@dataclass(frozen=True, slots=True)
class Side:
    """One party's own standing in the tie, since its last own step; ``step`` is that step, ``label`` what the side itself calls the tie."""

    place: Place
    status: TieStatus
    since: PartialDate | None = None
    step: Transition | None = None
    label: str | None = None

    @property
    def ending(self) -> Ending | None:
        """How the tie ended for this side, where it did."""
        return self.step.ending if self.step and self.status is TieStatus.ENDED else None


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

    @property
    def ending(self) -> Ending | None:
        """How the tie ended, where it did: as the side for which it ended last tells."""
        if self.status is not TieStatus.ENDED:
            return None
        ended = [side.step for side in self.sides if side.status is TieStatus.ENDED and side.step]
        return max(ended, key=lambda step: step.start).ending if ended else Ending.TERMINATED

    def partners(self, key: str) -> tuple[Place, ...]:
        """The other parties, seen from the place with this key."""
        return tuple(place for place in self.parties if place.key != key)

    @property
    def label(self) -> str:
        """The tie's name for people, e.g. ``Karachi – Shenyang``."""
        return " – ".join(place.name or "unnamed" for place in self.parties)
