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
    sorts: dict[type, list[Any]] = {sort: [] for sort in _PLACES}
    at: dict[str, list[str]] = {}
    told: dict[FindingId, tuple[str, ...]] = {}
    items: dict[str, Item] = {}
    for item in sorted(entries, key=attrgetter("id")):
        id_, sort = item.id, type(item)
        items[id_] = item
        sorts[sort].append(item)
        for place in _PLACES[sort](item):
            if (ids := at.get(place.key)) is None:
                at[place.key] = [id_]
            elif ids[-1] != id_:
                ids.append(id_)
        for finding_id in item.findings:
            told[finding_id] = (*told[finding_id], id_) if finding_id in told else (id_,)
    return Register(
        relations=tuple(sorts[Relation]),
        events=tuple(entry for entry in sorts[Entry] if entry.kind in EVENT_KINDS),
        promises=tuple(sorts[PromiseEntry]),
        posts=tuple(sorts[Tenure]),
        figures=tuple(sorts[FigureClaim]),
        other=tuple(entry for entry in sorts[Entry] if entry.kind not in EVENT_KINDS),
        findings=MappingProxyType(findings),
        rulings=MappingProxyType(rulings),
        imprints=MappingProxyType(imprints),
        places=MappingProxyType(places),
        at=MappingProxyType({key: tuple(ids) for key, ids in at.items()}),
        items=MappingProxyType(items),
        told=MappingProxyType(told),
        adrift=tuple(figure for figure in sorts[FigureClaim] if not figure.about),
    )


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
