"""A frame: one reading rule of a kind, and what it needs before it is worth trying."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from amicity.grammar.draft import Draft
from amicity.grammar.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Frame:
    """``needs`` names the sorts of symbol that a sentence must hold (``"a|b"``: one of them), ``words`` stretches of lower-case text of
    which it must hold one, where any are named; ``says`` is the rule in a sentence."""

    name: str
    says: str
    needs: tuple[str, ...]
    find: Callable[[Sentence], Iterable[Draft]]
    words: tuple[str, ...] = ()

    def lacking(self, sentence: Sentence) -> tuple[str, ...]:
        """The needs that the sentence does not meet."""
        return tuple(need for need in self.needs if not any(sort in sentence.by_sort for sort in need.split("|")))

    def worded(self, sentence: Sentence) -> bool:
        """Whether the sentence holds one of the words, where any are named."""
        return not self.words or sentence.holds(*self.words)
