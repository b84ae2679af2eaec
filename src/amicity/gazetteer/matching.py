"""A name of somebody's list → the places it may mean, each with a score, and whether there is no doubt.

A table of features gives the score; each is told by name, so that who looks sees why. Where the list says beside the name where the place
lies, there is no doubt where an import of that row would have none (``reconciled``) and the others of the name are small beside it; of a
bare name, only where it is a great city's or a country's.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from amicity.gazetteer.clue import Clue
from amicity.gazetteer.entry import Entry, Naming
from amicity.gazetteer.gazetteer import Gazetteer
from amicity.gazetteer.list_names import taken
from amicity.gazetteer.ranking import Bearer, Context, chosen, in_country
from amicity.gazetteer.reconcile import reconciled, rivalled
from amicity.gazetteer.spelling import fold
from amicity.gazetteer.whereabouts import DIVISIONS, TOWNS, Point, kilometres, point_of
from amicity.terms.place import Level

COUNTRIES = (Level.COUNTRY,)
_FAR = 150.0
_BY_FAR = 100
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
    point: Point | None = None
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
    sound = " ".join(name[:400].encode("utf-8", "replace").decode().split())[:200]
    bare, told = _told_beside(gazetteer, sound, hints)
    meant = _meant(gazetteer, bare, told)
    exact = _exact(gazetteer, bare, told)
    found = exact or [
        (bearer, likeness / 100) for spelling, likeness in _alike(gazetteer, bare) for bearer in _fitting(gazetteer, spelling, told)
    ]
    if meant and all(bearer.entry.id != meant.entry.id for bearer, _ in found):
        found = [(Bearer(meant.entry, Naming.OTHER), 1.0), *found]
    scored = _best_of_each(_scored(bearer, likeness, told, meant=meant) for bearer, likeness in found)
    ranked = sorted(scored, key=lambda match: (-match.score, -match.entry.weight, match.entry.id))
    if ranked and not hints.unclear and _sure(ranked, told, exact, meant) and not _elsewhere(gazetteer, bare, ranked[0].entry):
        ranked[0] = replace(ranked[0], sure=True)
    return ranked[:limit]


@dataclass(frozen=True, slots=True)
class _Meant:
    """The place that an import of such a row would take, and whether it would have no doubt."""

    entry: Entry
    sure: bool


def _meant(gazetteer: Gazetteer, name: str, hints: Hints) -> _Meant | None:
    """None for a bare name, for what lies elsewhere, and for what is no place of the level that is wanted."""
    if not (hints.country or hints.admin or hints.point):
        return None
    place = reconciled(Clue(name, hints.country, hints.admin, *(hints.point or (None, None))))
    entry = gazetteer.entry(place.id) if place.id else None
    if entry is None or (hints.levels and entry.level not in hints.levels):
        return None
    return _Meant(entry, not rivalled(place))


def _told_beside(gazetteer: Gazetteer, name: str, hints: Hints) -> tuple[str, Hints]:
    """``Cambridge, Massachusetts`` and ``Cambridge (UK)`` say themselves where they lie."""
    tail = _TAIL.fullmatch(name)
    if tail is None:
        return name, hints
    where = tail["after"] or tail["within"]
    code = gazetteer.country_code(where)
    told = replace(hints, admin=hints.admin or where) if code is None else replace(hints, country=hints.country or code)
    return tail["name"], told


def _exact(gazetteer: Gazetteer, name: str, hints: Hints) -> list[tuple[Bearer, float]]:
    """The bearers of exactly this name, in the plainest of the ways of lists in which anything bears it."""
    for way in (way for way in taken(name) if not way.loose):
        found = [bearer for bearer in _fitting(gazetteer, way.name, hints) if not way.levels or bearer.entry.level in way.levels]
        if found:
            return [(bearer, 1.0) for bearer in found]
    return []


def _fitting(gazetteer: Gazetteer, name: str, hints: Hints) -> list[Bearer]:
    """The bearers of the name that no hint rules out; a division that none of them lies in rules out nothing."""
    namings = {bearer.entry.id: bearer for bearer in gazetteer.bearers(name)}
    context = Context(hints.country, hints.admin, (), hints.levels)
    rivals = chosen(list(namings.values()), context) or chosen(list(namings.values()), replace(context, admin=None))
    admitted = (namings[rival.entry.id] for rival in rivals)
    return [bearer for bearer in admitted if not hints.point or _far(bearer.entry, hints.point) <= _FAR]


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


def _scored(bearer: Bearer, likeness: float, hints: Hints, *, meant: _Meant | None) -> Match:
    entry = bearer.entry
    features = {
        "name": (50.0 if bearer.naming is Naming.OWN else 42.0) * likeness * likeness,
        "size": 15.0 * math.log10(max(entry.weight, 10)) / _LARGEST,
        "country": 10.0 if hints.country and in_country(entry, hints.country) else 0.0,
        "division": 5.0 if hints.admin and entry.admin and fold(hints.admin) in fold(entry.admin) else 0.0,
        "point": max(0.0, 5.0 * (1 - _far(entry, hints.point) / _FAR)) if hints.point else 0.0,
        "population": _peopled(entry, hints),
        "level": 5.0 if entry.level is Level.CITY or entry.level in hints.levels else 0.0,
        "meant": 5.0 if meant and meant.entry.id == entry.id else 0.0,
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


def _sure(ranked: list[Match], hints: Hints, exact: list[tuple[Bearer, float]], meant: _Meant | None) -> bool:
    """Whether the first of these is meant without doubt."""
    best, *others = ranked
    if hints.country or hints.admin or hints.point:
        within_division = bool(best.features["division"]) or not hints.admin
        return meant is not None and meant.sure and meant.entry.id == best.entry.id and within_division
    plain = any(bearer.entry.id == best.entry.id and bearer.naming is Naming.OWN for bearer, _ in exact)
    if not plain or best.entry.level is Level.COUNTRY:
        return plain
    alone = not others and best.entry.weight >= _KNOWN
    return alone or (best.entry.weight >= _GREAT and all(best.entry.weight >= _BY_FAR * max(other.entry.weight, 1) for other in others))


def _elsewhere(gazetteer: Gazetteer, name: str, best: Entry) -> bool:
    """Whether a division or country of this name, in which the place does not lie, has more people: a list may mean that."""
    larger = [
        bearer.entry
        for bearer in gazetteer.bearers(name)
        if bearer.entry.level in (*DIVISIONS, *COUNTRIES) and bearer.entry.id != best.id and bearer.entry.weight > best.weight
    ]
    return best.level in TOWNS and any(
        entry.country != best.country or (entry.level in DIVISIONS and best.admin is not None and fold(entry.name) not in fold(best.admin))
        for entry in larger
    )


def _far(entry: Entry, point: Point) -> float:
    """Kilometres between them; infinite where the place's own point is unknown."""
    own = point_of(entry)
    return kilometres(own, point) if own else math.inf
