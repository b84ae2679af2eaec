"""Which place a row of a list means: where it says to lie outranks its name, and its name is taken in all the ways of lists.

The reader asks ``Gazetteer.resolve``, which knows running text; a list names towns first, its homonyms lie in the country of the row, and
what the gazetteer does not know may be a district of a city that it does know. What stays unsure keeps its name and no identifier.
"""

import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.fuzz import ratio

from amicity.gazetteer.entry import Entry, Naming
from amicity.gazetteer.gazetteer import Gazetteer, open_gazetteer
from amicity.gazetteer.list_names import ListName, division_named, halves, taken
from amicity.gazetteer.ranking import WITHIN, Context, Rival, chosen
from amicity.gazetteer.spelling import fold
from amicity.gazetteer.transcription import TRANSCRIBED, skeleton
from amicity.gazetteer.whereabouts import Point, around, entry_of, kilometres, listed, point_of, table, within
from amicity.terms.place import Candidate, Level, Place

_SEATS = Path(__file__).parent / "names" / "seats.toml"
_TOWN, _DIVISION, _ABROAD = 30.0, 120.0, 15.0
"""Kilometres within which a place of the right name may lie from where a row puts it: a town, a division, a place of another country."""
_HARDLY = 200.0
_NAMED = 10.0
_WARDS = frozenset(["CN", "KR", "TW", "JP"])
WEAK = 0.3
"""The score of a place that was found in a roundabout way: a person should look."""
_PART_OF = 45.0
_TOGETHER = 25.0
_ALIKE_WITHIN = 12.0
_ALIKE = 80.0
_SHORTEST = 5
_SMALLEST_ALIKE = 2_000
_OF_LISTS, _FAR_LARGER = 0.1, 150
"""How much likelier a list names a town than a division of its name, unless the division has 150 times its people."""
_TOWNS = (Level.CITY, Level.DISTRICT, Level.PORT)
_DIVISIONS = (Level.STATE, Level.COUNTY, Level.REGION)


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


@lru_cache(maxsize=1 << 16)
def reconciled(clue: Clue) -> Place:
    """The place that a row means; what cannot be told has no id, and candidates with the reasons against them."""
    gazetteer = open_gazetteer()
    if clue.lies is not None:
        found = _lying_there(gazetteer, clue, clue.lies)
        return _unknown(gazetteer, clue) if found is None else _place(found)
    for way in taken(clue.name):
        ranked = _named(gazetteer, way, clue)
        if ranked and way.loose:
            return _weakly(ranked[0][1].entry, "the only town there of that name, without what the list adds to it")
        if ranked:
            return _place(ranked[0][1].entry, _rivals(ranked))
    for find, reason in _WEAKER:
        if entry := find(gazetteer, clue):
            sure = fold(entry.name) == fold(clue.name)
            return _place(entry) if sure else _weakly(entry, reason)
    return _unknown(gazetteer, clue)


def _lying_there(gazetteer: Gazetteer, clue: Clue, lies: Point) -> Entry | None:
    """The place of that name that lies where the row says, else one of nearly that name close by."""
    for way in taken(clue.name):
        near = [(cost, entry) for entry in gazetteer.entries(way.name) if (cost := _cost(entry, way, clue, lies)) is not None]
        if near:
            best = min(near, key=lambda each: (each[0], each[1].id))[1]
            pointless = [entry for _, entry in near if entry.level is best.level and point_of(entry) is None]
            return None if best in pointless and len(pointless) > 1 else best
    villages = [entry for way in taken(clue.name) for entry in listed(way.name) if within(entry, lies, _TOWN / 2)]
    if villages:
        return min(villages, key=lambda entry: (kilometres(point_of(entry) or lies, lies), entry.id))
    seat = _seated(gazetteer, clue)
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
    same = clue.country is None or _in_country(entry, clue.country)
    if entry.latitude is None or entry.longitude is None:
        ours = entry.level in _DIVISIONS and entry.country == clue.country
        return _DIVISION if ours and (entry.admin is None or entry.admin in _admins(lies, entry.country)) else None
    distance = kilometres((entry.latitude, entry.longitude), lies)
    if entry.level in _DIVISIONS and same and _holds(entry, lies):
        return min(distance, _DIVISION) + 20
    if distance > (_TOWN if same else _ABROAD):
        return None
    named = _NAMED if fold(entry.name) == fold(way.name) else 0
    return distance - named - 3 * math.log10(entry.weight + 1) + (0 if entry.level in _TOWNS else 20)


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


def _named(gazetteer: Gazetteer, way: ListName, clue: Clue) -> list[tuple[float, Rival]]:
    """The places of that name in the row's country, by score, towns before what is named after them."""
    context = Context(country=clue.country, admin=clue.division, levels=way.levels)
    bearers = [bearer for bearer in gazetteer.bearers(way.name) if not way.loose or bearer.naming is Naming.OWN]
    rivals = chosen(bearers, context)
    if not rivals and clue.division:
        rivals = chosen(bearers, replace(context, admin=None))
    if way.around:
        rivals = _inside(gazetteer, rivals, way.around, clue)
    if way.loose and len(rivals) > 1:
        return []
    scored = [(rival.score + (_OF_LISTS if _names_its_division(rival.entry, rivals) else 0.0), rival) for rival in rivals]
    towns = max((rival.entry.weight for rival in rivals if rival.entry.level in _TOWNS), default=0)
    ranked = [(score if rival.entry.weight < _FAR_LARGER * max(towns, 1) else score + _OF_LISTS, rival) for score, rival in scored]
    return sorted(ranked, key=lambda each: (-each[0], -each[1].entry.weight, each[1].entry.id))


def _names_its_division(entry: Entry, rivals: Sequence[Rival]) -> bool:
    """Whether it is a town, and lies in every division of its name: the division was named after it."""
    named = [rival.entry.name for rival in rivals if rival.entry.level in _DIVISIONS]
    return entry.level in _TOWNS and (entry.admin is None or all(entry.admin == name for name in named))


def _inside(gazetteer: Gazetteer, rivals: Sequence[Rival], whole: str, clue: Clue) -> list[Rival]:
    """Those that lie in the division, or near the city, that the list names around them; where it names nothing known, the only one."""
    centres = [
        bearer.entry
        for way in taken(whole)
        if not way.around
        for bearer in gazetteer.bearers(way.name)
        if clue.country is None or _in_country(bearer.entry, clue.country)
    ]
    divisions = {fold(entry.name) for entry in centres if entry.level in _DIVISIONS}
    points = [point for entry in centres if entry.level in _TOWNS and entry.weight and (point := point_of(entry))]
    if not divisions and not points:
        return list(rivals) if len(rivals) == 1 else []
    inside = [rival for rival in rivals if rival.entry.admin and fold(rival.entry.admin) in divisions]
    if inside:
        return inside
    return [
        rival
        for rival in rivals
        if (point := point_of(rival.entry)) and any(0 < kilometres(point, centre) <= _PART_OF for centre in points)
    ]


def _village(gazetteer: Gazetteer, clue: Clue) -> Entry | None:
    """The one place of the country that lists are known to call so: a village, or a small town by a name of another language."""
    for way in taken(clue.name):
        if way.levels and Level.CITY not in way.levels:
            continue
        found = {entry.id: entry for entry in listed(way.name) if clue.country is None or _in_country(entry, clue.country)}
        if way.around:
            rivals = _inside(gazetteer, [Rival(entry, WEAK, ()) for entry in found.values()], way.around, clue)
            found = {rival.entry.id: rival.entry for rival in rivals}
        own = [entry for entry in found.values() if fold(entry.name) == fold(way.name)]
        if len(own) == 1 or len(found) == 1:
            return (own or list(found.values()))[0]
    return None


def _seated(gazetteer: Gazetteer, clue: Clue) -> Entry | None:
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
    names = halves(clue.name)
    if names is None or clue.country is None:
        return None
    first, second = (
        [bearer.entry for bearer in gazetteer.bearers(name) if bearer.entry.level in _TOWNS and _in_country(bearer.entry, clue.country)]
        for name in names
    )
    pairs = [(one, other) for one in first[:20] for other in second[:20] if one.id != other.id and _close(one, other, _TOGETHER)]
    return max((max(pair, key=_size) for pair in pairs), key=_size, default=None)


def _rivals(ranked: Sequence[tuple[float, Rival]]) -> tuple[Candidate, ...]:
    """The six best, where there is more than one; what contains a town of its name is no rival of it."""
    best = ranked[0][1].entry
    after = {each[1].entry.id for each in ranked[1:] if each[1].entry.level in _DIVISIONS and best.admin in (None, each[1].entry.name)}
    others = [each for each in ranked[1:] if not (best.level in _TOWNS and each[1].entry.id in after)]
    if not others:
        return ()
    return tuple(replace(rival.candidate(), score=round(min(1.0, score), 3)) for score, rival in [ranked[0], *others][:6])


def _unknown(gazetteer: Gazetteer, clue: Clue) -> Place:
    """A place without an id; the candidates say what bears its name, or whose district it may be, and why that is not taken."""
    why = "lies elsewhere than the list says" if clue.lies else f"not in {clue.division or clue.country}, as the list says"
    found: dict[str, Candidate] = {}
    for way in taken(clue.name):
        for name, reason in ((way.name, why), (way.around or "", "said to lie there: no known district of it bears the name")):
            for rival in chosen(gazetteer.bearers(name), Context()) if name else ():
                if reason is why or clue.country is None or _in_country(rival.entry, clue.country):
                    found.setdefault(rival.entry.id, rival.candidate(reason))
    division = division_named(clue.name)
    level = Level.COUNTY if division else Level.CITY
    latitude, longitude = clue.lies or (None, None)
    candidates = tuple(sorted(found.values(), key=lambda each: -each.score)[:5])
    return Place(clue.name, clue.country, None, level, latitude, longitude, candidates=candidates)


def _spelt_alike(_gazetteer: Gazetteer, clue: Clue) -> Entry | None:
    """The one town of the country that differs from the name in nothing but the way its script is transcribed."""
    bones = skeleton(clue.name, clue.country)
    if clue.country is None or len(bones) < _SHORTEST:
        return None
    found = _skeletons().get((clue.country, bones), ())
    return entry_of(found[0]) if len(found) == 1 else None


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


@cache
def _skeletons() -> Mapping[tuple[str, str], list[int]]:
    """The towns of the countries whose script is transcribed, by the bones of their names."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, country, name in table().cities_of(TRANSCRIBED, weight=_SMALLEST_ALIKE):
        found[country, skeleton(name, country)].append(number)
    return found


def _place(entry: Entry, candidates: tuple[Candidate, ...] = ()) -> Place:
    where = (entry.latitude, entry.longitude)
    return Place(entry.name, entry.country, entry.id, entry.level, *where, population=entry.population, candidates=candidates)


def _weakly(entry: Entry, reason: str) -> Place:
    """A place that was found in a roundabout way, which its one candidate tells."""
    return _place(entry, (Candidate(entry.id, entry.name, entry.country, WEAK, (reason,)),))


def _in_country(entry: Entry, country: str) -> bool:
    return country in (entry.country, WITHIN.get(entry.country))


def _close(one: Entry, other: Entry, most: float) -> bool:
    point = point_of(one)
    return point is not None and within(other, point, most)


def _size(entry: Entry) -> tuple[int, str]:
    return entry.weight, entry.id


_WEAKER = (
    (_seated, "the town that the municipality is governed from"),
    (_village, "a village, or a small town by a name of another language"),
    (_merged, "the larger of the two towns that it is named after"),
    (_spelt_alike, "the only town there whose name is transcribed so alike"),
)
