"""How lists write places: "Lagoa, Azores", "Zemun (Belgrade)", "Vienna 9 – Alsergrund", "Lahr/Schwarzwald", "Offenbach (district)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amicity.gazetteer.affixes import stripped
from amicity.terms.place import Level

_DIVISIONS = (Level.COUNTY, Level.DISTRICT, Level.STATE)
_BESIDE = re.compile(r"(?P<name>[^,]+), ?(?P<around>[^,]+)(?:, ?[^,]+)?")
_BRACKETED = re.compile(r"(?P<name>.+?) ?\((?P<around>[^()]+)\)")
_PART = re.compile(r"(?P<around>.+?)(?: \d+)? [–—-] (?P<name>.+)")
_DIVISION_WORDS = frozenset(
    ["district", "county", "raion", "gmina", "rural gmina", "region", "province", "landkreis", "kreis", "oblast", "state"]
)
_CITY_WORDS = frozenset(["city", "town", "municipality", "village", "commune", "urban"])
_QU = {"district": "Qu", "county": "Xian"}
_BEFORE = "(?:London |Royal |Metropolitan )+Borough|Municipality|City|Town|Emirate|Commune"
_KINDS = "City|Rural|Urban|Local|Metropolitan|Town"
_MUNICIPAL = re.compile(
    rf"(?:(?:{_BEFORE}) of |Greater |Gmina |Stadt |Ville de )(?P<after>.+)"
    rf"|(?P<before>.+?)(?:[ -](?:(?:{_KINDS})[ -])?(?:[Mm]unicipality|kommune?|County Borough|Town|Stadt|City|Township)"
    r"|[- ](?:shi|si))"
)
_WARD = re.compile(r"(?P<name>.+?)[- ](?:ku|gu|gun|cho|machi|son)")
_LINKS = "am|an der|an dem|im|in der|bei|ob|vor|auf|unter|nad|pod|pri|sur|sous|en|lez|les|upon|on|de|del|della|di|do|da|dos"
_TAILS = "Parish|Shire|(?:Regional )?Council|Island|Atoll|(?:(?:City|Rural) )?[Rr]egional [Mm]unicipality"
_ROUNDABOUT = re.compile(rf"(?P<name>[^ ].+?)(?:[ -](?:{_LINKS})[ -].+| (?:{_TAILS}))")
_SMALL_DIVISION = re.compile(r"(?P<name>.+?)[ -](?:[Rr]aion|[Dd]istrict(?: Municipality)?|County|Kreis|Oblast|Province|Region)")


@dataclass(frozen=True, slots=True)
class ListName:
    """One way to take a name of a list: the ``name`` to look up, the ``levels`` it may have (none means any), what lies ``around`` it
    according to the list, and ``loose`` where a wording was left out that may tell it from others."""

    name: str
    levels: tuple[Level, ...] = ()
    around: str | None = None
    loose: bool = False


def taken(written: str) -> Iterator[ListName]:
    """The ways to take a name of a list, the plainest first."""
    name = " ".join(written.replace("_", " ").replace("|", "/").split())
    seen = set()
    for each in (*_whole(name), *_told_around(name), *_halves(name), *_roundabout(name)):
        if each.name and each not in seen:
            seen.add(each)
            yield each


def division_named(written: str) -> str | None:
    """The name of a county, district or raion without that word; None for other names."""
    match = _SMALL_DIVISION.fullmatch(written)
    return match["name"] if match else None


def halves(written: str) -> tuple[str, str] | None:
    """The two places of which a merged municipality is named: Mänttä and Vilppula of "Mänttä-Vilppula"."""
    parts = [part.strip() for part in re.split(r"-(?=[^\W\d_][^\W\d_]{2})| and ", written)]
    return (parts[0], parts[1]) if len(parts) == 2 and all(len(part) > 2 for part in parts) else None


def _whole(name: str) -> Iterator[ListName]:
    for reading in stripped(name):
        yield ListName(reading.name, reading.levels)
    proper, _, kind = name.rpartition(" ")
    if kind.casefold() in _QU:
        yield ListName(f"{proper} {_QU[kind.casefold()]}")
    if name.startswith("County "):
        yield ListName(name.removeprefix("County "), _DIVISIONS)
    if match := _MUNICIPAL.fullmatch(name):
        yield ListName(match["after"] or match["before"], (Level.CITY, *_DIVISIONS))


def _told_around(name: str) -> Iterator[ListName]:
    for pattern in (_BRACKETED, _BESIDE, _PART):
        match = pattern.fullmatch(name)
        if match is None:
            continue
        inner, around = match["name"].strip(), match["around"].strip()
        if around.casefold() in _DIVISION_WORDS:
            yield ListName(inner, _DIVISIONS)
        elif around.casefold() in _CITY_WORDS:
            yield ListName(inner, (Level.CITY,))
        else:
            yield from (ListName(way.name, way.levels, around) for way in _whole(inner))
        return


def _roundabout(name: str) -> Iterator[ListName]:
    """Without what tells a town from others of its name, for lists that tell it where the gazetteer does not."""
    if name.startswith(("Le ", "La ", "The ", "El ")):
        yield ListName(name.partition(" ")[2], (Level.CITY,), loose=True)
    match = _ROUNDABOUT.fullmatch(name)
    if ward := _WARD.fullmatch(name):
        yield ListName(ward["name"], (Level.CITY, *_DIVISIONS), loose=True)
    if match and len(match["name"]) > 3:
        yield ListName(match["name"], (Level.CITY,), loose=True)


def _halves(name: str) -> Iterator[ListName]:
    parts = [part.strip() for part in name.split("/")]
    if len(parts) == 2:
        yield ListName(" / ".join(parts))
        yield from (ListName(part, loose=True) for part in parts)
