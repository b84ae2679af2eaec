"""The register: what the accepted findings come to. It is never edited: it is folded anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Register:
    """Entries of each sort in order of their ids, and the ways to them.

    ``findings`` are the accepted claims as corrected, by the id of the claim as read; ``rulings`` has every finding, also those
    that wait or were rejected. ``places`` maps a place's key to the place, ``at`` the key to the ids of all entries there,
    ``items`` an id to its entry, ``told`` a finding's id to the ids of the entries that rest on it. ``adrift`` are the figures
    that are about no place.
    """

    relations: tuple[Relation, ...] = ()
    events: tuple[Entry, ...] = ()
    promises: tuple[PromiseEntry, ...] = ()
    posts: tuple[Tenure, ...] = ()
    figures: tuple[FigureClaim, ...] = ()
    other: tuple[Entry, ...] = ()
    findings: Mapping[FindingId, Finding] = field(default_factory=dict)
    rulings: Mapping[FindingId, Ruling] = field(default_factory=dict)
    imprints: Mapping[str, Imprint] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    at: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    told: Mapping[FindingId, tuple[str, ...]] = field(default_factory=dict)
    adrift: tuple[FigureClaim, ...] = ()

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
