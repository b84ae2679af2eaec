"""A draft: a finding before it is grounded, its passages counted in the canonical text."""

from dataclasses import dataclass, field

from amicity.grammar.symbol import Symbol
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.status import Status


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a role with its passage in the canonical text."""

    start: int
    end: int
    value: str | int | float | None = None
    place: Place | None = None
    derivation: Derivation = Derivation.LITERAL

    @property
    def key(self) -> str:
        """What tells two slots' values apart."""
        return self.place.key if self.place is not None else str(self.value).casefold()


@dataclass(frozen=True, slots=True)
class When:
    """A date with its passage in the canonical text."""

    value: PartialDate
    start: int
    end: int
    derivation: Derivation = Derivation.NORMALISED


@dataclass(slots=True)
class Draft:
    """What a frame proposes. ``quote`` bounds the sentence or clause; ``also`` further passages that tell the same."""

    kind: str
    rule: str
    status: Status
    roles: dict[str, list[Slot]]
    quote: tuple[int, int]
    when: When | None = None
    confidence: Confidence = Confidence.A
    attribution: str | None = None
    flags: tuple[str, ...] = ()
    also: list[tuple[int, int]] = field(default_factory=list)


def place_slot(symbol: Symbol, derivation: Derivation = Derivation.RESOLVED) -> Slot:
    """A place symbol as a role's value."""
    return Slot(symbol.start, symbol.end, place=symbol.place, derivation=Derivation.COREF if symbol.inferred else derivation)


def term_slot(symbol: Symbol, value: str | int | float | None = None) -> Slot:
    """A symbol as a role's value: its own value, or another term that it stands for."""
    return Slot(symbol.start, symbol.end, symbol.value if value is None else value, derivation=Derivation.NORMALISED)
