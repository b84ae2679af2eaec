"""Whether a passage is written as news writes names."""

import re

_SMALL = (
    "a ad al am an and as ash at au aux bei bi d da das de del della den der des di do dos du e ed el en es et i im in la le les lo los"
    " na nad o ob of och og on op os per pod sous sul sur ter the u ul un und upon v van von y zu zum zur à lès près"
)
_PARTICLES = frozenset(_SMALL.split())
_WORD = re.compile(r"[^\W\d_]+")


def written_as_name(passage: str, *, capitals: bool) -> bool:
    """Whether every word begins with a capital but for particles (``Stoke-on-Trent``), or no letter is small (``RIO DE JANEIRO``).

    ``capitals`` demands the latter, for abbreviations. Scripts without capitals always pass.
    """
    if capitals:
        return passage == passage.upper()
    if passage.istitle():
        return True
    first = passage[0]
    if first.islower():
        return False
    return all(not word[0].islower() or word in _PARTICLES or _after_apostrophe(passage, word) for word in _WORD.findall(passage))


def _after_apostrophe(passage: str, word: str) -> bool:
    """``Xi'an``, ``Ma'ale``: what follows an apostrophe may be small."""
    return passage[passage.index(word) - 1] in "'’‘ʻʼ`"
