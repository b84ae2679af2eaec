"""Which column of a table says what: told from its heads, or by a person."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from amicity.terms.source import SourceError

FIELDS = {
    "city": "the place whose list it is",
    "country": "its country",
    "division": "its province, state or county",
    "id": "its number in Wikidata or GeoNames",
    "latitude": "where it lies, north",
    "longitude": "where it lies, east",
    "partner": "the place that it is tied to",
    "partner_country": "the partner's country",
    "partner_division": "the partner's province, state or county",
    "partner_id": "the partner's number in Wikidata or GeoNames",
    "partner_latitude": "where the partner lies, north",
    "partner_longitude": "where the partner lies, east",
    "since": "since when the tie stands",
    "signed": "the day of signing",
    "ended": "when it ended",
    "form": "what kind of tie it is",
    "status": "whether it stands",
    "notes": "remarks, which are not read",
}
"""What a column may say."""

SIDED = ("country", "division", "id", "latitude", "longitude")
"""What a column may say of either place; which one, its heading or its place in the table tells."""

NUMBER = re.compile(r"#\d{1,3}")
"""A column by its number."""

_FOLDER = Path(__file__).parent
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST_HEADING = 60
_SEARCHED = 20
_NUMBERED = re.compile(r" \d+$")


@dataclass(frozen=True, slots=True)
class Columns:
    """``fields`` maps what a column says to its number, counted from 0; ``heads`` are all heads as they are written."""

    heads: tuple[str, ...]
    fields: Mapping[str, int]

    def __getitem__(self, field: str) -> int | None:
        return self.fields.get(field)

    @property
    def unread(self) -> tuple[str, ...]:
        """The heads of the columns that nobody could make out."""
        return tuple(head for number, head in enumerate(self.heads) if head and number not in self.fields.values())

    @property
    def told(self) -> str:
        """What is read from where, in words."""
        said = [f"{field} from “{self.heads[number]}”" for field, number in sorted(self.fields.items(), key=lambda item: item[1])]
        return (", ".join(said) or "no column is known") + (f"; not read: {', '.join(self.unread)}" if self.unread else "")


def told(heads: Sequence[str]) -> Columns:
    """What the heads tell: whole headings first, then those that contain one; the first column of a kind is the one read."""
    return _told(heads, (_meant, _containing))


def plainly(heads: Sequence[str]) -> Columns:
    """What the heads tell that are known headings word for word."""
    return _told(heads, (_meant,))


def _told(heads: Sequence[str], meanings: Sequence[Callable[[str], str | None]]) -> Columns:
    fields: dict[str, int] = {}
    sided: dict[str, list[int]] = {}
    names = [_named(head) if len(head) <= _LONGEST_HEADING else "" for head in heads]
    for meaning in meanings:
        for number, name in enumerate(names):
            taken = number in fields.values() or any(number in columns for columns in sided.values())
            field = None if taken or not name else meaning(name)
            if field in SIDED:
                sided.setdefault(field, []).append(number)
            elif field and field not in fields:
                fields[field] = number
            elif field == "city" and "partner" not in fields:
                fields["partner"] = number
    if "partner" not in fields and "city" in fields:
        fields["partner"] = fields.pop("city")
    return Columns(tuple(heads), fields | _with_sides(sided, fields))


def given(heads: Sequence[str], wanted: Mapping[str, str], *, where: str) -> Columns:
    """What the heads tell, except for what a person says: a column by its head or as ``#3``, or none. Raises SourceError for a field or a
    column that is not there."""
    fields = dict(told(heads).fields) if wanted else {}
    chosen: dict[str, int] = {}
    for field, head in wanted.items():
        if field not in FIELDS:
            raise SourceError(f"can have no column for {field!r}", where, f"the fields are {', '.join(FIELDS)}")
        if not head:
            fields.pop(field, None)
            continue
        number = _numbered(head, heads)
        if number is None:
            raise SourceError(f"has no column {head!r}", where, f"its columns are {', '.join(filter(None, heads)) or 'without heads'}")
        chosen[field] = number
    kept = {field: number for field, number in fields.items() if field not in chosen and number not in chosen.values()}
    return Columns(tuple(heads), kept | chosen)


def _numbered(head: str, heads: Sequence[str]) -> int | None:
    """The column of that head, or of the number in ``#3``, counted from 1."""
    if NUMBER.fullmatch(head) and 0 < int(head[1:]) <= len(heads):
        return int(head[1:]) - 1
    return next((number for number, each in enumerate(heads) if each.strip().casefold() == head.strip().casefold()), None)


def head_of(rows: Iterable[Sequence[str]]) -> int | None:
    """Which of the first rows heads the table: the one that names most of what can be read, a partner among it."""
    best, most = None, 0
    for number, row in enumerate(rows):
        if number >= _SEARCHED:
            break
        fields = told(row).fields
        if "partner" in fields and len(fields) > most:
            best, most = number, len(fields)
    return best


@cache
def words(table: str) -> Mapping[str, str]:
    """The words of a table of ``cells.toml``, each with what it means."""
    listed: dict[str, Any] = tomllib.loads((_FOLDER / "cells.toml").read_text(encoding="utf-8"))[table]
    return {plain(word): meaning for meaning, spoken in listed.items() for word in spoken}


def plain(text: str) -> str:
    """The text as headings and words are compared: folded, and only letters and digits, single spaces between."""
    from amicity.gazetteer.spelling import fold

    return " ".join(re.sub(r"[^\w]|_", " ", fold(text[:500])).split())


def _named(head: str) -> str:
    """The heading as the table of headings writes it: ``partner_country``, ``Partner Country`` and ``partnerCountry`` alike."""
    whole = plain(head)
    return whole if whole in _headings() else plain(_CAMEL.sub(" ", head))


def _meant(name: str) -> str | None:
    return _headings().get(name) or _headings().get(_NUMBERED.sub("", name))


def _containing(name: str) -> str | None:
    """What a heading says that contains a longer known one: "name of the sister city"."""
    padded = f" {name} "
    found = [(len(heading), field) for heading, field in _headings().items() if len(heading) > 3 and f" {heading} " in padded]
    return max(found)[1] if found else None


def _with_sides(sided: Mapping[str, Sequence[int]], fields: Mapping[str, int]) -> dict[str, int]:
    """Whose country, latitude … a column is: of two, the first is that of the place that stands first; a single one belongs to
    the place whose column stands last before it, else first behind it."""
    places = sorted((number, side) for side in ("city", "partner") if (number := fields.get(side)) is not None)
    found: dict[str, int] = {}
    for field, numbers in sided.items():
        for at, number in enumerate(sorted(numbers)[:2]):
            if f"partner_{field}" in fields and "city" in fields:
                side = "city"
            elif len(numbers) > 1 and len(places) > 1:
                side = places[at][1]
            else:
                side = next((side for place, side in reversed(places) if place < number), places[0][1] if places else "city")
            found.setdefault(f"partner_{field}" if side == "partner" else field, number)
    return found


@cache
def _headings() -> Mapping[str, str]:
    listed: dict[str, dict[str, list[str]]] = tomllib.loads((_FOLDER / "headings.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for field, languages in listed.items():
        for headings in languages.values():
            for heading in headings:
                found.setdefault(plain(heading), field)
    return found
