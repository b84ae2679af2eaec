"""A name of somebody's list → the places it may mean, each with a score, and whether there is no doubt.

A table of features gives the score; each is told by name, so that who looks sees why. There is no doubt where the list says enough
(the country, the division, a point) that one bearer of exactly this name is left, or one beside which the others are hamlets.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from amicity.gazetteer.affixes import Reading, stripped
from amicity.gazetteer.entry import Entry, Naming
from amicity.gazetteer.gazetteer import Gazetteer
from amicity.gazetteer.ranking import Bearer, Context, chosen
from amicity.gazetteer.spelling import fold
from amicity.terms.place import Level

CITIES = (Level.CITY, Level.DISTRICT, Level.PORT)
REGIONS = (Level.STATE, Level.REGION, Level.COUNTY)
COUNTRIES = (Level.COUNTRY,)

NEAR = 25.0
"""Kilometres within which a point of a list is the place's own."""

_FAR = 150.0
_CLEARLY, _BY_FAR = 12, 100
_GREAT, _KNOWN = 1_000_000, 100_000
_LIKE = 84
_TAIL = re.compile(r"(?P<name>[^,(]+?)\s*(?:,\s*(?P<after>[^,()]+)|\((?P<within>[^()]+)\))\s*")
_LARGEST = math.log10(2e9)


@dataclass(frozen=True, slots=True)
class Hints:
    """What a list says beside a name: a country (its code), a division (its name), a point (latitude, longitude), people, and the levels
    that are wanted. ``unclear`` says that a hint was given that nobody understands: then nothing is without doubt."""

    country: str | None = None
    admin: str | None = None
    point: tuple[float, float] | None = None
    population: int | None = None
    levels: tuple[Level, ...] = ()
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place that may be meant: ``score`` from 0 to 100, ``sure`` where there is no doubt, ``features`` what made the score."""

    entry: Entry
    score: float
    sure: bool = False
    features: Mapping[str, float] = field(default_factory=dict)


def matches(gazetteer: Gazetteer, name: str, hints: Hints, *, limit: int = 5) -> list[Match]:
    """The places that the name may mean, the likeliest first."""
    sound = name[:400].encode("utf-8", "replace").decode()
    bare, told = _told_beside(gazetteer, " ".join(sound.split())[:200], hints)
    exact = _exact(gazetteer, bare, told)
    found = exact or [
        (bearer, likeness / 100) for spelling, likeness in _alike(gazetteer, bare) for bearer in _fitting(gazetteer, spelling, told)
    ]
    scored = _best_of_each(_scored(bearer, likeness, told) for bearer, likeness in found)
    ranked = sorted(scored, key=lambda match: (-match.score, -match.entry.weight, match.entry.id))
    if ranked and exact and _sure(ranked, told, exact) and not _elsewhere(gazetteer, bare, ranked[0].entry):
        ranked[0] = replace(ranked[0], sure=True)
    return ranked[:limit]


def _told_beside(gazetteer: Gazetteer, name: str, hints: Hints) -> tuple[str, Hints]:
    """``Cambridge, Massachusetts`` and ``Cambridge (UK)`` say themselves where they lie."""
    tail = _TAIL.fullmatch(name)
    if tail is None or (hints.country and hints.admin):
        return name, hints
    where = tail["after"] or tail["within"]
    code = gazetteer.country_code(where)
    if code and not hints.country:
        return tail["name"], replace(hints, country=code)
    return (tail["name"], replace(hints, admin=hints.admin or where)) if code is None else (tail["name"], hints)


def _exact(gazetteer: Gazetteer, name: str, hints: Hints) -> list[tuple[Bearer, float]]:
    """The bearers of exactly this name, as it stands or without its generic words."""
    for reading in _readings(name):
        found = [
            bearer for bearer in _fitting(gazetteer, reading.name, hints) if not reading.levels or bearer.entry.level in reading.levels
        ]
        if found:
            return [(bearer, 1.0) for bearer in found]
    return []


def _readings(name: str) -> Iterator[Reading]:
    yield from stripped(name)
    if "/" in name:
        yield Reading(name.partition("/")[0].strip())


def _fitting(gazetteer: Gazetteer, name: str, hints: Hints) -> list[Bearer]:
    """The bearers of the name that no hint rules out."""
    namings = {bearer.entry.id: bearer for bearer in gazetteer.bearers(name)}
    admitted = [rival.entry.id for rival in chosen(list(namings.values()), Context(hints.country, None, (), hints.levels))]
    if hints.admin and hints.country:
        inside = [rival.entry.id for rival in chosen(list(namings.values()), Context(hints.country, hints.admin, (), hints.levels))]
        admitted = inside or admitted
    elif hints.admin:
        admitted = [rival.entry.id for rival in chosen(list(namings.values()), Context(None, hints.admin, (), hints.levels))] or admitted
    return [namings[id_] for id_ in admitted if not hints.point or _near(namings[id_].entry, hints.point) <= _FAR]


def _alike(gazetteer: Gazetteer, name: str) -> list[tuple[str, float]]:
    """Known names that begin with the same letters and are spelled much like this one."""
    from rapidfuzz import fuzz, process

    folded = fold(name)
    if len(folded) < 4:
        return []
    known = _beginning(gazetteer, folded[:3])
    return [(spelling, score) for spelling, score, _ in process.extract(folded, known, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=4)]


@lru_cache(maxsize=512)
def _beginning(gazetteer: Gazetteer, letters: str) -> tuple[str, ...]:
    return tuple(gazetteer.names_beginning(letters, limit=20_000))


def _scored(bearer: Bearer, likeness: float, hints: Hints) -> Match:
    entry = bearer.entry
    features = {
        "name": 60.0 * likeness * likeness if bearer.naming is Naming.OWN else 50.0 * likeness * likeness,
        "size": 20.0 * math.log10(max(entry.weight, 10)) / _LARGEST,
        "country": 10.0 if hints.country else 0.0,
        "division": 5.0 if hints.admin and entry.admin and fold(hints.admin) in fold(entry.admin) else 0.0,
        "point": max(0.0, 10.0 * (1 - _near(entry, hints.point) / _FAR)) if hints.point else 0.0,
        "population": _peopled(entry, hints),
        "level": 5.0 if entry.level is Level.CITY or entry.level in hints.levels else 0.0,
    }
    return Match(entry, round(min(100.0, sum(features.values())), 1), features={name: round(value, 1) for name, value in features.items()})


def _peopled(entry: Entry, hints: Hints) -> float:
    """Up to 5 where the list counts about as many people."""
    if not hints.population or not entry.population:
        return 0.0
    return max(0.0, 5.0 - 5.0 * abs(math.log10(hints.population / entry.population)))


def _best_of_each(scored: Iterable[Match]) -> list[Match]:
    best: dict[str, Match] = {}
    for match in scored:
        held = best.get(match.entry.id)
        if held is None or match.score > held.score:
            best[match.entry.id] = match
    return list(best.values())


def _sure(ranked: list[Match], hints: Hints, exact: list[tuple[Bearer, float]]) -> bool:
    """Whether the first of these, all bearers of exactly this name, is meant without doubt."""
    best, *others = ranked
    if hints.unclear:
        return False
    own = {bearer.entry.id for bearer, _ in exact if bearer.naming is Naming.OWN}
    if hints.admin and not best.features["division"]:
        return False
    plain = best.entry.id in own

    def outweighs(times: int, other: Match) -> bool:
        """A place of another name, which is called so besides, is no rival of one that bears the name itself and is larger."""
        return _outweighs(best, other, times if not plain or other.entry.id in own else 1)

    if hints.point:
        near = [other for other in others if _near(other.entry, hints.point) <= NEAR and other.entry.level is best.entry.level]
        return _near(best.entry, hints.point) <= NEAR and all(outweighs(4, other) for other in near)
    if hints.country or hints.admin:
        return all(outweighs(_CLEARLY, other) for other in others)
    if best.entry.level is Level.COUNTRY:
        return plain
    alone = not others and best.entry.weight >= _KNOWN
    return plain and (alone or (best.entry.weight >= _GREAT and all(_outweighs(best, other, _BY_FAR) for other in others)))


def _elsewhere(gazetteer: Gazetteer, name: str, best: Entry) -> bool:
    """Whether a division or country of this name, in which the place does not lie, has more people: a list may mean that."""
    larger = [
        bearer.entry
        for bearer in gazetteer.bearers(name)
        if bearer.entry.level in (*REGIONS, *COUNTRIES) and bearer.entry.id != best.id and bearer.entry.weight > best.weight
    ]
    return best.level in CITIES and any(
        entry.country != best.country or (entry.level in REGIONS and best.admin is not None and fold(entry.name) not in fold(best.admin))
        for entry in larger
    )


def _outweighs(best: Match, other: Match, times: int) -> bool:
    return best.entry.weight >= times * max(other.entry.weight, 1)


def _near(entry: Entry, point: tuple[float, float]) -> float:
    """Kilometres between them; infinite where the place's own point is unknown."""
    if entry.latitude is None or entry.longitude is None:
        return math.inf
    here, there = math.radians(entry.latitude), math.radians(point[0])
    east, west = math.radians(entry.longitude), math.radians(point[1])
    half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin((west - east) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))
