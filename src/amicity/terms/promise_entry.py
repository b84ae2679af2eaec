"""A promise in the register: who told whom what, by when, and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amicity.terms.finding import FindingId
from amicity.terms.note import Note
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place


class PromiseState(StrEnum):
    """What became of a promise. LAPSED: its day has passed and nothing in the register fulfils it."""

    OPEN = "open"
    KEPT = "kept"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PromiseEntry:
    """``due`` is when it falls due; ``kept_by`` the findings that fulfil it, ``confirmed`` whether a person said so (else the fold
    proposes it); ``may_keep`` are findings that perhaps fulfil it, for a person to confirm. The fold knows no day: it leaves open
    what nothing keeps or withdraws, and ``state_on`` says whether that has lapsed."""

    id: str
    by: tuple[Place, ...]
    to: tuple[Place, ...]
    action: str
    strength: str | None
    fields: tuple[str, ...]
    due: PartialDate | None
    state: PromiseState
    findings: tuple[FindingId, ...]
    kept_by: tuple[FindingId, ...] = ()
    notes: tuple[Note, ...] = ()
    confirmed: bool = False
    may_keep: tuple[FindingId, ...] = ()

    def state_on(self, day: date) -> PromiseState:
        """The state on a day: an open promise whose last possible day has passed has lapsed."""
        overdue = self.state is PromiseState.OPEN and self.due is not None and self.due.latest < day
        return PromiseState.LAPSED if overdue else self.state
