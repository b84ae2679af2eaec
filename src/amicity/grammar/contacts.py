"""Who came to whom: the sides of visits and meetings, with their places, their people and whether they came as a delegation."""

import re
from dataclasses import dataclass
from functools import lru_cache

from amicity.grammar.draft import Slot
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol, called
from amicity.terms.derivation import Derivation

_BY = re.compile(r"\b(?:was|were|been|be|being|is|are)?\s*\w+ by$", re.I)
_OBJECT_GAP = re.compile(
    r"\s*(?:the )?(?:[\w'-]+ ){0,3}?(?:(?:city|town|port|county|province|municipality|twin town"
    r"|sister city|partner city|region|state) (?:of )?)?(?:the )?",
    re.I,
)
_TOWN_ITSELF = re.compile(
    r"\s*(?:the|our|this) (?:city|town|island|county|province|village|borough|municipality|district"
    r"|capital|region)\b(?! (?:of|council|hall|museum))",
    re.I,
)
_ASIDE = re.compile(
    r",? (?:with |of |to )?(?:which|whom|whose|where)\b|,? (?:to (?:mark|celebrate|discuss|explore"
    r"|attend)|as part of|during|ahead of|after|before)\b",
    re.I,
)
_NEXT_ACT = re.compile(
    r"\band (?:also |then |later |jointly |had |held talks )?(?=(?:signed|visited|held|discussed|exchanged|briefed|presented|expressed"
    r"|thanked|attended|toured|said|agreed|hosted|announced|inked|handed)\b)"
)
_BY_WHOM = ("led by", "headed by")
_GOODS = re.compile(
    r" (?:[\w-]+ ){0,5}?(?:buses|bus|ambulances?|generators?|equipment|aid|supplies|batch|donations?|shipments?|awards?|prizes?|vehicles"
    r"|funds?|funding|letters?|gifts?|trucks?|medicines?|computers?|books|money|grants?|medals?|titles?|certificates?)\b"
)
_OF_GUESTS = re.compile(r"visit (?:of|by|from)\b", re.I)
_THE_HOSTS = re.compile(r"\b(?:the|our|their|its|as|and) $", re.I)
_HOST_OF = re.compile(r"[ -](?:famil|cit|town|countr|nation|home|school|communit|universit|club|organi)", re.I)
_NAME = re.compile(
    r" (?:comrade |the late )?(?:(?:Mr|Mrs|Ms|Dr|Hon|Prof|Engr?|Madam|Comrade|Sir|Dato|Datuk|Shri|Smt)\.? )*"
    r"((?:[A-Z][\w'-]+ |[A-Z]\. ?){1,4}[A-Z][\w'-]+)(?=[,.;:)]| (?:and|who|on|from|of|with|arrived|visited|met|in|is|was|has)\b| -)"
)
_ARRIVED = ("arrived", "came", "landed", "will arrive")
_OCCASION = re.compile(
    r"\W*(?:[Oo]n the occasion of|[Oo]n the sidelines of|[Tt]o (?:mark|celebrate|commemorate)|[Ii]n celebration of|[Aa]s part of|[Mm]arking"
    r"|[Aa]head of|[Ii]n line with) [^,;]{3,140}, "
)
"""What a meeting is held for is no side of it."""
_INVITED = re.compile(r"\W*(?:at|on|upon) the (?:kind )?invitation of [^,]{3,120},\s*", re.I)
_GROUP = re.compile(r"(?:deleg|mission|contingent|entourage|group|team|party|visitor|guest|student|pupil|choir|troupe)", re.I)
_ONE_GROUP = re.compile(r"\b(?:an?|the|this|our) [^.;,]{0,40}?(?:delegation|group|team|party|mission|contingent)\b(?!s)", re.I)
_TIE_OF = re.compile(
    r", (?:an?|the|one of (?:the|its)) (?:sister|twin|partner|friendship) (?:cit(?:y|ies)|towns?|provinces?) (?:of|to|with) (?:the )?$"
)
_THE_OFFICE = re.compile(r"\b[Tt]he (?:visiting |vice[- ]|deputy |acting )?$")
_THE_GUESTS = re.compile(
    r"\b(?:the|this|these) (?:[\w-]+ ){0,2}(?:delegation|delegates|visitors|guests|group|party|team|mission|officials)\b", re.I
)
_PRONOUN = re.compile(r"\b(?:he|she|they|the delegation|the mayor|the group|the visitors|the delegates|the party)\b", re.I)
_SIZE = re.compile(
    r"\b(\d{1,3}|[a-z]+)[ -](?:member|person|strong|man|people)\b|\b(?:delegation|group|party|team"
    r"|contingent)\b[^.;]{0,50}? (?:(?:made up |composed |consisting |consists |consisted |comprised )?of|comprising|including"
    r"|comprises|included) (?:about |some |over |more than )?(\d{1,3}|[a-z]+)(?= "
    r"(?:people|members|persons|officials|students|delegates|pupils|residents|citizens|musicians"
    r"|councillors|business|to|from|who|which|led|headed|was|were|is|arrived|visited|came)\b|\b(?! [a-z]+))",
    re.I,
)
_ENVOY = re.compile(
    r" (?:(?:high-level|official|municipal|business|trade|new|visiting|deputy|vice|acting) "
    r")*(?:(ambassador|consul[ -]general|consul|embassy|high commissioner|envoy|charg)|delegation"
    r"|delegates|guests|visitors|group|party|team|officials)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contact: ``places`` it stands for, ``leaders`` among its people, whether people are said to come along with them
    (``delegation``: "officials", "a team") and whether as a ``group`` under way ("a team", not the officials of a town)."""

    places: tuple[Symbol, ...] = ()
    leaders: tuple[Symbol, ...] = ()
    delegation: bool = False
    group: bool = False

    @property
    def people_come(self) -> bool:
        """Whether somebody of this side is named or said to come."""
        return self.delegation or bool(self.leaders)


def stretch(sentence: Sentence, start: int, stop: int) -> Side:
    """The side that stands between two offsets: people with their places, delegations "from X", towns' own bodies."""
    people = list(sentence.within(start, stop, sort="person"))
    groups = list(sentence.within(start, stop, sort="delegation"))
    places: dict[str, Symbol] = {}
    for person in people:
        for place in person.person.places[:1]:
            places.setdefault(place.place.key, place)
    for sent in _unnamed_envoys(sentence, start, stop):
        places.setdefault(sent.place.key, sent)
    for group in sentence.groups:
        if start <= group[0].start and group[-1].end <= stop and _stands_for(sentence, group, start, bool(people), bool(groups)):
            for place in group:
                places.setdefault(place.place.key, place)
    if not places and not people:
        return _the_officer(sentence, start, stop)
    towns = {p.place.country for p in places.values() if not p.state}
    named: dict[tuple[str, str | None], Symbol] = {}
    for p in places.values():
        if not p.state or p.place.country not in towns:
            named.setdefault(called(p), p)
    return Side(tuple(named.values()), tuple(people), bool(groups), any(_GROUP.search(sentence.says(g)) for g in groups))


def _the_officer(sentence: Sentence, start: int, stop: int) -> Side:
    """ "The governor", "the ambassador": the last of those introduced who holds that office, nobody where it is not told whose."""
    groups = list(sentence.within(start, stop, sort="delegation"))
    group = any(_GROUP.search(sentence.says(g)) for g in groups)
    for post in sentence.within(start, stop, sort="post"):
        if not _THE_OFFICE.search(sentence.gap(max(sentence.start, post.start - 16), post.start)):
            continue
        held = [p for p in sentence.context.people.values() if p.start < sentence.start and any(o.post == post.value for o in p.posts)]
        places = {place.place.key: place for person in held for place in person.places[:1]}
        if len(places) == 1 or (not places and len(held) == 1):
            person = held[-1]
            return Side(tuple(places.values()), (Symbol("person", post.start, post.end, person.name, person),), bool(groups), group)
    return Side((), (), bool(groups), group)


def _unnamed_envoys(sentence: Sentence, start: int, stop: int) -> list[Symbol]:
    """The states of envoys and delegations named by their nation only: "Chinese Consul General", "the Turkish delegation"."""
    found = []
    for nation in sentence.within(start, stop, sort="nation"):
        head = _ENVOY.match(sentence.gap(nation.end, stop))
        if head is not None:
            town = None if head.group(1) else town_of(sentence, nation.place.country)
            found.append(town or nation)
    return found


def town_of(sentence: Sentence, country: str | None) -> Symbol | None:
    """The one town of that country among the two that the report speaks of."""
    context = sentence.context
    known = {p.place.key: p for p in (*context.pair, *context.title_pair) if p.place.country == country and not p.state}
    return next(iter(known.values())) if len(known) == 1 else None


def home_of(sentence: Sentence, side: Side, *, apart: tuple[Symbol, ...]) -> tuple[Symbol, ...]:
    """Where people without a place of their own come from: the report's own town, or the other of its two."""
    if side.places or not side.people_come:
        return side.places
    away = {p.place.key for p in apart}
    context = sentence.context
    own = context.owner or context.topic
    for pair in (context.pair, context.title_pair):
        others = [p for p in pair if p.place.key not in away]
        if len(pair) == 2 and len(others) == 1:
            return (others[0],)
    return (own,) if own is not None and own.place.key not in away else ()


def _stands_for(sentence: Sentence, group: list[Symbol], start: int, people: bool, delegation: bool) -> bool:
    before = sentence.gap(max(start, group[0].start - 70), group[0].start)
    if _TIE_OF.search(before):
        return False
    if re.search(r"\b(?:in|at|near|on|to|through|during|via|for)\s+(?:the )?(?:[a-z]+ )?$", before, re.I):
        missions = re.search(r"(?:consuls?[ -]general|ambassadors?|consulates?[ -]general|embass(?:y|ies)|diplomats?)\b", before, re.I)
        return False if not missions else not re.search(r"\b(?:to|in)\s+(?:the )?$", before)
    if re.search(r"\b(?:of|from|by|representing|for)\s+(?:the )?(?:[A-Z][\w.]+'s )?(?:city of |cities of |[a-z]+ )*$", before, re.I):
        return True
    after = sentence.gap(group[-1].end, min(sentence.end, group[-1].end + 40))
    return bool(
        not people
        or re.match(
            r"(?:'s)?\s+(?:[a-z-]+ ){0,3}(?:delegation|mayor|council|government|officials|deputy|city"
            r"|municipal|consul|ambassador)",
            after,
            re.I,
        )
        or delegation
    )


def subject_side(sentence: Sentence, verb: Symbol) -> Side:
    """The side before the verb, or behind "by"; a pronoun means the person or place last spoken of."""
    start, _ = sentence.clause(verb.start)
    for opening in (_INVITED, _OCCASION):
        if led := opening.match(sentence.gap(start, verb.start)):
            start += led.end()
    side = stretch(sentence, start, verb.start)
    if not side.places and start > sentence.start:
        side = stretch(sentence, sentence.start, verb.start)
    if side.places or side.leaders:
        return side
    by = re.match(r"[^.;]{0,40}?\b(?:by|of) ", sentence.gap(verb.end, sentence.end))
    if by and verb.value == "noun":
        return stretch(sentence, verb.end + by.end() - 4, sentence.end)
    side = _spoken_of(sentence, side, start, verb.start)
    meant = _pronoun(sentence, start, verb.start)
    if side.places or not meant.places:
        return side if side.places or _ONE_GROUP.search(sentence.gap(start, verb.start)) else Side()
    return meant


def _pronoun(sentence: Sentence, start: int, stop: int) -> Side:
    spoken = sentence.context.speaker
    match = _PRONOUN.search(sentence.gap(start, stop)) if spoken is not None else None
    if spoken is None or match is None or not (match.group().lower() in ("he", "she", "the mayor") or spoken.person.places):
        return Side()
    return Side(spoken.person.places[:1], (spoken,), "deleg" in match.group().lower())


def object_side(sentence: Sentence, verb: Symbol) -> Side:
    """The side behind the verb, up to the clause's end."""
    _, stop = sentence.clause(verb.start)
    end = re.search(
        r"\b(?:at|during|on the sidelines|to discuss|and discussed|after|before|who|where|when)\b", sentence.gap(verb.end, stop)
    )
    limit = verb.end + end.start() if end and end.start() > 12 else stop
    return _spoken_of(sentence, stretch(sentence, verb.end, limit), verb.end, limit)


def _spoken_of(sentence: Sentence, side: Side, start: int, stop: int) -> Side:
    """ "The delegation", "the visitors": those who came, as the report has told before."""
    guests = sentence.context.guests
    if side.places or not side.delegation or not guests or not _THE_GUESTS.search(sentence.gap(start, stop)):
        return side
    return Side(guests, side.leaders, True, True)


def object_places(sentence: Sentence, verb: Symbol) -> tuple[Symbol, ...]:
    """The places right behind a verb or noun of visiting."""
    for group in sentence.groups:
        if group[0].start >= verb.end:
            gap = sentence.gap(verb.end, group[0].start)
            if verb.value == "noun" and _OF_GUESTS.match(sentence.gap(verb.start, group[0].start)):
                break
            if re.match(r"\s+(?:the|our|this) (?:city|town|island|county|province|village)\b", gap):
                break
            if (len(gap) < 60 and _OBJECT_GAP.fullmatch(gap)) or (
                re.fullmatch(r"[^.;]{0,60}?\b(?:to|in)\s+(?:the )?(?:city of )?", gap) and verb.sort == "delegation"
            ):
                return tuple(group)
            break
    own = sentence.context.owner or sentence.context.topic
    behind = sentence.gap(verb.end, min(sentence.end, verb.end + 30))
    if (
        own is not None
        and verb.sort == "visit"
        and (_TOWN_ITSELF.match(behind) or (sentence.says(verb) in _ARRIVED and not re.match(r"\s+(?:in|at|to)\b", behind)))
    ):
        return (own,)
    return ()


def guests_of(sentence: Sentence, verb: Symbol) -> tuple[Side, Side | None]:
    """Host and guest of a verb of receiving, the right way round for "was received by"."""
    if sentence.says(verb).startswith("receiv") and _GOODS.match(sentence.gap(verb.end, min(sentence.end, verb.end + 70))):
        return Side(), None
    if sentence.says(verb) in ("host", "hosts") and (
        _HOST_OF.match(sentence.gap(verb.end, min(sentence.end, verb.end + 14)))
        or _THE_HOSTS.search(sentence.gap(max(sentence.start, verb.start - 8), verb.start))
    ):
        return Side(), None
    start, stop = sentence.clause(verb.start)
    if occasion := _OCCASION.match(sentence.gap(start, verb.start)):
        start += occasion.end()
    cuts = (_ASIDE.search(sentence.context.text, min(verb.end + 12, stop), stop), _NEXT_ACT.search(sentence.context.text, verb.end, stop))
    end = min((cut.start() for cut in cuts if cut), default=stop)
    before, after = stretch(sentence, start, verb.start), _spoken_of(sentence, stretch(sentence, verb.end, end), verb.end, end)
    if _BY.search(sentence.says(verb)):
        before, after = after, before
    elif verb.value == "gerund" and verb.start - sentence.start < 12:
        comma = re.search(r",", sentence.gap(verb.end, sentence.end))
        cut = verb.end + comma.start() if comma else sentence.end
        after, before = stretch(sentence, verb.end, cut), stretch(sentence, cut, sentence.end)
    own = sentence.context.owner or sentence.context.topic
    keys = {p.place.key for p in after.places}
    if not before.places and own is not None and own.place.key not in keys:
        before = Side((own,), before.leaders, before.delegation)
    return before, after if after.places or after.leaders else None


def delegation_side(sentence: Sentence) -> Side | None:
    """The people named behind "led by"."""
    for verb in sentence.of("lead"):
        if sentence.says(verb) in ("led by", "headed by"):
            person = sentence.after(verb.end, sort="person", within=60)
            if person is not None:
                return Side(person.person.places[:1], (person,), True)
    return None


def named_leader(sentence: Sentence) -> list[Slot]:
    """The name behind "led by" where no office stands beside it: "headed by Mrs Linda Parks"."""
    for verb in sentence.of("lead"):
        if sentence.says(verb) in _BY_WHOM and (match := _NAME.match(sentence.context.text, verb.end, sentence.end)):
            start, end = match.span(1)
            taken = any(s.start < end and start < s.end for sort in ("org", "nation", "place", "post") for s in sentence.of(sort))
            if not taken:
                return [Slot(start, end, match.group(1))]
    return []


@lru_cache(maxsize=16)
def _sized(text: str) -> re.Match[str] | None:
    return _SIZE.search(text)


def size_of(sentence: Sentence) -> list[Slot]:
    """The size of a delegation, "a 12-member delegation": no figure of its own."""
    match = _sized(sentence.text) if sentence.of("delegation") else None
    if match is None:
        return []
    group = 1 if match.group(1) else 2
    start = sentence.start + match.start(group)
    number = next((s for s in sentence.of("number") if s.start == start), None)
    value = number.more if number else int(match.group(group)) if match.group(group).isdigit() else None
    return [Slot(start, sentence.start + match.end(group), value, derivation=Derivation.NORMALISED)] if value is not None else []
