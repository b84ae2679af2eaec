"""A mention: one value in one role of a finding, with the passage that supports it."""

from dataclasses import dataclass

from amicity.terms.derivation import Derivation
from amicity.terms.place import Place
from amicity.terms.span import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Either a place or a plain value (a term of the codebook, a name, a number); ``span`` is where the text says so."""

    span: Span
    value: str | int | float | None = None
    place: Place | None = None
    derivation: Derivation = Derivation.LITERAL
    repaired: bool = False

    @property
    def key(self) -> str:
        """What tells two mentions' values apart: a place's key, else the value."""
        if self.place is not None:
            return self.place.key
        value = self.span.text if self.value is None else self.value
        return value.casefold() if isinstance(value, str) else str(value)
