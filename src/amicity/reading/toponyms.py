"""Places in a sentence: names the gazetteer knows, each with what stands beside it ("Sapporo in Japan", "China's Liaoning")."""

import re
from collections.abc import Sequence

from amicity.gazetteer import Gazetteer
from amicity.grammar.symbol import Symbol
from amicity.reading.words import Word
from amicity.terms.place import Level, Place

_SUFFIX = re.compile(
    r"\s+(?:City(?! (?:Council|Hall|Government|Manager|Commission|Administration|Official|Attorney|Clerk"
    r"|Admin|Board|Assembly|University))|Municipality|Province|State|County|District|Prefecture|Oblast|Region"
    r"|Canton|Borough|Township|Governorate|Department|Voivodeship|Territory|Krai|Town|Metropolitan City"
    r"|Special City|Autonomous Region|Metropolis|Rural City|Shire|Ward|Regency|Commune|Rural Municipality"
    r"|Special Administrative Region|region|oblast|province|prefecture|governorate|county|voivodeship|canton"
    r"|state(?! (?:visit|media|television|news|banquet|dinner)))\b(?!-)"
)
_BODY = re.compile(
    r"(?:'s)?\s+(?:(?:Metropolitan |Provincial |Prefectural |Municipal |District |Borough |Regional |City |Town "
    r"|County )*(?:Council|People's Committee|People's Council|Party Committee|Municipality|Corporation|Government"
    r"|People's Government|City Hall|Town Hall"
    r"|Administration|Assembly|Duma|Parliament)|City Council|Municipal People's Government)\b",
    re.I,
)
_CITY_BODY = re.compile(r" (?:City|County|Town)$")
_CITY_OF = re.compile(
    r"\b(?:city|town|municipality|county|province|state|port|village|prefecture|district|borough|region"
    r"|government|administration|people)s? of (?:the )?$",
    re.I,
)
_INSIDE = re.compile(
    r"(?:\s*,\s*(?:in\s+(?:the\s+)?)?|\s{2,}|\t+|\s*\|\s*|\s+in\s+(?:the\s+)?|\s*\(\s*|\s+of\s+)(?:(?:northern|southern"
    r"|eastern|western|central|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?"
    r"|south-?west(?:ern)?|north|south|east|west)\s+)?(?:(?:(?:U\.S\. |US |American |Mexican |Brazilian |German |Indian |Nigerian )?"
    r"(?:[Ff]ree [Ss]tate|[Ss]tate)|[Pp]rovince|[Pp]refecture|[Rr]egion|[Cc]anton) of (?:the )?)?",
    re.I,
)
_APPOSED = re.compile(
    r"\s*,\s+(?:(?:the|a|an)\s+)?(?:[a-z-]+\s+){0,3}?(?:capital|seat|city|town|port|cent(?:er|re)|municipality|metropolis)"
    r"(?:\s+city)?\s+(?:of|in|on)\s+(?:the\s+)?(?:(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central)\s+)?"
)
_CLOSED = re.compile(r"[.;:)]|$|\n|,? (?!and\b|or\b)[a-z]")
_ON_TO = re.compile(r"'s(?:\s+[a-z]+)?\s+|\s*,\s*(?:in\s+)?|\s+in\s+(?:the\s+)?")
_ABBREVIATED = re.compile(
    r"\b(?!The )([A-Z][\w'-]{1,30}+(?: (?:[A-Z][\w'-]{1,30}+|of|and)){0,4}"
    r" (?:City|Council|City Hall|Assembly|Municipality|Corporation|Government|Administration))"
    r" \(([A-Z][A-Za-z]{0,4}[A-Z])\)"
)
_DIVISION_WORDS = frozenset({"district", "county", "prefecture", "municipality", "province", "township", "regency", "governorate"})
_GENERAL = frozenset(
    [
        *("school", "business", "central", "historic", "election", "water", "financial", "technology", "high-tech", "development", "new"),
        *("industrial", "arts", "congressional", "judicial", "shopping", "police", "health", "special", "each", "home", "park", "the"),
        *("council", "senior", "urban", "rural", "city", "town", "metropolitan", "autonomous", "member", "local", "partner", "sister"),
    ]
)
_MUNICIPAL = frozenset({"municipality", "municipalities"})
_SEVERAL = frozenset({"members", "cities", "towns", "municipalities", "counties", "districts", "mayors", "partners", "twins"})
_PARTICLES = frozenset({"de", "da", "di", "del", "van", "von", "dos", "bin"})
_TWINNED_AFTER = re.compile(
    r" (?:will (?:soon )?be|is(?: now| to be)?|was|has(?: now)? been|are|to be)(?: officially| formally)? twinned\b"
    r"|,? (?:became|becomes|will become|to become|is) (?:a |the )?(?:new )?(?:sister|twin)[ -](?:city|town)"
)
_JOINED = re.compile(r"-([A-ZÀ-Þ][\w']{3,})\b(?!-)")  # "Trier-Saarburg" is not Trier
_HYPHENED = re.compile(r"[A-ZÀ-Þ][\w']+(?:-[\w']+){1,4}")
_FIRST_WORD = re.compile(r"[^\s,.;:()]+")
_OF_OFFICE = re.compile(r"(?: \([a-z ]+\))?(?: of [A-Z][\w' ]{2,24})? (?:of|in|to|at) (?:the )?(?:city of |town of |republic of )?", re.I)
_TOWN_AND_STATE = frozenset({"US", "CA", "AU"})  # "Warminster, Pennsylvania" lies there, whether we know it or not
_TOWN_AND_PROVINCE = frozenset({"PH"})
_OFFICE_TOWN_NAME = frozenset({"PK", "IN", "BD", "AF"})
_CALLED_PLACE = re.compile(
    r"\b(?:city|town|village|municipality|commune|district|township|prefecture|borough|county) of $|\btwinned with (?:the )?$"
)
_MAYOR_OF = re.compile(
    r"\b(?:[Mm]ayors?|MAYOR|[Aa]kim|[Hh]ead|[Pp]refect|[Gg]overnor|[Gg]overnment|[Cc]ouncil|[Aa]ssembly"
    r"|[Pp]eople|[Cc]itizens|[Rr]esidents) of $|\b[Mm]ayor (?:[A-Z][\w'-]+ ){1,3}of $|\b(?:delegation|group"
    r"|team|visitors|guests|students|officials|party|councillors|delegates|pupils) from $|\b(?:twinned|paired"
    r"|partnered) with $"
)
_MAYOR_AFTER = re.compile(
    r"(?:'s)?(?: (?:[Cc]ity|[Tt]own|[Cc]ounty|[Mm]unicipal))? (?:(?:[Dd]eputy|[Vv]ice|[Aa]cting"
    r"|[Ff]ormer)[ -])?(?:[Mm]ayor|[Gg]overnor)(?! of)\b(?=,? [A-Z])|(?: City| Town| District| Municipal"
    r"| County| Shire)+ (?:Council|Government|Municipality)\b|,? (?:city|town|district|county|municipality"
    r"|prefecture|township)\b(?! (?:council|hall|government|official|manager)?s? ?of)"
)
_NO_TOWN = frozenset(
    [
        "sister",
        "twin",
        "host",
        "port",
        "capital",
        "home",
        "smart",
        "partner",
        "every",
        "new",
        "local",
        "democratic",
        "republican",
        "incoming",
        "outgoing",
        "former",
        "acting",
        "labour",
        "conservative",
        "lord",
        "lady",
        "deputy",
        "vice",
        "city",
        "town",
        "municipal",
        "provincial",
        "honorary",
        "longtime",
        "current",
        "fellow",
        "visiting",
        "metropolitan",
        "regional",
        "district",
        "county",
        "village",
        "independent",
        "executive",
        "his",
        "hon",
        "mr",
        "mrs",
        "ms",
        "state",
        "first",
        "second",
        "third",
        "madam",
        "dr",
        "national",
        "people's",
        "people",
        "general",
        "ex",
        "global",
        "international",
        "old",
        "inner",
        "world",
        "asian",
        "african",
        "european",
        "american",
        "lt",
        "hon",
        "worshipful",
        "excellency",
        "council",
        "mayor",
        "friendship",
        "foreign",
        "rural",
        "elected",
        "newly",
        "elect",
        "full",
        "republic",
        "democratic",
        "federal",
        "youth",
        "student",
        "historic",
        "green",
        "free",
        "great",
        "big",
        "lake",
        "garden",
    ]
)
_TOWN_WORDS = ("city ", "town ", "port ", "province ", "capital ", "municipality ", "state ", ", ", " of ")
_OF_NATION = re.compile(r"\b([A-Z][a-z]+)(?: [a-z]+){0,3} (?:city|town|port|province|capital|municipality|state)(?: city)?(?:,| of)? $")
_LEADS = ("of ", "from ", "with ", "the ")
_KIND_TAIL = re.compile(r"-(?:(gu|gun|si|do|eup|myeon)|(shi|ku|machi|cho|mura|son|ken|fu))\b", re.I)
_BEFORE_PLACE = re.compile(
    r"(?:\b(?:with|and|of|cities|towns|city|town|including|include|are|from|between|to|in|visited|partners?)|,|;|:|\(|-)\s*$", re.I
)


class Toponyms:
    """The places of one report: names are looked up once, and the countries in play weigh in each reading."""

    def __init__(self, gazetteer: Gazetteer, text: str, *, stop: frozenset[str]) -> None:
        """``stop``: words that are capitalised only where a sentence begins."""
        self._gazetteer = gazetteer
        self.demonym = gazetteer.demonym
        """The code of the country whose people or things a word names."""
        self._text = text
        self._stop = stop
        self._unnamed = stop | _CALENDAR | _MUNICIPAL
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
            body = next((m for m in _BODY.finditer(self._text, start, match.end(1)) if m.end() == match.end(1)), None)
            end = self.longest(start) or (body.start() if body is not None else match.end(1))
            initials = "".join(word[0] for word in full.split() if word[0].isupper())
            if end < match.end(1) and (initials == short or (body is not None and body.start() == end)):
                self._short[short] = self._text[start:end]
                self.remember(short)

    def country(self, code: str) -> Place | None:
        """The country of a code."""
        return self._gazetteer.country(code)

    def in_words(self, words: list[Word], masked: list[Symbol]) -> list[Symbol]:
        """A ``place`` symbol for each place named in these words, outside the masked stretches."""
        found: list[Symbol] = []
        busy = -1
        personal = -2
        for i, word in enumerate(words):
            if not word.capital or word.start < busy or (end := self.longest(word.start)) is None:
                continue
            if word.lower in _AGENCIES:
                continue
            if word.lower in _CALENDAR and end == word.end and self._text[end : end + 1] != ",":
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
            if (joined := _JOINED.match(self._text, end)) and self.longest(joined.start(1)) is None and not self.demonym(joined.group(1)):
                end = joined.end()
            if body := _CITY_BODY.search(self._text, word.start, end):
                end = body.start() if _BODY.match(self._text, body.start()) else end
            found.append(Symbol("place", word.start, end, more=None))
            busy = end
        return self._composed(sorted([*found, *self._unlisted(words, found, masked)], key=lambda s: s.start))

    def _unlisted(self, words: list[Word], found: list[Symbol], masked: list[Symbol]) -> list[Symbol]:
        """Names that the gazetteer does not know, where the text says that they are places: "Barile, Italy", "the town of Barile"."""
        new: list[Symbol] = []
        taken = [*found, *masked]
        for i, word in enumerate(words):
            if (
                not word.capital
                or word.lower in self._stop
                or word.lower in _CALENDAR
                or word.start in self._openers
                or any(s.start <= word.start < s.end for s in taken)
                or self.demonym(self._text[word.start : word.end])
                or (i and words[i - 1].capital and words[i - 1].end + 1 == word.start and words[i - 1].lower not in self._unnamed)
            ):
                continue
            last = i
            while (
                last + 1 < len(words)
                and (
                    (words[last + 1].capital and words[last + 1].lower not in self._stop)
                    or (words[last + 1].lower in ("-", "de", "la", "del", "di") and last + 2 < len(words) and words[last + 2].capital)
                )
                and last - i < 4
            ):
                last += 1
            start, end = word.start, words[last].end
            while last > i and _BODY.match(self._text, words[last - 1].end):
                last -= 1
                end = words[last].end
            if hyphened := _HYPHENED.match(self._text, start):
                end = max(end, hyphened.end())
            before = self._text[max(0, start - 30) : start]
            led = before.endswith(_LEADS)
            if led and last - i == 2 and _MAYOR_OF.search(self._text, max(0, start - 24), start):
                last, end = i, word.end
            if municipal := i > 0 and words[i - 1].lower in _MUNICIPAL and words[i - 1].end + 1 == start:
                last = next((j for j in range(last, i - 1, -1) if self._gazetteer.entries(self._text[start : words[j].end])), last)
                end = words[last].end
            if tail := _KIND_TAIL.match(self._text, word.end):
                end = max(end, tail.end())
            if any(s.start < end and start < s.end for s in (*taken, *new)):
                continue
            said = (
                tail
                or municipal
                or (last > i and words[last].lower in _DIVISION_WORDS and not any(w.lower in _GENERAL for w in words[i:last]))
                or self._known_with_suffix(start, end)
                or (led and (_CALLED_PLACE.search(before) or _MAYOR_OF.search(before)))
                or (last - i < 3 and _TWINNED_AFTER.match(self._text, end) and word.lower not in _NO_TOWN)
                or (
                    last - i < 3
                    and not any(w.lower in _NO_TOWN for w in words[i : last + 1])
                    and _MAYOR_AFTER.match(self._text, end)
                    and not self._opens_sentence(words, i)
                )
            )
            beside = next((f for f in found if 0 < f.start - end < 24), None)
            inside = (
                beside is not None
                and _INSIDE.fullmatch(self._text, end, beside.start)
                and self._text[end : beside.start].strip() != "of"
                and self._is_state(beside)
                and self._listed_before(start)
            )
            if said or inside:
                new.append(Symbol("place", start, end))
                self.remember(self._text[start:end])
        return new

    def _known_with_suffix(self, start: int, end: int) -> bool:
        """Whether a name that says nothing by itself is known with the word behind it: "Syrdarya region"."""
        suffix = _SUFFIX.match(self._text, end)
        return suffix is not None and self.resolve(self._text[start : suffix.end()]).id is not None

    def _opens_sentence(self, words: list[Word], i: int) -> bool:
        """Whether a single capitalised word may owe its capital to the sentence's start."""
        return i == 0 and len(words) > 1 and words[1].lower not in ("mayor", "governor", "deputy", "vice", "city")

    def _is_state(self, symbol: Symbol) -> bool:
        return self.resolve(self._text[symbol.start : symbol.end]).level is Level.COUNTRY

    def _listed_before(self, start: int) -> bool:
        """Whether what stands before a name lets a place follow: a tie, a list, the start of a row."""
        line = self._text[self._text.rfind("\n", 0, start) + 1 : start]
        return not line.strip(" -*•·\t0123456789.()") or bool(_BEFORE_PLACE.search(line))

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
            and before.lower not in _CALENDAR
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
            or bool(_SUFFIX.match(self._text, word.start - 1))
            or bool(_BODY.match(self._text, word.start - 1))
            or word.lower in self._stop
            or self.demonym(self._text[word.start : word.end]) is not None
        )

    _openers: frozenset[int] = frozenset()
    _office_ends: tuple[int, ...] = ()

    def openers(self, starts: frozenset[int], office_ends: tuple[int, ...]) -> None:
        """Say where offices and ties are named in the sentence at hand: a place may stand right beside them."""
        self._openers = starts
        self._office_ends = office_ends

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
            end = symbol.end
            if suffix := _SUFFIX.match(self._text, end):
                end = suffix.end()
            country, admin, used, stretch = self._apposed(found, i, end) or self._beside(found, i, end)
            if (
                country is None
                and (country := self._owned(found, i))
                and placed
                and placed[-1].state
                and (self._text[placed[-1].end : symbol.start] == " " or self._text[placed[-1].end : symbol.start].startswith("'s"))
            ):
                placed.pop()
            if country is None and (tail := _KIND_TAIL.search(name)):
                country = "KR" if tail.group(1) else "JP"
            place = self._read(self._text[symbol.start : end], name, country, admin)
            skip = used
            told = country is not None or admin is not None
            placed.append(Symbol("place", symbol.start, end, place.name or name, place, reach=stretch, told=told))
        return placed

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

    def _read(self, full: str, name: str, country: str | None, admin: str | None) -> Place:
        place = self.resolve(full, country, admin)
        if place.id is None and full != name:
            place = self.resolve(name, country, admin)
        if place.id is None and admin:
            place = self.resolve(name, country)
        return place

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
            or not _INSIDE.fullmatch(self._text, end, found[i + 1].start)
        ):
            return self._seat_of(found, i, end)
        second_name = self._text[found[i + 1].start : found[i + 1].end]
        second = self._with_suffix(found[i + 1])
        own = {e.country for e in self._gazetteer.entries(self._text[found[i].start : found[i].end])}
        if second.level is Level.COUNTRY and (second.country in own or not self._is_division(second_name, own)):
            if second.country in own or not own or self._text[end : found[i + 1].start].strip() == "(" or self._alone(found, i):
                return self._in_division_of(found, i + 1, second) or (second.country, None, 1, found[i + 1].end)
            return None, None, 0, end
        if second.level in (Level.STATE, Level.REGION) or self._is_division(second_name, own):
            return self._third(found, i, end, second, own)
        if _KIND_TAIL.search(self._text[found[i].start : found[i].end]) and second.country in ("KR", "JP"):
            return (second.country, None, 1, found[i + 1].end) if self._text[end : found[i + 1].start] == ", " else (None, None, 0, end)
        county = next(
            (e for e in self._gazetteer.entries(second_name) if e.level is Level.COUNTY and e.country in own & set(self._near[:3])), None
        )
        closed = county is not None and (county.country in _TOWN_AND_PROVINCE or _CLOSED.match(self._text, found[i + 1].end))
        if county is not None and closed and self._text[end : found[i + 1].start] in (", ", " in "):
            return county.country, None, 1, found[i + 1].end
        return None, None, 0, end

    def _in_division_of(self, found: list[Symbol], i: int, country: Place) -> tuple[str | None, str | None, int, int] | None:
        """As ``_beside``, of "X in China's Y Province", where ``i`` is China's."""
        if i + 1 >= len(found) or self._text[found[i].end : found[i + 1].start] not in ("'s ", "\u2019s ", " state of "):
            return None
        end = found[i + 1].end
        if suffix := _SUFFIX.match(self._text, end):
            end = suffix.end()
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
        body = _BODY.match(self._text, end)
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

    def _apposed(self, found: list[Symbol], i: int, end: int) -> tuple[str | None, str | None, int, int] | None:
        """As ``_beside``, of "X, capital of China's Y Province,": what tells where X is names no party of its own."""
        opening = _APPOSED.match(self._text, end)
        if opening is None or i + 1 >= len(found) or found[i + 1].start != opening.end():
            return None
        country = admin = None
        last = i + 1
        while True:
            stretch = found[last].end
            if suffix := _SUFFIX.match(self._text, stretch):
                stretch = suffix.end()
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

    def _with_suffix(self, symbol: Symbol) -> Place:
        """The place of a name with the word behind it: "Vologda region" is no town."""
        suffix = _SUFFIX.match(self._text, symbol.end)
        return self._read(
            self._text[symbol.start : suffix.end() if suffix else symbol.end], self._text[symbol.start : symbol.end], None, None
        )

    def _is_division(self, name: str, countries: set[str]) -> bool:
        return any(e.level is Level.STATE and e.country in countries for e in self._gazetteer.entries(name))

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
            and not link.endswith("state of")
            and second.level is not Level.REGION
            and not (link == "of" and end > found[i].end)
        ):
            return None, None, 0, found[i].end
        used = 1
        end = found[i + 1].end
        if suffix := _SUFFIX.match(self._text, end):
            end = suffix.end()
        if i + 2 < len(found) and _INSIDE.fullmatch(self._text, end, found[i + 2].start):
            third = self.resolve(self._text[found[i + 2].start : found[i + 2].end])
            if third.level is Level.COUNTRY and third.country == country:
                used, end = 2, found[i + 2].end
        return country, second.name if second.level is not Level.REGION else None, used, end

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


def settle(symbols: Sequence[Symbol]) -> None:
    """A name that the report explains once ("Dunedin in New Zealand") means the same place throughout."""
    explained: dict[str, Place] = {}
    for symbol in symbols:
        if symbol.told:
            explained.setdefault(symbol.value.casefold(), symbol.place)
    for symbol in symbols:
        place = explained.get(symbol.value.casefold())
        if place is not None and not symbol.told and symbol.place.level == place.level and (place.id or not symbol.place.id):
            symbol.more = place


_DIVISIONS = frozenset({"province", "state", "county", "district", "prefecture", "region", "city", "municipality"})
_AGENCIES = frozenset({"xinhua", "bernama", "kazinform", "belta", "antara"})
_CALENDAR = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]
)
_DIRECTION = frozenset(
    [
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "greater",
        "downtown",
        "upper",
        "lower",
        "inner",
        "outer",
        "mainland",
        "former",
        "acting",
    ]
)
