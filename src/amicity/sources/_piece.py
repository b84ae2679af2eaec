"""A stretch of text as people read it, each sign of which knows where it stands in the report, markup and all."""

from collections.abc import Sequence
from dataclasses import dataclass

from amicity.terms.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """``plain`` is what people read, ``at`` where each of its signs stands in ``source``.

    ``flag`` is the country whose flag stands there, ``target`` the page that its link leads to, ``struck`` whether it is struck out.
    """

    source: str
    plain: str
    at: Sequence[int]
    flag: str = ""
    target: str = ""
    struck: bool = False

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Piece":
        """A stretch without markup."""
        return cls(source, source[start:end], range(start, end))

    def span(self, start: int, end: int) -> Span:
        """The passage in the report of ``plain[start:end]``, which must hold a sign."""
        return Span.of(self.source, self.at[start], self.at[end - 1] + 1)

    def cut(self, start: int, end: int) -> "Piece":
        """A part of it, without the blanks around."""
        held = self.plain[start:end]
        start, end = start + len(held) - len(held.lstrip()), end - len(held) + len(held.rstrip())
        return Piece(self.source, self.plain[start:end], self.at[start : max(start, end)], self.flag, self.target, self.struck)
