"""The results of a query of Wikidata in JSON: which column is which, and each row as a link."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from amicity.sources._entities import edtf
from amicity.sources._json import all_inside, inside, text_inside
from amicity.sources._links import Item, Link, place_line
from amicity.terms.source import SourceError

_SIDES = (
    ("item", "city", "origin", "origincity", "place", "source", "city1", "a"),
    ("partner", "sister", "sistercity", "twin", "destination", "target", "city2", "b"),
)
_SINCE = ("since", "start", "starttime", "begin", "p580", "date")
_UNTIL = ("until", "end", "endtime", "ended", "p582")
_REFERENCE = ("reference", "ref", "source_url", "url", "referenceurl")
_STATEMENT = ("statement", "claim")
_ITEM = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d*)|(Q[1-9]\d*)")
_POINT = re.compile(r"(?:<[^>]*> )?Point\((-?[\d.]+) (-?[\d.]+)\)", re.IGNORECASE)
_DAY = re.compile(r"[+-]?(\d{4})-(\d\d)-(\d\d)T00:00:00Z?")


def written(value: Any, *, where: str) -> Iterator[str]:
    """Where every item lies, one a line; then every row as a link. Raises SourceError where no two columns are items."""
    names = {str(name).lower().replace("_", ""): str(name) for name in all_inside(value, "head", "vars")}
    sides = tuple(next((names[each] for each in known if each in names), "") for known in _SIDES)
    if not all(sides):
        said = ", ".join(names.values()) or "none"
        raise SourceError(f"has the columns {said}: which two are the twins cannot be told", where, "name them ?item and ?partner")
    rows = list(all_inside(value, "results", "bindings"))
    places: dict[str, str] = {}
    for each in rows:
        for side in sides:
            item = _item(each, side)
            if item and item.id not in places:
                places[item.id] = _place(each, item, side=side, names=names)
    yield from places.values()
    for each in rows:
        one, other = (_item(each, side) for side in sides)
        yield str(_link(each, one, other, names=names)) if one else f"no item | {', '.join(_cells(each)) or 'an empty row'}"


def _item(held: Any, side: str) -> Item | None:
    found = _ITEM.fullmatch(text_inside(held, side, "value"))
    if not found:
        return None
    id_ = found[1] or found[2]
    label = text_inside(held, f"{side}Label", "value").strip()
    return Item(id_, "" if label == id_ else label)


def _place(held: Any, item: Item, *, side: str, names: Mapping[str, str]) -> str:
    def told(*endings: str) -> str:
        wanted = (names.get(f"{side}{ending}".lower().replace("_", "")) for ending in endings)
        return next((text for name in wanted if name and (text := text_inside(held, name, "value"))), "")

    point = _POINT.fullmatch(told("coordinates", "coords", "coord", "location"))
    north, east = (point[2], point[1]) if point else (told("lat", "latitude"), told("lon", "long", "longitude"))
    country = told("countrycode", "countrylabel", "country")
    number = told("geonames", "geonamesid")
    return place_line(
        item,
        country="" if _ITEM.fullmatch(country) else country,
        at=_spot(north, east),
        geonames=[number] if number.isdigit() else [],
    )


def _spot(north: str, east: str) -> tuple[float, float] | None:
    try:
        latitude, longitude = float(north), float(east)
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _link(held: Any, one: Item, other: Item | None, *, names: Mapping[str, str]) -> Link:
    def told(known: tuple[str, ...]) -> str:
        return next((text for each in known if each in names and (text := text_inside(held, names[each], "value"))), "")

    reference = told(_REFERENCE)
    return Link(
        one=one,
        other=other,
        since=_date(held, told(_SINCE), names=names, known=_SINCE),
        until=_date(held, told(_UNTIL), names=names, known=_UNTIL),
        references=(reference,) if reference else (),
        statement=told(_STATEMENT).rpartition("/")[2],
    )


def _date(held: Any, text: str, *, names: Mapping[str, str], known: tuple[str, ...]) -> str:
    """The date of a cell.

    The query service writes a year as its first of January, and a month as its first: where no column ``sincePrecision`` tells
    which is meant, no more than the year or the month is kept.
    """
    found = _DAY.match(text)
    if not found:
        return "unknown" if text.startswith(("t", "_:", "http")) else text
    precision = next((text_inside(held, names[f"{each}precision"], "value") for each in known if f"{each}precision" in names), "")
    if precision.isdigit():
        return edtf(f"+{text.lstrip('+')}", int(precision))
    year, month, day = found.groups()
    return f"{year}-{month}-{day}" if day != "01" else f"{year}-{month}" if month != "01" else year


def _cells(held: Any) -> list[str]:
    return [text for name in (held if isinstance(held, dict) else ()) if (text := text_inside(inside(held, name), "value"))]
