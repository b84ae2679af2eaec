"""The canonical text of a report, with the way back to the source for every character.

Look-alike punctuation becomes plain, one character for one. Words that a site injected into other words ("AfricWorld Timesa")
are taken out; what lay around them is marked as repaired.
"""

import re
from dataclasses import dataclass

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘‛ʼ`´′＇", "'"),
        **dict.fromkeys("“”„‟″＂«»", '"'),
        **dict.fromkeys("–—―‒−‐‑－", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff\x00",
            " ",
        ),
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
        **dict.fromkeys("\r\u2028\u2029\u0085", "\n"),
        "，": ",",
        "：": ":",
        "；": ";",
        "（": "(",
        "）": ")",
        "．": ".",
        "。": ".",
        "、": ",",
    }
)
_LOOK_ALIKES = frozenset(map(chr, _PLAIN))
_ACCENTS = {"¢": "ó", "¡": "í", "£": "ú", "¤": "ñ", "‚": "é"}
_LOST_ACCENT = re.compile(r"(?<=[A-Za-z])[¢¡£¤‚](?=[A-Za-z])")
_ODD_ASCII = "`\t\v\f\r\x00"
_CELLS = re.compile(r"(?<=\S)\t(?=\S)")
_GLUED = re.compile(r"[A-Z](?<=[a-z,].)[a-z]")
_FEW = 16
_INJECTED_MAX, _INJECTED_MIN, _GLUED_LIMIT = 40, 5, 400


@dataclass(frozen=True, slots=True)
class Canonical:
    """``text`` is what is read; ``back[i]`` the source offset of its i-th character (None: the same); ``repaired`` canonical
    offsets at which something was taken out."""

    text: str
    back: tuple[int, ...] | None = None
    repaired: tuple[int, ...] = ()

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The bounds in the source of a canonical stretch."""
        if self.back is None or start >= end:
            return (start, end) if self.back is None else (self.back[start], self.back[start])
        return self.back[start], self.back[end - 1] + 1

    def mended(self, start: int, end: int) -> bool:
        """Whether something was taken out inside the stretch."""
        return bool(self.repaired) and any(start < at < end for at in self.repaired)


def canonical(text: str) -> Canonical:
    """The canonical text of a source text."""
    text = _CELLS.sub("|", text) if "\t" in text else text
    plain = text if text.isascii() and not any(odd in text for odd in _ODD_ASCII) else _plain(text)
    if not text.isascii() and any(mark in plain for mark in _ACCENTS):
        plain = _LOST_ACCENT.sub(lambda m: _ACCENTS[m.group()], plain)
    noise = injected(plain)
    if noise is None:
        return Canonical(plain)
    return _without(plain, noise)


def _plain(text: str) -> str:
    """The text with each look-alike replaced. (A text holds few: replacing one after another beats translating every letter.)"""
    found = _LOOK_ALIKES.intersection(text)
    if len(found) > _FEW:
        return text.translate(_PLAIN)
    for odd in found:
        text = text.replace(odd, _PLAIN[ord(odd)])
    return text


def injected(text: str) -> str | None:
    """The capitalised words that stand inside other words at least three times, in three different words; None where there are none."""
    spots = [m.start() for m in _GLUED.finditer(text)][:_GLUED_LIMIT]
    tails = sorted(text[at : at + _INJECTED_MAX] for at in spots)
    best, most = "", 0
    for shared in dict.fromkeys(map(_common, tails, tails[2:])):
        weight = len(shared) * sum(tail.startswith(shared) for tail in tails)
        if len(shared) >= _INJECTED_MIN and weight > most and _in_different_words(text, spots, shared):
            best, most = shared, weight
    return best or None


def _common(one: str, other: str) -> str:
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return one[:size].rstrip(" .,;:")


def _in_different_words(text: str, spots: list[int], noise: str) -> bool:
    heads = {re.split(r"[^A-Za-z]", text[max(0, at - 20) : at])[-1] for at in spots if text.startswith(noise, at)}
    return len(heads) >= 3


def _without(text: str, noise: str) -> Canonical:
    kept: list[str] = []
    back: list[int] = []
    repaired: list[int] = []
    position = 0
    for match in re.finditer(re.escape(noise), text):
        if not _glued(text, match.start(), match.end()):
            continue
        kept.append(text[position : match.start()])
        back.extend(range(position, match.start()))
        repaired.append(len(back))
        position = match.end()
    kept.append(text[position:])
    back.extend(range(position, len(text)))
    return Canonical("".join(kept), tuple(back), tuple(repaired))


def _glued(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalpha() or after.isalpha() or before in (",", ".")
