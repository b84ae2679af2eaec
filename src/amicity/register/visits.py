"""Who has been where: the first visit and the last, by place and by person, as far as reports tell."""

from collections.abc import Iterator
from typing import NamedTuple

from amicity.register.vitality import meetings
from amicity.terms.entry import Entry
from amicity.terms.finding import FindingId
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.register import Register
from amicity.terms.relation import Relation


class Visits(NamedTuple):
    """The visits of one visitor (a place, or a person who led) to a host: the first and the last that are told, and how many there are."""

    who: str
    host: str
    first: PartialDate
    last: PartialDate
    number: int
    findings: tuple[FindingId, ...]


def visits(tie: Relation, register: Register) -> tuple[Visits, ...]:
    """The dated visits between the parties of a tie, each visitor's together: places first, then people, by name."""
    told: dict[tuple[bool, str, str], list[Entry]] = {}
    for entry in meetings(tie, register):
        for key in _made(entry, tie) if entry.kind == "visit" else ():
            told.setdefault(key, []).append(entry)
    return tuple(_of(who, host, entries) for (_, who, host), entries in sorted(told.items()))


def _made(entry: Entry, tie: Relation) -> Iterator[tuple[bool, str, str]]:
    """Each visitor, with its host: whether it is a person, its name, and the host's."""
    for host in _parties(entry, "host", tie):
        yield from ((False, guest.name or "unnamed", host.name or "unnamed") for guest in _parties(entry, "visitor", tie))
        yield from ((True, person, host.name or "unnamed") for person in entry.texts("leader"))


def _parties(entry: Entry, role: str, tie: Relation) -> list[Place]:
    keys = {place.key for place in tie.parties}
    return [place for place in entry.places(role) if place.key in keys]


def _of(who: str, host: str, entries: list[Entry]) -> Visits:
    days = sorted((entry.when for entry in entries if entry.when), key=lambda day: (day.latest, day.edtf))
    return Visits(who, host, days[0], days[-1], len(entries), tuple(sorted({id_ for entry in entries for id_ in entry.findings})))
