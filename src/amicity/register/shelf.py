"""Where the entries of folded groups are put."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from amicity.register.assembly import TIE_KINDS
from amicity.register.clusters import Cluster, cluster
from amicity.register.entries import entry_of, figure_of, promise_of, tenure_of
from amicity.register.fulfilment import settle, told_on
from amicity.register.growth import grown
from amicity.register.links import Links
from amicity.register.ties import relation_of
from amicity.review.identity import Aliases, tie_keys
from amicity.review.matching import Claim
from amicity.terms.entry import Entry
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.register import Item
from amicity.terms.status import Status

_DENIED = Status.DENIED


@dataclass(slots=True)
class Shelf:
    """Gathers the entries of group after group; ``places`` are those that ``places_in`` gives."""

    places: Mapping[str, Place]
    known_as: Aliases
    imprints: Mapping[str, Imprint]
    said: Links
    items: list[Item] = field(default_factory=list)

    def put(self, claims: list[Claim]) -> None:
        """Fold one group."""
        made = cluster(claims, self.said, known_as=self.known_as)
        ties: dict[tuple[str, ...], list[Cluster]] = {}
        papers: dict[int, str] = {}
        events: list[Entry] = []
        for each in made:
            if each.kind in TIE_KINDS and (keys := tie_keys(each.claims[0].finding, self.known_as)):
                ties.setdefault(keys, []).append(each)
                if each.kind == "relation":
                    continue
            if (entry := self._entry(each)) is not None:
                events.append(entry)
                papers[id(each)] = entry.id
        if ties:
            self._put_ties(ties, papers)
        if promises := [each for each in made if each.kind == "promise"]:
            self._put_promises(promises, events)

    def _entry(self, each: Cluster) -> Entry | None:
        match each.kind:
            case "promise":
                return None
            case "figure":
                self.items.append(figure_of(each, self.places, self._seen(each)))
            case "post":
                self.items.append(tenure_of(each, self.places, self._seen(each)))
            case _:
                entry = entry_of(each, self.places)
                self.items.append(entry)
                return entry
        return None

    def _put_ties(self, ties: Mapping[tuple[str, ...], list[Cluster]], papers: Mapping[int, str]) -> None:
        """A tie for each set of parties of which somebody says more than that there is none."""
        for keys, clusters in (grown(ties, self.said) if self.said.same and len(ties) > 1 else ties).items():
            if all(claim.finding.status is _DENIED for each in clusters for claim in each.claims):
                continue
            parties = tuple([self.places[key] for key in keys])
            self.items.append(relation_of(parties, clusters, imprints=self.imprints, known_as=self.known_as, entries=papers))

    def _put_promises(self, clusters: Iterable[Cluster], events: list[Entry]) -> None:
        for each in clusters:
            told = told_on((claim.finding.report for claim in each.claims), self.imprints)
            self.items.append(settle(promise_of(each, self.places), events, links=self.said, told=told))

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
