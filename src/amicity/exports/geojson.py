"""Ties on the map: GeoJSON (RFC 7946), places as points and ties as lines, cut at the antimeridian."""

import json
from itertools import combinations
from typing import Any

from amicity.exports._credits import provenance, rights, title
from amicity.exports._text import clean
from amicity.exports._then import then
from amicity.terms.export import Edition, Export
from amicity.terms.place import Place
from amicity.terms.relation import Relation

Position = tuple[float, float]


def write(edition: Edition) -> bytes:
    """The ties on the day and the places that they join, where coordinates are known; a tie of three is three lines of one feature."""
    held = then(edition)
    places = {place.key: place for tie in held.relations for place in tie.parties if _position(place)}
    features = [_point(place) for _, place in sorted(places.items())] + [line for tie in held.relations if (line := _line(tie))]
    whose = {
        "name": title(edition),
        "description": provenance(edition, held),
        "license": edition.licence.address,
        "rights": rights(edition),
    }
    collection = {"type": "FeatureCollection", **whose, "features": features}
    return clean(json.dumps(collection, ensure_ascii=False, separators=(",", ":"))).encode()


def _position(place: Place) -> Position | None:
    """Longitude first, as the format wants it."""
    if place.latitude is None or place.longitude is None:
        return None
    return place.longitude, place.latitude


def _point(place: Place) -> dict[str, Any]:
    says = {"name": place.name, "country": place.country, "level": place.level.value}
    return {"type": "Feature", "id": place.key, "geometry": {"type": "Point", "coordinates": _position(place)}, "properties": says}


def _line(tie: Relation) -> dict[str, Any] | None:
    ends = [position for place in tie.parties if (position := _position(place))]
    lines = [line for a, b in combinations(ends, 2) for line in _cut(a, b)]
    if not lines:
        return None
    says = {
        "parties": [place.key for place in tie.parties],
        "label": tie.label,
        "form": tie.form.value if tie.form else None,
        "status": tie.status.value,
        "since": str(tie.since) if tie.since else None,
        "domestic": tie.domestic,
        "findings": list(tie.findings),
    }
    return {"type": "Feature", "id": tie.id, "geometry": {"type": "MultiLineString", "coordinates": lines}, "properties": says}


def _cut(start: Position, end: Position) -> list[list[Position]]:
    """The shorter way between two positions: one line, or two that meet at 180 degrees."""
    if abs(start[0] - end[0]) <= 180:
        return [[start, end]]
    east, west = (start, end) if start[0] > end[0] else (end, start)
    share = (180 - east[0]) / (360 - east[0] + west[0])
    latitude = round(east[1] + share * (west[1] - east[1]), 6)
    return [[east, (180.0, latitude)], [(-180.0, latitude), west]]


EXPORT = Export(
    "geojson",
    "places and ties for maps",
    "geojson",
    "application/geo+json",
    write,
    "for QGIS, Leaflet and other maps",
    "https://www.rfc-editor.org/rfc/rfc7946",
)
