"""Membership: a place belongs to a network."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import acting, own_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import since_in, when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="membership",
    plural="memberships",
    says="a place belongs to a network",
    roles=(
        Role("place", Holds.PLACE, "who", identity=True),
        Role("network", Holds.NAME, "which network", identity=True),
        Role("change", Holds.TERM, "joined, left or expelled", terms=("joined", "left", "expelled")),
    ),
)

_WORD = r"(?:[A-Z](?:[\w&'-]|\.(?=\w))*)"
_NETWORK = re.compile(
    rf"\s*(?:the\s+|a\s+)?(?:(?:international|global|european|worldwide|regional|national)\s+)?({_WORD}(?:\s+(?:(?:of|for|on"
    rf"|against|in|de|des|and)\s+(?:the\s+)?)?{_WORD})*(?:\s+(?:network|association|alliance|league|union|programme|program"
    rf"|initiative))?)"
)
_HEADS = re.compile(
    r"\b(?:[Nn]etwork|[Aa]ssociation|Organi[sz]ation|[Ll]eague|[Aa]lliance|Union|Federation|International|Cities"
    r"|Council of \w+|Compact|Covenant|Coalition|Platform|Partnership|UCLG|ICLEI|C40|Eurocities|EUROCITIES|CityNet|CITYNET"
    r"|Citynet|Route|Charter|Consortium|Confederation|Mercociudades|Conference of Mayors|Mayors|Metropolis|UCCN|[Ii]nitiative|Hanse"
    r"|Hansa)\b"
)
_NO_NETWORK = re.compile(
    r"\b(?:European Union|United Nations|Soviet Union|African Union|Commonwealth of|(?:City|Town|Municipal|County|Standing"
    r"|Executive|Parish|Borough|State|District|Provincial|Legislative|Advisory|Student\w*|Sister Cit\w+|Twinning"
    r"|Friendship) (?:Council|Association|Committee|Union|International|Board)|Chamber|University|Rotary|Football"
    r"|Parliament|Party|Congress|Committee|Board|NATO|ASEAN|Football|Premier)\b"
)
_ITSELF = re.compile(
    r"\b(?:it|the (?:city|town|county|municipality|province|capital|district|council)|our (?:city|town)|we|also|has|which)\b", re.I
)
_ADMITTED = re.compile(
    r"\b(?:admitted|welcomed|accepted|added|new members?|newest members?|members (?:are|include)|members, (?:including|among them))\b", re.I
)
_EXPELLED = re.compile(
    r"\b(?P<verb>exclude|excluded|expel|expelled|ousted|suspended)\b[^.;]{3,120}?"
    r"\b(?P<out>from (?:its|the|their) (?:membership|members|ranks|composition|union|network|association|organi[sz]ation|alliance))\b"
)
_OUT = ("exclude", "expel", "ousted", "suspended")
_SINCE = re.compile(r"\bsince (?:\w+ )?\d{4}\b", re.I)
_NEAR = 40
_AMONG = re.compile(
    r"\b(?:among (?:them|which|these)|including|namely|include|members?:?|are|admitted|welcomed|accepted)\s+(?:the cities of |the )?$", re.I
)


def _joined(sentence: Sentence) -> Iterator[Draft]:
    """A place joined, left or belongs to a network of places."""
    for verb in sentence.of("join"):
        match = _NETWORK.match(sentence.gap(verb.end, sentence.end))
        if not match or not _HEADS.search(match.group(1)) or _NO_NETWORK.search(match.group(1)):
            continue
        network = (verb.end + match.start(1), verb.end + match.end(1))
        for place in _members(sentence, verb):
            yield _draft(sentence, place, network, verb=verb)


def _admitted(sentence: Sentence) -> Iterator[Draft]:
    """ "The network admitted six new members, among them A and B"."""
    said = _ADMITTED.search(sentence.text)
    if not said:
        return
    at = sentence.start + said.start()
    network = _network_before(sentence, at)
    if network is None:
        return
    verb = Symbol("join", at, at + len(said.group()), "joined")
    for group in sentence.groups:
        if group[0].start > at and not group[0].state and _AMONG.search(sentence.gap(at, group[0].start)):
            for place in group:
                yield _draft(sentence, place, (network.start, network.end), verb=verb)


def _network_before(sentence: Sentence, at: int) -> Symbol | None:
    """The network that acts: its name stands right before the offset."""
    named = (o for o in reversed(sentence.of("org")) if o.end <= at and _HEADS.search(sentence.gap(o.start, o.end)))
    network = next((o for o in named if not _NO_NETWORK.search(sentence.gap(o.start, o.end))), None)
    return network if network is not None and at - network.end <= _NEAR else None


def _expelled(sentence: Sentence) -> Iterator[Draft]:
    """ "The network excluded A and B from its ranks"."""
    said = _EXPELLED.search(sentence.text)
    if not said:
        return
    at = sentence.start + said.start("verb")
    network = _network_before(sentence, at)
    if network is None:
        return
    verb = Symbol("join", at, sentence.start + said.end("verb"), "expelled")
    for group in sentence.groups:
        if at < group[0].start < sentence.start + said.start("out") and not group[0].state:
            for place in group:
                yield _draft(sentence, place, (network.start, network.end), verb=verb)


def _members(sentence: Sentence, verb: Symbol) -> list[Symbol]:
    """Who joined: the towns that stand as subject, else the report's own; a person's membership is none of a place."""
    start, _ = sentence.clause(verb.start)
    if any(start <= p.start < verb.start and verb.start - p.end < 30 for p in sentence.of("person")):
        return []
    named = [p for p in acting(sentence, start, verb.start) or acting(sentence, sentence.start, verb.start) if not p.state]
    if named:
        group = next((g for g in sentence.groups if named[0] in g), [named[0]])
        return [p for p in group if p.end <= verb.start]
    own = own_place(sentence)
    return [own] if own is not None and not own.state and _ITSELF.search(sentence.gap(start, verb.start)) else []


def _draft(sentence: Sentence, place: Symbol, network: tuple[int, int], *, verb: Symbol) -> Draft:
    status, cue = status_of(sentence, verb)
    if cue is not None and sentence.says(cue) in ("decided to", "decides to"):
        status = Status.HAPPENED
    since = since_in(sentence, verb) if status is Status.HAPPENED and _SINCE.search(sentence.text) else None
    return Draft(
        "membership",
        f"membership.{verb.value}",
        status,
        {
            "place": [voiced(sentence, place)],
            "network": [Slot(*network, sentence.gap(*network))],
            "change": [Slot(verb.start, verb.end, verb.value, derivation=Derivation.NORMALISED)],
        },
        (sentence.start, sentence.end),
        when=when_near(sentence, verb, status=status, inherit=False) or since,
    )


FRAMES = (
    Frame("membership.joined", "a place joined, left or belongs to a network", ("join",), _joined),
    Frame("membership.admitted", "a network took places in", ("org", "place"), _admitted),
    Frame("membership.expelled", "a network put places out", ("org", "place"), _expelled, words=_OUT),
)
