"""Wikidata's entity JSON: each item's statements of its twins, with dates and references."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from amicity.sources._json import all_inside, inside, text_inside
from amicity.sources._links import Item, Link, place_line
from amicity.sources._rows import one_line

TWINNED, STARTED, ENDED = "P190", "P580", "P582"
_COUNTRY, _GEONAMES, _COORDINATES, _ALPHA_2 = "P17", "P1566", "P625", "P297"
_ID = re.compile(r"Q[1-9]\d*")
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
_JULIAN = "Q1985786"
_LANGUAGES = ("en", "mul", "en-gb", "de", "fr", "es")


def entities_in(value: Any) -> dict[str, Any]:
    """The items by id: of an answer of the API, of one item by itself, or of a list of items; none where there are none."""
    held = inside(value, "entities")
    if isinstance(held, dict):
        return {str(id_): each for id_, each in held.items() if _ID.fullmatch(str(id_)) and isinstance(each, dict)}
    several = value if isinstance(value, list) else list(held) if isinstance(held, list) else [value]
    return {id_: each for each in several if isinstance(each, dict) and _ID.fullmatch(id_ := text_inside(each, "id")) and "claims" in each}


def written(entities: Mapping[str, Any]) -> Iterator[str]:
    """Where every item lies, one a line; then every statement of a twin, one a line."""
    labels = {id_: _label(entity) for id_, entity in entities.items()}
    codes = {id_: code for id_, entity in entities.items() if (code := next(_values(entity, _ALPHA_2), None))}
    for id_, entity in entities.items():
        if id_ not in codes and isinstance(inside(entity, "claims"), dict):
            yield _place(Item(id_, labels[id_]), entity, codes=codes, labels=labels)
    for id_, entity in entities.items():
        for statement in all_inside(entity, "claims", TWINNED):
            yield str(_link(Item(id_, labels[id_]), statement, labels=labels))


def _label(entity: Any) -> str:
    labels = inside(entity, "labels")
    if not isinstance(labels, dict):
        return ""
    ordered = (*_LANGUAGES, *sorted(map(str, labels)))
    return next((one_line(text) for language in ordered if (text := text_inside(labels, language, "value")).strip()), "")


def _values(entity: Any, claim: str) -> Iterator[Any]:
    """The values of a property's statements, the preferred ones where there are any, never the deprecated."""
    statements = list(all_inside(entity, "claims", claim))
    preferred = [each for each in statements if inside(each, "rank") == "preferred"]
    for statement in preferred or [each for each in statements if inside(each, "rank") != "deprecated"]:
        value = inside(statement, "mainsnak", "datavalue", "value")
        if value is not None:
            yield value


def _place(item: Item, entity: Any, *, codes: Mapping[str, str], labels: Mapping[str, str]) -> str:
    country = next((text_inside(value, "id") for value in _values(entity, _COUNTRY)), "")
    spot = next(_values(entity, _COORDINATES), None)
    north, east = inside(spot, "latitude"), inside(spot, "longitude")
    return place_line(
        item,
        country=str(codes.get(country) or labels.get(country) or ""),
        at=(north, east) if isinstance(north, int | float) and isinstance(east, int | float) else None,
        geonames=[value for value in _values(entity, _GEONAMES) if isinstance(value, str) and value.isdigit()],
        links=sum(1 for _ in all_inside(entity, "claims", TWINNED)),
    )


def _link(item: Item, statement: Any, *, labels: Mapping[str, str]) -> Link:
    other = text_inside(statement, "mainsnak", "datavalue", "value", "id")
    return Link(
        one=item,
        other=Item(other, labels.get(other, "")) if _ID.fullmatch(other) else None,
        since=_qualified(statement, STARTED),
        until=_qualified(statement, ENDED),
        references=tuple(dict.fromkeys(_references(statement))),
        deprecated=inside(statement, "rank") == "deprecated",
        statement=text_inside(statement, "id"),
    )


def _qualified(statement: Any, qualifier: str) -> str:
    """The date of a qualifier as EDTF; ``unknown`` where some day is meant that nobody knows."""
    for snak in all_inside(statement, "qualifiers", qualifier):
        if inside(snak, "snaktype") == "somevalue":
            return "unknown"
        if value := inside(snak, "datavalue", "value"):
            return edtf(text_inside(value, "time"), inside(value, "precision"), text_inside(value, "calendarmodel"))
    return ""


def edtf(time: str, precision: Any, calendar: str = "") -> str:
    """Wikidata's time as EDTF: ``+1995-02-18T00:00:00Z`` of precision 11 gives ``1995-02-18``; what EDTF cannot hold stays as it is."""
    found = _TIME.match(time)
    if not found:
        return one_line(time) or "unknown"
    year, month, day = found.groups()
    if calendar.endswith(_JULIAN) and precision in (10, 11):
        return f"{year}~"
    forms = {8: f"{year[:3]}X", 9: year, 10: f"{year}-{month}", 11: f"{year}-{month}-{day}"}
    return forms.get(precision, f"about {year} (precision {precision})")


def _references(statement: Any) -> Iterator[str]:
    """What the references say: addresses and texts as they are, items by their id, days by the day."""
    for reference in all_inside(statement, "references"):
        snaks = inside(reference, "snaks")
        for claim, held in snaks.items() if isinstance(snaks, dict) else ():
            for snak in held if isinstance(held, list) else ():
                value = inside(snak, "datavalue", "value")
                said = (
                    text_inside(value)
                    or text_inside(value, "id")
                    or text_inside(value, "text")
                    or (edtf(text_inside(value, "time"), inside(value, "precision")) if inside(value, "time") else "")
                )
                if said:
                    yield said if claim == "P854" else f"{claim} {said}"
