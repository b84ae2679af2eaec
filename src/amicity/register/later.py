"""Mappings that are put in order, or worked out, when somebody first asks: few ask a register for all that it knows."""

from collections.abc import Callable, Collection, ItemsView, Iterator, Mapping, ValuesView
from typing import Any, TypeVar

from amicity.register.assembly import collector_at_rest
from amicity.register.drafts import Draft
from amicity.terms.register import Item

K = TypeVar("K", bound=str)
V = TypeVar("V")


class InOrder(Mapping[K, V]):
    """A mapping in order of its keys. They are sorted when it is first gone through: to look one up needs no order."""

    __slots__ = ("_held", "_sorted")

    def __init__(self, held: dict[K, V]) -> None:
        self._held, self._sorted = held, False

    def __getitem__(self, key: K) -> V:
        return self._held[key]

    def __contains__(self, key: object) -> bool:
        return key in self._held

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[K]:
        return iter(self._ordered())

    def values(self) -> ValuesView[V]:
        """The values, in order of their keys."""
        return self._ordered().values()

    def items(self) -> ItemsView[K, V]:
        """The pairs, in order of their keys."""
        return self._ordered().items()

    def __repr__(self) -> str:
        return repr(self._ordered())

    def _ordered(self) -> dict[K, V]:
        if not self._sorted:
            held = self._held
            with collector_at_rest():
                self._held, self._sorted = {key: held[key] for key in sorted(held)}, True
        return self._held


class Items(Mapping[str, Item]):
    """Entries in order of their ids, each worked out of its draft when it is first asked for."""

    __slots__ = ("_made", "_make", "drafts")

    def __init__(self, make: Callable[[Draft], Item]) -> None:
        self._make, self._made = make, dict[str, Item]()
        self.drafts: dict[str, Draft] = {}

    def __getitem__(self, id_: str) -> Item:
        made = self._made.get(id_)
        if made is None:
            made = self._made[id_] = self._make(self.drafts[id_])
        return made

    def __contains__(self, id_: object) -> bool:
        return id_ in self.drafts

    def __len__(self) -> int:
        return len(self.drafts)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.drafts))

    def __repr__(self) -> str:
        return repr(dict(self))

    def values(self) -> ValuesView[Item]:
        """The entries, in order of their ids."""
        return self._all().values()

    def items(self) -> ItemsView[str, Item]:
        """The ids and the entries, in order."""
        return self._all().items()

    def those(self, ids: Collection[str]) -> tuple[Any, ...]:
        """The entries with these ids, in order of them.

        They are worked out in the order in which their groups were taken: what one needs, the next has at hand.
        """
        with collector_at_rest():
            for id_ in ids:
                self[id_]
            return tuple([self._made[id_] for id_ in sorted(ids)])

    def _all(self) -> dict[str, Item]:
        return dict(zip(self, self.those(self.drafts), strict=True))
