"""Which place a row means that says where it lies: the one of its name there, else one of nearly that name close by."""

import math
import re

from rapidfuzz.fuzz import ratio

from amicity.gazetteer.clue import Clue
from amicity.gazetteer.entry import Entry
from amicity.gazetteer.gazetteer import Gazetteer
from amicity.gazetteer.list_names import ListName, halves, taken
from amicity.gazetteer.ranking import in_country
from amicity.gazetteer.roundabout import seated
from amicity.gazetteer.spelling import fold
from amicity.gazetteer.whereabouts import DIVISIONS, TOWNS, Point, around, kilometres, listed, point_of, within
from amicity.terms.place import Level

_TOWN, _DIVISION, _ABROAD = 30.0, 120.0, 15.0
"""Kilometres within which a place of the right name may lie from where a row puts it: a town, a division, a place of another country."""
_HARDLY = 200.0
_NAMED = 10.0
_WARDS = frozenset(["CN", "KR", "TW", "JP"])
_ALIKE_WITHIN = 12.0
_ALIKE = 80.0


def lying_there(gazetteer: Gazetteer, clue: Clue, lies: Point) -> Entry | None:
    """The place of that name that lies where the row says, else one of nearly that name close by."""
    for way in taken(clue.name):
        near = [(cost, entry) for entry in gazetteer.entries(way.name) if (cost := _cost(entry, way, clue, lies)) is not None]
        if near:
            best = min(near, key=lambda each: (each[0], each[1].id))[1]
            pointless = [entry for _, entry in near if entry.level is best.level and point_of(entry) is None]
            return None if best in pointless and len(pointless) > 1 else best
    villages = [
        entry
        for way in taken(clue.name)
        for entry in listed(way.name)
        if within(entry, lies, _DIVISION if entry.level in DIVISIONS else _TOWN / 2)
    ]
    if villages:
        return min(villages, key=lambda entry: (kilometres(point_of(entry) or lies, lies), entry.id))
    seat = seated(gazetteer, clue)
    if seat and within(seat, lies, _TOWN):
        return seat
    union = halves(clue.name)
    if union:
        parts = [entry for name in union for entry in gazetteer.entries(name)[:20] if within(entry, lies, _ALIKE_WITHIN)]
        if parts:
            return max(parts, key=lambda entry: (entry.weight, entry.id))
    return _alike(clue, lies)


def _cost(entry: Entry, way: ListName, clue: Clue, lies: Point) -> float | None:
    """How ill an entry fits, in kilometres; None where it cannot be meant."""
    if way.levels and entry.level not in way.levels and not _ward(entry, way, lies):
        return None
    if entry.level is Level.COUNTRY:
        return _HARDLY if entry.country == clue.country else None
    same = clue.country is None or in_country(entry, clue.country)
    if entry.latitude is None or entry.longitude is None:
        ours = entry.level in DIVISIONS and entry.country == clue.country
        return _DIVISION if ours and (entry.admin is None or entry.admin in _admins(lies, entry.country)) else None
    distance = kilometres((entry.latitude, entry.longitude), lies)
    if entry.level in DIVISIONS and same and _holds(entry, lies):
        return min(distance, _DIVISION) + 20
    if distance > (_TOWN if same else _ABROAD):
        return None
    named = _NAMED if fold(entry.name) == fold(way.name) else 0
    return distance - named - 3 * math.log10(entry.weight + 1) + (0 if entry.level in TOWNS else 20)


def _ward(entry: Entry, way: ListName, lies: Point) -> bool:
    """Whether what the gazetteer has as a town is the urban district that the list names, as in China and Korea."""
    urban = Level.DISTRICT in way.levels and entry.country in _WARDS and entry.level is Level.CITY
    return urban and within(entry, lies, _ALIKE_WITHIN / 2)


def _admins(lies: Point, country: str) -> set[str | None]:
    """The first-level divisions that the towns around a point lie in."""
    return {entry.admin for entry in around(lies) if entry.country == country}


def _holds(division: Entry, lies: Point) -> bool:
    """Whether the towns around a point lie in the division; where there are none, it may be its middle."""
    towns = [entry for entry in around(lies) if entry.level is Level.CITY and entry.country == division.country]
    return not towns or any(entry.admin is None or entry.admin == division.name for entry in towns)


def _alike(clue: Clue, lies: Point) -> Entry | None:
    """The place of nearly that name within a few kilometres; numbers must agree, for districts have them."""
    names = {fold(way.name) for way in taken(clue.name) if not way.loose}
    digits = re.findall(r"\d+", clue.name)
    scored = [
        (max(ratio(name, fold(entry.name)) for name in names), entry.weight, entry.id, entry)
        for entry in around(lies)
        if within(entry, lies, _ALIKE_WITHIN) and re.findall(r"\d+", entry.name) == digits
    ]
    score, _, _, best = max(scored, key=lambda each: each[:3], default=(0.0, 0, "", None))
    return best if score >= _ALIKE else None
