"""The arithmetic that published figures owe each other."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """A measure that is the whole of others."""

    whole: str
    parts: tuple[str, ...]


SUMS = (
    Sum("partner_cities", ("sister_cities", "cooperative_cities")),
    Sum("partner_places", ("sister_cities", "sister_provinces", "cooperative_cities")),
)


@dataclass(frozen=True, slots=True)
class Check:
    """A sum beside the numbers given for it."""

    rule: Sum
    total: int
    parts: tuple[int, ...]

    @property
    def added(self) -> int:
        """What the parts make."""
        return sum(self.parts)

    @property
    def holds(self) -> bool:
        """Whether the parts make the whole."""
        return self.added == self.total


def checks(numbers: Mapping[str, int]) -> tuple[Check, ...]:
    """Every sum whose whole and parts are all among these exact numbers (by measure)."""
    complete = (rule for rule in SUMS if {rule.whole, *rule.parts} <= numbers.keys())
    return tuple(Check(rule, numbers[rule.whole], tuple(numbers[part] for part in rule.parts)) for rule in complete)
