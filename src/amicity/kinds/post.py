"""Post: who holds what office."""

from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import person_slot
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Office, Symbol
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status
from amicity.terms.kind import Holds, Kind, Role

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

_SENDERS = frozenset({"ambassador", "deputy_ambassador", "high_commissioner", "deputy_high_commissioner", "consul_general", "deputy_consul_general", "consul", "honorary_consul", "vice_consul", "charge_d_affaires", "minister_counsellor", "counsellor", "cultural_attache"})
_OF_STATES = frozenset({"head_of_state", "president", "vice_president", "premier", "minister", "deputy_minister", "governor_general", "chancellor", "secretary"})
_OF_TOWNS = frozenset({"mayor", "vice_mayor", "deputy_mayor", "lord_mayor", "councillor", "city_manager", "council_president", "council_chairman", "council_leader", "party_secretary", "deputy_party_secretary", "town_clerk", "provost", "municipal_commissioner", "committee_member"})


def _held(sentence: Sentence) -> Iterator[Draft]:
    """A name beside an office: both stand, and the place where the text gives it."""
    for symbol in sentence.of("person"):
        for office in symbol.person.posts:
            if sentence.start <= office.start < sentence.end and not _passed_over(office):
                yield _draft(sentence, symbol, office)


def _passed_over(office: Office) -> bool:
    """Heads and ministers of states are named in passing (codebook, section 3)."""
    if office.post == "head_of_state":
        return True
    return office.post in _OF_STATES and office.place is not None and office.place.state


def _draft(sentence: Sentence, symbol: Symbol, office: Office) -> Draft:
    place, sure = office.place, Confidence.A
    own = sentence.context.owner or sentence.context.topic
    if place is None and office.post in _OF_TOWNS and own is not None:
        place, sure = own, Confidence.B
    elif place is None:
        sure = Confidence.B
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
