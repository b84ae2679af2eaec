"""Blocks into sentences."""

import re
from collections.abc import Iterator, Set

_END = re.compile(
    r"[.!?][\"')\]]{0,3}(?=\s+[\"'(\[]{0,2}[A-Z0-9À-Þ\u0400-\u042f\u4e00-\u9fff])|[.!?]\"(?=[A-Z])"
    r"|(?<=[a-z0-9]{2})[.](?=[A-Z][a-z]+ )|\n(?=\s*\n)|[.!?] ?\n|[;,](?: and)?(?= ?(?:WHEREAS|NOW,? THEREFORE)\b)"
    r"| (?=[A-Z](?:(?<=D)ATE|(?<=T)O|(?<=F)ROM|(?<=S)UBJECT|(?<=R)E|(?<=V)IA|(?<=B)y|(?<=R)ecommendation): [A-Z])"
    r"| (?=[A-Z](?:(?<=S)UMMARY|(?<=B)ACKGROUND|(?<=D)ISCUSSION|(?<=A)NALYSIS|(?<=F)ISCAL IMPACT) [A-Z])"
)
_NUMBERED = re.compile(r"\b(?:War|Part|Volume|Phase|Act|Chapter|Elizabeth|Charles|Philip|John Paul) I$")
_WORD_BEFORE = re.compile(r"([\w.&]+)\.?$")
_LIMIT, _PIECES = 3_000, 2
"""A longer sentence is cut so that no rule meets a monster, and passed over beyond so many pieces: no person writes one."""


def sentences_of(text: str, start: int, end: int, *, abbreviations: Set[str]) -> Iterator[tuple[int, int]]:
    """The bounds of each sentence between two offsets."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "." and _abbreviated(text[max(begin, match.start() - 12) : match.start()], abbreviations):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _abbreviated(before: str, abbreviations: Set[str]) -> bool:
    word = _WORD_BEFORE.search(before)
    if not word:
        return False
    bare = word.group(1).lower()
    return (
        bare in abbreviations
        or (len(bare) == 1 and bare.isalpha() and before[-1:].isupper() and not _NUMBERED.search(before))
        or bool(re.fullmatch(r"(?:[a-z]\.)+[a-z]", bare))
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    start, end = end - len(piece.lstrip()), start + len(piece.rstrip())
    end = min(end, start + _PIECES * _LIMIT)
    while end - start > _LIMIT:
        cut = text.rfind(" ", start, start + _LIMIT)
        cut = cut if cut > start else start + _LIMIT
        yield start, cut
        start = cut
    if end > start:
        yield start, end
