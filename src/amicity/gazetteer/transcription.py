"""Names in another script, whichever way they were transcribed: "Zaporizhia" and "Zaporizhzhya" have the same bones."""

import re

from amicity.gazetteer.spelling import fold

_COUNTRIES = (
    "AE AF AM AZ BD BG BH BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MD ME MK MM MN NP OM PK PS"
    " QA RS RU SA SD SY TH TJ TM TN TR TW UA UZ YE"
)
TRANSCRIBED = frozenset(_COUNTRIES.split())
"""The countries whose names are transcribed, or written with marks that lists leave out."""

_ARABIC = frozenset(["AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"])
_ARTICLE = re.compile(r"^(?:a[dlnrstz]|as[hs]|el) ")
_PARTING = str.maketrans("", "", "' -")

_BONES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[' -]+|(?:si|gun|gu|shi|city)$", ""),
        (r"[yij]+(?=[aeou])|(?<=[aeou])[yj](?=$|[^aeiou])", ""),
        (r"[yj]+", "i"),
        (r"kh|gh", "h"),
        (r"zh+", "z"),
        (r"sch|sh", "s"),
        (r"ch|cz", "c"),
        (r"ou|oo", "u"),
        (r"ei", "ai"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
    )
)
_KOREAN_BONES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[' -]+|-?(?:si|gun|gu|city)$", ""),
        (r"ch|j", "c"),
        (r"t|d", "t"),
        (r"k|g", "k"),
        (r"p|b", "p"),
        (r"r|l", "l"),
        (r"eo", "o"),
        (r"eu", "u"),
        (r"(.)\1+", r"\1"),
    )
)


def skeleton(name: str, country: str | None) -> str:
    """What a name keeps however its script is transcribed; elsewhere, however its words are parted."""
    bones = fold(name)
    if country not in TRANSCRIBED:
        return bones.translate(_PARTING)
    if country in _ARABIC:
        bones = _ARTICLE.sub("", bones)
    for pattern, plain in _KOREAN_BONES if country in ("KR", "KP") else _BONES:
        bones = pattern.sub(plain, bones)
    return bones
