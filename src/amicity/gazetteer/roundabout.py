"""The places that a row may mean in a roundabout way, for a person to look at; each way with the words that tell it."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from amicity.gazetteer.clue import Clue
from amicity.gazetteer.entry import Entry
from amicity.gazetteer.gazetteer import Gazetteer
from amicity.gazetteer.list_names import halves, taken
from amicity.gazetteer.ranking import Rival, in_country
from amicity.gazetteer.spelling import fold
from amicity.gazetteer.transcription import skeleton
from amicity.gazetteer.whereabouts import DIVISIONS, TOWNS, entry_of, kilometres, listed, point_of, table, within
from amicity.terms.place import Level

_SEATS = Path(__file__).parent / "names" / "seats.toml"
_PART_OF = 45.0
_TOGETHER = 25.0
_SHORTEST = 5
_SMALLEST_ALIKE = 2_000

Box = tuple[float, float, float, float]
_CRIMEA: Box = (44.2, 32.4, 46.25, 36.7)
_CLAIMED: Mapping[str, tuple[tuple[str, Box | None], ...]] = {
    "RU": (("UA", _CRIMEA),),
    "RS": (("XK", None),),
    "MA": (("EH", None),),
    "EH": (("MA", None),),
    "IL": (("PS", None),),
    "PS": (("IL", None),),
}
"""Where the gazetteer may put a place that a list puts in a country: another country, or a part of it. It says nothing of who is right."""


def inside(gazetteer: Gazetteer, rivals: Sequence[Rival], whole: str, clue: Clue) -> list[Rival]:
    """Those that lie in the division, or near the city, that the list names around them; where it names nothing known, the only one."""
    centres = [
        bearer.entry
        for way in taken(whole)
        if not way.around
        for bearer in gazetteer.bearers(way.name)
        if clue.country is None or in_country(bearer.entry, clue.country)
    ]
    divisions = {fold(entry.name) for entry in centres if entry.level in DIVISIONS}
    points = [point for entry in centres if entry.level in TOWNS and entry.weight and (point := point_of(entry))]
    if not divisions and not points:
        return list(rivals) if len(rivals) == 1 else []
    of_division = [rival for rival in rivals if rival.entry.admin and fold(rival.entry.admin) in divisions]
    return of_division or [
        rival
        for rival in rivals
        if (point := point_of(rival.entry)) and any(0 < kilometres(point, centre) <= _PART_OF for centre in points)
    ]


def _village(gazetteer: Gazetteer, clue: Clue) -> Entry | None:
    """The one place of the country that lists are known to call so: a village, or a small town by a name of another language."""
    for way in taken(clue.name):
        if way.loose or (way.levels and Level.CITY not in way.levels):
            continue
        found = {entry.id: entry for entry in listed(way.name) if clue.country is None or in_country(entry, clue.country)}
        if way.around:
            rivals = inside(gazetteer, [Rival(entry, 0.0, ()) for entry in found.values()], way.around, clue)
            found = {rival.entry.id: rival.entry for rival in rivals}
        own = [entry for entry in found.values() if fold(entry.name) == fold(way.name)]
        if len(own) == 1 or len(found) == 1:
            return (own or list(found.values()))[0]
    return None


def seated(gazetteer: Gazetteer, clue: Clue) -> Entry | None:
    """The town that the council of a municipality sits in, where the municipality is named after none."""
    for way in taken(clue.name):
        seat = _seats().get((clue.country or "", fold(way.name)))
        if seat and not way.around:
            towns = [*(bearer.entry for bearer in gazetteer.bearers(seat)), *listed(seat)]
            return max((town for town in towns if town.level is Level.CITY and town.country == clue.country), key=_size, default=None)
    return None


@cache
def _seats() -> Mapping[tuple[str, str], str]:
    listed: dict[str, dict[str, str]] = tomllib.loads(_SEATS.read_text(encoding="utf-8"))
    return {(country, fold(name)): seat for country, seats in listed.items() for name, seat in seats.items()}


def _merged(gazetteer: Gazetteer, clue: Clue) -> Entry | None:
    """The larger of the two towns, close together, of which a merged municipality is named."""
    names = next((parts for way in taken(clue.name) if not way.around and not way.loose and (parts := halves(way.name))), None)
    if names is None or clue.country is None:
        return None
    first, second = (
        [bearer.entry for bearer in gazetteer.bearers(name) if bearer.entry.level in TOWNS and in_country(bearer.entry, clue.country)]
        for name in names
    )
    pairs = [(one, other) for one in first[:20] for other in second[:20] if one.id != other.id and _close(one, other, _TOGETHER)]
    return max((max(pair, key=_size) for pair in pairs), key=_size, default=None)


def _spelt_alike(_gazetteer: Gazetteer, clue: Clue) -> Entry | None:
    """The one town of the country that differs from the name only in spaces and hyphens, or in how its script is transcribed."""
    if clue.country is None:
        return None
    for way in taken(clue.name):
        bones = skeleton(way.name, clue.country)
        if len(bones) >= _SHORTEST and not way.loose and not way.around and (not way.levels or Level.CITY in way.levels):
            found = _skeletons().get((clue.country, bones), ())
            if len(found) == 1:
                return entry_of(found[0])
    return None


@cache
def _skeletons() -> Mapping[tuple[str, str], list[int]]:
    """The towns by the bones of their names."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, country, name in table().cities(weight=_SMALLEST_ALIKE):
        found[country, skeleton(name, country)].append(number)
    return found


def _claimed(gazetteer: Gazetteer, clue: Clue) -> Entry | None:
    """The largest town of that name in a territory that lists put in one country and the gazetteer in another."""
    found = [
        bearer.entry
        for country, box in _CLAIMED.get(clue.country or "", ())
        for way in taken(clue.name)
        if not way.loose and not way.around
        for bearer in gazetteer.bearers(way.name)
        if bearer.entry.country == country and bearer.entry.level in TOWNS and (box is None or _in_box(bearer.entry, box))
    ]
    return max(found, key=_size, default=None)


def _in_box(entry: Entry, box: Box) -> bool:
    south, west, north, east = box
    point = point_of(entry)
    return point is not None and south <= point[0] <= north and west <= point[1] <= east


def _close(one: Entry, other: Entry, most: float) -> bool:
    point = point_of(one)
    return point is not None and within(other, point, most)


def _size(entry: Entry) -> tuple[int, str]:
    return entry.weight, entry.id


WAYS = (
    (seated, "the town that the municipality is governed from"),
    (_village, "a village, a former division, or a small town by a name of another language"),
    (_merged, "the larger of the two towns that it is named after"),
    (_spelt_alike, "the only town there whose name is spelt so alike"),
    (_claimed, "the list and the gazetteer put it in different countries"),
)
"""How a place is looked for, in order, and what is said of one that was found so."""
