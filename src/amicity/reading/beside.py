"""What stands beside a place's name and tells where it is: "Sapporo in Japan", "X, capital of China's Y Province"."""

import re

from amicity.grammar.symbol import Symbol
from amicity.reading.place_names import BODY, KIND_TAIL, PlaceNames
from amicity.terms.place import Level, Place

INSIDE = re.compile(
    r"(?:\s*,\s*(?:(?:in|from)\s+(?:the\s+)?)?|\s{2,}|\t+|\s*\|\s*|\s+in\s+(?:the\s+)?|\s*\(\s*|\s+of\s+)(?:(?:northern|southern"
    r"|eastern|western|central|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?"
    r"|south-?west(?:ern)?|north|south|east|west)\s+)?(?:(?:(?:U\.S\. |US |American |Mexican |Brazilian |German |Indian |Nigerian )?"
    r"(?:[Ff]ree [Ss]tate|[Ss]tate)|[Pp]rovince|[Pp]refecture|[Rr]egion|[Cc]anton) of (?:the )?)?",
    re.I,
)
_APPOSED = re.compile(
    r"\s*,\s+(?:(?:the|a|an)\s+)?(?:[a-z-]+\s+){0,3}?(?:capital|seat|city|town|port|cent(?:er|re)|municipality|metropolis|district|borough|suburb|village)"
    r"(?:\s+city)?\s+(?:of|in|on)\s+(?:the\s+)?(?:(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central)\s+)?"
)
_KIND_BEHIND = re.compile(r" (?:county|province|district|city|state|region)$", re.I)
_CLOSED = re.compile(r"[.;:)]|$|\n|,? (?!and\b|or\b)[a-z]")
_ON_TO = re.compile(r"'s(?:\s+[a-z]+)?\s+|\s*,\s*(?:in\s+)?|\s+in\s+(?:the\s+)?")
_PARTS = (Level.REGION, Level.COUNTY, Level.DISTRICT)
_TOWN_AND_STATE = frozenset({"US", "CA", "AU"})  # "Warminster, Pennsylvania" lies there, whether we know it or not
_TOWN_AND_PROVINCE = frozenset({"PH"})
_TOWN_WORDS = ("city ", "town ", "port ", "province ", "capital ", "municipality ", "state ", ", ", " of ")
_OF_NATION = re.compile(r"\b([A-Z][a-z]+)(?: [a-z]+){0,3} (?:city|town|port|province|capital|municipality|state)(?: city)?(?:,| of)? $")


class Beside(PlaceNames):
    """Tells country and division of a name from the names around it."""

    def _apposed(self, found: list[Symbol], i: int, end: int) -> tuple[str | None, str | None, int, int] | None:
        """As ``_beside``, of "X, capital of China's Y Province,": what tells where X is names no party of its own."""
        opening = _APPOSED.match(self._text, end)
        if opening is None or i + 1 >= len(found) or found[i + 1].start != opening.end():
            return None
        country = admin = None
        last = i + 1
        while True:
            stretch = self._past_suffix(found[last].end)
            where = self.resolve(self._text[found[last].start : found[last].end])
            country = where.country or country
            admin = where.name if where.level is Level.STATE else admin
            on = _ON_TO.match(self._text, stretch)
            if on is None or last + 1 >= len(found) or found[last + 1].start != on.end():
                break
            last += 1
        own = {e.country for e in self._gazetteer.entries(self._text[found[i].start : found[i].end])}
        closed = self._text[stretch : stretch + 1] in (",", ")", "") or self._text.startswith(" and ", stretch)
        return (country, admin, last - i, stretch) if closed and country in own and last - i < 4 else None

    def _beside(self, found: list[Symbol], i: int, end: int) -> tuple[str | None, str | None, int, int]:
        """Country, province, and how many further symbols they used up: "X, Y Province, China", "X in China", "X (China)"."""
        first = self.resolve(self._text[found[i].start : found[i].end])
        homonym = (
            i + 1 < len(found)
            and self._text[end : found[i + 1].start] == " ("
            and self._text[found[i + 1].end : found[i + 1].end + 1] == ")"
        )
        if (
            (first.level is Level.COUNTRY and not homonym)
            or i + 1 >= len(found)
            or not INSIDE.fullmatch(self._text, end, found[i + 1].start)
        ):
            return self._seat_of(found, i, end)
        second_name = self._text[found[i + 1].start : found[i + 1].end]
        second = self._with_suffix(found[i + 1])
        own = self._homes(self._text[found[i].start : found[i].end])
        if (not own or second.level is Level.COUNTY) and (told := self._in_full(found, i, second, own)):
            return told
        if first.level in _PARTS and second.level is Level.CITY and self._text[end : found[i + 1].start] == " of ":
            return (
                (second.country, None, 1, self._past_suffix(found[i + 1].end)) if second.country == first.country else (None, None, 0, end)
            )
        if second.level is Level.COUNTRY and (second.country in own or not self._is_division(second_name, own)):
            of = end > found[i].end and self._text[end : found[i + 1].start] == " of "
            if of or second.country in own or not own or self._text[end : found[i + 1].start].strip() == "(" or self._alone(found, i):
                return self._in_division_of(found, i + 1, second) or (second.country, None, 1, found[i + 1].end)
            return None, None, 0, end
        if second.level in (Level.STATE, Level.REGION) or self._is_division(second_name, own):
            return self._third(found, i, end, second, own)
        if KIND_TAIL.search(self._text[found[i].start : found[i].end]) and second.country in ("KR", "JP"):
            return (second.country, None, 1, found[i + 1].end) if self._text[end : found[i + 1].start] == ", " else (None, None, 0, end)
        county = next(
            (e for e in self._gazetteer.entries(second_name) if e.level is Level.COUNTY and e.country in own & set(self._near[:3])), None
        )
        closed = county is not None and (county.country in _TOWN_AND_PROVINCE or _CLOSED.match(self._text, found[i + 1].end))
        if county is not None and closed and self._text[end : found[i + 1].start] in (", ", " in "):
            return county.country, None, 1, found[i + 1].end
        return None, None, 0, end

    def _in_full(self, found: list[Symbol], i: int, division: Place, own: set[str]) -> tuple[str | None, str | None, int, int] | None:
        """As ``_beside``, of a town told with its county and state, known there or not: "Gotham, Devon, United Kingdom"."""
        if division.level is Level.COUNTRY or i + 2 >= len(found) or self._text[found[i + 1].end : found[i + 2].start] != ", ":
            return None
        state = self.resolve(self._text[found[i + 2].start : found[i + 2].end])
        told = (
            state.level is Level.COUNTRY
            and (not own or state.country in own)
            and any(
                e.level is not Level.CITY and e.country == state.country
                for e in self._gazetteer.entries(self._text[found[i + 1].start : found[i + 1].end])
            )
        )
        return (state.country, None, 2, found[i + 2].end) if told else None

    def _homes(self, name: str) -> set[str]:
        """The countries in which places bear the name, with or without the word that says what it is: "Roscommon County"."""
        bare = _KIND_BEHIND.sub("", name)
        return {e.country for each in {name, bare} for e in self._gazetteer.entries(each)}

    def _in_division_of(self, found: list[Symbol], i: int, country: Place) -> tuple[str | None, str | None, int, int] | None:
        """As ``_beside``, of "X in China's Y Province", where ``i`` is China's."""
        if i + 1 >= len(found) or self._text[found[i].end : found[i + 1].start] not in ("'s ", "\u2019s ", " state of "):
            return None
        end = self._past_suffix(found[i + 1].end)
        division = self._read(
            self._text[found[i + 1].start : end], self._text[found[i + 1].start : found[i + 1].end], country.country, None
        )
        return (country.country, division.name, 2, end) if division.level is Level.STATE else None

    def _alone(self, found: list[Symbol], i: int) -> bool:
        """Whether "X, Country" is a line or a list's entry by itself, so that the country is X's, known there or not."""
        before = self._text[: found[i].start].rstrip(" \t*•·-")
        after = self._text[found[i + 1].end : found[i + 1].end + 1]
        return (not before or before[-1] in "\n;:") and after in ("", "\n", ";", ".", " ")

    def _seat_of(self, found: list[Symbol], i: int, end: int) -> tuple[str | None, str | None, int, int]:
        """As ``_beside``, of a body: "Frankston City Council of Melbourne, Australia" is Frankston's, and Melbourne says where."""
        nothing = (None, None, 0, end)
        body = BODY.match(self._text, end)
        if body is None or i + 1 >= len(found) or self._text[body.end() : found[i + 1].start] not in (" of ", " in "):
            return nothing
        own = {e.country for e in self._gazetteer.entries(self._text[found[i].start : found[i].end])}
        where = self.resolve(self._text[found[i + 1].start : found[i + 1].end])
        if where.country not in own:
            return nothing
        last = i + 1
        if (
            where.level is not Level.COUNTRY
            and last + 1 < len(found)
            and self._text[found[last].end : found[last + 1].start] == ", "
            and self.resolve(self._text[found[last + 1].start : found[last + 1].end]).level is Level.COUNTRY
        ):
            last += 1
        return where.country, None, last - i, found[last].end

    def _third(self, found: list[Symbol], i: int, end: int, second: Place, own: set[str]) -> tuple[str | None, str | None, int, int]:
        """The province told, and the country behind it: "X City, Y Province, China"."""
        second_name = self._text[found[i + 1].start : found[i + 1].end]
        division = next((e for e in self._gazetteer.entries(second_name) if e.level is Level.STATE and e.country in own), None)
        country = division.country if division else second.country
        link = self._text[end : found[i + 1].start].strip()
        if country not in own and not (link == "," and country in _TOWN_AND_STATE and second.level is Level.STATE):
            return None, None, 0, found[i].end
        if (
            link not in (",", "(", "in")
            and not link.lower().endswith("state of")
            and second.level is not Level.REGION
            and not (link == "of" and end > found[i].end)
        ):
            return None, None, 0, found[i].end
        used = 1
        end = self._past_suffix(found[i + 1].end)
        if i + 2 < len(found) and INSIDE.fullmatch(self._text, end, found[i + 2].start):
            third = self.resolve(self._text[found[i + 2].start : found[i + 2].end])
            if third.level is Level.COUNTRY and third.country == country:
                used, end = 2, found[i + 2].end
        return country, second.name if second.level is not Level.REGION else None, used, end

    def _is_division(self, name: str, countries: set[str]) -> bool:
        return any(e.level is Level.STATE and e.country in countries for e in self._gazetteer.entries(name))

    def _owned(self, found: list[Symbol], i: int) -> str | None:
        """The country of "China's Liaoning" or "the Pakistani city of Karachi", where the name exists there."""
        start = found[i].start
        before = self._text[max(0, start - 60) : start]
        own = {e.country for e in self._gazetteer.entries(self._text[start : found[i].end])}
        if (
            i
            and (gap := self._text[found[i - 1].end : start]).startswith("'s")
            and len(gap) < 40
            and re.fullmatch(r"'s(?: [a-z-]+){0,5} (?:city of |province of )?", gap)
        ):
            owner = self.resolve(self._text[found[i - 1].start : found[i - 1].end])
            if owner.level is Level.COUNTRY and owner.country in own:
                return owner.country
        if i and self._text[found[i - 1].end : start] == " ":
            column = self.resolve(self._text[found[i - 1].start : found[i - 1].end])
            if column.level is Level.COUNTRY and column.country in own:
                return column.country
        match = _OF_NATION.search(before) if before.endswith(_TOWN_WORDS) else None
        code = self.demonym(match.group(1)) if match else None
        return code if code in own or not own else None
