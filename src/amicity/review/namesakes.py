"""Which places' names are worth comparing closely: out of thousands the few in the same country that are written much alike.

Comparing every name with every other one takes minutes where a register holds 13,000 places. What is left out here differs so much
that the close comparison would propose nothing.
"""

import re
import unicodedata
from collections.abc import Iterable

from amicity.terms.place import Place

NEAR = 82
"""How alike two names in one script must be before context is looked at."""
_SPACELESS = 0.95
"""What a likeness without regard to spaces is worth."""
_ROMANISED = (("lyu", "lu"), ("lv", "lu"), ("nyu", "nu"), ("nv", "nu"), ("'", ""), ("’", ""))
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")


def plain_name(name: str) -> str:
    """A name without accents, case, signs and the ways in which one sound is romanised: ``Lü``, ``Lyu`` and ``Lv`` are one."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    for written, sound in _ROMANISED:
        bare = bare.replace(written, sound)
    return " ".join(_WORD.findall(bare))


def numbers(name: str) -> frozenset[str]:
    """The numbers in a plain name, Arabic or Roman: district II is not district XIII, however alike their names are."""
    return frozenset(word for word in name.split() if _NUMBER.fullmatch(word))


class Shelf:
    """Places by country, ready to be asked which of them are called much like another."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._lands: dict[str, _Land] = {}
        for place in places:
            if place.name:
                self._lands.setdefault(place.country or "", _Land()).put(place.key, plain_name(place.name))

    def near(self, place: Place) -> list[str]:
        """The keys, in order, of the places whose country does not differ and whose name may be another writing of this one's."""
        lands = self._lands if not place.country else {place.country, ""} & self._lands.keys()
        name = plain_name(place.name or "")
        return sorted({key for land in lands for key in self._lands[land].near(name)}) if name else []


class _Land:
    """The names of one country."""

    def __init__(self) -> None:
        self.sorted_words: dict[str, str] = {}
        self.spaceless: dict[str, str] = {}
        self.by_word: dict[str, set[str]] = {}

    def put(self, key: str, name: str) -> None:
        words = name.split()
        self.sorted_words[key], self.spaceless[key] = " ".join(sorted(words)), "".join(words)
        for word in words:
            self.by_word.setdefault(word, set()).add(key)

    def near(self, name: str) -> set[str]:
        """As many letters alike as it takes, or a word in common for the names of several words of which one holds the other."""
        from rapidfuzz import fuzz, process

        words = name.split()
        ways = ((" ".join(sorted(words)), self.sorted_words, NEAR - 1), ("".join(words), self.spaceless, (NEAR - 1) / _SPACELESS))
        alike = {
            key for text, names, least in ways for _, _, key in process.extract_iter(text, names, scorer=fuzz.ratio, score_cutoff=least)
        }
        return alike.union(*(self.by_word.get(word, ()) for word in words)) if len(words) > 1 else alike
