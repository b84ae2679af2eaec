"""People with the offices that a sentence gives them: "Shenyang Mayor Jiang Youwei", "Jules Radich, mayor of Dunedin"."""

import re

from amicity.grammar.symbol import Office, Person, Symbol
from amicity.reading.office_names import ELECT
from amicity.reading.office_places import PLAIN_TOWN, SENDERS, OfficePlaces
from amicity.reading.titles import TITLES
from amicity.terms.place import Level, Place

_TENURE = (
    ("acting", "acting"),
    ("interim", "acting"),
    ("former", "former"),
    ("ex-", "former"),
    ("past", "former"),
    ("then", "former"),
    ("then-", "former"),
    ("elect", "elect"),
)
_PLAIN_POST = {
    "acting_mayor": ("mayor", "acting"),
    "former_mayor": ("mayor", "former"),
    "mayor_elect": ("mayor", "elect"),
    "acting_consul_general": ("consul_general", "acting"),
}
_OF_NO_STATE = frozenset({"mayor", "vice_mayor", "deputy_mayor", "lord_mayor", "counterpart"})
_BRACKET = re.compile(r" ?\([^()]{2,30}\)(?=,| and| &)")
_COUNTERPART = "counterpart"
_OF_PARTY = re.compile(r" of (?:the )?(?:(?:CPC|Communist Party|Party|[A-Z][a-z]+|provincial|municipal) ){1,4}(?:Party )?Committee\b")
_AND = re.compile(r"(?:,? (?:and|&)|,) (?:(?:Mr|Mrs|Ms|Dr|Hon)\.? )?")
_MOST, _TWO = 30, 2
_OF_ANOTHER = re.compile(
    r"\b(?:assistant|aide|advis[eo]r|secretary|spokes\w+|wife|husband|son|daughter|representative|deputy|liaison|candidate|race)"
    r" (?:to|of|for) (?:the )?(?:\w+ )?$",
    re.I,
)
"""The one named behind "assistant to the mayor" is none."""
_PORTFOLIO = re.compile(r"\s+(?:for|of|responsible for|in charge of)\s+((?:[A-Z][\w&]*|and|,)(?:\s+(?:[A-Z][\w&]*|and|,|&))*)")


class People(OfficePlaces):
    """Finds the people of one sentence among its words, offices and places."""

    def introduced(self, posts: list[Symbol], places: list[Symbol], masked: list[Symbol]) -> list[Symbol]:
        """A ``person`` symbol for each name that stands beside an office, its offices with their places attached."""
        if not posts:
            return []
        found: dict[int, Symbol] = {}
        self._at = {w.start: i for i, w in enumerate(self._words)}
        posts = [p for p in posts if not self._first_name(p, posts) and not self._of_another(p, places)]
        self._posts = posts
        self._offices = self._under(posts)
        busy = self._offices | self._under([m for m in masked if m.sort != "attribution" or self._text[m.start].islower()])
        last: Symbol | None = None
        for post in posts:
            place, begin, end = self._place_of(post, places)
            if post.value in SENDERS:
                place, end = self._at_embassy(end, place, places)
            if place is not None and place.state and post.value in _OF_NO_STATE:
                place = None
            pair = self._mayors_of(post, place, places)
            end = pair[1].reach if pair else end
            office = self._office(post, place, end)
            alike = frozenset(start for start, s in found.items() if any(o.post == office.post for o in s.person.posts))
            name = self._name_of(begin, end, busy, frozenset(found), alike=alike)
            if self._text[post.start : post.end].endswith("s") and (name is None or name[0] < post.start):
                continue  # "Mayor Alia Bey, council members": one person is not several
            if name is None:
                if last is not None and last.person.posts[-1].start > last.end and self._joined(last, begin):
                    last.person.posts = (*last.person.posts, office)
                    last.end = max(last.end, last.end)
                continue
            start, stop = name
            if post.value in SENDERS and start in found and any(o.post in PLAIN_TOWN for o in found[start].person.posts):
                continue  # "the deputy mayor X, the Consul General of Y": a town's officer is no state's envoy
            if office.place is None:
                office.place = self._behind_name(stop, places) or self._beside_person(last, post, start) or self._of_group(post, places)
            symbol = found.get(start)
            if symbol is None:
                written = _in_lower(re.sub(r"\s+", " ", self._text[start:stop]))
                symbol = found[start] = Symbol("person", start, stop, written, Person(written, start, stop))
            symbol.person.posts = _with_office(symbol.person.posts, office)
            last = symbol
            first, others = self._others_of(post, stop, places, busy, of=pair)
            office.place = office.place or first
            for other in others:
                held = other.person.posts[0]
                held.place, held.portfolio = (
                    held.place or (place if len(others) > 1 else None),
                    None if place is not None else held.portfolio,
                )
                found[other.start] = last = other
        return list(found.values())

    def _of_another(self, post: Symbol, places: list[Symbol]) -> bool:
        """Whether the office is that of somebody whose assistant, spokesman or wife is meant: "Assistant to the City Manager"."""
        owner = next((p for p in reversed(places) if p.end <= post.start and self._owns(p, post)), post)
        return _OF_ANOTHER.search(self._text, max(0, owner.start - 40), owner.start) is not None

    def _others_of(
        self, post: Symbol, stop: int, places: list[Symbol], busy: frozenset[int], *, of: list[Symbol]
    ) -> tuple[Symbol | None, list[Symbol]]:
        """ "Their mayors, A and B": the first town of the pair named before, and B as the mayor of the second; "councillors A, B and C"
        hold one office each."""
        named: list[tuple[int, int]] = []
        stop = bracket.end() if (bracket := _BRACKET.match(self._text, stop)) else stop
        while self._text[post.start : post.end].lower().endswith("s") and len(named) < _MOST and (link := _AND.match(self._text, stop)):
            name = self._name_at(self._index_from(link.end()), busy)
            if name is None or (self._text[stop : link.end()] == ", " and " " not in self._text[name[0] : name[1]]):
                break
            named.append(name)
            stop = bracket.end() if (bracket := _BRACKET.match(self._text, name[1])) else name[1]
        towns = of or list({p.place.key: p for p in places if not p.state and p.end <= post.start}.values())
        first, second = (towns[0], towns[1]) if self._one_each(post, towns, named) else (None, None)
        return first, [self._holder(post, self._behind_name(name[1], places) or second, name) for name in named]

    def _one_each(self, post: Symbol, towns: list[Symbol], named: list[tuple[int, int]]) -> bool:
        """Whether two holders of an office are of the two towns named: mayors are, councillors need not be."""
        return len(towns) == _TWO and len(named) == 1 and post.value != "councillor"

    def _holder(self, post: Symbol, place: Symbol | None, name: tuple[int, int]) -> Symbol:
        written = re.sub(r"\s+", " ", self._text[name[0] : name[1]])
        return Symbol("person", *name, written, Person(written, *name, (self._office(post, place, post.end),)))

    def _office(self, post: Symbol, place: Symbol | None, end: int) -> Office:
        value, tenure = _PLAIN_POST.get(post.value, (post.value, "current"))
        if value == "mayor" and place is not None and place.place.level is Level.STATE and self._text[post.start] in "aA":
            value = "governor"  # the akim of a region
        if value == _COUNTERPART:
            value = next((p.value for p in reversed(self._posts) if p.end <= post.start and p.value != _COUNTERPART), "mayor")
        if value == "secretary" and _OF_PARTY.match(self._text, post.end):
            value = "party_secretary"
        owner = place.start if place is not None and place.end <= post.start and post.start - place.end < 3 else post.start
        before = self._text[max(0, owner - 12) : owner].lower()
        for cue, told in _TENURE:
            if before.rstrip().endswith(cue):
                tenure = told
        portfolio = (
            _PORTFOLIO.match(self._text, post.end)
            if value in ("committee_member", "director", "minister", "deputy_mayor", "councillor")
            else None
        )
        stop = portfolio.end() if portfolio and place is None else post.end
        if portfolio and place is not None and portfolio.start(1) <= place.start < portfolio.end(1):
            portfolio = None
        if ELECT.match(self._text, post.end):
            tenure = "elect"
        return Office(value, post.start, max(stop, post.end), place, None, portfolio.span(1) if portfolio else None, tenure)

    def _joined(self, person: Symbol, begin: int) -> bool:
        gap = self._text[person.end : begin]
        return (
            len(gap) < 140
            and bool(
                re.fullmatch(r"[^.;:!?\"]*\b(?:and|,)\s*(?:concurrently\s+)?(?:the\s+)?(?:executive\s+|concurrently\s+|also\s+)?", gap)
            )
            and not re.search(r"\b(?:said|met|with|signed|by|told|who|visited|attended)\b", gap)
        )


def _in_lower(name: str) -> str:
    """ "VANDANA Mohan", as a report opens, is Vandana Mohan."""
    words = name.split(" ")
    shouted = [w.isupper() and len(w) > 3 for w in words]
    return name if all(shouted) or not any(shouted) else " ".join(w.title() if up else w for w, up in zip(words, shouted, strict=True))


def _with_office(posts: tuple[Office, ...], office: Office) -> tuple[Office, ...]:
    """A second office beside a first; "Mayor … Councillor Tim Gill" is the mayor, whose title the other word is."""
    if posts and office.post == "councillor" and office.place is None:
        return posts
    return (*posts, office)


def is_title(word: str) -> bool:
    """Whether a word goes before a name and is no part of it: "Mr", "Cllr"."""
    return word.lower() in TITLES


def is_sender(post: str) -> bool:
    """Whether an office represents the state that sent it (an ambassador's place is that state)."""
    return post in SENDERS


def below_state(place: Place) -> bool:
    """Whether a place is a town, a province or the like."""
    return place.level is not Level.COUNTRY
