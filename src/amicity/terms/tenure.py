"""A tenure: who holds what office, as far as reports have said so."""

from dataclasses import dataclass

from amicity.terms.finding import FindingId
from amicity.terms.note import Note
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place


@dataclass(frozen=True, slots=True)
class Tenure:
    """``first`` and ``last`` are the earliest and latest dates at which reports saw the person in the post, not its bounds."""

    id: str
    person: str
    post: str | None
    place: Place | None
    body: str | None
    portfolio: str | None
    tenure: str | None
    first: PartialDate | None
    last: PartialDate | None
    findings: tuple[FindingId, ...]
    notes: tuple[Note, ...] = ()
