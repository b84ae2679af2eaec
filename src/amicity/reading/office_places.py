"""The place that an office belongs to: "Busan Mayor", "mayor of Busan", "the Chinese consul"."""

import re

from amicity.grammar.symbol import Symbol
from amicity.reading.office_names import OfficeNames

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
_SEATED = re.compile(r"\s+(?:in|to|at)\s+(?:the\s+)?(?:city of )?", re.I)
SENDERS = frozenset(
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
PLAIN_TOWN = frozenset(
    {"mayor", "vice_mayor", "deputy_mayor", "lord_mayor", "councillor", "acting_mayor", "former_mayor", "mayor_elect", "governor"}
)
_TOWN_OFFICES = frozenset({"party_secretary", "deputy_party_secretary", "mayor", "vice_mayor", "deputy_mayor", "governor", "vice_governor"})
_OF_STATE = re.compile(r",? (?:of|in) (?:the )?")
_STATE_S = re.compile(r"(?: ?\([A-Za-z]{2,6}\))?'s (?:[a-z]+ ){0,2}(?:city of |province of )?")
_IN_BRACKETS = re.compile(r" ?\((?:the |of )?")
_TOWN_LED = re.compile(r"\b(?:led|headed|chaired|fronted) by(?: its| their| the| his)?(?: (?:executive|first|acting|then))? $")
_STATE_OF = re.compile(r"(?: ?\([A-Z][A-Za-z .]{2,24})?\)(?= [A-Z])")
_TOWN_BETWEEN = re.compile(r" (?:division|district|city|region|City|Division|District) (?=[A-Z])")
_EMBASSY = re.compile(
    r",? (?:of|at|in|with) (?:the )?(?P<nation>[A-Z]\w+) (?:Embassy|High Commission|Consulate(?:[- ]General)?)"
    r"(?: in [A-Z]\w+(?= [A-Z]\w+ [A-Z]))?"
)
_OFFICE_TOWN_NAME = frozenset({"PK", "IN", "BD", "AF"})
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
_REGION = re.compile(r" (?:region|province|district|city|oblast|county|state|municipality|prefecture|canton)\b")


class OfficePlaces(OfficeNames):
    """Finds whose an office is among the places of one sentence."""

    def _owns(self, place: Symbol, post: Symbol) -> bool:
        """Whether the office is the place's: "Riverside Mayor", "Riverside, California, Mayor", "Riverside (Mayor Ana Bell)"."""
        if _OWNS.fullmatch(self._text, place.end, post.start) or self._text[place.reach : post.start] == " (":
            return True
        behind = (
            place.reach > place.end and self._text[place.reach : post.start].lstrip(")") in (" ", ", ") and self._text[post.start].isupper()
        )
        return behind and _NAME_OF.match(self._text, post.end) is None

    def _mayors_of(self, post: Symbol, place: Symbol | None, places: list[Symbol]) -> list[Symbol]:
        """The two towns of "mayors of A and B X and Y"; none where one is named."""
        if place is None or place.start < post.end or not self._text[post.start : post.end].lower().endswith("s"):
            return []
        second = next((p for p in places if p.start > place.reach and _AND_OF.fullmatch(self._text, place.reach, p.start)), None)
        return [place, second] if second is not None and not second.state else []

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
        if last is None or same or post.value not in PLAIN_TOWN or not last.person.places or last.end > start:
            return None
        return last.person.places[0] if _TOGETHER.fullmatch(self._text, last.end, post.start) else None

    def _of_group(self, post: Symbol, places: list[Symbol]) -> Symbol | None:
        """The town of the delegation that the person led: "a delegation from Busan led by Vice Mayor Jung"."""
        begin = max(0, post.start - 30)
        led = _TOWN_LED.search(self._text, begin, post.start) if post.value in PLAIN_TOWN else None
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

    def _place_of(self, post: Symbol, places: list[Symbol]) -> tuple[Symbol | None, int, int]:
        """The place an office belongs to, and the bounds of office and place together."""
        begin, end = post.start, post.end
        owner = next((p for p in reversed(places) if p.end <= post.start and self._owns(p, post)), None)
        if owner is not None:
            begin = owner.start
        elif town := next((p for p in places if p.start == post.end + 1 and p.place.country in _OFFICE_TOWN_NAME and not p.state), None):
            between = _TOWN_BETWEEN.match(self._text, town.reach)
            return town, begin, between.end() - 1 if between else town.reach
        adjective = self._adjective(post) if owner is None and post.value not in PLAIN_TOWN else None
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
                (p for p in places if p.start >= end and post.value in SENDERS and _SEATED.fullmatch(self._text, end, p.start)), None
            )
            end = seat.reach if seat is not None else end
        if post.value in SENDERS:
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
            if _OF.fullmatch(gap) or (post.value not in PLAIN_TOWN and _AT_LENGTH.fullmatch(gap)):
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
