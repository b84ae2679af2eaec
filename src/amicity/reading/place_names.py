"""The names of places in one report: looked up once, weighed by the countries that the report speaks of."""

import re
from collections.abc import Sequence

from amicity.gazetteer import Gazetteer
from amicity.grammar.symbol import Symbol
from amicity.terms.place import Place

SUFFIX = re.compile(
    r"\s+(?:City(?! (?:Council|Hall|Government|Manager|Commission|Administration|Official|Attorney|Clerk"
    r"|Admin|Board|Assembly|University))|Municipality|Province|State|County|District|Prefecture|Oblast|Region"
    r"|Canton|Borough|Township|Metropolitan Region|Governorate|Department|Voivodeship|Territory|Krai|Town|Metropolitan City"
    r"|Special City|Autonomous Region|Metropolis|Rural City|Shire|Ward|Regency|Commune|Rural Municipality"
    r"|Special Administrative Region"
    r"|city(?= of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?:,| and|\.|;|$))"
    r"|region|oblast|province|prefecture|governorate|county|voivodeship|canton"
    r"|state(?! (?:visit|media|television|news|banquet|dinner)))\b(?!-)"
)
BODY = re.compile(
    r"(?:'s)?\s+(?:(?:Metropolitan |Provincial |Prefectural |Municipal |District |Borough |Regional |City |Town "
    r"|County )*(?:Council|People's Committee|People's Council|Party Committee|Municipality|Corporation|Government"
    r"|People's Government|City Hall|Town Hall"
    r"|Administration|Assembly|Duma|Parliament)|City Council|Municipal People's Government)\b",
    re.I,
)
KIND_TAIL = re.compile(r"-(?:(gu|gun|si|do|eup|myeon)|(shi|ku|machi|cho|mura|son|ken|fu))\b", re.I)
MUNICIPAL = frozenset({"municipality", "municipalities"})
CALENDAR = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]
)
_ABBREVIATED = re.compile(
    r"\b(?!The )([A-Z][\w'-]{1,30}+(?: (?:[A-Z][\w'-]{1,30}+|of|and)){0,4}"
    r" (?:City|Council|City Hall|Assembly|Municipality|Corporation|Government|Administration))"
    r" \(([A-Z][A-Za-z]{0,4}[A-Z])\)"
)
_FIRST_WORD = re.compile(r"[^\s,.;:()]+")


class PlaceNames:
    """What the names in a report's text mean."""

    def __init__(self, gazetteer: Gazetteer, text: str, *, stop: frozenset[str]) -> None:
        """``stop``: words that are capitalised only where a sentence begins."""
        self._gazetteer = gazetteer
        self.demonym = gazetteer.demonym
        """The code of the country whose people or things a word names."""
        self._text = text
        self._stop = stop
        self._unnamed = stop | CALENDAR | MUNICIPAL
        self._seen: dict[tuple[str, str | None, str | None], Place] = {}
        self._near: tuple[str, ...] = ()
        self._raw: dict[int, int | None] = {}
        self._names: set[str] = set()
        self._used: dict[int, int] = {}
        self._alias: dict[int, str] = {}
        self._short: dict[str, str] = {}

    def near(self, countries: Sequence[str]) -> None:
        """Say which countries (ISO 3166-1) the report speaks of."""
        self._near = tuple(dict.fromkeys(countries))
        self._seen.clear()

    def resolve(self, name: str, country: str | None = None, admin: str | None = None) -> Place:
        """The place of that name in this report."""
        key = (name, country, admin)
        if key not in self._seen:
            self._seen[key] = self._gazetteer.resolve(self._short.get(name, name), country=country, admin=admin, near=self._near)
        return self._seen[key]

    def longest(self, start: int) -> int | None:
        """The end of the longest known name that starts here; an ordinary word counts once the report has used it as a name."""
        if start not in self._raw:
            self._raw[start] = self._gazetteer.longest(self._text, start)
        return self._raw[start] or self._used.get(start)

    def remember(self, name: str) -> None:
        """Note a name that the report uses for a place: "Tours, France" lets a later "Tours" be one."""
        if name in self._names:
            return
        self._names.add(name)
        first = name.split(maxsplit=1)[0]
        start = self._text.find(name)
        while start >= 0:
            end = start + len(name)
            word = _FIRST_WORD.match(self._text, start, start + len(first) + 1)
            if word is not None and word[0] == first and not self._text[end : end + 1].isalnum():
                self._used[start] = max(end, self._used.get(start, 0))
            start = self._text.find(name, end)

    def abbreviate(self) -> None:
        """Take "Kathmandu Metropolitan City (KMC)" at its word: KMC is Kathmandu from there on."""
        for match in _ABBREVIATED.finditer(self._text) if " (" in self._text else ():
            full, short, start = match.group(1), match.group(2), match.start(1)
            body = next((m for m in BODY.finditer(self._text, start, match.end(1)) if m.end() == match.end(1)), None)
            end = self.longest(start) or (body.start() if body is not None else match.end(1))
            initials = "".join(word[0] for word in full.split() if word[0].isupper())
            known = body is not None and body.start() == end and " and " not in full
            if end < match.end(1) and (known or initials == "".join(letter for letter in short if letter.isupper())):
                self._short[short] = self._text[start:end]
                self.remember(short)

    def country(self, code: str) -> Place | None:
        """The country of a code."""
        return self._gazetteer.country(code)

    def _read(self, full: str, name: str, country: str | None, admin: str | None) -> Place:
        place = self.resolve(full, country, admin)
        if place.id is None and full != name:
            place = self.resolve(name, country, admin)
        if place.id is None and admin:
            place = self.resolve(name, country)
        return place

    def _past_suffix(self, end: int) -> int:
        """Where a name ends with the word behind it that says what it is ("region", "City")."""
        suffix = SUFFIX.match(self._text, end)
        return suffix.end() if suffix else end

    def _with_suffix(self, symbol: Symbol) -> Place:
        """The place of a name with the word behind it: "Vologda region" is no town."""
        end = self._past_suffix(symbol.end)
        return self._read(self._text[symbol.start : end], self._text[symbol.start : symbol.end], None, None)
