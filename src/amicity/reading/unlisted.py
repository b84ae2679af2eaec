"""Places that the gazetteer does not know, where the text itself says that they are places: "Barile, Italy", "the town of Barile"."""

import re
from bisect import bisect_left

from amicity.grammar.symbol import Symbol
from amicity.reading.beside import INSIDE, Beside
from amicity.reading.place_names import BODY, CALENDAR, KIND_TAIL, MUNICIPAL, SUFFIX
from amicity.reading.words import Word
from amicity.terms.place import Level

_DIVISION_WORDS = frozenset({"district", "county", "prefecture", "municipality", "province", "township", "regency", "governorate"})
_GENERAL = frozenset(
    [
        *("school", "business", "central", "historic", "election", "water", "financial", "technology", "high-tech", "development", "new"),
        *("industrial", "arts", "congressional", "judicial", "shopping", "police", "health", "special", "each", "home", "park", "the"),
        *("council", "senior", "urban", "rural", "city", "town", "metropolitan", "member", "local", "partner", "sister"),
    ]
)
_TWINNED_AFTER = re.compile(
    r" (?:will (?:soon )?be|is(?: now| to be)?|was|has(?: now)? been|are|to be)(?: officially| formally)? twinned\b"
    r"|,? (?:became|becomes|will become|to become|is) (?:a |the )?(?:new )?(?:sister|twin)[ -](?:city|town)"
)
_A_DISTRICT = re.compile(r", a (?:[a-z]+ )?(?:district|suburb|borough|town|village|municipality) (?:of|in|near|outside) [A-Z]")
_ABBREVIATED = frozenset({"U.S.", "US", "U.K.", "UK", "EU"})
CONTINENT = re.compile(r" and (?:[A-Z][a-z]+ern|North|South|East|West|Latin|Central) (?:America|Asia|Africa|Europe)\b")
"""What follows a direction that is no town: "Central and South America"."""
_SHOUTED = re.compile(r"[A-Z]{3,}ING $")
_HYPHENED = re.compile(r"[A-ZÀ-Þ][\w']+(?:-[\w']+){1,4}")
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
    r"|[Ff]ormer)[ -])?(?:[Mm]ayor|[Gg]overnor)(?! of)\b(?=,? [A-Z])|(?: City| Town| District| Municipal| Regional"
    r"| County| Shire)+ (?:Council|Government|Municipality)\b| Municipality\b(?! of)|,? (?:city|town|district|county|municipality"
    r"|prefecture|township)\b(?! (?:council|hall|government|official|manager)?s? ?of)"
)
_MANY = frozenset(
    [
        "counterparts",
        *("municipalities", "regions", "mayors", "cities", "towns", "states", "nations", "governments", "councils", "churches", "europe"),
        *("ministers", "commerce", "trade", "education", "culture", "elders", "affairs", "trustees", "directors", "representatives"),
    ]
)
"""What a council is of, where it is no town's."""
_DIVISIONS = (Level.STATE, Level.COUNTY, Level.REGION)
_SO_TOO = re.compile(r"[A-Z][\w'-]+(?: city)? of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?,?(?: and)? $")
_LEADS = ("of ", "from ", "with ", "the ")
_BEFORE_PLACE = re.compile(
    r"(?:\b(?:with|and|of|cities|towns|city|town|including|include|are|from|between|to|in|visited|partners?)|,|;|:|\(|-)\s*$", re.I
)
_NO_TOWN = frozenset(
    [
        *("sister", "twin", "host", "port", "capital", "home", "smart", "partner", "every", "new", "local", "democratic"),
        *("republican", "incoming", "outgoing", "former", "acting", "labour", "conservative", "lord", "lady", "deputy", "vice"),
        *("city", "town", "municipal", "provincial", "honorary", "longtime", "current", "fellow", "visiting", "metropolitan"),
        *("regional", "district", "county", "village", "independent", "executive", "his", "hon", "mr", "mrs", "ms", "state"),
        *("first", "second", "third", "madam", "dr", "national", "people's", "people", "general", "ex", "global"),
        *("international", "old", "inner", "world", "asian", "african", "european", "american", "lt", "worshipful", "excellency"),
        *("council", "mayor", "friendship", "foreign", "rural", "elected", "newly", "elect", "full", "republic", "federal"),
        *("youth", "student", "historic", "green", "free", "great", "big", "lake", "garden"),
    ]
)


class Unlisted(Beside):
    """Takes a text at its word."""

    _openers: frozenset[int] = frozenset()
    _office_ends: tuple[int, ...] = ()

    def openers(self, starts: frozenset[int], office_ends: tuple[int, ...]) -> None:
        """Say where offices and ties are named in the sentence at hand: a place may stand right beside them."""
        self._openers = starts
        self._office_ends = office_ends

    def _unlisted(self, words: list[Word], found: list[Symbol], masked: list[Symbol]) -> list[Symbol]:
        """Names that the gazetteer does not know, where the text says that they are places: "Barile, Italy", "the town of Barile"."""
        new: list[Symbol] = []
        taken = [*found, *masked]
        starts = [w.start for w in words]
        inside_taken = {at for s in taken for at in starts[bisect_left(starts, s.start) : bisect_left(starts, s.end)]}
        for i, word in enumerate(words):
            if (
                not word.capital
                or word.lower in self._stop
                or self._shouted_verb(word)
                or word.lower in CALENDAR
                or word.start in self._openers
                or word.start in inside_taken
                or self.demonym(self._text[word.start : word.end])
                or (
                    i
                    and words[i - 1].capital
                    and words[i - 1].end + 1 == word.start
                    and words[i - 1].lower not in self._unnamed
                    and not self._shouted_verb(words[i - 1])
                )
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
            while last > i and BODY.match(self._text, words[last - 1].end):
                last -= 1
                end = words[last].end
            if hyphened := _HYPHENED.match(self._text, start):
                end = max(end, hyphened.end())
            before = self._text[max(0, start - 30) : start]
            led = before.endswith(_LEADS)
            if led and last - i == 2 and _MAYOR_OF.search(self._text, max(0, start - 24), start):
                last, end = i, word.end
            if municipal := i > 0 and words[i - 1].lower in MUNICIPAL and words[i - 1].end + 1 == start:
                last = next((j for j in range(last, i - 1, -1) if self._gazetteer.entries(self._text[start : words[j].end])), last)
                end = words[last].end
            if tail := KIND_TAIL.match(self._text, word.end):
                end = max(end, tail.end())
            if (
                any(s.start < end and start < s.end for s in (*taken, *new))
                or self._of_nations(start, end)
                or CONTINENT.match(self._text, end)
            ):
                continue
            said = (
                tail
                or municipal
                or (last > i and words[last].lower in _DIVISION_WORDS and not any(w.lower in _GENERAL for w in words[i:last]))
                or self._known_with_suffix(start, end)
                or (led and words[last].lower not in _MANY and (_CALLED_PLACE.search(before) or _MAYOR_OF.search(before)))
                or (last - i < 2 and i and _A_DISTRICT.match(self._text, end))
                or (last - i < 3 and _TWINNED_AFTER.match(self._text, end) and word.lower not in _NO_TOWN)
                or (
                    last - i < 3
                    and not any(w.lower in _NO_TOWN for w in words[i : last + 1])
                    and _MAYOR_AFTER.match(self._text, end)
                    and not self._opens_sentence(words, i)
                )
            )
            beside = next((f for f in found if 0 < f.start - end < 24), None)
            city_of = beside is not None and self._text[end : beside.start] == " city of "
            inside = (
                beside is not None
                and words[last].lower not in _MANY
                and INSIDE.fullmatch(self._text, end, beside.start)
                and (self._text[end : beside.start].strip() != "of" or _SO_TOO.search(self._text, max(0, start - 60), start) is not None)
                and (self._is_state(beside) or self._in_state(found, beside))
                and self._listed_before(start)
            )
            if said or inside or (city_of and beside is not None and self._is_state(beside)):
                new.append(Symbol("place", start, end))
                self.remember(self._text[start:end])
        return new

    def _shouted_verb(self, word: Word) -> bool:
        """Whether the word is the verb of a title in capitals: "DECLARING ATACO A SISTER CITY"."""
        return word.lower.endswith("ing") and self._text[word.start : word.end].isupper()

    def _of_nations(self, start: int, end: int) -> bool:
        """Whether a hyphened name joins nations: "U.S.-Arab", "China-ASEAN"."""
        first, *others = self._text[start:end].split("-")
        return bool(others) and (self.demonym(first) is not None or self.resolve(first).level is Level.COUNTRY or first in _ABBREVIATED)

    def _known_with_suffix(self, start: int, end: int) -> bool:
        """Whether a name that says nothing by itself is known with the word behind it: "Syrdarya region"."""
        suffix = SUFFIX.match(self._text, end)
        return suffix is not None and self.resolve(self._text[start : suffix.end()]).id is not None

    def _opens_sentence(self, words: list[Word], i: int) -> bool:
        """Whether a single capitalised word may owe its capital to the sentence's start."""
        return i == 0 and len(words) > 1 and words[1].lower not in ("mayor", "governor", "deputy", "vice", "city", "municipality")

    def _in_state(self, found: list[Symbol], division: Symbol) -> bool:
        """Whether the state of a division follows it: "Gotham, Devon, United Kingdom"."""
        state = next((f for f in found if 0 < f.start - division.end < 4 and self._text[division.end : f.start] == ", "), None)
        return state is not None and self._is_state(state) and self.resolve(self._text[division.start : division.end]).level in _DIVISIONS

    def _is_state(self, symbol: Symbol) -> bool:
        return self.resolve(self._text[symbol.start : symbol.end]).level is Level.COUNTRY

    def _listed_before(self, start: int) -> bool:
        """Whether what stands before a name lets a place follow: a tie, a list, the start of a row."""
        line = _SHOUTED.sub("", self._text[self._text.rfind("\n", 0, start) + 1 : start])
        return not line.strip(" -*•·\t0123456789.()") or bool(_BEFORE_PLACE.search(line))
