"""A sentence as a row of symbols."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from amicity.grammar.context import Context
from amicity.grammar.symbol import Symbol

MANY = 30
"""More ties or papers than this no person names in a sentence: what comes after them is noise, and would cost the reader dear."""

_LIST_GAP = re.compile(
    r"\s*+(?:,?\s*+(?:since )?\d{4})?\s*+\)?\s*+(?:\((?:since |in |est\. )?\d{4}\)|since \d{4}|in "
    r"\d{4}(?=,? and |;))?\s*+(?:,|;|/|-|&|and|as well as|plus|or)?\s*+(?:,|and|&|also|then|as well as)?\s*+(?:and "
    r")?(?:with )?(?:the )?(?:(?:cities|towns|city|town|port|state|province|municipality|county) of "
    r"|(?-i:[A-Z][a-z]{2,12} )(?:city|town|province|district|county) (?:of )?)?\s*+",
    re.I,
)
_UNKNOWN = re.compile(r", [A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?(?: \([\w ]+\))?,(?: and)? ")
_INNER = re.compile(r"['\u2019]s (?:(?:(?:capital|port|coastal|ancient) )?(?:city|town|district|county|capital)(?: of)? )?")
_STATE_OWNS = re.compile(r"(?<=and )(?:[A-Z][\w.]+ ){0,2}[A-Z]\w+['\u2019]s $")
_ACTS_NEXT = re.compile(r" (?:also |then |now )?(?:is|was|has|had|will|became|[a-z]+ed)\b(?! (?:city|town|by)\b)")
_OWN_WITH = re.compile(r"['\u2019]s (?:with|to) ")
"""Of "A's tie with B, C's with D" C begins anew."""
_BOTH_IN = re.compile(r",? (?:both|all|also|each)(?: of (?:them|which))? (?:in|from|of) (?:the )?", re.I)
_BREAK = re.compile(
    r"[;:,\s](?:(?<=;)|(?<=\s)-\s(?=(?-i:[a-z]))|(?:(?<=,) |(?<= ))(?:(?:but|while|whereas|however,?) "
    r"|and (?=(?:he|she|they|it|we|i|the (?:(?:city|mayor)(?! of\b)|two|council"
    r"|delegation(?! (?:accompanying|that accompan|led|headed))|forum|mayors)) ))"
    r"|(?<=,) (?:although |though |(?:adding|noting|saying|stating|stressing|recalling) that |with (?=the ))|(?<=:) (?=[A-Z]))",
    re.I,
)


@dataclass(eq=False, slots=True)
class Sentence:
    """``start`` and ``end`` bound it in the canonical text; ``label`` is its block's (``body``, ``title``, ``caption``, ``row``);
    ``symbols`` are in text order."""

    context: Context
    index: int
    start: int
    end: int
    label: str
    symbols: list[Symbol]
    by_sort: dict[str, list[Symbol]] = field(init=False)
    text: str = field(init=False)
    """The sentence's own canonical text."""
    lower: str = field(init=False)
    """The text in lower case."""
    _clauses: list[tuple[int, int]] | None = field(init=False, default=None)
    _groups: list[list[Symbol]] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Index the symbols by sort."""
        self.text = self.context.text[self.start : self.end]
        self.lower = self.text.lower()
        self.by_sort = {}
        for symbol in self.symbols:
            self.by_sort.setdefault(symbol.sort, []).append(symbol)

    def replace(self, old: Symbol, new: Symbol) -> None:
        """Put one symbol in another's stead, before the sentence is asked for its groups."""
        self.symbols[self.symbols.index(old)] = new
        self.__post_init__()

    def holds(self, *words: str) -> bool:
        """Whether the text, in lower case, holds one of these stretches: a quick look before a pattern is tried."""
        lower = self.lower
        for word in words:  # noqa: SIM110
            if word in lower:
                return True
        return False

    def of(self, sort: str, *values: str) -> list[Symbol]:
        """The symbols of a sort, of these values only where any are named."""
        found = self.by_sort.get(sort)
        if found is None:
            return []
        return [s for s in found if s.value in values] if values else found

    def in_name(self, symbol: Symbol) -> bool:
        """Whether the symbol stands inside a gathering's or a body's name, where a word for a tie names none."""
        return any(o.start <= symbol.start and symbol.end <= o.end for sort in ("forum", "org") for o in self.of(sort))

    def gap(self, left: int, right: int) -> str:
        """The text between two offsets."""
        return self.context.text[left:right]

    def says(self, symbol: Symbol) -> str:
        """The symbol's own wording, in lower case."""
        return self.context.text[symbol.start : symbol.end].lower()

    def before(self, offset: int, *, sort: str, within: int = 10_000) -> Symbol | None:
        """The last symbol of the sort that ends at or before the offset, at most ``within`` characters away."""
        found = None
        for symbol in self.by_sort.get(sort, ()):
            if symbol.end <= offset and offset - symbol.end <= within:
                found = symbol
        return found

    def after(self, offset: int, *, sort: str, within: int = 10_000) -> Symbol | None:
        """The first symbol of the sort that starts at or after the offset, at most ``within`` characters away."""
        for symbol in self.by_sort.get(sort, ()):
            if symbol.start >= offset:
                return symbol if symbol.start - offset <= within else None
        return None

    @property
    def clauses(self) -> list[tuple[int, int]]:
        """The sentence cut at semicolons, "but", "while" and new pronoun subjects."""
        if self._clauses is None:
            cuts = [self.start, *(self.start + m.start() for m in _BREAK.finditer(self.text)), self.end]
            self._clauses = [(a, b) for a, b in itertools.pairwise(cuts) if b > a]
        return self._clauses

    def clause(self, offset: int) -> tuple[int, int]:
        """The bounds of the clause that the offset lies in."""
        for start, end in self.clauses:
            if start <= offset < end:
                return start, end
        return self.start, self.end

    @property
    def groups(self) -> list[list[Symbol]]:
        """The places in lists as written: "Sapporo in Japan, Chicago in the United States and Belfast" is one group of three.

        Of "Shanghai's Jiading District" only the district is a party.
        """
        if self._groups is None:
            self._groups = self._listed()
        return self._groups

    def _listed(self) -> list[list[Symbol]]:
        groups: list[list[Symbol]] = []
        for place in self.by_sort.get("place", ()):
            if groups and place.state and _BOTH_IN.fullmatch(self.gap(groups[-1][-1].reach, place.start)):
                groups[-1][-1].reach = place.reach
                continue
            if groups and groups[-1][-1].state == place.state and _INNER.fullmatch(self.gap(groups[-1][-1].end, place.start)):
                groups[-1][-1] = place
                continue
            gap = self.gap(groups[-1][-1].reach, place.start) if groups and groups[-1][-1].state == place.state else None
            if gap is not None and _OWN_WITH.match(self.gap(place.reach, self.end)):
                gap = None
            if gap is not None and (nation := next((n for n in self.by_sort.get("nation", ()) if n.end + 1 == place.start), None)):
                gap = gap[: max(0, nation.start - groups[-1][-1].reach)]
            if gap is not None and (owner := _STATE_OWNS.search(gap)) is not None:
                gap = gap[: owner.start()]
            if gap == ", and " and len(groups[-1]) == 1 and _ACTS_NEXT.match(self.gap(place.reach, self.end)):
                gap = None
            if gap is not None and (_LIST_GAP.fullmatch(gap) or (len(groups[-1]) > 1 and _UNKNOWN.fullmatch(gap))):
                groups[-1].append(place)
            else:
                groups.append([place])
        return groups

    def within(self, start: int, end: int, *, sort: str) -> Iterator[Symbol]:
        """The symbols of a sort that lie between two offsets."""
        return (s for s in self.by_sort.get(sort, ()) if start <= s.start and s.end <= end)
