"""People with the offices that a sentence gives them: "Shenyang Mayor Jiang Youwei", "Jules Radich, mayor of Dunedin"."""

import re
from collections.abc import Callable

from amicity.grammar.symbol import Office, Person, Symbol
from amicity.reading.names import NEVER_NAME, is_initial, name_from
from amicity.reading.titles import ALSO_NAMES, NO_NAME, ROYAL, TITLES
from amicity.reading.words import Word
from amicity.terms.place import Level, Place

_OF = re.compile(
    r"\s*(?:\([a-z ]+\)\s*)?,?\s*(?:of|for|in|at|from|to)\s+(?:the\s+)?(?:(?:city|town|province|state|county"
    r"|municipality|district|port|borough|republic|village|people's republic) of\s+)?(?:the )?",
    re.I,
)
_OWNS = re.compile(
    r"(?:'s)?\s+(?:(?:rural|regional|shire|borough|metropolitan|council(?:'s)?|government|municipality"
    r"|corporation|province|prefecture|township|then|outgoing|incoming|longtime|deputy|vice|new|newly elected"
    r"|current|incumbent|acting|former|first|city|city's|municipal|provincial|state|county|town|district"
    r"|executive|outgoing|honorary|deputy|female|counterpart,)\s+)*",
    re.I,
)
_BETWEEN = re.compile(r"\s*,?\s*(?:of\s+(?:the\s+)?(?:city|town|municipality|council|municipal [a-z]+|county|province))?\s*[,:(]?\s*", re.I)
_SEATED = re.compile(r"\s+(?:in|to|at)\s+(?:the\s+)?(?:city of )?", re.I)
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
_SENDERS = frozenset(
    {
        "ambassador",
        "deputy_ambassador",
        "high_commissioner",
        "deputy_high_commissioner",
        "consul_general",
        "consul",
        "honorary_consul",
        "vice_consul",
        "deputy_consul_general",
        "acting_consul_general",
        "charge_d_affaires",
        "minister_counsellor",
        "counsellor",
        "cultural_attache",
    }
)
_PLAIN_POST = {
    "acting_mayor": ("mayor", "acting"),
    "former_mayor": ("mayor", "former"),
    "mayor_elect": ("mayor", "elect"),
    "acting_consul_general": ("consul_general", "acting"),
}
_PLAIN_TOWN = frozenset(
    {"mayor", "vice_mayor", "deputy_mayor", "lord_mayor", "councillor", "acting_mayor", "former_mayor", "mayor_elect", "governor"}
)
_OF_NO_STATE = frozenset({"mayor", "vice_mayor", "deputy_mayor", "lord_mayor", "counterpart"})
_BEFORE_NAMES = frozenset({"mr", "mrs", "ms", "dr"})
_TOWN_OFFICES = frozenset({"party_secretary", "deputy_party_secretary", "mayor", "vice_mayor", "deputy_mayor", "governor", "vice_governor"})
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
_OF_STATE = re.compile(r",? (?:of|in) (?:the )?")
_STATE_S = re.compile(r"(?: ?\([A-Za-z]{2,6}\))?'s (?:[a-z]+ ){0,2}(?:city of |province of )?")
_GLUED = re.compile(r"(?:^|[\s(])((?:[A-Z][\w'-]+ ){1,3}[A-Z][\w'-]+),? $")
_BRACKET = re.compile(r" ?\([^()]{2,30}\)(?=,| and| &)")
_IN_BRACKETS = re.compile(r" ?\((?:the |of )?")
_TOWN_LED = re.compile(r"\b(?:led|headed|chaired|fronted) by(?: its| their| the| his)?(?: (?:executive|first|acting|then))? $")
_ANOTHER = frozenset({"mayor", "governor", "ambassador"})
"""Behind a comma these begin another office: "to the mayor of A, Mayor X of B"."""
_EXCELLENCY = re.compile(r"[,:]? (?:H\.? ?E\.?|Y\.?A\.?B\.?) ")
_SHORT_FORM = re.compile(r" ?\([A-Z][A-Za-z&]{1,7}\)")
_STATE_OF = re.compile(r"(?: ?\([A-Z][A-Za-z .]{2,24})?\)(?= [A-Z])")
_RETIRED = re.compile(
    r",? (?:(?:Col|Gen|Brig|Maj|Capt|Lt|Cdr|Colonel|General|Brigadier|Major|Captain|Commander|Justice|Dr)\.? )+\([Rr]e?td?\.?\) "
)
_IS_NOW = re.compile(r",? (?:is|was|will be|remains|being|namely) (?=[A-Z])")
_TOWN_BETWEEN = re.compile(r" (?:division|district|city|region|City|Division|District) (?=[A-Z])")
_PARTY_MAN = re.compile(
    r"(?:^|[\s:])((?:[A-Z][\w'-]+ ){1,4}[A-Z][\w'-]+)(?:,| -) (?:[Aa]lternate )?[Mm]ember of the [^.;:]{3,110}?, (?:[Dd]eputy )?$"
)
_EMBASSY = re.compile(
    r",? (?:of|at|in|with) (?:the )?(?P<nation>[A-Z]\w+) (?:Embassy|High Commission|Consulate(?:[- ]General)?)"
    r"(?: in [A-Z]\w+(?= [A-Z]\w+ [A-Z]))?"
)
_OFFICE_TOWN_NAME = frozenset({"PK", "IN", "BD", "AF"})
_COUNTERPART = "counterpart"
_OF_PARTY = re.compile(r" of (?:the )?(?:(?:CPC|Communist Party|Party|[A-Z][a-z]+|provincial|municipal) ){1,4}(?:Party )?Committee\b")
_ELECT = re.compile(r"[- ](?:elect|designate)\b")
_AND = re.compile(r"(?:,? (?:and|&)|,) (?:(?:Mr|Mrs|Ms|Dr|Hon)\.? )?")
_MOST, _TWO = 30, 2
_OF_ANOTHER = re.compile(
    r"\b(?:assistant|aide|advis[eo]r|secretary|spokes\w+|wife|husband|son|daughter|representative|deputy|liaison|candidate|race)"
    r" (?:to|of|for) (?:the )?(?:\w+ )?$",
    re.I,
)
"""The one named behind "assistant to the mayor" is none."""
_OF_NAMED = re.compile(r",? (?:of|from) (?:the )?(?:(?:city|town|municipality|district|province|county|state|village) of )?(?:the )?", re.I)
_ON_BEHALF = re.compile(
    r",? (?:who )?(?:signed|signing|spoke)(?: [\w-]+){0,6}? (?:on behalf of|for) (?:the )?(?:(?:city|people) of )?", re.I
)
_AND_OF = re.compile(r",? and (?:of )?(?:the )?(?:[A-Z][a-z]+ capital )?(?:(?:city|town|municipality) of )?")
_NAME_OF = re.compile(r"(?: [A-Z][\w'-]+){1,3} of ")
_TOGETHER = re.compile(
    r",?(?: \([^)]{2,30}\))?,?(?: and| along with| together with| accompanied by| as well as| alongside"
    r"| joined by| with)?,?(?: his| her| its| the| former| then| acting| city| municipal| executive)*\s?",
    re.I,
)
_GROUP_FROM = re.compile(
    r"\b(?:delegation|delegates|group|team|party|mission|officials|visitors|guests|representatives|contingent"
    r"|entourage)(?: \w+){0,4}? (?:from|of)(?: the)?(?: city of| its (?:sister|twin|partner) city| [A-Z][\w() ]{2,40}'s)?,? $",
    re.I,
)
_GROUP_OF = re.compile(r"(?:'s)?(?: [\w-]+){0,3} (?:delegation|group|team|party|mission|contingent|entourage)\b", re.I)
_AT_LENGTH = re.compile(
    r"(?! (?!Foreign|International|External|Public|Economic|General|Department|Office|Division|Bureau|Touris|Trade|Cultur|Protocol"
    r"|Planning|Affairs|Secretar|Executive|Committee|Board|Council|Party|Standing|Urban|Sport|Education|City|Municipal)"
    r"[A-Z][\w.'-]* [A-Z])"
    r"(?: [A-Z][\w&,]*| and| for| of| the| in charge of| responsible for| to| with| foreign affairs| city"
    r"| at)* (?:of|for|in) (?:the )?(?:City of |city of )?"
)
_CHARGE = re.compile(
    r"(?: \([A-Z]{2,6}\))?(?: (?:of|for|in charge of)(?: the)?)?(?: (?:[A-Z][\w&'-]*|and|of|the|for|&)){1,7}(?: \([A-Z]{2,6}\))?,"
    r"(?= (?:(?:Mr|Mrs|Ms|Dr|Hon|Prof|Eng|Engr|Ing)\.? )?[A-Z])"
)
_REGION = re.compile(r" (?:region|province|district|city|oblast|county|state|municipality|prefecture|canton)\b")
_PORTFOLIO = re.compile(r"\s+(?:for|of|responsible for|in charge of)\s+((?:[A-Z][\w&]*|and|,)(?:\s+(?:[A-Z][\w&]*|and|,|&))*)")


class People:
    """Finds the people of one sentence among its words, offices and places."""

    def __init__(self, text: str, words: list[Word], *, stop: frozenset[str], demonym: Callable[[str], Place | None]) -> None:
        """``stop``: words that are capitalised only where a sentence begins; ``demonym`` turns "Chinese" into China."""
        self._text = text
        self._words = words
        self._stop = stop
        self._demonym = demonym
        self._at: dict[int, int] = {}
        self._offices: frozenset[int] = frozenset()
        self._posts: list[Symbol] = []

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
            if post.value in _SENDERS:
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
            if post.value in _SENDERS and start in found and any(o.post in _PLAIN_TOWN for o in found[start].person.posts):
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

    def _owns(self, place: Symbol, post: Symbol) -> bool:
        """Whether the office is the place's: "Riverside Mayor", "Riverside, California, Mayor", "Riverside (Mayor Ana Bell)"."""
        if _OWNS.fullmatch(self._text, place.end, post.start) or self._text[place.reach : post.start] == " (":
            return True
        behind = (
            place.reach > place.end and self._text[place.reach : post.start].lstrip(")") in (" ", ", ") and self._text[post.start].isupper()
        )
        return behind and _NAME_OF.match(self._text, post.end) is None

    def _of_another(self, post: Symbol, places: list[Symbol]) -> bool:
        """Whether the office is that of somebody whose assistant, spokesman or wife is meant: "Assistant to the City Manager"."""
        owner = next((p for p in reversed(places) if p.end <= post.start and self._owns(p, post)), post)
        return _OF_ANOTHER.search(self._text, max(0, owner.start - 40), owner.start) is not None

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

    def _mayors_of(self, post: Symbol, place: Symbol | None, places: list[Symbol]) -> list[Symbol]:
        """The two towns of "mayors of A and B X and Y"; none where one is named."""
        if place is None or place.start < post.end or not self._text[post.start : post.end].lower().endswith("s"):
            return []
        second = next((p for p in places if p.start > place.reach and _AND_OF.fullmatch(self._text, place.reach, p.start)), None)
        return [place, second] if second is not None and not second.state else []

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

    def _behind_name(self, stop: int, places: list[Symbol]) -> Symbol | None:
        """The place in "Mayor Mun Il of Buk-gu", "Mayor Mun Il (Buk-gu)", "Governor Mun Il signed on behalf of Jeju"."""
        beside = next((p for p in places if 0 < p.start - stop < 90), None)
        if beside is None:
            return None
        bracketed = _IN_BRACKETS.fullmatch(self._text, stop, beside.start) and self._text[beside.end : beside.end + 1] == ")"
        led = _OF_NAMED.fullmatch(self._text, stop, beside.start) or _ON_BEHALF.fullmatch(self._text, stop, beside.start)
        return beside if bracketed or led else None

    def _beside_person(self, last: Symbol | None, post: Symbol, start: int) -> Symbol | None:
        """The town of the one named just before: "Invercargill Mayor Clark, along with deputy mayor Campbell"."""
        same = last is not None and post.value == "mayor" and any(office.post == "mayor" for office in last.person.posts)
        if last is None or same or post.value not in _PLAIN_TOWN or not last.person.places or last.end > start:
            return None
        return last.person.places[0] if _TOGETHER.fullmatch(self._text, last.end, post.start) else None

    def _of_group(self, post: Symbol, places: list[Symbol]) -> Symbol | None:
        """The town of the delegation that the person led: "a delegation from Busan led by Vice Mayor Jung"."""
        begin = max(0, post.start - 30)
        led = _TOWN_LED.search(self._text, begin, post.start) if post.value in _PLAIN_TOWN else None
        if led is None:
            return None
        before = [p for p in places if p.end <= led.start() and not p.state]
        return next(
            (
                p
                for p in reversed(before)
                if _GROUP_FROM.search(self._text, max(0, p.start - 60), p.start) or _GROUP_OF.match(self._text, p.end)
            ),
            None,
        )

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
        if _ELECT.match(self._text, post.end):
            tenure = "elect"
        return Office(value, post.start, max(stop, post.end), place, None, portfolio.span(1) if portfolio else None, tenure)

    def _place_of(self, post: Symbol, places: list[Symbol]) -> tuple[Symbol | None, int, int]:
        """The place an office belongs to, and the bounds of office and place together."""
        begin, end = post.start, post.end
        owner = next((p for p in reversed(places) if p.end <= post.start and self._owns(p, post)), None)
        if owner is not None:
            begin = owner.start
        elif town := next((p for p in places if p.start == post.end + 1 and p.place.country in _OFFICE_TOWN_NAME and not p.state), None):
            between = _TOWN_BETWEEN.match(self._text, town.reach)
            return town, begin, between.end() - 1 if between else town.reach
        adjective = self._adjective(post) if owner is None and post.value not in _PLAIN_TOWN else None
        of = self._place_after(post, places)
        if of is not None and of.state:
            of = next((p for p in places if 0 < p.start - of.end < 40 and _STATE_S.fullmatch(self._text, of.end, p.start)), of)
        if of is not None:
            end = region.end() if (region := _REGION.match(self._text, of.reach)) else of.reach
            if beside := _STATE_OF.match(self._text, end):
                end = beside.end()
            elif not of.state:
                end = next((p.reach for p in places if p.state and p.start > end and _OF_STATE.fullmatch(self._text, end, p.start)), end)
            seat = next(
                (p for p in places if p.start >= end and post.value in _SENDERS and _SEATED.fullmatch(self._text, end, p.start)), None
            )
            end = seat.reach if seat is not None else end
        if post.value in _SENDERS:
            linked = self._text[post.end : of.start].strip().lower() if of else ""
            if of is not None and (linked.startswith("to") or linked.startswith("in") or linked.startswith("at")):
                return owner or adjective, begin if owner else (adjective.start if adjective else begin), of.reach
        chosen = of or owner or adjective or self._of_next(post, places)
        return chosen, min(begin, adjective.start) if adjective else begin, end

    def _of_next(self, post: Symbol, places: list[Symbol]) -> Symbol | None:
        """The town of "deputy secretary and mayor of Graz": of the office that "and" joins."""
        joined = next((p for p in self._posts if self._text[post.end : p.start] in (" and ", " and the ", ", ")), None)
        return self._place_after(joined, places) if joined is not None and post.value in _TOWN_OFFICES else None

    def _at_embassy(self, end: int, place: Symbol | None, places: list[Symbol]) -> tuple[Symbol | None, int]:
        """The sender in "chargé d'affaires at the Zambian Embassy in Germany", and where office, embassy and seat end."""
        if (embassy := _EMBASSY.match(self._text, end)) is None:
            return place, end
        start, end = embassy.start("nation"), embassy.end()
        seat = next((p for p in places if p.start >= end and _SEATED.fullmatch(self._text, end, p.start)), None)
        if (sender := self._demonym(embassy["nation"])) is not None:
            place = Symbol("place", start, embassy.end("nation"), sender.name or "", sender)
        return place, seat.reach if seat is not None else end

    def _place_after(self, post: Symbol, places: list[Symbol]) -> Symbol | None:
        for place in places:
            if place.start < post.end:
                continue
            gap = self._text[post.end : place.start]
            if len(gap) > 90:
                return None
            if any(post.end <= o.start < place.start for o in self._posts):
                return place if _OF.fullmatch(gap) else None
            if _OF.fullmatch(gap) or (post.value not in _PLAIN_TOWN and _AT_LENGTH.fullmatch(gap)):
                return place
            if post.value in (
                "director",
                "committee_member",
                "head",
                "chairman",
                "president",
                "secretary_general",
                "deputy_director",
                "director_general",
                "vice_chairman",
                "vice_president",
                "executive_director",
            ) and re.fullmatch(r",? (?:of|for|at) (?:the )?[\w' ,&-]{0,70}?\b(?:of |in |)(?:the )?(?:City of )?", gap):
                return place
            return None
        return None

    def _adjective(self, post: Symbol) -> Symbol | None:
        match = re.search(r"\b([A-Z][a-z]+) (?:(?:deputy|acting|vice|former|the|new) )?$", self._text[max(0, post.start - 40) : post.start])
        if not match:
            return None
        country = self._demonym(match.group(1))
        if country is None:
            return None
        offset = max(0, post.start - 40) + match.start(1)
        return Symbol("place", offset, offset + len(match.group(1)), country.name or "", country)

    def _name_after(self, end: int, busy: frozenset[int]) -> tuple[int, int] | None:
        told = _IS_NOW.match(self._text, end)
        for skipped in (_ELECT, _EXCELLENCY, _RETIRED, _IS_NOW):
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

    def _joined(self, person: Symbol, begin: int) -> bool:
        gap = self._text[person.end : begin]
        return (
            len(gap) < 140
            and bool(
                re.fullmatch(r"[^.;:!?\"]*\b(?:and|,)\s*(?:concurrently\s+)?(?:the\s+)?(?:executive\s+|concurrently\s+|also\s+)?", gap)
            )
            and not re.search(r"\b(?:said|met|with|signed|by|told|who|visited|attended)\b", gap)
        )

    def _index_from(self, offset: int) -> int:
        if offset in self._at:
            return self._at[offset]
        for i, word in enumerate(self._words):
            if word.start >= offset:
                return i
        return len(self._words)


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
    return post in _SENDERS


def below_state(place: Place) -> bool:
    """Whether a place is a town, a province or the like."""
    return place.level is not Level.COUNTRY
