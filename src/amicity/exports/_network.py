"""Ties as a network: places as nodes, and each two parties of a tie as an edge, with what is known of them by name."""

from collections.abc import Iterator
from itertools import combinations

from amicity.exports._days import edtf, full_day
from amicity.terms.place import Place
from amicity.terms.register import Register
from amicity.terms.relation import Relation

Known = dict[str, str | float | int | bool | None]

NODES = {
    "name": "string",
    "country": "string",
    "level": "string",
    "latitude": "double",
    "longitude": "double",
    "population": "long",
}
EDGES = {
    "tie": "string",
    "form": "string",
    "status": "string",
    "since": "string",
    "since_day": "string",
    "domestic": "boolean",
    "findings": "long",
}
"""What is known of a node and of an edge, and of which type it is in both formats."""


def places(held: Register) -> list[Place]:
    """The places that have a tie, in order of their keys."""
    parties = {place.key: place for tie in held.relations for place in tie.parties}
    return [place for _, place in sorted(parties.items())]


def known_of(place: Place) -> Known:
    """What is known of a place."""
    at = {"latitude": place.latitude, "longitude": place.longitude, "population": place.population}
    return {"name": place.name or "unnamed", "country": place.country, "level": place.level.value, **at}


def edges(held: Register) -> Iterator[tuple[str, str, str, Known]]:
    """Each edge's id, its two ends and what is known of it; a tie of three is three edges."""
    for tie in held.relations:
        said = _said(tie)
        pairs = list(combinations(sorted(place.key for place in tie.parties), 2))
        for number, (left, right) in enumerate(pairs, 1):
            yield tie.id if len(pairs) == 1 else f"{tie.id}#{number}", left, right, said


def _said(tie: Relation) -> Known:
    day = full_day(tie.since)
    return {
        "tie": tie.id,
        "form": tie.form.value if tie.form else None,
        "status": tie.status.value,
        "since": edtf(tie.since),
        "since_day": day.isoformat() if day else None,
        "domestic": tie.domestic,
        "findings": len(tie.findings),
    }


def written(value: str | float | int | bool) -> str:
    """A value as XML Schema writes it."""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
