"""A kind of finding: its roles, what makes it that kind, and what it does to a tie."""

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What sort of value a role holds."""

    PLACE = "place"
    NAME = "name"
    TERM = "term"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"


class Effect(StrEnum):
    """What a finding of this kind does to the tie between its parties."""

    NONE = "none"
    PAPER = "paper"
    STANDS = "stands"
    RENEWS = "renews"
    SUSPENDS = "suspends"
    ENDS = "ends"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Role:
    """One role of a kind; ``terms`` lists the values it may take where the codebook closes the list."""

    name: str
    holds: Holds
    says: str
    identity: bool = False
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding, as the codebook defines it. ``frames`` name the reading rules that look for it (``amicity.reading``)."""

    name: str
    plural: str
    says: str
    roles: tuple[Role, ...]
    effect: Effect = Effect.NONE
    when: str = "when it happened or is to happen"

    def role(self, name: str) -> Role:
        """The role of that name. Raises KeyError with the names there are."""
        for role in self.roles:
            if role.name == name:
                return role
        raise KeyError(f"{self.name} has no role {name!r}; it has {', '.join(r.name for r in self.roles)}")

    @property
    def identity(self) -> tuple[str, ...]:
        """The names of the roles that tell one finding of this kind from another."""
        return tuple(role.name for role in self.roles if role.identity)
