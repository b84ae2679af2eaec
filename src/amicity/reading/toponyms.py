"""Places in a sentence: names the gazetteer knows, each with what stands beside it ("Sapporo in Japan", "China's Liaoning")."""

import re
from collections.abc import Iterator, Sequence

from amicity.grammar.symbol import Symbol
from amicity.reading.place_names import BODY, CALENDAR, KIND_TAIL, SUFFIX
from amicity.reading.shortened import COUNTRY, state_behind
from amicity.reading.unlisted import CONTINENT, Unlisted
from amicity.reading.words import Word
from amicity.terms.place import Level, Place

_CITY_BODY = re.compile(r" (?:City|County|Town)$")
_SEVERAL = frozenset({"members", "cities", "towns", "municipalities", "counties", "districts", "mayors", "partners", "twins"}) | {
    "two",
    "three",
    "four",
    "five",
    "six",
}
_PARTICLES = frozenset({"de", "da", "di", "del", "van", "von", "dos", "bin"})
_JOINED = re.compile(r"-([A-ZÀ-Þ][\w']{3,})\b(?!-)")  # "Trier-Saarburg" is not Trier
_OF_OFFICE = re.compile(
    r"(?: of [A-Z][\w' -]{2,24} and(?: of)?(?: the)? )|(?: \([a-z ]+\))?(?: of [A-Z][\w' ]{2,24})?"
    r" (?:of|in|to|at) (?:the )?(?:city of |town of |republic of )?",
    re.I,
)
_OFFICE_TOWN_NAME = frozenset({"PK", "IN", "BD", "AF"})
_NEXT, _LIST = re.compile(r"[,;]?(?: and| the| with)* "), 3
_DIVISIONS = frozenset({"province", "state", "county", "district", "prefecture", "region", "city", "municipality"})
_AGENCIES = frozenset({"xinhua", "bernama", "kazinform", "belta", "antara", "duma", "sejm"})
_ANY_TOWN = frozenset({"the city", "the town", "the village", "the county", "the district", "the port", "the municipality"})
_COUNTY_FIRST = ("IE", "GB")
_DIRECTION = frozenset(
    [
        *("northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeast", "northwest"),
        *("southeast", "southwest", "greater", "downtown", "upper", "lower", "inner", "outer", "mainland", "former", "acting"),
    ]
)


class Toponyms(Unlisted):
    """The places of one report: names are looked up once, and the countries in play weigh in each reading."""

    def in_words(self, words: list[Word], masked: list[Symbol]) -> list[Symbol]:
        """A ``place`` symbol for each place named in these words, outside the masked stretches."""
        found: list[Symbol] = []
        busy = -1
        personal = -2
        for i, word in enumerate(words):
            if not word.capital or word.start < busy:
                continue
            if (county := self._county(words, i, masked)) is not None:
                found.append(Symbol("place", word.start, county))
                busy = county
                continue
            if (end := self.longest(word.start)) is None or (word.lower == "the" and self._text[word.start : end].lower() in _ANY_TOWN):
                continue
            if found and found[-1].end + 1 == word.start and (kind := SUFFIX.match(self._text, found[-1].end)) and kind.end() == end:
                continue  # "Sarajevo Canton" lies not in Guangzhou
            if word.lower in _AGENCIES or (word.lower in _DIRECTION and CONTINENT.match(self._text, word.end)):
                continue
            if word.lower in CALENDAR and end == word.end and self._text[end : end + 1] != ",":
                continue
            if (
                word.start == personal + 1
                or any(m.start <= word.start < m.end for m in masked)
                or (word.lower in self._stop and end == word.end)
            ):
                continue
            beside_last = bool(found) and i > 0 and found[-1].end == words[i - 1].end
            if not (beside_last and self._owned([*found[-1:], Symbol("place", word.start, end)], 1)) and self._part_of_name(
                words, i, end, masked
            ):
                personal = end
                continue
            nation = self.resolve(self._text[word.start : end]).level is Level.COUNTRY
            if (
                not nation
                and (joined := _JOINED.match(self._text, end))
                and self.longest(joined.start(1)) is None
                and not self.demonym(joined.group(1))
            ):
                end = joined.end()
            if body := _CITY_BODY.search(self._text, word.start, end):
                end = body.start() if BODY.match(self._text, body.start()) else end
            found.append(Symbol("place", word.start, end, more=None))
            busy = end
        return self._composed(sorted([*found, *self._unlisted(words, found, masked)], key=lambda s: s.start))

    def _county(self, words: list[Word], i: int, masked: list[Symbol]) -> int | None:
        """Where "County Cork" ends, as Ireland and England write it."""
        word, after = words[i], words[i + 1] if i + 1 < len(words) else None
        if word.lower != "county" or after is None or not after.capital or after.start != word.end + 1 or after.lower in self._stop:
            return None
        before = words[i - 1] if i else None
        if (before is not None and before.capital and before.end + 1 == word.start) or any(m.start <= word.start < m.end for m in masked):
            return None
        end = self.longest(after.start) or after.end
        return end if self._islands(self._text[after.start : end]) is not None else None

    def _islands(self, name: str) -> str | None:
        """Which of the two countries that put the word before has a place of that name."""
        homes = {e.country for e in self._gazetteer.entries(name)}
        return next((code for code in _COUNTY_FIRST if code in homes), None)

    def _part_of_name(self, words: list[Word], i: int, end: int, masked: list[Symbol]) -> bool:
        """Whether the name is a piece of a longer one that is no place: "Austin Smith", "New Karachi Foods"."""
        j = i
        while j < len(words) and words[j].end <= end:
            j += 1
        after = words[j] if j < len(words) else None
        before = words[i - 1] if i else None
        if self._of_office(words[i].start) or self._office_before(words, i, j):
            return False
        if (
            before
            and before.lower == "-"
            and before.end == words[i].start
            and i > 1
            and words[i - 2].end == before.start
            and self.longest(words[i - 2].start) != words[i - 2].end
        ):
            return True
        if before and before.lower in _SEVERAL:
            return False
        if before and before.lower in _PARTICLES and i > 1 and words[i - 2].capital and self.longest(words[i - 2].start) is None:
            return True
        if (
            after
            and after.capital
            and self._text[end : after.start] == " "
            and not self._opens(after, masked)
            and not self._column(words[i], end, after)
        ):
            return True
        return bool(
            before
            and before.capital
            and before.lower not in self._stop
            and before.lower not in CALENDAR
            and not (before.lower in _DIVISIONS and self.resolve(self._text[words[i].start : end]).level is Level.COUNTRY)
            and words[i].start == before.end + 1
            and self._text[before.end] == " "
            and before.start not in self._openers
            and not any(m.start <= before.start < m.end for m in masked)
            and self.longest(before.start) is None
            and self.demonym(self._text[before.start : before.end]) is None
            and before.lower not in _DIRECTION
        )

    def _column(self, word: Word, end: int, after: Word) -> bool:
        """Whether a country and its town stand side by side as the cells of a table do: "United States Jackson City"."""
        name = self._text[word.start : end]
        town = self.longest(after.start)
        if town is None or self.resolve(name).level is not Level.COUNTRY:
            return False
        return self.resolve(name).country in {e.country for e in self._gazetteer.entries(self._text[after.start : town])}

    def _opens(self, word: Word, masked: list[Symbol]) -> bool:
        """Whether a capitalised word after a place starts something else: an office, a body, another place, a suffix."""
        return (
            word.start in self._openers
            or any(m.start == word.start for m in masked)
            or bool(SUFFIX.match(self._text, word.start - 1))
            or bool(BODY.match(self._text, word.start - 1))
            or word.lower in self._stop
            or self.demonym(self._text[word.start : word.end]) is not None
        )

    def _of_office(self, start: int) -> bool:
        """Whether the name follows "Mayor of", so that a person's name may follow it in turn."""
        return any(0 < start - end < 48 and _OF_OFFICE.fullmatch(self._text, end, start) for end in self._office_ends)

    def _office_before(self, words: list[Word], i: int, j: int) -> bool:
        """Whether a town stands between an office and its holder, as South Asia writes: "Mayor Karachi Waseem Akhtar"."""
        if words[i].start - 1 not in self._office_ends or j + 1 >= len(words) or not words[j].capital:
            return False
        named = words[j + 1].capital or words[j + 1].lower == "("
        return named and self.resolve(self._text[words[i].start : words[j - 1].end]).country in _OFFICE_TOWN_NAME

    def _composed(self, found: list[Symbol]) -> list[Symbol]:
        """Join each name with the suffix behind it and the country or province beside it."""
        placed: list[Symbol] = []
        skip = 0
        found = self._without_aliases(found)
        for i, symbol in enumerate(found):
            if skip:
                skip -= 1
                continue
            name = self._alias.get(symbol.start) or self._text[symbol.start : symbol.end]
            end = self._past_suffix(symbol.end)
            country, admin, used, stretch = self._apposed(found, i, end) or self._beside(found, i, end)
            if (
                country is None
                and (country := self._owned(found, i))
                and placed
                and placed[-1].state
                and (self._text[placed[-1].end : symbol.start] == " " or self._text[placed[-1].end : symbol.start].startswith("'s"))
            ):
                placed.pop()
            if country is None and admin is None and placed and self._lies_in(placed[-1], symbol):
                country, admin = placed[-1].place.country, placed[-1].place.name
                placed.pop()
            if country is None and (state := state_behind(self._text, end)) and self._bears(name, COUNTRY):
                country, (admin, stretch) = COUNTRY, state
            if country is None and (tail := KIND_TAIL.search(name)):
                country = "KR" if tail.group(1) else "JP"
            if country is None and name.startswith("County "):
                country = self._islands(name.removeprefix("County "))
            place = self._read(self._text[symbol.start : end], name, country, admin)
            skip = used
            told = country is not None or admin is not None
            placed.append(Symbol("place", symbol.start, end, place.name or name, place, reach=stretch, told=told))
        return placed

    def _bears(self, name: str, country: str) -> bool:
        """Whether a place of that country bears the name."""
        return any(e.country == country for e in self._gazetteer.entries(name))

    def _lies_in(self, division: Symbol, symbol: Symbol) -> bool:
        """Whether the place named before only says where this one lies: "In Ohio, Toledo became …"."""
        if division.place.level is not Level.STATE or self._text[division.reach : symbol.start] != ", ":
            return False
        inside = self._text[max(0, division.start - 3) : division.start] in ("In ", "in ")
        name = self._text[symbol.start : symbol.end]
        return inside and any(e.country == division.place.country and e.admin == division.place.name for e in self._gazetteer.entries(name))

    def _without_aliases(self, found: list[Symbol]) -> list[Symbol]:
        """ "Chinju (Jinju)" names one town: the second name goes, and the first reaches over it."""
        kept: list[Symbol] = []
        for symbol in found:
            if kept and self._text[kept[-1].end : symbol.start].strip() == "(" and self._text[symbol.end : symbol.end + 1] == ")":
                first, second = (self.resolve(self._text[s.start : s.end]) for s in (kept[-1], symbol))
                if first.id is not None and first.id == second.id:
                    kept[-1] = Symbol("place", kept[-1].start, symbol.end + 1)
                    self._alias[kept[-1].start] = first.name or ""
                    continue
            kept.append(symbol)
        return kept

    def listed(self, places: Sequence[Symbol]) -> Iterator[int]:
        """The offsets of those among a sentence's places that stand in a list of three and more."""
        run: list[int] = []
        for i, place in enumerate(places):
            run = [*run, place.start] if i and _NEXT.fullmatch(self._text, places[i - 1].reach, place.start) else [place.start]
            if len(run) >= _LIST:
                yield from run[-1:] if len(run) > _LIST else run


def settle(symbols: Sequence[Symbol], *, text: str, listed: frozenset[int]) -> None:
    """A name that the report explains once ("Dunedin in New Zealand") means the same place throughout.

    ``listed`` are the offsets of those in long lists: a namesake among one's partners explains nobody named before it.
    """
    explained: dict[str, Place] = {}
    untold: set[str] = set()
    for symbol in symbols:
        names = _names(symbol, text)
        if not symbol.told:
            untold.update(names)
        elif untold.isdisjoint(names) or symbol.start not in listed:
            explained = dict.fromkeys(names, symbol.place) | explained
    for symbol in symbols:
        place = next((explained[name] for name in _names(symbol, text) if name in explained), None)
        if (
            place is not None
            and not symbol.told
            and (symbol.place.level == place.level or symbol.value.endswith(" city"))
            and (place.id or not symbol.place.id)
        ):
            symbol.more = place


def _names(symbol: Symbol, text: str) -> tuple[str, ...]:
    """The name as written and as the gazetteer writes it, without the word that says what it is: "Covington City" is Covington."""
    return tuple(name.casefold().removesuffix(" city") for name in (text[symbol.start : symbol.end], symbol.value))
