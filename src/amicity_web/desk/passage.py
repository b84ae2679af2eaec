"""A passage in its context, cut into pieces that a page can mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from amicity.terms.finding import Finding
from amicity.terms.span import Span

AROUND = 450
"""How many characters before and after the passage are shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: ``quoted`` inside the passage, ``named`` where a value was read; ``roles`` says which."""

    text: str
    quoted: bool
    named: bool
    roles: str = ""


def passage(text: str, finding: Finding) -> list[Piece]:
    """The finding's passage with what stands around it. Joined, the pieces are a stretch of the text."""
    quotes = (finding.quote, *finding.also)
    first, last = _start(text, finding.quote.start - AROUND), _end(text, finding.quote.end + AROUND)
    named: dict[tuple[int, int], list[str]] = {}
    for role, mentions in finding.roles.items():
        for mention in mentions:
            named.setdefault((mention.span.start, mention.span.end), []).append(role.replace("_", " "))
    if finding.when and finding.when.span:
        named.setdefault((finding.when.span.start, finding.when.span.end), []).append("when")
    bounds = {first, last, *(edge for span in quotes for edge in (span.start, span.end)), *(edge for span in named for edge in span)}
    edges = sorted(edge for edge in bounds if first <= edge <= last)
    return [_piece(text, left, right, quotes=quotes, named=named) for left, right in pairwise(edges)]


def marked(text: str, findings: Iterable[Finding]) -> list[Piece]:
    """The whole text, with what the findings quote marked. Joined, the pieces are the text."""
    pieces, at = [], 0
    for start, end in sorted({(span.start, span.end) for finding in findings for span in (finding.quote, *finding.also)}):
        if end > at:
            first = max(start, at)
            pieces += [Piece(text[at:first], quoted=False, named=False), Piece(text[first:end], quoted=True, named=False)]
            at = end
    return [piece for piece in [*pieces, Piece(text[at:], quoted=False, named=False)] if piece.text]


def _piece(text: str, left: int, right: int, *, quotes: Iterable[Span], named: dict[tuple[int, int], list[str]]) -> Piece:
    roles = [role for (start, end), here in named.items() if start <= left and right <= end and right > left for role in here]
    quoted = any(span.start <= left and right <= span.end for span in quotes)
    return Piece(text[left:right], quoted, bool(roles), ", ".join(dict.fromkeys(roles)))


def _start(text: str, near: int) -> int:
    """The beginning of a word at or after ``near``."""
    space = text.find(" ", near) if near > 0 else -1
    return space + 1 if 0 <= space < near + 40 else max(0, near)


def _end(text: str, near: int) -> int:
    """The end of a word at or before ``near``."""
    space = text.rfind(" ", 0, near) if near < len(text) else -1
    return space if space > near - 40 else min(len(text), near)
