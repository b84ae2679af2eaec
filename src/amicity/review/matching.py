"""Do two findings tell of one thing? What must be equal, what may be worded otherwise, and how dates meet."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from amicity.review.identity import NO_ALIASES, Aliases
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding, FindingId
from amicity.terms.form import Form
from amicity.terms.partial_date import PartialDate
from amicity.terms.status import Status


class Claim(NamedTuple):
    """A finding as it reads under the judgements, with the id under which it was read."""

    id: FindingId
    finding: Finding


EQUAL: Mapping[str, tuple[str, ...]] = {
    "agreement": ("form",),
    "relation": ("form",),
    "renewal": ("form", "actor"),
    "suspension": ("form", "actor"),
    "termination": ("form", "actor"),
    "visit": ("visitor",),
    "meeting": ("guest", "channel"),
    "promise": ("by",),
    "aid": ("giver",),
    "lesson": ("learner",),
    "forum": ("name", "edition"),
    "declaration": ("title",),
    "project": ("name",),
    "award": ("name",),
    "membership": ("network", "change"),
    "service": ("service",),
    "consulate": ("type",),
    "need": ("field",),
    "offer": ("field",),
    "anniversary": ("years",),
    "ranking": ("measure", "rank"),
    "figure": ("value", "comparator", "unit", "scope"),
    "post": ("tenure",),
}
"""The roles whose values must be the same, beside the group, for two findings of a kind to tell of one thing; a group knows
which places, and the first of these roles which of them acted."""

WORDED: Mapping[str, str] = {
    "visit": "leader",
    "post": "person",
    "promise": "action",
    "aid": "what",
    "lesson": "what",
    "need": "what",
    "offer": "what",
}
"""The role whose wording may differ a little: a name in full or in part, an action told in other words."""

DATED = frozenset({"meeting", "visit", "aid"})
"""Kinds that happen again and again: without a date nothing says that two findings tell of the same one."""

_WORD = re.compile(r"\w+")
_BINDS_NOBODY_YET = frozenset({"adopted", "authorised", "applied"})
_FORMS = {form.value: form for form in Form}
_PAPER_FORMS = {"letter_of_intent": Form.LETTER_OF_INTENT, "memorandum": Form.MEMORANDUM}
_ENOUGH = 0.6
_NO_WORDS: frozenset[str] = frozenset()
_HAPPENED, _PLANNED, _INHERITED, _OTHER = Status.HAPPENED, Status.PLANNED, Derivation.INHERITED, Form.OTHER


def bucket(finding: Finding, known_as: Aliases = NO_ALIASES) -> tuple[object, ...]:
    """What must be equal, besides the group, before two findings can tell of one thing."""
    kind, roles = finding.kind, finding.roles
    says: list[object] = [kind, _PLANNED if kind == "promise" else finding.status, kind == "agreement" and approves(finding)]
    for role in EQUAL.get(kind, ()):
        mentions = roles.get(role)
        if mentions is None:
            says.append(None)
        elif len(mentions) == 1:
            key = mentions[0].key
            says.append(known_as.get(key, key) if known_as else key)
        else:
            says.append(tuple(sorted(known_as.get(m.key, m.key) for m in mentions)))
    return tuple(says)


def approves(finding: Finding) -> bool:
    """Whether an agreement tells only of an act on the way: applied for, adopted or authorised by one body, and not (yet) signed."""
    return finding.kind == "agreement" and finding.first("act") in _BINDS_NOBODY_YET


def form_of(finding: Finding) -> Form | None:
    """The form of tie that a finding speaks of; for a paper that names none, the one that such a paper makes."""
    said = finding.first("form")
    if said is not None:
        return _FORMS.get(str(said), _OTHER)
    return _PAPER_FORMS.get(str(finding.first("instrument")))


def words(finding: Finding) -> frozenset[str]:
    """The words of the role that may be worded otherwise; empty where the kind has none."""
    role = WORDED.get(finding.kind)
    if role is None or role not in finding.roles:
        return _NO_WORDS
    mentions = finding.roles[role]
    return _words(mentions[0].key) if len(mentions) == 1 else frozenset().union(*[_words(m.key) for m in mentions])


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def words_meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two wordings may mean the same: one is silent, or most words of the shorter stand in the longer."""
    if left is right or not left or not right:
        return True
    return len(left & right) >= _ENOUGH * min(len(left), len(right))


def day_of(finding: Finding) -> PartialDate | None:
    """The date by which a finding is matched. A relation that only inherits its report's date stood by then, not since then."""
    when = finding.when
    if when is None:
        return None
    stood_by = when.derivation is _INHERITED and finding.kind == "relation" and finding.status is _HAPPENED
    if stood_by and not when.value.interval:
        return PartialDate(f"../{when.value.edtf}")
    return when.value


def dates_meet(kind: str, left: PartialDate | None, right: PartialDate | None) -> bool:
    """Whether two dates may be one day; an undated finding of a recurring kind meets nothing."""
    if left is None or right is None:
        return kind not in DATED
    return left.compatible(right)


def may_be_one(left: Finding, right: Finding, known_as: Aliases = NO_ALIASES) -> bool:
    """Whether two findings of one group may tell of one thing."""
    return (
        bucket(left, known_as) == bucket(right, known_as)
        and dates_meet(left.kind, day_of(left), day_of(right))
        and words_meet(words(left), words(right))
    )
