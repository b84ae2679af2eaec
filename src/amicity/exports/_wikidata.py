"""What the register knows of Wikidata: the items of places and who states whom, from the findings that were read from it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from amicity.terms.finding import Finding
from amicity.terms.mention import Mention

READER = "wikidata"
_ITEM = re.compile(r"(?:.*\()?(Q[1-9]\d{0,11})\)?")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``items`` maps a place's key to its items (more than one: nobody can tell), ``links`` are pairs of items (who states, whom).

    ``listed`` are the items that state any link: of these all links are known.
    """

    items: dict[str, frozenset[str]]
    links: frozenset[tuple[str, str]]
    listed: frozenset[str]
    reports: frozenset[str]

    def item(self, key: str) -> str | None:
        """The one item of the place with this key."""
        if key.startswith("wikidata:"):
            return key.removeprefix("wikidata:")
        found = self.items.get(key, frozenset())
        return next(iter(found)) if len(found) == 1 else None


def from_wikidata(finding: Finding) -> bool:
    """Whether a finding was read from Wikidata."""
    return finding.reader.partition(" ")[0] == READER


def snapshot(findings: Iterable[Finding]) -> Snapshot:
    """What the findings that were read from Wikidata say."""
    items: dict[str, set[str]] = {}
    links: set[tuple[str, str]] = set()
    reports: set[str] = set()
    for finding in findings:
        if from_wikidata(finding):
            reports.add(finding.report)
            told = [(mention.place.key, item) for mention in finding.roles.get("party", ()) if mention.place and (item := _item(mention))]
            for key, item in told:
                items.setdefault(key, set()).add(item)
            if len(told) == 2 and finding.kind == "relation":
                links.add((told[0][1], told[1][1]))
    listed = frozenset(one for one, _ in links)
    return Snapshot({key: frozenset(found) for key, found in items.items()}, frozenset(links), listed, frozenset(reports))


def _item(mention: Mention) -> str | None:
    found = _ITEM.fullmatch(mention.span.text.strip())
    return found[1] if found else None
