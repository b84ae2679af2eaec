"""One place that the gazetteer knows."""

from dataclasses import dataclass
from enum import IntEnum

from amicity.terms.place import Level


class Naming(IntEnum):
    """How a place bears a name, the plainest first."""

    OWN = 0
    OTHER = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """``country`` is ISO 3166-1 alpha-2, ``admin`` the first-level division's English name, where known; degrees are WGS 84;
    ``weight`` the people that stand behind it when places are compared (a division counts those of its towns)."""

    id: str
    name: str
    country: str
    level: Level
    admin: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    capital: bool = False
    weight: int = 0
