"""Lakes, parks and gardens as parties: "Lake Bled", "Loch Lomond", "Triglav National Park", where a report ties such places."""

import re
from collections.abc import Iterator

from amicity.grammar.symbol import Symbol
from amicity.terms.place import Level, Place

_TIED = re.compile(
    r"(?:sister|twin|friendship|partner|paired)[ -](?:lakes?|parks?|national parks?|gardens?|islands?"
    r"|mountains?|rivers?)\b|lakes and parks\b"
)
_KINDS = ("lake", "park", "garden", "island", "mountain", "river")
_NAME = r"[A-ZÀ-Þ][\w'À-ÿ-]+(?: (?:of|the|da|de) (?:the )?[A-ZÀ-Þ][\w'À-ÿ-]+| [A-ZÀ-Þ][\w'À-ÿ-]+){0,4}"
_FEATURE = re.compile(
    rf"\b(?P<lake>(?:Lake|Loch|Lough) [A-ZÀ-Þ][\w'À-ÿ-]+|[A-ZÀ-Þ][\w'À-ÿ-]+ Lake)\b"
    rf"|\b(?P<park>{_NAME} (?:National Park|Nature Park|Park|Gardens?))\b"
)
_LEVELS = {"lake": Level.LAKE, "park": Level.PARK}


def features(text: str, start: int, end: int, *, places: list[Symbol]) -> Iterator[Symbol]:
    """A ``place`` symbol for each lake or park named between two offsets, in the country named behind it or its namesake town's."""
    for match in _FEATURE.finditer(text, start, end):
        level = _LEVELS[match.lastgroup or "lake"]
        name = re.sub(r"^(?:The|And) ", "", match.group())
        begin = match.end() - len(name)
        country = _country(text, match.end(), places) or _namesake(begin, match.end(), places)
        yield Symbol("place", begin, match.end(), name, Place(name=name, country=country, level=level))


def ties_features(text: str) -> bool:
    """Whether a report speaks of ties between lakes, parks or gardens at all."""
    lower = text.lower()
    return any(kind in lower for kind in _KINDS) and bool(_TIED.search(lower))


def _country(text: str, end: int, places: list[Symbol]) -> str | None:
    """The country of "… in Austria", "…, Austria"."""
    return next((p.place.country for p in places if p.start >= end and re.fullmatch(r",? (?:in )?(?:the )?", text[end : p.start])), None)


def _namesake(start: int, end: int, places: list[Symbol]) -> str | None:
    """The country of the town inside the name: Lake Bled's is Bled's."""
    return next((p.place.country for p in places if start <= p.start and p.end <= end), None)
