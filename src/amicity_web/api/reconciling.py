"""The Reconciliation Service API 0.2: what a list's names may mean, as OpenRefine asks it. No HTTP here."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from amicity.gazetteer import open_gazetteer
from amicity.gazetteer.entry import Entry
from amicity.gazetteer.matching import COUNTRIES, Hints, Match, matches
from amicity.gazetteer.whereabouts import DIVISIONS, TOWNS
from amicity.terms.place import Level
from amicity_web.api.problems import ProblemError
from amicity_web.store.models import PlaceRow
from amicity_web.store.rows import folded
from amicity_web.wording.countries import country_name

TYPES: Mapping[str, tuple[str, tuple[Level, ...], str]] = {
    "City": ("City", TOWNS, "a city, town, district or port"),
    "Region": ("Region", DIVISIONS, "a state, province, county or other division of a country"),
    "Country": ("Country", COUNTRIES, "a country"),
}
"""Each type's name, the levels it stands for, and what it is."""

PROPERTIES: Mapping[str, tuple[str, str]] = {
    "country": ("Country", "the country, by name or by its two-letter code"),
    "state": ("State or province", "the first-level division"),
    "coordinates": ("Coordinates", "latitude and longitude in degrees: 41.79, 123.43"),
    "population": ("Population", "how many people"),
    "ties": ("Ties in the register", "how many ties of it stand"),
    "first_tie": ("First tie", "since when the oldest of its standing ties stands"),
}
"""Each property's name, and what it holds. The first four may be asked with; all may be fetched."""

MOST = 100
"""How many names one batch may have."""

_POINT = re.compile(r"\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*")
_LEVELS = {level: name for name, (_, levels, _) in TYPES.items() for level in levels}

Told = dict[str, Any]


def batch(queries: object) -> Told:
    """The answer to a batch of queries. Raises ProblemError for what is no batch."""
    if not isinstance(queries, dict) or not all(isinstance(query, dict) for query in queries.values()):
        raise ProblemError(400, 'queries is no batch: send {"q0": {"query": "Karachi"}}')
    if len(queries) > MOST:
        raise ProblemError(413, f"A batch has at most {MOST} queries.")
    wrong = [{"where": str(name), "says": says} for name, query in queries.items() if (says := _wrong(query))]
    if wrong:
        raise ProblemError(400, "Some queries of the batch cannot be read; none was answered.", errors=wrong[:20])
    ours = _ours(str(query.get("query", "")) for query in queries.values())
    return {str(name): {"result": _candidates(query, ours)} for name, query in queries.items()}


def _wrong(query: Told) -> str:
    """What is wrong with a query, or nothing."""
    if not isinstance(query.get("query", ""), str):
        return "query is no text"
    if not query.get("query") and not query.get("properties"):
        return "it has neither a query nor properties"
    given = query.get("properties", [])
    if not isinstance(given, list) or not all(
        isinstance(each, dict) and isinstance(each.get("pid"), str) and "v" in each for each in given
    ):
        return 'properties is no list of {"pid": …, "v": …}'
    kinds = query.get("type", [])
    if not isinstance(kinds, str) and not (isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds)):
        return "type is no text and no list of texts"
    limit = query.get("limit", 5)
    return "" if isinstance(limit, int | float) and not isinstance(limit, bool) else "limit is no number"


def _candidates(query: Told, ours: Mapping[str, list[PlaceRow]]) -> list[Told]:
    limit = max(1, min(20, int(min(query.get("limit") or 5, 20))))
    name = str(query.get("query", "")).replace("\0", " ").strip()
    hints = _hints(query)
    found = [_candidate(match) for match in matches(open_gazetteer(), name, hints, limit=limit)] if name else []
    own = [_own(row) for row in ours.get(folded(name), ()) if not hints.country or row.country in (None, hints.country)]
    return (found + own)[:limit]


def _hints(query: Told) -> Hints:
    """What the query says beside the name."""
    given = {each["pid"]: _plain(each["v"]) for each in query.get("properties", ())}
    kinds = query.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    levels = tuple(level for kind in kinds for level in TYPES.get(_bare(kind), ("", (), ""))[1])
    country, code = given.get("country", ""), _country(given.get("country", ""))
    point, people = _point(given.get("coordinates", "")), given.get("population", "").replace(",", "")
    unclear = (bool(country) and code is None) or (bool(given.get("coordinates")) and point is None)
    counted = int(people) if people.isdecimal() and len(people) < 12 else None
    return Hints(code, given.get("state") or None, point, counted, levels, unclear)


def _plain(value: object) -> str:
    """A property's value as text: of several the first, of an entity its id, else its name."""
    if isinstance(value, list):
        return _plain(value[0]) if value else ""
    if isinstance(value, dict):
        return str(value.get("id") or value.get("name") or "")[:200]
    return "" if value is None else str(value).replace("\0", " ").strip()[:200]


@lru_cache(maxsize=2048)
def _country(written: str) -> str | None:
    """The code of a country told by its code, its name or its id."""
    bare = written.removeprefix("iso3166-1:").strip()
    if len(bare) == 2 and bare.isascii() and open_gazetteer().country(bare):
        return bare.upper()
    return open_gazetteer().country_code(bare) if bare else None


def _point(written: str) -> tuple[float, float] | None:
    found = _POINT.fullmatch(written)
    if not found:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _bare(kind: str) -> str:
    """A type may be asked for by its address."""
    return kind.rpartition("/")[2]


def _candidate(match: Match) -> Told:
    entry = match.entry
    return {
        "id": entry.id,
        "name": entry.name,
        "description": described(entry),
        "type": [type_of(entry.level)],
        "score": match.score,
        "match": match.sure,
        "features": [{"id": name, "value": value} for name, value in match.features.items()],
    }


def _own(row: PlaceRow) -> Told:
    """A place that only the register knows."""
    said = f"in {country_name(row.country)}, known to the register only" if row.country else "known to the register only"
    kind = type_of(Level(row.level))
    return {"id": row.key, "name": row.name or "unnamed", "description": said, "type": [kind], "score": 40.0, "match": False}


def _ours(names: Iterable[str]) -> dict[str, list[PlaceRow]]:
    """The public places by these names that the gazetteer does not know, in one query."""
    wanted = {folded(name.replace("\0", " ")) for name in names} - {""}
    found: dict[str, list[PlaceRow]] = {}
    for row in PlaceRow.objects.filter(search__in=wanted, key__startswith="name:", ties__gt=0).order_by("-ties", "key"):
        found.setdefault(row.search, []).append(row)
    return found


def described(entry: Entry) -> str:
    """Where a place of the gazetteer lies, in a line."""
    where = ", ".join(filter(None, (entry.admin if entry.admin != entry.name else None, country_name(entry.country))))
    people = f"; {entry.population:,} people" if entry.population else ""
    return f"{_LEVELS.get(entry.level, 'Place').lower()} in {where}{people}" if entry.level is not Level.COUNTRY else f"country{people}"


def type_of(level: Level) -> Told:
    """The type of a place of this level."""
    name = _LEVELS.get(level, "City")
    return {"id": name, "name": TYPES[name][0]}
