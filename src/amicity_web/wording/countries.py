"""Countries by name."""

import re
from functools import cache

from amicity.gazetteer import open_gazetteer

_BESIDE = re.compile(r"(?<=\w )\(([A-Z]{2})\)|(?<=\btie with )([A-Z]{2})\b")
_CODES = re.compile(r"[A-Z]{2}(?:(?:, | and )[A-Z]{2})*")


@cache
def country_name(code: str | None) -> str:
    """ "Pakistan" for ``PK``; the code itself where the gazetteer does not know it; "" for None."""
    if not code:
        return ""
    place = open_gazetteer().country(code)
    return place.name if place and place.name else code


def countries_named(text: str) -> str:
    """A sentence with its countries in words: "Karachi (PK)" as "Karachi (Pakistan)"; a cell of codes alone, "GB and US", likewise."""
    if _CODES.fullmatch(text):
        return re.sub("[A-Z]{2}", lambda code: country_name(code[0]), text)
    return _BESIDE.sub(lambda match: f"({country_name(match[1])})" if match[1] else country_name(match[2]), text)
