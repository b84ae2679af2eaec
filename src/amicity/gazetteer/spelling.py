"""One spelling for look-ups: accents, apostrophes, hyphens and case do not tell names apart.

Every rule here keeps the length of a text, but for the few letters of ``_LONG`` and for combining marks; ``with_offsets`` follows
those, so that a match in the folded text can be told in code points of the text as it was given.
"""

import unicodedata
from functools import lru_cache

_LONG = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
_PLAIN = {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ħ": "h", "Ħ": "h", "ə": "a", "Ə": "a"}


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(range(768, 880))
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        table[code] = unicodedata.normalize("NFKD", chr(code))[0].lower()
    table |= {ord(letter): plain for letter, plain in (_LONG | _PLAIN).items()}
    table |= dict.fromkeys(map(ord, "’‘ʻʼʹ`´′ʿʾ"), "'")
    table |= dict.fromkeys(map(ord, "-‐‑\u00a0\u2009\u202f\t\n\r"), " ")
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """The spelling that look-ups use: ``fold("Xi’an") == "xi'an"``, ``fold("Winston-Salem") == "winston salem"``."""
    return text.translate(_TABLE).lower()


@lru_cache(maxsize=4)
def in_place(text: str) -> str | None:
    """The folded text where each of its letters stays at its offset; None where folding moves one."""
    folded = fold(text)
    return folded if text.isascii() or (len(folded) == len(text) and not any(letter in text for letter in _LONG)) else None


def with_offsets(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and for each of its characters where the next one starts in ``text``; None where nothing moved."""
    folded = in_place(text)
    if folded is not None:
        return folded, None
    pieces, ends = [], []
    for position, letter in enumerate(text):
        piece = fold(letter)
        pieces.append(piece)
        ends.extend([position + 1] * len(piece))
        if not piece and ends:
            ends[-1] = position + 1
    return "".join(pieces), ends


def ideographic(letter: str) -> bool:
    """Whether a script without spaces between words writes this letter (Chinese, Japanese)."""
    return "\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"
