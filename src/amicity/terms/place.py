"""A place: anything on the map that can be a party below or above the state."""

from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    STATE = "state"
    COUNTY = "county"
    CITY = "city"
    DISTRICT = "district"
    LAKE = "lake"
    PARK = "park"
    PORT = "port"
    REGION = "region"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rival reading of a name, with its score (0 to 1) and the reasons for it."""

    id: str
    name: str
    country: str | None
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteer writes it in English; one that it does not know keeps ``id`` None and its name as written.

    ``country`` is ISO 3166-1 alpha-2; ``id`` an external identifier such as ``geonames:2034937`` or ``iso3166-2:CN-LN``;
    ``latitude`` and ``longitude`` are degrees (WGS 84); ``name`` is None for a partner that the report leaves unnamed;
    ``known_by`` are its identifiers elsewhere, such as ``wikidata:Q11720``, where the source gives them.
    """

    name: str | None
    country: str | None = None
    id: str | None = None
    level: Level = Level.CITY
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    candidates: tuple[Candidate, ...] = ()
    known_by: tuple[str, ...] = ()
    key: str = field(init=False, repr=False, compare=False)
    """What tells this place from others: its identifier, else its name and country as written."""

    def __post_init__(self) -> None:
        """Settle the key."""
        object.__setattr__(self, "key", self.id or f"name:{(self.name or '').casefold()}|{self.country or ''}")

    @property
    def label(self) -> str:
        """The name for people, e.g. ``Karachi (PK)``."""
        return f"{self.name or 'unnamed'} ({self.country})" if self.country else (self.name or "unnamed")
