"""Post: who holds what office."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import person_slot
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Office, Symbol
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.place import Level
from amicity.terms.status import Status

KIND = Kind(
    name="post",
    plural="posts",
    says="who holds what office",
    roles=(
        Role("person", Holds.NAME, "who", identity=True),
        Role("post", Holds.TERM, "the office"),
        Role("body", Holds.NAME, "of which body"),
        Role("place", Holds.PLACE, "of which place"),
        Role("portfolio", Holds.TEXT, "in charge of what"),
        Role("tenure", Holds.TERM, "current, acting, former or elect", terms=("current", "acting", "former", "elect")),
    ),
    when="when it was held",
)

_OF_STATES = frozenset(
    {
        "head_of_state",
        "president",
        "vice_president",
        "premier",
        "minister",
        "deputy_minister",
        "governor_general",
        "chancellor",
        "secretary",
    }
)
_OF_TOWNS = frozenset(
    {
        "mayor",
        "vice_mayor",
        "deputy_mayor",
        "lord_mayor",
        "councillor",
        "city_manager",
        "council_president",
        "council_chairman",
        "council_leader",
        "party_secretary",
        "deputy_party_secretary",
        "town_clerk",
        "provost",
        "municipal_commissioner",
        "committee_member",
    }
)

_OF_OFFICES = frozenset(
    {
        "director",
        "deputy_director",
        "director_general",
        "head",
        "executive_director",
        "coordinator",
        "commissioner",
        "secretary_general",
        "deputy_secretary_general",
    }
)
_OF_ANYTHING = frozenset(
    {"head", "chief_executive", "director", "chairman", "executive_director", "general_manager", "premier", "coordinator"}
)
_ONE_HOLDER = frozenset({"mayor", "lord_mayor", "provost", "governor", "city_manager"})
_MAYORS = frozenset({"mayor", "lord_mayor"})
_OF_PROVINCES = frozenset({"governor", "vice_governor", "deputy_governor"})
_PROVINCES = (Level.STATE, Level.REGION, Level.COUNTY, Level.DISTRICT)
_COUNTIES = frozenset({"KE"})
_TOWN_OFFICE = re.compile(
    r"[^.;,]{0,40}?\b(?:municipal|city|city's|foreign affairs|international relations|international "
    r"affairs|external relations|town|council|county|provincial)\b",
    re.I,
)
_OF_COMMITTEES = frozenset({"chairman", "vice_chairman", "secretary"})
_ITS_COMMITTEE = re.compile(
    r",? of (?:the |its )?(?:provincial|municipal|city|district|county)(?:'s)? (?:people's |party )*(?:committee|council|assembly)\b", re.I
)
_ADMINISTRATION = re.compile(r"(?: of (?:the )?(?:[A-Z][\w'-]+ ){1,3}?)?(?: ?(?:City|Town|Municipal))?(?: ?Military)? ?Administration\b")
_IN_TOWN = re.compile(r"[Ii]n [A-Z][\w' -]+?, (?:[^,]{3,60}, )?(?:the )?(?:\w+ )?")


def _held(sentence: Sentence) -> Iterator[Draft]:
    """A name beside an office: both stand, and the place where the text gives it."""
    for symbol in sentence.of("person"):
        for office in symbol.person.posts:
            if office.place is None and any(o.post == office.post and o.place is not None for o in symbol.person.posts):
                continue
            if (
                sentence.start <= office.start < sentence.end
                and not _passed_over(office)
                and (" " in symbol.person.name or office.post != "councillor")
            ):
                draft = _draft(sentence, symbol, office)
                if draft.roles["place"] or office.post not in _OF_ANYTHING:
                    yield draft


def _passed_over(office: Office) -> bool:
    """Heads and ministers of states are named in passing (codebook, section 3)."""
    if office.post == "head_of_state" or (office.post == "president" and office.place is None and office.body is None):
        return True
    return office.post in _OF_STATES and office.place is not None and office.place.state


def _own(sentence: Sentence, office: Office) -> Symbol | None:
    """Whose office it is where the report does not say: "In Bath, the mayor …" or the report's own town, unless it is the one visited."""
    near = next(
        (
            p
            for p in reversed(sentence.of("place"))
            if not p.state and _IN_TOWN.fullmatch(sentence.gap(max(sentence.start, p.start - 3), office.start), 0) and p.end < office.start
        ),
        None,
    )
    if (
        office.post not in _OF_TOWNS
        and not (office.post in _OF_OFFICES and _TOWN_OFFICE.match(sentence.gap(office.end, sentence.end)))
        and office.post not in _OF_PROVINCES
        and not (office.post in _OF_COMMITTEES and _ITS_COMMITTEE.match(sentence.gap(office.end, sentence.end)))
    ):
        return None
    own = near or sentence.context.owner or sentence.context.topic
    if own is not None and office.post in _OF_PROVINCES and own.place.level not in _PROVINCES and own.place.country not in _COUNTIES:
        return None
    if own is None or own is near:
        return own
    pairs = (sentence.context.title_pair, sentence.context.pair)
    other = next((p for pair in pairs for p in pair if p.place.key != own.place.key), None)
    if sentence.gap(office.start, office.end).lower() == "counterpart":
        return other  # whose counterpart one is, that town is not one's own
    return other if _visited(sentence, office, own) or (other is not None and _taken(sentence, office, own)) else own


def _taken(sentence: Sentence, office: Office, own: Symbol) -> bool:
    """Whether the report gives this office of the town to somebody else: a town has one mayor."""
    mayors = _MAYORS if office.post in _MAYORS else {office.post}
    return office.post in _ONE_HOLDER and any(
        other is not office
        and (other.post in mayors or _heads_town(sentence, office, other))
        and other.tenure == office.tenure
        and other.place.place.key == own.place.key
        for person in sentence.context.people.values()
        for other in person.posts
        if other.place is not None
    )


def _heads_town(sentence: Sentence, office: Office, other: Office) -> bool:
    """Whether the other is "the head of the Kramatorsk City Military Administration", who stands where a mayor would."""
    heads = other.post == "head" and office.post in _MAYORS
    return heads and _ADMINISTRATION.match(sentence.context.text, other.end) is not None


def _one_of_two(sentence: Sentence, symbol: Symbol, office: Office) -> Symbol | None:
    """ "The mayors X and Y": of the two towns spoken of, in order."""
    if office.post == "councillor":
        return None
    holders = [p for p in sentence.of("person") if any(o.start == office.start for o in p.person.posts)]
    pair = sorted(sentence.context.the_two(sentence.index), key=lambda town: town.start)
    return pair[holders.index(symbol)] if len(holders) == len(pair) == 2 and symbol in holders else None


def _visited(sentence: Sentence, office: Office, own: Symbol) -> bool:
    return any(
        v.start > office.end and 0 <= p.start - v.end < 24 and p.place.key == own.place.key
        for v in (*sentence.of("visit"), *sentence.of("delegation"))
        for p in sentence.of("place")
    )


def _draft(sentence: Sentence, symbol: Symbol, office: Office) -> Draft:
    place, sure = office.place, Confidence.A
    if place is None:
        place, sure = _one_of_two(sentence, symbol, office) or _own(sentence, office), Confidence.B
    roles = {
        "person": [person_slot(symbol)],
        "post": [Slot(office.start, office.end, office.post, derivation=Derivation.NORMALISED)],
        "place": [place_slot(place, Derivation.RESOLVED if place is office.place else Derivation.COREF)] if place is not None else [],
        "tenure": [Slot(office.start, office.end, office.tenure, derivation=Derivation.NORMALISED)],
    }
    if office.portfolio:
        start, end = office.portfolio
        roles["portfolio"] = [Slot(start, end, sentence.context.text[start:end])]
    return Draft("post", "post.held", Status.HAPPENED, roles, (sentence.start, sentence.end), confidence=sure)


FRAMES = (Frame("post.held", "a name stands beside an office", ("person",), _held),)
