"""Where the places of the gazetteer lie, and which lie around a point."""

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from amicity.gazetteer.entry import Entry
from amicity.gazetteer.gazetteer import COMPILED
from amicity.gazetteer.spelling import fold
from amicity.gazetteer.table import Table, opened
from amicity.terms.place import Level

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""

TOWNS = (Level.CITY, Level.DISTRICT, Level.PORT)
DIVISIONS = (Level.STATE, Level.REGION, Level.COUNTY)

_EARTH = 12_742.0


def kilometres(one: Point, other: Point) -> float:
    """How far two points of latitude and longitude lie apart."""
    (north, east), (latitude, longitude) = one, other
    up, across = math.radians(latitude - north) / 2, math.radians(longitude - east) / 2
    half = math.sin(up) ** 2 + math.cos(math.radians(north)) * math.cos(math.radians(latitude)) * math.sin(across) ** 2
    return _EARTH * math.asin(min(1.0, math.sqrt(half)))


def point_of(entry: Entry) -> Point | None:
    """Where it lies, where that is known."""
    return None if entry.latitude is None or entry.longitude is None else (entry.latitude, entry.longitude)


def within(entry: Entry, lies: Point, most: float) -> bool:
    """Whether it lies within so many kilometres of a point."""
    point = point_of(entry)
    return point is not None and kilometres(point, lies) <= most


def around(lies: Point) -> tuple[Entry, ...]:
    """The places in the fifth of a degree around a point and in the eight beside it."""
    return _around(*_cell(*lies))


@lru_cache(maxsize=1 << 12)
def _around(row: int, column: int) -> tuple[Entry, ...]:
    numbers = (number for north in (-1, 0, 1) for east in (-1, 0, 1) for number in _grid().get((row + north, column + east), ()))
    return tuple(entry_of(number) for number in numbers)


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return math.floor(latitude * 5), math.floor(longitude * 5)


@cache
def table() -> Table:
    """The compiled tables."""
    return opened(COMPILED)


@lru_cache(maxsize=1 << 14)
def entry_of(number: int) -> Entry:
    """The entry of that number."""
    return table().entry(number)


@cache
def _grid() -> Mapping[tuple[int, int], list[int]]:
    """Which places lie in each fifth of a degree."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (latitude, longitude) in enumerate(table().points()):
        if latitude <= 90:
            found[_cell(latitude, longitude)].append(number)
    return found


def listed(name: str) -> list[Entry]:
    """The places that only lists are looked up by."""
    return [entry_of(number) for (number,) in table().lists.get(fold(name), ())]
