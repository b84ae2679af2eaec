"""A finding: one report's claim, never a fact of the register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from json.encoder import encode_basestring_ascii as _json
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
    _id: FindingId | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Freeze the roles and drop the empty ones."""
        object.__setattr__(self, "roles", MappingProxyType({name: tuple(ms) for name, ms in self.roles.items() if ms}))

    @property
    def id(self) -> FindingId:
        """The identity of the claim: same report, passage, kind, status, date and values give the same id, whatever reader found it."""
        known = self._id
        if known is None:
            known = self._digest()
            object.__setattr__(self, "_id", known)
        return known

    def _digest(self) -> FindingId:
        """The digest of ``[report, kind, status, when, [start, end], [[role, [key, …]], …]]`` as JSON, written by hand for speed."""
        when = _json(self.when.value.edtf) if self.when else "null"
        roles = ", ".join(f"[{_json(role)}, [{_keys(self.roles[role])}]]" for role in sorted(self.roles))
        place = f"[{self.quote.start}, {self.quote.end}]"
        claim = f"[{_json(self.report)}, {_json(self.kind)}, {_json(self.status.value)}, {when}, {place}, [{roles}]]"
        return FindingId(sha256(claim.encode()).hexdigest()[:20])

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
        for mention in self.roles.get(role, ()):
            if mention.value is not None:
                return mention.value
        return None

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes: a mapping proxy does not pickle by itself."""
        return (_thaw, (tuple(getattr(self, name) if name != "roles" else dict(self.roles) for name in _FIELDS),))


def _keys(mentions: tuple[Mention, ...]) -> str:
    return _json(mentions[0].key) if len(mentions) == 1 else ", ".join(map(_json, sorted(m.key for m in mentions)))


def _thaw(values: tuple[object, ...]) -> Finding:
    return Finding(**dict(zip(_FIELDS, values, strict=True)))  # type: ignore[arg-type]


_FIELDS = tuple(name for name, each in Finding.__dataclass_fields__.items() if each.init)
