"""An entry: one thing that happened, or is to, with all its evidence: a meeting, a visit, a forum, a paper, an award …"""

from collections.abc import Mapping
from dataclasses import dataclass

from amicity.terms.finding import FindingId
from amicity.terms.note import Note
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.status import Status

Value = Place | str | int | float


@dataclass(frozen=True, slots=True)
class Entry:
    """One event or lasting thing, told by one finding or more.

    ``roles`` unites what the findings say, each value once; ``when`` is the most precise date among them.
    """

    id: str
    kind: str
    status: Status
    when: PartialDate | None
    roles: Mapping[str, tuple[Value, ...]]
    findings: tuple[FindingId, ...]
    domestic: bool = False
    notes: tuple[Note, ...] = ()

    def places(self, *roles: str) -> tuple[Place, ...]:
        """The places in these roles (in all where none is named), each once."""
        wanted = roles or tuple(self.roles)
        return tuple({v.key: v for role in wanted for v in self.roles.get(role, ()) if isinstance(v, Place)}.values())

    def texts(self, role: str) -> tuple[str, ...]:
        """What a role holds, for people: names of places, and values as text."""
        return tuple((value.name or "unnamed") if isinstance(value, Place) else str(value) for value in self.roles.get(role, ()))
