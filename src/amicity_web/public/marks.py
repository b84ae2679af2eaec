"""A text cut where its findings begin and end, so that overlapping passages can each be marked."""

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import pairwise

from amicity_web.public.page import Page

Passage = tuple[int, int, str]


def cut(text: str, passages: Iterable[Passage], *, numbers: Mapping[str, int], chosen: str = "") -> list[Page]:
    """The pieces of the text in order. Joined, their ``text`` is the text.

    ``depth`` tells how many passages cover the piece (2 for two or more), ``begins`` the findings whose first passage begins
    with it, ``ends`` those whose passage ends with it, ``chosen`` whether it belongs to the finding that was asked for.
    """
    spans = sorted((start, end, id_) for start, end, id_ in passages if 0 <= start < end <= len(text))
    bounds = sorted({0, len(text), *(bound for start, end, _ in spans for bound in (start, end))})
    coming, begun = deque(spans), set[str]()
    over: list[Passage] = []
    pieces: list[Page] = []
    for left, right in pairwise(bounds):
        over = [span for span in over if span[1] > left]
        while coming and coming[0][0] == left:
            over.append(coming.popleft())
        begins = [id_ for start, _, id_ in over if start == left and id_ not in begun]
        begun.update(begins)
        pieces.append(
            {
                "text": text[left:right],
                "depth": min(2, len(over)),
                "begins": list(dict.fromkeys(begins)),
                "ends": [
                    {"number": number, "id": id_} for number, id_ in sorted((numbers[id_], id_) for _, end, id_ in over if end == right)
                ],
                "chosen": any(id_ == chosen for *_, id_ in over),
            }
        )
    return pieces
