"""Entries → the register that holds them, with the ways to each."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import Finding, FindingId
from amicity.terms.imprint import Imprint
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation
from amicity.terms.ruling import Ruling
from amicity.terms.tenure import Tenure

TIE_KINDS = frozenset({"agreement", "relation", "renewal", "suspension", "termination"})
EVENT_KINDS = TIE_KINDS | {"meeting", "visit", "forum", "declaration", "project", "aid", "anniversary"}


def assembled(
    entries: Iterable[Item],
    *,
    findings: Mapping[FindingId, Finding],
    rulings: Mapping[FindingId, Ruling],
    imprints: Mapping[str, Imprint],
    places: Mapping[str, Place],
) -> Register:
    """The register of these entries, in order of their ids."""
    rows: dict[str, list[Any]] = {}
    at: dict[str, list[str]] = {}
    told: dict[FindingId, tuple[str, ...]] = {}
    items: dict[str, Item] = {}
    for item in sorted(entries, key=attrgetter("id")):
        id_ = item.id
        items[id_] = item
        rows.setdefault(row_of(item), []).append(item)
        if isinstance(item, FigureClaim) and not item.about:
            rows.setdefault("adrift", []).append(item)
        for place in dict.fromkeys(place.key for place in _PLACES[type(item)](item)):
            at.setdefault(place, []).append(id_)
        for finding_id in item.findings:
            told[finding_id] = (*told.get(finding_id, ()), id_)
    return Register(
        items=MappingProxyType(items),
        findings=findings,
        rulings=rulings,
        imprints=imprints,
        places=places,
        at=MappingProxyType({key: tuple(ids) for key, ids in at.items()}),
        told=MappingProxyType(told),
        row=lambda sort: tuple(rows.get(sort, ())),
    )


def row_of(item: Item) -> str:
    """The row of the register in which an entry stands."""
    return event_row(item.kind) if isinstance(item, Entry) else _ROWS[type(item)]


def event_row(kind: str) -> str:
    """The row in which entries of a kind stand that have no row of their own."""
    return "events" if kind in EVENT_KINDS else "other"


_ROWS: Mapping[type, str] = {Relation: "relations", PromiseEntry: "promises", Tenure: "posts", FigureClaim: "figures"}
_PLACES: Mapping[type, Callable[[Any], Iterable[Place]]] = {
    Relation: lambda tie: tie.parties,
    Entry: lambda entry: [value for values in entry.roles.values() for value in values if isinstance(value, Place)],
    PromiseEntry: lambda promise: promise.by + promise.to,
    Tenure: lambda tenure: (tenure.place,) if tenure.place else (),
    FigureClaim: lambda figure: figure.about,
}
"""The places that have a part in an entry, by the entry's sort."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """While a register is made: it has many objects and no cycles, and the cycle collector spends a third of the time finding none.

    Freezing and thawing counts what was made among the old objects at once, or the first collection would go through all of it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.enable()
