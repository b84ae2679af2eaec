"""What the register knows of Wikidata: the items of places and who states whom, from the findings that were read from it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amicity.terms.finding import Finding
from amicity.terms.mention import Mention

READER = "wikidata"
_ITEM = re.compile(r"(?:.*\()?(Q[1-9]\d{0,11})\)?")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``items`` maps a place's key to its items (more than one: nobody can tell), ``links`` are pairs of items (who states, whom).

    ``listed`` are the items that state any link: of these all links are known. ``named`` maps a label to the items that bear it.
    """

    items: dict[str, frozenset[str]]
    links: frozenset[tuple[str, str]]
    listed: frozenset[str]
    reports: frozenset[str]
    named: dict[str, frozenset[str]]

    def item(self, key: str) -> str | None:
        """The one item of the place with this key."""
        found = self.items.get(key, frozenset())
        if not found and key.startswith("wikidata:"):
            return key.removeprefix("wikidata:")
        return next(iter(found)) if len(found) == 1 else None

    def likely(self, name: str) -> str:
        """The items that bear a name, as a hint in words; empty where none does."""
        found = sorted(self.named.get(name.casefold(), ()))
        return f" (by its name it may be {' or '.join(found[:3])}: say in the register that they are the same place)" if found else ""


def from_wikidata(finding: Finding) -> bool:
    """Whether a finding was read from Wikidata."""
    return finding.reader.partition(" ")[0] == READER


def snapshot(findings: Iterable[Finding], known_as: Mapping[str, str]) -> Snapshot:
    """What the findings that were read from Wikidata say; ``known_as`` maps a place's key to the one that it goes by."""
    items: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    links: set[tuple[str, str]] = set()
    reports: set[str] = set()
    for finding in findings:
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
