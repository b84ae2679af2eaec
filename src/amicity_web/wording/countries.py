"""Countries by name."""

from functools import cache

from amicity.gazetteer import open_gazetteer


@cache
def country_name(code: str | None) -> str:
    """ "Pakistan" for ``PK``; the code itself where the gazetteer does not know it; "" for None."""
    if not code:
        return ""
    place = open_gazetteer().country(code)
    return place.name if place and place.name else code
