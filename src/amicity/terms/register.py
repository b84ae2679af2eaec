"""The register: what the accepted findings come to. It is never edited: it is folded anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import Finding, FindingId
from amicity.terms.imprint import Imprint
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.relation import Relation
from amicity.terms.ruling import Ruling
from amicity.terms.tenure import Tenure

Item = Relation | Entry | PromiseEntry | Tenure | FigureClaim


def _no_row(sort: str) -> tuple[Any, ...]:
    return ()


@dataclass(frozen=True)
class Register:
    """Entries and the ways to them; every mapping and every row is in order of its ids.

    ``items`` maps an id to its entry. ``findings`` are the accepted claims as corrected, by the id of the claim as read;
    ``rulings`` has every finding, also those that wait or were rejected. ``places`` maps a place's key to the place, ``at`` the
    key to the ids of all entries there, ``told`` a finding's id to the ids of the entries that rest on it. ``row`` gives the
    entries of one sort. What an entry says may be worked out when it is first asked for: it is the same whenever that is.
    """

    items: Mapping[str, Item] = field(default_factory=dict)
    findings: Mapping[FindingId, Finding] = field(default_factory=dict)
    rulings: Mapping[FindingId, Ruling] = field(default_factory=dict)
    imprints: Mapping[str, Imprint] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    at: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    told: Mapping[FindingId, tuple[str, ...]] = field(default_factory=dict)
    row: Callable[[str], tuple[Any, ...]] = field(default=_no_row, repr=False, compare=False)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The ties."""
        return self.row("relations")

    @cached_property
    def events(self) -> tuple[Entry, ...]:
        """What happened, or is to: papers, visits, meetings …"""
        return self.row("events")

    @cached_property
    def promises(self) -> tuple[PromiseEntry, ...]:
        """What one side told another that it will do."""
        return self.row("promises")

    @cached_property
    def posts(self) -> tuple[Tenure, ...]:
        """Who held what office."""
        return self.row("posts")

    @cached_property
    def figures(self) -> tuple[FigureClaim, ...]:
        """The published figures."""
        return self.row("figures")

    @cached_property
    def other(self) -> tuple[Entry, ...]:
        """All else: awards, needs, offers …"""
        return self.row("other")

    @cached_property
    def adrift(self) -> tuple[FigureClaim, ...]:
        """The figures that are about no place."""
        return self.row("adrift")

    def relation(self, tie_id: str) -> Relation | None:
        """The tie with this id, or None."""
        item = self.items.get(tie_id)
        return item if isinstance(item, Relation) else None

    def evidence(self, entry_id: str) -> tuple[Finding, ...]:
        """The accepted claims that an entry rests on. Raises KeyError for an unknown id."""
        return tuple(self.findings[id_] for id_ in self.items[entry_id].findings)

    def of_place(self, key: str) -> tuple[Item, ...]:
        """Every entry in which the place with this key has a part, in order of id."""
        return tuple(self.items[id_] for id_ in self.at.get(key, ()))

    def ties_of(self, key: str) -> tuple[Relation, ...]:
        """Every tie of the place with this key."""
        return tuple(item for item in self.of_place(key) if isinstance(item, Relation))
