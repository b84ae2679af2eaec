"""What a row of a list says of a place."""

from dataclasses import dataclass

from amicity.gazetteer.whereabouts import Point


@dataclass(frozen=True, slots=True)
class Clue:
    """What a row says of a place: its ``country`` as a code, its ``division`` by name, and its degrees."""

    name: str
    country: str | None = None
    division: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def lies(self) -> Point | None:
        """Where, where the row says so."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)
