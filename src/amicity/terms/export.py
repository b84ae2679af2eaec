"""An export: the register written in one format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement
from amicity.terms.licence import CC_BY, Licence
from amicity.terms.register import Register


@dataclass(frozen=True, slots=True)
class Edition:
    """What is exported: the register as it stood on ``day`` (of ``place``, a key, where one is named).

    ``findings`` and ``judgements`` are all that it was folded from, also what waits or was rejected; ``address`` is where a
    site shows entries, e.g. ``https://example.org``, for formats that link to them. ``publisher`` is whom users of the file
    shall credit. ``revision`` rises with every write of the record: calendars number the states of an event by it.
    ``recorded`` tells when findings came into the register, by their ids, where that is known.
    """

    register: Register
    day: date
    place: str | None = None
    findings: tuple[Finding, ...] = field(default=())
    judgements: tuple[Judgement, ...] = field(default=())
    address: str = ""
    licence: Licence = CC_BY
    publisher: str = ""
    revision: int = 0
    recorded: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Export:
    """``write`` gives the file's bytes: the same edition always gives the same bytes.

    ``says`` is what the file holds, ``use`` what it is good for, ``standard`` the address of what it follows. A format with no room
    for its licence, or whose programs look for a description beside the file, gives further files by ``beside(edition, name)``, by the
    names that they must have.
    """

    name: str
    says: str
    suffix: str
    media: str
    write: Callable[[Edition], bytes]
    use: str = ""
    standard: str = ""
    beside: Callable[[Edition, str], Mapping[str, bytes]] | None = None
