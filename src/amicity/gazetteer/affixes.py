"""Generic words around a name, and what they say of its level: "City of X", "X Province"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amicity.terms.place import Level

_STATES = (Level.STATE, Level.REGION, Level.COUNTY)
_LEVELS: dict[str, tuple[Level, ...]] = {
    "city": (Level.CITY,),
    "municipality": (Level.CITY,),
    "town": (Level.CITY,),
    "borough": (Level.CITY, Level.DISTRICT),
    "village": (Level.CITY,),
    "metropolis": (Level.CITY,),
    "capital city": (Level.CITY,),
    "metropolitan city": (Level.CITY,),
    "port city": (Level.CITY,),
    "port": (Level.PORT,),
    "district": (Level.DISTRICT, Level.COUNTY),
    "county": (Level.COUNTY, Level.STATE),
    "province": _STATES,
    "prefecture": _STATES,
    "state": _STATES,
    "oblast": _STATES,
    "krai": _STATES,
    "kray": _STATES,
    "region": _STATES,
    "governorate": _STATES,
    "department": _STATES,
    "canton": _STATES,
    "voivodeship": _STATES,
    "autonomous region": _STATES,
    "republic": (Level.STATE, Level.COUNTRY),
}
_WORDS = "|".join(sorted(_LEVELS, key=len, reverse=True))
_BEFORE = re.compile(rf"(?:the )?({_WORDS}) of (?:the )?(?=\w)", re.IGNORECASE)
_AFTER = re.compile(rf"(?<=\w)[ -]({_WORDS})", re.IGNORECASE)
_COUNTY = re.compile(r"County (?=[A-ZÀ-Þ])")
_GREATER = re.compile(r"(?:greater|metropolitan|downtown|central) (?=\w)", re.IGNORECASE)
_THE = re.compile(r"the (?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A name to look up, and the levels it may have; none means any."""

    name: str
    levels: tuple[Level, ...] = ()


def stripped(name: str) -> Iterator[Reading]:
    """The name as it stands, then without its generic words, the level they tell kept."""
    name = " ".join(name.split())
    yield Reading(name)
    article = _THE.match(name)
    if article:
        yield Reading(name[article.end() :])
    before = _BEFORE.match(name)
    if before:
        yield Reading(name[before.end() :], _LEVELS[before.group(1).lower()])
    after = next((match for match in _AFTER.finditer(name) if match.end() == len(name)), None)
    if after:
        yield Reading(name[: after.start()], _LEVELS[after.group(1).lower()])
    county = _COUNTY.match(name)
    if county:
        yield Reading(name[county.end() :], (Level.COUNTY, Level.STATE))
    greater = _GREATER.match(name)
    if greater:
        yield Reading(name[greater.end() :], (Level.CITY,))
