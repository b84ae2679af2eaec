"""A published figure, kept as a dated, scoped claim."""

from dataclasses import dataclass

from amicity.terms.finding import FindingId
from amicity.terms.note import Note
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """``when`` is as-of; ``reports`` are the digests of the reports that publish it (two figures of one report are one set)."""

    id: str
    about: tuple[Place, ...]
    measure: str
    value: int | float | str
    comparator: str
    unit: str | None
    scope: str | None
    counted_by: str | None
    when: PartialDate | None
    reports: tuple[str, ...]
    findings: tuple[FindingId, ...]
    notes: tuple[Note, ...] = ()
