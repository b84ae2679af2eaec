"""The people of one report: introduced once, named in full where it does, and met again by a part of their name."""

import re
from collections.abc import Iterator

from amicity.gazetteer import Gazetteer
from amicity.grammar.context import Context
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Person, Symbol
from amicity.reading.people import is_title
from amicity.reading.toponyms import Toponyms
from amicity.reading.words import Word
from amicity.terms.lexicon import Language

_BY_FIRST_NAME = frozenset({"ID", "MY", "BN", "ET", "ER", "IS", "TH", "LK", "MM", "MN"})
_FAMILY_FIRST = frozenset({"CN", "KR", "KP", "TW", "HK", "MO", "VN"})


_MAYORS = frozenset({"mayor", "lord_mayor"})
_TO_BODY = 24
_GIVEN = re.compile(r"(?<![.!?:\"] )\b([A-Z][a-z]+) (?:[A-Z]\. )?$")
_AT_TOWN = re.compile(r"\b(?:in|of|to|from|near|at|visited) (?:the )?$")
_SUFFIXED = re.compile(r"(?:'s)? (?:City|Town|Council|Mayor|Municipal|and [A-Z])")
_MANY_PEOPLE = 300
"""So many people a report introduces; whoever comes after them is read where he stands, and not remembered."""
_CAPITALISED, _IN_WORD, _LONG_WORD = re.compile(r"\b([A-Z][\w'-]+)$"), re.compile(r"\w"), 60


class Cast:
    """Keeps who is who from sentence to sentence."""

    def __init__(self, context: Context, *, language: Language, gazetteer: Gazetteer) -> None:
        """``context`` gathers what the report says as a whole, its people among it."""
        self._context = context
        self._language = language
        self._gazetteer = gazetteer
        self._toponyms = Toponyms(gazetteer, context.text, stop=language.small)
        self._datelines: list[Symbol] = []

    def _seat(self, person: Person, orgs: list[Symbol], words: list[Word]) -> None:
        """The town in "director of the Department of Tourism of Isfahan", which stands inside a body's name."""
        for office in person.posts:
            body = next(
                (o for o in orgs if office.place is None and office.start < o.start < office.end + _TO_BODY and o.end >= office.end), None
            )
            if body is not None:
                inside = [w for w in words if body.start <= w.start < body.end]
                towns = [p for p in self._toponyms.in_words(inside, []) if not p.state and p.place.id is not None]
                office.place = towns[-1] if towns else None
                if towns and office.portfolio is not None and office.portfolio[0] <= towns[-1].start < office.portfolio[1]:
                    office.portfolio = None

    def _of_person(self, symbol: Symbol) -> bool:
        """Whether the name is somebody's, introduced before: "of Pramono's six months" names no town."""
        name = self._context.text[symbol.start : symbol.end]
        return any(name == known or name in known.split() for known in self._context.people)

    def _surname(self, symbol: Symbol) -> bool:
        """Whether the name is the surname of somebody introduced, and nothing beside it says that a town is meant."""
        text = self._context.text
        name = text[symbol.start : symbol.end]
        if symbol.told or _AT_TOWN.search(text, max(0, symbol.start - 12), symbol.start) or _SUFFIXED.match(text, symbol.end):
            return False
        return any(" " in known and known.endswith(f" {name}") for known in self._context.people)

    def _seat_at_home(self) -> None:
        """Give a mayor without a town that of the dateline, where the report's main town has another mayor: it has one."""
        offices = [o for p in self._context.people.values() for o in p.posts if o.post in _MAYORS]
        held = {o.place.place.key for o in offices if o.place is not None}
        topic = self._context.topic
        if self._datelines and topic is not None and topic.place.key in held and self._datelines[0].place.key not in held:
            for office in offices:
                office.place = office.place or self._datelines[0]

    def _introduce(self, person: Person) -> Person:
        """Take a person into the report's register; a bare surname and a full name of one office are one person, who is given."""
        bare = " " not in person.name
        self._name_in_full(person)
        known = self._context.people.get(person.name)
        if known is None and len(self._context.people) >= _MANY_PEOPLE:
            return person
        if known is None and " " not in person.name:
            known = next(
                (p for name, p in self._context.people.items() if name.endswith(" " + person.name) or name.startswith(person.name + " ")),
                None,
            )
            if known is not None:
                person.posts = tuple(o for o in person.posts if o.post not in ("councillor", *(k.post for k in known.posts)))
                person.name = known.name
        if known is None:
            self._context.people[person.name] = person
        else:
            _share_places(known, person)
            known.posts = known.posts + tuple(
                o
                for o in person.posts
                if all((o.post, o.place and o.place.value) != (k.post, k.place and k.place.value) for k in known.posts)
            )
        return known if bare and known is not None else person

    def _name_in_full(self, person: Person) -> None:
        """Give the people introduced by surname alone ("Mayor Park") the full name that now follows."""
        parts = person.name.split()
        people = self._context.people
        for bare in {parts[0], parts[-1]} if len(parts) > 1 else ():
            known = people.get(bare)
            if known is not None and {o.post for o in known.posts} & {o.post for o in person.posts}:
                del people[bare]
                known.name = person.name
                people.setdefault(person.name, known)

    def _complete_names(self) -> None:
        """Give those introduced by surname alone the full name that the report uses elsewhere without an office."""
        people = self._context.people
        for bare in [name for name in people if " " not in name and len(name) > 3]:
            before = set(_words_before(bare, self._context.text))
            given = [
                g for g in before if g.lower() not in self._language.small and not is_title(g) and g.lower() not in self._language.wordings
            ]
            if len(given) == 1 and f"{given[0]} {bare}" not in people:
                person = people.pop(bare)
                person.name = f"{given[0]} {bare}"
                people[person.name] = person

    def _unmask(self, sentence: Sentence, aliases: dict[str, Person]) -> None:
        """A surname of the report's people that is also a town's name means the person, unless a preposition says where."""
        text = self._context.text
        false = [
            p
            for p in sentence.of("place")
            if text[p.start : p.end] in aliases and " " not in text[p.start : p.end] and not p.told and not _place_of_words(text, p)
        ]
        if false:
            sentence.symbols = [s for s in sentence.symbols if s not in false]
            sentence.by_sort["place"] = [p for p in sentence.of("place") if p not in false]
            if not sentence.by_sort["place"]:
                del sentence.by_sort["place"]

    def _tag_people(self, sentences: list[Sentence]) -> None:
        """Mark the bare later mentions of people introduced with an office: full name, or the last or first part of it."""
        context = self._context
        if not context.people:
            return
        aliases: dict[str, Person] = {}
        for person in context.people.values():
            parts = person.name.split()
            for alias in (
                person.name,
                parts[-1] if len(parts) > 1 and len(parts[-1]) > 3 else "",
                parts[0] if _family_first(person) or _called_by_first(person) else "",
                " ".join(parts[:2]) if len(parts) > 2 else "",
            ):
                if alias:
                    aliases.setdefault(alias, person)
        pattern = re.compile(r"\b(?:" + "|".join(re.escape(a) for a in sorted(aliases, key=len, reverse=True)) + r")\b")
        for sentence in sentences:
            self._unmask(sentence, aliases)
            named = [s for sort in ("person", "place", "org", "forum") for s in sentence.of(sort)]
            new = [
                Symbol("person", match.start(), match.end(), aliases[match.group()].name, aliases[match.group()])
                for match in pattern.finditer(context.text, sentence.start, sentence.end)
                if not any(s.start < match.end() and match.start() < s.end for s in named) and not self._namesake(match)
            ]
            if new:
                sentence.symbols = sorted([*sentence.symbols, *new], key=lambda s: (s.start, -s.end))
                sentence.by_sort["person"] = sorted([*sentence.of("person"), *new], key=lambda s: s.start)

    def _namesake(self, match: re.Match[str]) -> bool:
        """Whether a surname alone is another bearer's: "Ann Cortes" is not the mayor Jonas Cortes."""
        before = _GIVEN.search(match.string, max(0, match.start() - 24), match.start()) if " " not in match[0] else None
        if before is None or is_title(before[1]):
            return False
        return before[1].lower() not in self._language.small and before[1].lower() not in self._language.wordings


def _words_before(bare: str, text: str) -> Iterator[str]:
    """The capitalised words that stand right before a name."""
    at = text.find(f" {bare}")
    while at >= 0:
        end = at + 1 + len(bare)
        if not _IN_WORD.match(text, end) and (word := _CAPITALISED.search(text, max(0, at - _LONG_WORD), at)):
            yield word.group(1)
        at = text.find(f" {bare}", end)


def _called_by_first(person: Person) -> bool:
    """Whether people are called by their first name, as in Indonesia and Ethiopia."""
    return len(person.name.split()) > 1 and any(p.place.country in _BY_FIRST_NAME for p in person.places)


def _family_first(person: Person) -> bool:
    """Whether the family name is written first, as in China and Korea."""
    return len(person.name.split()) in (2, 3) and any(p.place.country in _FAMILY_FIRST for p in person.places)


def _place_of_words(text: str, place: Symbol) -> bool:
    """Whether the words before a name say that it is a place."""
    return bool(
        re.search(
            r"\b(?:in|to|of|from|at|near|with|between|and|visited|city|town)\s(?:the )?$|[,;]\s*$",
            text[max(0, place.start - 14) : place.start],
        )
    )


def _share_places(known: Person, again: Person) -> None:
    """One office of one person has one place, named where the report names it."""
    for office in again.posts:
        for other in known.posts:
            if other.post == office.post:
                other.place = other.place or office.place
                office.place = office.place or other.place
