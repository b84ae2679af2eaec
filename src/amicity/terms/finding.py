"""A finding: one report's claim, never a fact of the register."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import NewType

from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.mention import Mention
from amicity.terms.place import Place
from amicity.terms.span import Span
from amicity.terms.status import Status

FindingId = NewType("FindingId", str)


@dataclass(frozen=True, slots=True)
class Finding:
    """This report says, in this passage, that …

    ``roles`` maps a role's name (see ``amicity.kinds``) to its mentions, all lists. ``quote`` is the sentence or clause;
    ``also`` further passages of the same report that tell the same thing. ``report`` is the digest of the source text.
    """

    source: str
    report: str
    kind: str
    status: Status
    roles: Mapping[str, tuple[Mention, ...]]
    quote: Span
    when: Dated | None = None
    also: tuple[Span, ...] = ()
    attribution: str | None = None
    confidence: Confidence = Confidence.B
    rule: str = ""
    reader: str = ""
    domestic: bool = False
    flags: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Freeze the roles and drop the empty ones."""
        object.__setattr__(self, "roles", MappingProxyType({name: tuple(ms) for name, ms in self.roles.items() if ms}))

    @property
    def id(self) -> FindingId:
        """The identity of the claim: same report, passage, kind, status, date and values give the same id, whatever reader found it."""
        claim = [
            self.report,
            self.kind,
            self.status.value,
            self.when.value.edtf if self.when else None,
            [self.quote.start, self.quote.end],
            [[role, sorted(m.key for m in mentions)] for role, mentions in sorted(self.roles.items())],
        ]
        return FindingId(sha256(json.dumps(claim, ensure_ascii=True).encode()).hexdigest()[:20])

    def places(self, *roles: str) -> tuple[Place, ...]:
        """The places in these roles (in all roles where none is named), in order, each once."""
        wanted = roles or tuple(self.roles)
        found = {m.place.key: m.place for role in wanted for m in self.roles.get(role, ()) if m.place is not None}
        return tuple(found.values())

    def values(self, role: str) -> tuple[str | int | float, ...]:
        """The plain values in a role."""
        return tuple(m.value for m in self.roles.get(role, ()) if m.value is not None)

    def first(self, role: str) -> str | int | float | None:
        """The first plain value in a role, or None."""
        return next(iter(self.values(role)), None)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes: a mapping proxy does not pickle by itself."""
        return (_thaw, (tuple(getattr(self, name) if name != "roles" else dict(self.roles) for name in _FIELDS),))


def _thaw(values: tuple[object, ...]) -> Finding:
    return Finding(**dict(zip(_FIELDS, values, strict=True)))  # type: ignore[arg-type]


_FIELDS = tuple(Finding.__dataclass_fields__)
