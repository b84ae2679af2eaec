"""What the register knows of Wikidata: the items of places and who states whom, from the findings that were read from it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.place import Place

READER, _SCHEME = "wikidata", "wikidata:"
_ITEM = re.compile(r"(?:.*\()?(Q[1-9]\d{0,11})\)?")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``items`` maps a place's key to its items, ``links`` are pairs of items (who states, whom).

    ``listed`` are the items that state any link: of these all links are known. ``named`` maps a label to the items that bear it.
    """

    items: dict[str, frozenset[str]]
    links: frozenset[tuple[str, str]]
    listed: frozenset[str]
    reports: frozenset[str]
    named: dict[str, frozenset[str]]

    def items_of(self, place: Place) -> frozenset[str]:
        """The items of the place: by its own identifiers, else by what lists said of the same place."""
        own = frozenset(_items_in((place.key, *place.known_by)))
        return own | self.items.get(place.key, frozenset())

    def item(self, place: Place) -> str | None:
        """The one item of the place; of several the one that states links, where only one does."""
        found = self.items_of(place)
        for among in (found, found & self.listed):
            if len(among) == 1:
                return next(iter(among))
        return None

    def stated(self, one: Place, other: Place) -> bool:
        """Whether an item of one states an item of the other."""
        return any((left, right) in self.links for left in self.items_of(one) for right in self.items_of(other))

    def likely(self, place: Place) -> str:
        """The items that it may be, as a hint in words; empty where nothing suggests any."""
        found = sorted(self.items_of(place) or self.named.get((place.name or "").casefold(), frozenset()))
        return f" (it may be {' or '.join(found[:3])}: say in the register that they are the same place)" if found else ""


def from_wikidata(finding: Finding) -> bool:
    """Whether a finding was read from Wikidata."""
    return finding.reader.partition(" ")[0] == READER


def snapshot(findings: Iterable[Finding], known_as: Mapping[str, str]) -> Snapshot:
    """What the findings that were read from Wikidata say; ``known_as`` maps a place's key to the one that it goes by."""
    items: dict[str, set[str]] = {}
    for key, top in known_as.items():
        items.setdefault(top, set()).update(_items_in([key]))
    named: dict[str, set[str]] = {}
    links: set[tuple[str, str]] = set()
    reports: set[str] = set()
    for finding in findings:
        places = [mention.place for mentions in finding.roles.values() for mention in mentions if mention.place and mention.place.known_by]
        for place in places:
            items.setdefault(known_as.get(place.key, place.key), set()).update(_items_in(place.known_by))
        if from_wikidata(finding):
            reports.add(finding.report)
            told = [(mention.place, item) for mention in finding.roles.get("party", ()) if mention.place and (item := _item(mention))]
            for place, item in told:
                items.setdefault(known_as.get(place.key, place.key), set()).add(item)
                named.setdefault((place.name or "").casefold(), set()).add(item)
            if len(told) == 2 and finding.kind == "relation":
                links.add((told[0][1], told[1][1]))
    return Snapshot(_frozen(items), frozenset(links), frozenset(one for one, _ in links), frozenset(reports), _frozen(named))


def _frozen(held: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(found) for key, found in held.items()}


def _item(mention: Mention) -> str | None:
    found = _ITEM.fullmatch(mention.span.text.strip())
    return found[1] if found else None


def _items_in(identifiers: Iterable[str]) -> Iterator[str]:
    return (identity.removeprefix(_SCHEME) for identity in identifiers if identity.startswith(_SCHEME))
