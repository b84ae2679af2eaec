"""What a list may fetch for places that were reconciled: the extension half of the Reconciliation Service API 0.2."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from amicity.gazetteer import open_gazetteer
from amicity.gazetteer.entry import Entry
from amicity.terms.place import Level
from amicity_web.api.problems import ProblemError
from amicity_web.api.reconciling import PROPERTIES, Told, type_of
from amicity_web.store.browse import ties_by_place
from amicity_web.store.models import PlaceRow, TieRow
from amicity_web.wording.countries import country_name

MOST = 500
"""How many places one request may ask for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a place: by the gazetteer, by the register, and its standing ties, oldest first."""

    entry: Entry | None
    row: PlaceRow | None
    ties: tuple[TieRow, ...]


def extended(asked: object) -> Told:
    """The values of these properties for these ids. Raises ProblemError for what is no such request."""
    ids, wanted = _read(asked)
    known = _known(ids)
    unknown = [pid for pid in wanted if pid not in PROPERTIES]
    if unknown:
        raise ProblemError(422, f"There is no property {unknown[0]!r}; there are {', '.join(PROPERTIES)}.")
    rows = {id_: {pid: _VALUES[pid](known[id_]) for pid in wanted} for id_ in ids}
    return {"meta": [_meta(pid) for pid in wanted], "rows": rows}


def _read(asked: object) -> tuple[list[str], list[str]]:
    ids = asked.get("ids") if isinstance(asked, dict) else None
    properties = asked.get("properties") if isinstance(asked, dict) else None
    if not _texts(ids) or not isinstance(properties, list) or not _texts([p.get("id") for p in properties if isinstance(p, dict)]):
        raise ProblemError(400, 'extend is no request: send {"ids": ["geonames:1174872"], "properties": [{"id": "country"}]}')
    if len(ids or ()) > MOST:
        raise ProblemError(413, f"Ask for at most {MOST} places at a time.")
    return list(dict.fromkeys(ids or ())), list(dict.fromkeys(p["id"] for p in properties if isinstance(p, dict)))


def _texts(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(each, str) and "\0" not in each for each in given)


def _known(ids: Iterable[str]) -> Mapping[str, Known]:
    wanted = list(ids)
    rows = {row.key: row for row in PlaceRow.objects.filter(key__in=wanted, ties__gt=0)}
    ties = ties_by_place(rows)
    gazetteer = open_gazetteer()
    return {id_: Known(gazetteer.entry(id_), rows.get(id_), tuple(ties.get(id_, ()))) for id_ in wanted}


def _meta(pid: str) -> Told:
    return {"id": pid, "name": PROPERTIES[pid][0]} | ({"type": type_of(Level.COUNTRY)} if pid == "country" else {})


def _country(known: Known) -> list[Told]:
    code = known.entry.country if known.entry else known.row.country if known.row else None
    return [{"id": f"iso3166-1:{code}", "name": country_name(code)}] if code else [{}]


def _state(known: Known) -> list[Told]:
    return [{"str": known.entry.admin}] if known.entry and known.entry.admin else [{}]


def _coordinates(known: Known) -> list[Told]:
    at = known.entry or known.row
    return [{"str": f"{at.latitude},{at.longitude}"}] if at and at.latitude is not None and at.longitude is not None else [{}]


def _population(known: Known) -> list[Told]:
    at = known.entry or known.row
    return [{"int": at.population}] if at and at.population else [{}]


def _ties(known: Known) -> list[Told]:
    return [{"int": len(known.ties)}]


def _first_tie(known: Known) -> list[Told]:
    return [{"str": known.ties[0].since}] if known.ties and known.ties[0].since else [{}]


_VALUES: Mapping[str, Callable[[Known], list[Told]]] = {
    "country": _country,
    "state": _state,
    "coordinates": _coordinates,
    "population": _population,
    "ties": _ties,
    "first_tie": _first_tie,
}
