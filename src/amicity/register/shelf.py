"""Where the entries of folded groups are put, and the register that they make."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar

from amicity.register.clusters import Cluster, cluster
from amicity.register.entries import entry_of, figure_of, promise_of, tenure_of
from amicity.register.fulfilment import settle, told_on
from amicity.register.links import Links
from amicity.register.ties import relation_of
from amicity.review.identity import Aliases, tie_keys
from amicity.review.matching import Claim
from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import Finding, FindingId
from amicity.terms.imprint import Imprint
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation
from amicity.terms.ruling import Ruling
from amicity.terms.tenure import Tenure

TIE_KINDS = frozenset({"agreement", "relation", "renewal", "suspension", "termination"})
EVENT_KINDS = TIE_KINDS | {"meeting", "visit", "forum", "declaration", "project", "aid", "anniversary"}

_Item = TypeVar("_Item", Relation, Entry, PromiseEntry, Tenure, FigureClaim)


@dataclass(slots=True)
class Shelf:
    """Gathers entries group by group, and at the end gives the register."""

    places: Mapping[str, Place]
    known_as: Aliases
    imprints: Mapping[str, Imprint]
    said: Links
    relations: list[Relation] = field(default_factory=list)
    events: list[Entry] = field(default_factory=list)
    promises: list[PromiseEntry] = field(default_factory=list)
    posts: list[Tenure] = field(default_factory=list)
    figures: list[FigureClaim] = field(default_factory=list)
    other: list[Entry] = field(default_factory=list)

    def put(self, claims: list[Claim]) -> None:
        """Fold one group."""
        made = cluster(claims, self.said, known_as=self.known_as)
        ties: dict[tuple[str, ...], list[Cluster]] = {}
        papers: dict[int, str] = {}
        events: list[Entry] = []
        for each in made:
            finding = each.claims[0].finding
            if finding.kind in TIE_KINDS and (keys := tie_keys(finding, self.known_as)):
                ties.setdefault(keys, []).append(each)
                if finding.kind == "relation":
                    continue
            if (entry := self._entry(each, finding.kind)) is not None:
                events.append(entry)
                papers[id(each)] = entry.id
        self._put_ties(ties, papers)
        self._put_promises((each for each in made if each.claims[0].finding.kind == "promise"), events)

    def _entry(self, each: Cluster, kind: str) -> Entry | None:
        match kind:
            case "promise":
                return None
            case "figure":
                self.figures.append(figure_of(each, self._place, self._seen(each)))
            case "post":
                self.posts.append(tenure_of(each, self._place, self._seen(each)))
            case _:
                entry = entry_of(each, self._place)
                (self.events if kind in EVENT_KINDS else self.other).append(entry)
                return entry
        return None

    def _put_ties(self, ties: Mapping[tuple[str, ...], list[Cluster]], papers: Mapping[int, str]) -> None:
        for keys, clusters in ties.items():
            parties = [self.places[key] for key in keys]
            self.relations.append(relation_of(parties, clusters, imprints=self.imprints, known_as=self.known_as, entries=papers))

    def _put_promises(self, clusters: Iterable[Cluster], events: list[Entry]) -> None:
        for each in clusters:
            told = told_on((claim.finding.report for claim in each.claims), self.imprints)
            self.promises.append(settle(promise_of(each, self._place), events, links=self.said, told=told))

    def _place(self, place: Place) -> Place:
        return self.places[self.known_as.get(place.key, place.key)]

    def _seen(self, each: Cluster) -> list[PartialDate]:
        imprints = (self.imprints.get(claim.finding.report) for claim in each.claims)
        return [imprint.published for imprint in imprints if imprint and imprint.published]

    def register(self, findings: dict[FindingId, Finding], rulings: dict[FindingId, Ruling]) -> Register:
        """The register of all that was put, in order of ids."""
        relations, events, promises = _sorted(self.relations), _sorted(self.events), _sorted(self.promises)
        posts, figures, other = _sorted(self.posts), _sorted(self.figures), _sorted(self.other)
        items: dict[str, Item] = {item.id: item for row in (relations, events, promises, posts, figures, other) for item in row}
        at: dict[str, list[str]] = {}
        told: dict[FindingId, tuple[str, ...]] = {}
        for id_, item in items.items():
            for key in _keys_of(item):
                at.setdefault(key, []).append(id_)
            for finding_id in item.findings:
                told[finding_id] = (*told.get(finding_id, ()), id_)
        return Register(
            relations,
            events,
            promises,
            posts,
            figures,
            other,
            findings=MappingProxyType(findings),
            rulings=MappingProxyType(rulings),
            imprints=MappingProxyType(dict(self.imprints)),
            places=MappingProxyType(dict(self.places)),
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


def _sorted(items: list[_Item]) -> tuple[_Item, ...]:
    return tuple(sorted(items, key=attrgetter("id")))


def places_in(findings: Iterable[Finding], known_as: Aliases) -> dict[str, Place]:
    """Every place that the findings name, by the key it goes by; the fullest description of each, whatever the order."""
    held: dict[str, Place] = {}
    for finding in findings:
        for mentions in finding.roles.values():
            for mention in mentions:
                place = mention.place
                if place is not None and held.get(key := place.key) is not place:
                    other = held.setdefault(key, place)
                    if other is not place and _fullness(place) > _fullness(other):
                        held[key] = place
    goes_by = {known_as.get(key, key): None for key in held}
    named = {top: held.get(top) or next(replace(held[k], id=top) for k in sorted(held) if known_as.get(k) == top) for top in goes_by}
    return {key: replace(place, candidates=()) if place.candidates else place for key, place in named.items()}


def _fullness(place: Place) -> tuple[bool, bool, str, str]:
    return (place.latitude is not None, place.population is not None, place.name or "", repr(place))
