"""Where what folded groups tell is kept: which entries there are, and what each is made of."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from amicity.register.assembly import TIE_KINDS, event_row
from amicity.register.clusters import Cluster, cluster
from amicity.register.drafts import Draft, Promised, Tied
from amicity.register.entries import entry_id, entry_of, figure_of, promise_of, tenure_of
from amicity.register.fulfilment import settle, told_on
from amicity.register.growth import grown
from amicity.register.later import Items
from amicity.register.links import Links
from amicity.register.ties import relation_of
from amicity.review.identity import Aliases, tie_id, tie_keys
from amicity.review.matching import Claim
from amicity.terms.entry import Entry
from amicity.terms.finding import Finding, FindingId
from amicity.terms.imprint import Imprint
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.register import Item
from amicity.terms.status import Status

_DENIED = Status.DENIED
_ROWS = {"promise": "promises", "figure": "figures", "post": "posts"}
_AT: Mapping[str, tuple[str, ...]] = {"promise": ("by", "to"), "figure": ("about",)}
"""The roles whose places have a part in an entry, where not all have."""


@dataclass(slots=True)
class Shelf:
    """Gathers group after group; ``places`` are those that ``places_in`` gives.

    ``items`` are the entries: an entry is settled by its group alone, and is therefore the same whenever it is worked out. ``at``
    maps a place's key to the ids of the entries there, ``rows`` the name of a row to those in it, both in no order; ``told`` maps
    a finding's id to those of the entries that rest on it.
    """

    places: Mapping[str, Place]
    known_as: Aliases
    imprints: Mapping[str, Imprint]
    said: Links
    items: Items = field(init=False)
    at: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, list[str]] = field(default_factory=dict)
    told: dict[FindingId, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with nothing."""
        self.items = Items(self._made)

    def put(self, claims: list[Claim]) -> None:
        """Take one group."""
        ties: dict[tuple[str, ...], list[Cluster]] = {}
        promises: list[Cluster] = []
        events: list[str] = []
        for each in cluster(claims, self.said, known_as=self.known_as):
            kind = each.kind
            if kind in TIE_KINDS and (keys := tie_keys(each.claims[0].finding, self.known_as)):
                ties.setdefault(keys, []).append(each)
                if kind == "relation":
                    continue
            if kind == "promise":
                promises.append(each)
                continue
            id_, places = entry_id(each), self._places(each)
            self._keep(id_, each, row=_ROWS.get(kind) or event_row(kind), places=places)
            self.told.update(dict.fromkeys(each.ids, (id_,)))
            if kind not in _ROWS:
                events.append(id_)
            elif kind == "figure" and not places:
                self.rows.setdefault("adrift", []).append(id_)
        for each in promises:
            id_ = entry_id(each)
            self._keep(id_, Promised(each, events), row="promises", places=self._places(each))
            self.told.update(dict.fromkeys(each.ids, (id_,)))
        if ties:
            self._put_ties(ties)

    def _put_ties(self, ties: Mapping[tuple[str, ...], list[Cluster]]) -> None:
        """A tie for each set of parties of which somebody says more than that there is none."""
        for keys, clusters in (grown(ties, self.said) if self.said.same and len(ties) > 1 else ties).items():
            if any(claim.finding.status is not _DENIED for each in clusters for claim in each.claims):
                id_ = tie_id(keys)
                self._keep(id_, Tied(keys, clusters), row="relations", places=keys)
                for each in clusters:
                    rest = (id_,) if each.kind == "relation" else tuple(sorted((id_, entry_id(each))))
                    self.told.update(dict.fromkeys(each.ids, rest))

    def _keep(self, id_: str, draft: Draft, *, row: str, places: Iterable[str]) -> None:
        self.items.drafts[id_] = draft
        if row in self.rows:
            self.rows[row].append(id_)
        else:
            self.rows[row] = [id_]
        for key in places:
            if key in self.at:
                self.at[key].append(id_)
            else:
                self.at[key] = [id_]

    def _places(self, each: Cluster) -> Collection[str]:
        """The keys, each once, of the places that have a part in the entry."""
        if each.kind == "post":
            return self._named(sorted(each.claims), ("place",))[:1]
        return dict.fromkeys(self._named(each.claims, _AT.get(each.kind)))

    def _named(self, claims: Iterable[Claim], roles: tuple[str, ...] | None) -> list[str]:
        """The keys of the places that some claims name in some roles (None: in all)."""
        keys = []
        for claim in claims:
            said = claim.finding.roles
            for role in said if roles is None else roles:
                keys += [mention.place.key for mention in said.get(role, ()) if mention.place is not None]
        return [self.known_as.get(key, key) for key in keys] if self.known_as else keys

    def _made(self, draft: Draft) -> Item:
        match draft:
            case Tied(keys, clusters):
                parties = tuple([self.places[key] for key in keys])
                return relation_of(parties, clusters, imprints=self.imprints, known_as=self.known_as)
            case Promised(told, events):
                day = told_on((claim.finding.report for claim in told.claims), self.imprints)
                return settle(promise_of(told, self.places), self._events(events), links=self.said, told=day)
            case Cluster("figure"):
                return figure_of(draft, self.places, self._seen(draft))
            case Cluster("post"):
                return tenure_of(draft, self.places, self._seen(draft))
            case _:
                return entry_of(draft, self.places)

    def _events(self, ids: Iterable[str]) -> Iterator[Entry]:
        return (item for id_ in ids if isinstance(item := self.items[id_], Entry))

    def _seen(self, each: Cluster) -> list[PartialDate]:
        imprints = (self.imprints.get(claim.finding.report) for claim in each.claims)
        return [imprint.published for imprint in imprints if imprint and imprint.published]


def places_in(findings: Iterable[Finding], known_as: Aliases) -> dict[str, Place]:
    """Every place that the findings name, by each key under which they name it and the one that it goes by.

    The fullest description of each, whatever the order.
    """
    held: dict[str, Place] = {}
    for finding in findings:
        for mentions in finding.roles.values():
            for mention in mentions:
                place = mention.place
                if place is not None and (other := held.get(place.key)) is not place and _fuller(place, other):
                    held[place.key] = place
    named = {key: replace(held[key], candidates=()) if held[key].candidates else held[key] for key in sorted(held)}
    for key in [key for key in named if key in known_as]:
        named.setdefault(known_as[key], replace(named[key], id=known_as[key]))
    return {key: named[known_as.get(key, key)] for key in named}


def _fuller(place: Place, other: Place | None) -> bool:
    return other is None or (place != other and _fullness(place) > _fullness(other))


def _fullness(place: Place) -> tuple[bool, bool, bool, str, str]:
    return (place.latitude is not None, place.population is not None, bool(place.known_by), place.name or "", repr(place))
