"""A long text in pages of whole lines, so that a table of ten thousand rows is read like a report of ten."""

from dataclasses import dataclass
from itertools import pairwise

LENGTH = 12_000
"""About how many characters stand on one page."""


@dataclass(frozen=True, slots=True)
class Window:
    """The characters ``start`` to ``end`` of a text: page ``number`` of ``pages``."""

    start: int
    end: int
    number: int
    pages: int


def windows(text: str) -> list[Window]:
    """The pages of a text, each ending with a line where it can; one page, perhaps empty, for a short text."""
    bounds = [0]
    while len(text) - bounds[-1] > LENGTH + LENGTH // 4:
        newline = text.rfind("\n", bounds[-1], bounds[-1] + LENGTH)
        bounds.append(newline + 1 if newline > bounds[-1] else bounds[-1] + LENGTH)
    bounds.append(len(text))
    return [Window(start, end, number, len(bounds) - 1) for number, (start, end) in enumerate(pairwise(bounds), start=1)]


def window_at(text: str, *, offset: int | None, number: int) -> Window:
    """The page on which the offset lies, or else the page with this number (the last one where there are fewer)."""
    pages = windows(text)
    if offset is not None:
        return next((page for page in pages if page.start <= offset < page.end), pages[-1])
    return pages[min(number, len(pages)) - 1]
