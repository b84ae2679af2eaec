"""Entries → the register that holds them, with the ways to each."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from types import MappingProxyType

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
    items = {item.id: item for item in sorted(entries, key=attrgetter("id"))}
    at: dict[str, list[str]] = {}
    told: dict[FindingId, tuple[str, ...]] = {}
    for id_, item in items.items():
        for key in _keys_of(item):
            at.setdefault(key, []).append(id_)
        for finding_id in item.findings:
            told[finding_id] = (*told.get(finding_id, ()), id_)
    things = [item for item in items.values() if isinstance(item, Entry)]
    return Register(
        relations=tuple(item for item in items.values() if isinstance(item, Relation)),
        events=tuple(item for item in things if item.kind in EVENT_KINDS),
        promises=tuple(item for item in items.values() if isinstance(item, PromiseEntry)),
        posts=tuple(item for item in items.values() if isinstance(item, Tenure)),
        figures=tuple(item for item in items.values() if isinstance(item, FigureClaim)),
        other=tuple(item for item in things if item.kind not in EVENT_KINDS),
        findings=MappingProxyType(findings),
        rulings=MappingProxyType(rulings),
        imprints=MappingProxyType(imprints),
        places=MappingProxyType(places),
        at=MappingProxyType({key: tuple(ids) for key, ids in at.items()}),
        items=MappingProxyType(items),
        told=MappingProxyType(told),
    )


def _keys_of(item: Item) -> set[str]:
    """The keys of the places that have a part in an entry."""
    match item:
        case Relation():
            return {place.key for place in item.parties}
        case Entry():
            return {value.key for values in item.roles.values() for value in values if isinstance(value, Place)}
        case PromiseEntry():
            return {place.key for place in item.by + item.to}
        case Tenure():
            return {item.place.key} if item.place else set()
        case FigureClaim():
            return {place.key for place in item.about}


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """While a register is made: it has many objects and no cycles, and the cycle collector spends a quarter of the time finding none."""
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()
