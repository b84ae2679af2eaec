"""A date that a finding carries, with the passage it was read from."""

from dataclasses import dataclass

from amicity.terms.derivation import Derivation
from amicity.terms.partial_date import PartialDate
from amicity.terms.span import Span


@dataclass(frozen=True, slots=True)
class Dated:
    """When something happened, or is to happen, as the report says it. ``span`` is None only for a date told by the address."""

    value: PartialDate
    span: Span | None = None
    derivation: Derivation = Derivation.LITERAL
