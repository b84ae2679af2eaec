"""An export: the register written in one format."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement
from amicity.terms.register import Register


@dataclass(frozen=True, slots=True)
class Edition:
    """What is exported: the register as it stood on ``day`` (of ``place``, a key, where one is named).

    ``findings`` and ``judgements`` are all that it was folded from, also what waits or was rejected; ``address`` is where a
    site shows entries, e.g. ``https://example.org``, for formats that link to them.
    """

    register: Register
    day: date
    place: str | None = None
    findings: tuple[Finding, ...] = field(default=())
    judgements: tuple[Judgement, ...] = field(default=())
    address: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """``write`` gives the file's bytes: the same edition always gives the same bytes."""

    name: str
    says: str
    suffix: str
    media: str
    write: Callable[[Edition], bytes]
