"""A note: what the register wants a reader to know about an entry, most often that reports contradict each other."""

from dataclasses import dataclass
from enum import StrEnum

from amicity.terms.finding import FindingId


class Concern(StrEnum):
    """What sort of thing a note says."""

    DATES = "dates"
    INFLATED = "inflated"
    DENIED = "denied"
    VALUES = "values"
    UNDATED = "undated"
    ONE_SIDED = "one_sided"


@dataclass(frozen=True, slots=True)
class Note:
    """``says`` is one plain sentence; ``findings`` are the claims that it speaks of."""

    concern: Concern
    says: str
    findings: tuple[FindingId, ...]
