"""Asks Wikidata's public API for one place: its item, the twins that it states, and which of them state it in turn.

One request at a time, with a pause between two (``_fetch``); answers are kept for a day (``_cache``); servers that lag are left to
recover, as their rules ask for (``maxlag``).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians
from typing import Any
from urllib.parse import urlencode

from amicity import __version__
from amicity.sources._cache import Cache
from amicity.sources._entities import TWINNED, entities_in
from amicity.sources._fetch import Fetcher
from amicity.sources._json import all_inside, inside, parsed, text_inside
from amicity.terms.place import Place
from amicity.terms.source import SourceError

HOST = "https://www.wikidata.org"
AGENT = f"amicity/{__version__} (a register of ties between cities; asks for one place at a time and keeps the answers for a day)"
_KEPT = ("P17", "P190", "P297", "P625", "P1566")
_FULL, _LABELS = 10, 50
_TRIES, _LAG = 4, 5.0
_NEAR = 0.5
"""Degrees, some fifty kilometres: the middle of a large town differs by twenty from list to list."""
_LANGUAGES = "en|mul|de|fr|es"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: the item's id, and the items that speak of it, as the API gives them but without all that is not needed."""

    id: str
    entities: dict[str, Any]
    at: str | None


@dataclass(slots=True)
class Api:
    """The API of a Wikibase. ``at`` is when it answered first, where the fetcher has a clock."""

    host: str
    fetcher: Fetcher
    cache: Cache
    at: str | None = None

    def ask(self, **parameters: str) -> Any:
        """What the API answers. Raises SourceError where it cannot be reached, or answers an error."""
        address = f"{self.host.rstrip('/')}/w/api.php?{urlencode({**parameters, 'format': 'json', 'maxlag': '5'})}"
        if (kept := self.cache.get(address)) is not None:
            return parsed(kept, where=address)
        for left in range(_TRIES - 1, -1, -1):
            fetched = self.fetcher.get(address, accept="application/json")
            value = parsed(fetched.content, where=address)
            if inside(value, "error", "code") != "maxlag" or not left:
                break
            self.fetcher.sleep(_LAG)
        if "error" in value if isinstance(value, dict) else True:
            said = text_inside(value, "error", "info") or "is no answer of Wikidata"
            raise SourceError(f"answers an error: {said}", address, "try again later")
        self.at = self.at or fetched.at
        self.cache.put(address, fetched.content)
        return value

    def entities(self, ids: Iterable[str], *, props: str = "labels|claims|info") -> dict[str, Any]:
        """The items of these ids."""
        found: dict[str, Any] = {}
        for some in _batches(dict.fromkeys(ids), _LABELS if props == "labels" else _FULL):
            found |= entities_in(self.ask(action="wbgetentities", ids="|".join(some), props=props, languages=_LANGUAGES))
        return found


def asked(place: str, *, api: Api) -> Asked:
    """The item of a place, given by name or by its id, with its twins. Raises SourceError where no item or several may be meant."""
    id_, entity = _item(place, api)
    partners = list(_twins(entity))
    found = {id_: _trimmed(entity)}
    for partner, held in api.entities(partner for partner in partners if partner != id_).items():
        found[partner] = _trimmed(held, only=id_)
    found |= api.entities(sorted(set(_countries(found)) - set(found)), props="labels")
    return Asked(id_, found, api.at)


def _item(place: str, api: Api) -> tuple[str, Any]:
    if place[:1] == "Q" and place[1:].isdigit() and place.isascii():
        found = api.entities([place])
        if "claims" not in found.get(place, {}):
            raise SourceError("is no item there", f"{api.host}: {place}", "check its number")
        return place, found[place]
    known = _known(place)
    found = api.entities(_candidates(known, api))
    tied = {id_: entity for id_, entity in found.items() if next(_twins(entity), None) and _fits(entity, known)}
    if len(tied) == 1:
        return next(iter(tied.items()))
    if not tied:
        raise SourceError(f"has no item for {known.label} that states a twin", api.host, "give its number: --place Q11720")
    said = "; ".join(f"{id_} {text_inside(each, 'labels', 'en', 'value')}".strip() for id_, each in tied.items())
    raise SourceError(f"has {len(tied)} items for {known.label}: {said}", api.host, f"say which: --place {next(iter(tied))}")


def _known(place: str) -> Place:
    from amicity.gazetteer import open_gazetteer

    name, _, country = place.removesuffix(")").partition(" (") if place.endswith(")") else (place, "", "")
    gazetteer = open_gazetteer()
    return gazetteer.resolve(name.strip(), country=(gazetteer.country_code(country) or country.upper()) if country else None)


def _candidates(place: Place, api: Api) -> list[str]:
    """The items that carry the place's number in GeoNames; where there are none, those of its name."""
    scheme, _, number = (place.id or "").partition(":")
    if scheme == "geonames":
        answer = api.ask(action="query", list="search", srsearch=f"haswbstatement:P1566={number}", srlimit="20")
        if titles := [text_inside(each, "title") for each in all_inside(answer, "query", "search")]:
            return titles
    answer = api.ask(action="wbsearchentities", search=place.name or "", language="en", type="item", limit="20")
    return [text_inside(each, "id") for each in all_inside(answer, "search")]


def _fits(entity: Any, place: Place) -> bool:
    """Whether the item may be the place: it lies there, where both say where they lie."""
    spot = inside(entity, "claims", "P625", 0, "mainsnak", "datavalue", "value")
    north, east = inside(spot, "latitude"), inside(spot, "longitude")
    if place.latitude is None or place.longitude is None or not isinstance(north, int | float) or not isinstance(east, int | float):
        return True
    across = abs(place.longitude - east) % 360
    return abs(place.latitude - north) < _NEAR and min(across, 360 - across) * cos(radians(north)) < _NEAR


def _twins(entity: Any) -> Iterator[str]:
    statements = all_inside(entity, "claims", TWINNED)
    return (id_ for each in statements if (id_ := text_inside(each, "mainsnak", "datavalue", "value", "id"))[:1] == "Q")


def _countries(entities: dict[str, Any]) -> Iterator[str]:
    for entity in entities.values():
        for statement in all_inside(entity, "claims", "P17"):
            if id_ := text_inside(statement, "mainsnak", "datavalue", "value", "id"):
                yield id_


def _trimmed(entity: Any, only: str = "") -> dict[str, Any]:
    """The item without what is not needed; with ``only``, of its twins only that one is kept."""
    held = {claim: list(all_inside(entity, "claims", claim)) for claim in _KEPT if inside(entity, "claims", claim)}
    if only:
        held[TWINNED] = [each for each in held.get(TWINNED, ()) if text_inside(each, "mainsnak", "datavalue", "value", "id") == only]
    return {name: entity[name] for name in ("id", "type", "labels", "modified", "lastrevid") if name in entity} | {"claims": held}


def _batches(ids: Iterable[str], size: int) -> Iterator[list[str]]:
    all_ = list(ids)
    return (all_[start : start + size] for start in range(0, len(all_), size))
