"""The drafts of a report on shelves, so that each is held only against those that may tell the same."""

import heapq
import re
from collections.abc import Hashable, Iterable

from amicity.grammar.draft import Draft
from amicity.kinds import kinds
from amicity.terms.derivation import Derivation

_MOST, _MOST_NAMED = 300, 40
"""A draft is held against so many of its shelf, the latest ones: no report tells more of one thing before it tells it again."""
_TIE = frozenset({"agreement", "relation", "renewal", "suspension", "termination"})
_OF_ONE_PASSAGE = frozenset({"promise", "need", "offer"})
_NAMED = frozenset({"forum", "declaration", "award", "project", "meeting", "visit"})
"""Kinds whose repeats need not have equal names or sides."""
_VAGUE = (Derivation.INHERITED, Derivation.COREF)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ROLES = {"figure": ("value", "measure"), "post": ("person",)}


class Shelves:
    """Drafts by kind, by what two drafts of one thing have in common, and by their days; merging a draft into another moves neither."""

    def __init__(self) -> None:
        """No drafts yet."""
        self._shelves: dict[Hashable, _Shelf] = {}

    def put(self, draft: Draft) -> None:
        """Keep a draft."""
        self._shelves.setdefault(_where(draft), _Shelf(_MOST_NAMED if draft.kind in _NAMED else _MOST)).put(draft)

    def beside(self, draft: Draft) -> Iterable[Draft]:
        """The drafts kept that may tell the same as this one, in text order."""
        shelf = self._shelves.get(_where(draft))
        return () if shelf is None else shelf.on(_day(draft))

    def of_its_parties(self, draft: Draft, *, kind: str) -> Iterable[Draft]:
        """The drafts kept of a kind of tie whose parties are the draft's, in text order."""
        shelf = self._shelves.get((kind, _keys(draft, "party")))
        return () if shelf is None else shelf.on(None)


class _Shelf:
    """Drafts in text order, those of a full day under it: what was told of one day is not told of another."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._all: list[Draft] = []
        self._any_day: list[tuple[int, Draft]] = []
        self._days: dict[str, list[tuple[int, Draft]]] = {}

    def put(self, draft: Draft) -> None:
        day = _day(draft)
        numbered = (len(self._all), draft)
        self._all.append(draft)
        (self._any_day if day is None else self._days.setdefault(day, [])).append(numbered)

    def on(self, day: str | None) -> Iterable[Draft]:
        if day is None:
            return self._all[-self._most :]
        same = self._days.get(day, [])[-self._most :]
        return (draft for _, draft in heapq.merge(same, self._any_day[-self._most :]))


def _day(draft: Draft) -> str | None:
    """The full day of a draft; none where it has no firm one, and may be of any."""
    when = draft.when
    if when is None or when.derivation in _VAGUE or not _DAY.fullmatch(when.value.edtf):
        return None
    return when.value.edtf


def _where(draft: Draft) -> Hashable:
    kind = draft.kind
    if kind in _TIE:
        return kind, _keys(draft, "party")
    if kind in _OF_ONE_PASSAGE:
        return kind, draft.quote
    if kind in _NAMED:
        return kind
    roles = _ROLES.get(kind) or kinds()[kind].identity
    return kind, *(_keys(draft, role) for role in roles)


def _keys(draft: Draft, role: str) -> frozenset[str]:
    return frozenset(slot.key for slot in draft.roles.get(role, ()))
