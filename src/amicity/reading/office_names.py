"""The name beside an office: behind it, before it, or parted from it by a comma."""

import re
from collections.abc import Callable

from amicity.grammar.symbol import Symbol
from amicity.reading.names import NEVER_NAME, is_initial, name_from
from amicity.reading.titles import ALSO_NAMES, NO_NAME, ROYAL, TITLES
from amicity.reading.words import Word
from amicity.terms.place import Place

_BEFORE_NAMES = frozenset({"mr", "mrs", "ms", "dr"})
_BODY_AFTER = re.compile(
    r"(?:'s)?(?: (?:City|Town|County|Borough|District|Shire|Municipal|Provincial|Regional|Metropolitan|Rural"
    r"|Military|People's|Party|Village|Parish|Chamber of|Sister Cities))* (?:Council|Government|Assembly|Municipality|Duma|Rada"
    r"|Corporation|Administration|Commission|Commerce|Association|Committee|Authority|University|Police|Society"
    r"|Club|Foundation|Commission|Executive Power|Executive Authority)\b"
    r"|,? (?:of|at) (?:the )?[A-Z]{3,8}(?= [A-Z][a-z])"
)
_OWN_BODY_AFTER = re.compile(
    r",? of (?:the |its )?(?:(?:provincial|municipal|city|town|district|county|regional|city's|province's)(?:'s)? )+"
    r"(?:(?i:people's|party|communist party|city|local) )*(?i:council|committee|assembly|government|parliament)(?= [A-Z])"
)
_GLUED = re.compile(r"(?:^|[\s(])((?:[A-Z][\w'-]+ ){1,3}[A-Z][\w'-]+),? $")
_ANOTHER = frozenset({"mayor", "governor", "ambassador"})
"""Behind a comma these begin another office: "to the mayor of A, Mayor X of B"."""
_EXCELLENCY = re.compile(r"[,:]? (?:H\.? ?E\.?|Y\.?A\.?B\.?) ")
_SHORT_FORM = re.compile(r" ?\([A-Z][A-Za-z&]{1,7}\)")
_RETIRED = re.compile(
    r",? (?:(?:Col|Gen|Brig|Maj|Capt|Lt|Cdr|Colonel|General|Brigadier|Major|Captain|Commander|Justice|Dr)\.? )+\([Rr]e?td?\.?\) "
)
_IS_NOW = re.compile(r",? (?:is|was|will be|remains|being|namely) (?=[A-Z])")
_PARTY_MAN = re.compile(
    r"(?:^|[\s:])((?:[A-Z][\w'-]+ ){1,4}[A-Z][\w'-]+)(?:,| -) (?:[Aa]lternate )?[Mm]ember of the [^.;:]{3,110}?, (?:[Dd]eputy )?$"
)
ELECT = re.compile(r"[- ](?:elect|designate)\b")
_CHARGE = re.compile(
    r"(?: \([A-Z]{2,6}\))?(?: (?:of|for|in charge of)(?: the)?)?(?: (?:[A-Z][\w&'-]*|and|of|the|for|&)){1,7}(?: \([A-Z]{2,6}\))?,"
    r"(?= (?:(?:Mr|Mrs|Ms|Dr|Hon|Prof|Eng|Engr|Ing)\.? )?[A-Z])"
)


class OfficeNames:
    """Finds names among the words of one sentence."""

    def __init__(self, text: str, words: list[Word], *, stop: frozenset[str], demonym: Callable[[str], Place | None]) -> None:
        """``stop``: words that are capitalised only where a sentence begins; ``demonym`` turns "Chinese" into China."""
        self._text = text
        self._words = words
        self._stop = stop
        self._demonym = demonym
        self._at: dict[int, int] = {}
        self._offices: frozenset[int] = frozenset()
        self._posts: list[Symbol] = []

    def _first_name(self, post: Symbol, posts: list[Symbol]) -> bool:
        """Whether a royal title is somebody's first name: "Mayor Prince Chileshe", "Mr King Oduor"."""
        if self._text[post.start : post.end].lower() not in ROYAL:
            return False
        i = self._index_from(post.start)
        return any(p.end + 1 == post.start for p in posts) or (
            i > 1 and self._words[i - 1].start + 4 > self._words[i - 1].end and self._titles(i - 1)
        )

    def _under(self, symbols: list[Symbol]) -> frozenset[int]:
        """The words that begin inside the symbols."""
        found = set()
        for symbol in symbols:
            i = self._index_from(symbol.start)
            while i < len(self._words) and self._words[i].start < symbol.end:
                found.add(i)
                i += 1
        return frozenset(found)

    def _name_of(
        self, begin: int, end: int, busy: frozenset[int], known: frozenset[int], *, alike: frozenset[int] = frozenset()
    ) -> tuple[int, int] | None:
        """The name beside an office: behind it, before it, or, where a comma parts it from the one behind, the one before.

        In "the mayor of A, X, the governor of B, Y" X has an office already, so Y is meant; nobody holds one office twice (``alike``).
        """
        body = _BODY_AFTER.match(self._text, end) or _OWN_BODY_AFTER.match(self._text, end)
        end = body.end() if body else end
        short = _SHORT_FORM.match(self._text, end)
        end = short.end() if short else end
        after = self._name_after(end, busy) or (self._name_like_town(end, busy) if body else None)
        if after is not None and "," not in self._text[end : after[0]]:
            return after
        before = self._name_before(begin, busy) or self._party_member(begin, busy) or self._glued(begin, end, busy)
        if (
            before is not None
            and after is not None
            and (before[0] in alike or (before[0] in known and self._text[begin - 6 : begin].endswith((", the ", "and the "))))
        ):
            return after
        charge = _CHARGE.match(self._text, end) if before is None and after is None else None
        return self._name_after(charge.end(), busy) if charge is not None else before or after

    def _glued(self, begin: int, end: int, busy: frozenset[int]) -> tuple[int, int] | None:
        """The name that no comma parts from an office told with its place: "Ivan Petrov Consul General of Russia in Isfahan"."""
        if "of " not in self._text[begin:end] or (found := _GLUED.search(self._text, max(self._words[0].start, begin - 60), begin)) is None:
            return None
        first, stop = self._index_from(found.start(1)), self._index_from(begin)
        words = [w for w in self._words[first:stop] if w.capital]
        if any(self._index_from(w.start) in busy or w.lower in self._stop or self._demonym(w.lower.title()) for w in words):
            return None
        return self._name_at(first, busy)

    def _name_after(self, end: int, busy: frozenset[int]) -> tuple[int, int] | None:
        told = _IS_NOW.match(self._text, end)
        for skipped in (ELECT, _EXCELLENCY, _RETIRED, _IS_NOW):
            if match := skipped.match(self._text, end):
                end = match.end()
        i = self._index_from(end)
        while i < len(self._words) and (
            self._titles(i) or self._words[i].lower in (".", ",", ":", "-") or (i in self._offices and self._words[i].capital)
        ):
            if self._words[i].start - end > 40 or (self._words[i].lower in _ANOTHER and self._words[i - 1].lower == ","):
                return None
            i += 1
        name = self._name_at(i, busy)
        return None if told and name and " " not in self._text[name[0] : name[1]] else name

    def _name_like_town(self, end: int, busy: frozenset[int]) -> tuple[int, int] | None:
        """The name behind a town's body whose first word is a town too: "the Mayor of Konya Municipality Ali Demir"."""
        i = self._index_from(end + 1)
        if (
            i + 1 >= len(self._words)
            or not self._words[i + 1].capital
            or i + 1 in busy
            or self._words[i + 1].start != self._words[i].end + 1
        ):
            return None
        return self._name_at(i, busy - {i})

    def _titles(self, i: int) -> bool:
        """Whether a word is a title, not the first of two names: "Col Murray" is called so, "Col John Murray" is a colonel."""
        word = self._words[i]
        if word.lower not in TITLES:
            return False
        if word.lower not in ALSO_NAMES or i + 1 >= len(self._words):
            return True
        following = self._words[i + 1 : i + 3]
        named = following[0].capital and following[0].start == word.end + 1 and following[0].lower not in TITLES
        return not named or (len(following) > 1 and following[1].capital and following[1].start == following[0].end + 1)

    def _name_at(self, i: int, busy: frozenset[int]) -> tuple[int, int] | None:
        if i >= len(self._words) or i in busy:
            return None
        size = name_from(self._words, i, stop=self._stop, taken=busy)
        while size and self._words[i + size - 1].lower in (".", "-"):
            size -= 1
        after_title = next((k for k in range(i + 1, i + min(size, 3)) if self._words[k].lower in _BEFORE_NAMES), None)
        if after_title is not None:  # "the mayor of Dhaka North Mr. Annisul Huq"
            return self._name_at(after_title + 1 + (self._words[min(after_title + 1, len(self._words) - 1)].lower == "."), busy)
        if not size or not self._plausible(i, size):
            return None
        last = i + size - 1
        if size > 1 and is_initial(self._words, last) and self._words[last - 1].lower == ".":
            last += 1
        return self._words[i].start, self._words[last].end

    def _plausible(self, i: int, size: int) -> bool:
        first = self._words[i]
        named = self._words[i : i + size]
        return (
            (first.lower not in self._stop or is_initial(self._words, i))
            and not self._titles(i)
            and len(first.lower) + size > 2
            and not any(w.lower in NO_NAME for w in named)
            and first.lower not in NEVER_NAME
        )

    def _name_before(self, begin: int, busy: frozenset[int]) -> tuple[int, int] | None:
        """The name that ends right before "…, mayor of": back over the comma and an article."""
        i = self._index_from(begin) - 1
        while i >= 0 and self._words[i].lower in (
            "the",
            "a",
            "then",
            "current",
            "acting",
            "former",
            "now",
            "who",
            "is",
            "was",
            "as",
            "city",
            "our",
            "new",
            "its",
            "both",
            "also",
            "first",
            "then-",
        ):
            i -= 1
        if i < 0 or self._words[i].lower not in (",", "(", "-", "is"):
            return None
        if self._words[i].lower == "-" and i == 1 and self._text[self._words[0].start : self._words[0].end].isupper():
            return None  # an agency's letters before its lead
        last = i - 1
        first = last
        while (
            first >= 0
            and (
                self._words[first].capital
                or self._hyphened(first)
                or self._words[first].lower in (".", "-", "ul", "al", "de", "da", "van", "von", "bin", "der", "la")
            )
            and first not in busy
            and self._words[first].lower not in self._stop
            and last - first < 6
        ):
            first -= 1
        first += 1
        for i in range(first, last + 1):
            if self._titles(i) or (i == first and not self._words[i].capital):
                first = i + 1
        while first <= last and not self._words[first].capital:
            first += 1
        if first > last:
            return None
        size = last - first + 1
        return (self._words[first].start, self._words[last].end) if self._plausible(first, size) and size <= 6 else None

    def _hyphened(self, i: int) -> bool:
        """Whether a word is the second half of a given name: "Park Sang-woo"."""
        dash = self._words[i - 1] if i > 1 else None
        return dash is not None and dash.lower == "-" and dash.end == self._words[i].start and self._words[i - 2].end == dash.start

    def _party_member(self, begin: int, busy: frozenset[int]) -> tuple[int, int] | None:
        """The name in "Le Van Nam, Member of the Central Committee of …, Governor of X"."""
        start = max(self._words[0].start, begin - 200)
        found = _PARTY_MAN.search(self._text, start, begin) if "ember of the" in self._text[start:begin] else None
        return self._name_at(self._index_from(found.start(1)), busy) if found else None

    def _index_from(self, offset: int) -> int:
        if offset in self._at:
            return self._at[offset]
        for i, word in enumerate(self._words):
            if word.start >= offset:
                return i
        return len(self._words)
