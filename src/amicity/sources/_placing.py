"""Which place a row means: by an identifier, else by its name and where it lies, else by its name and country."""

import math
from dataclasses import dataclass
from functools import lru_cache

from amicity.terms.place import Candidate, Level, Place

_NEAR = 30.0
"""Kilometres within which two places of one name are one: the middle of a large town differs by twenty from list to list."""
_APART = 0.05
_EARTH = 12_742.0


@dataclass(frozen=True, slots=True)
class Written:
    """A place as a row writes it.

    ``division`` is the state or county beside the name. ``ids`` are gazetteers' identifiers that the row gives; ``own`` is the
    list's own, kept where none of them is known.
    """

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    ids: tuple[str, ...] = ()
    own: str | None = None
    division: str | None = None


@lru_cache(maxsize=1 << 16)
def placed(written: Written) -> Place:
    """The place as the gazetteer knows it; what it cannot tell for sure keeps its name and the list's own id, with rivals beside."""
    from amicity.gazetteer import open_gazetteer

    gazetteer = open_gazetteer()
    for identity in written.ids:
        if known := gazetteer.by_id(identity):
            return known
    if near := _lying_near(written):
        return near
    country = _code(written.country)
    divided = gazetteer.resolve(written.name, country=country, admin=written.division) if written.division else None
    if divided is not None and divided.id is not None and written.latitude is None and not rivalled(divided):
        return divided
    best = gazetteer.resolve(written.name, country=country)
    if best.id is not None and country and written.latitude is None and not rivalled(best):
        return best
    if best.id is not None and written.own is None and written.latitude is None:
        return best
    return Place(
        name=written.name,
        country=country,
        id=written.own,
        latitude=written.latitude,
        longitude=written.longitude,
        candidates=best.candidates or _only(best),
    )


def rivalled(place: Place) -> bool:
    """Whether the gazetteer knows a rival that is as likely."""
    best = sorted((candidate.score for candidate in place.candidates), reverse=True)[:2]
    return len(best) == 2 and best[0] - best[1] < _APART


def undecided(place: Place) -> bool:
    """Whether nobody could say which place is meant: no identifier, or a rival as likely."""
    return place.id is None or (not place.id.startswith("wikidata:") and rivalled(place))


def _lying_near(written: Written) -> Place | None:
    """The place of that name that lies where the row says; None where none or several do."""
    from amicity.gazetteer import open_gazetteer

    if written.latitude is None or written.longitude is None:
        return None
    gazetteer = open_gazetteer()
    near = [
        entry
        for entry in gazetteer.entries(written.name)
        if entry.latitude is not None
        and entry.longitude is not None
        and _kilometres(entry.latitude, entry.longitude, written.latitude, written.longitude) < _NEAR
    ]
    cities = [entry for entry in near if entry.level is Level.CITY] or near
    return gazetteer.by_id(cities[0].id) if len(cities) == 1 else None


def _kilometres(north: float, east: float, latitude: float, longitude: float) -> float:
    up, across = math.radians(latitude - north) / 2, math.radians(longitude - east) / 2
    half = math.sin(up) ** 2 + math.cos(math.radians(north)) * math.cos(math.radians(latitude)) * math.sin(across) ** 2
    return _EARTH * math.asin(min(1.0, math.sqrt(half)))


@lru_cache(maxsize=1 << 10)
def _code(country: str | None) -> str | None:
    from amicity.gazetteer import open_gazetteer

    if not country:
        return None
    gazetteer = open_gazetteer()
    if len(country) == 2 and country.isupper() and (known := gazetteer.country(country)):
        return known.country
    return gazetteer.country_code(country)


def _only(best: Place) -> tuple[Candidate, ...]:
    if best.id is None or best.name is None:
        return ()
    return (Candidate(best.id, best.name, best.country, 0.5, ("the only place of that name in the gazetteer",)),)
