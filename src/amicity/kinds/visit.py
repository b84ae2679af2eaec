"""Visit: a delegation or an official went to a partner."""

import re
from collections.abc import Iterator
from dataclasses import replace

from amicity.grammar.contacts import (
    Side,
    delegation_side,
    guests_of,
    home_of,
    named_leader,
    object_places,
    size_of,
    stretch,
    subject_side,
)
from amicity.grammar.draft import Draft, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import people_slots
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Effect, Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="visit",
    plural="visits",
    says="a delegation or an official went to a partner",
    roles=(
        Role("visitor", Holds.PLACE, "who came", identity=True),
        Role("host", Holds.PLACE, "who was visited", identity=True),
        Role("leader", Holds.NAME, "who led", identity=True),
        Role("person", Holds.NAME, "who else came"),
        Role("size", Holds.NUMBER, "how many came"),
        Role("purpose", Holds.TEXT, "what for"),
        Role("stop", Holds.TEXT, "sites inspected"),
    ),
    effect=Effect.CONTACT,
)

_WAS = re.compile(r"\b(?:is|was|marks|marked|has been|being|be)\b[\w\s'-]{0,40}$", re.I)
_IS_IN = re.compile(
    r"(?:[^.;]|\.(?=\S)){0,110}?\b(?:is|are|was|were|have been|has been|arrived|stayed|are currently"
    r"|is currently|will be)\b(?: (in) (?!town\b)(?:the )?(?:city of )?| (?=in town|here\b))",
    re.I,
)
_WHEN = re.compile(r"\b(?:when|once|until|before|by the time) [^,;.]{0,60}$", re.I)
_CALLED = re.compile(r"\b(?:call(?:ed|s)? on|courtesy|paid a visit)", re.I)
_VISITING = re.compile(r"\s*(?:the |a )?visiting\b", re.I)
_SENDS = re.compile(
    r"\b(send|sends|sent|sending|dispatch|dispatched)\b (?:(?!(?:for|from|via|about) )[\w' -]){0,30}?(?:delegation|team|group"
    r"|mission|party|contingent|delegates|officials|students)\b(?: [\w-]+){0,6}? to (?:the )?(?:city "
    r"of )?(?:(?:its|their|our) (?:[\w-]+ ){0,2}(?:sister|twin|partner|friendship) (?:city|town),? (?:of )?)?",
    re.I,
)
_PAID = re.compile(
    r"\b(?:(?P<did>paid|pays|paying|made|makes|making|began|begins|started|starts|embarks on|embarked on|undertook|undertakes"
    r"|concluded|concludes|wrapped up|completed|has been on|currently on|(?:is|are|was|were) (?:currently |now |here |in [A-Z]\w+ )?on)"
    r"|(?P<do>pay|make|begin|start|undertake|embark on))\s+(?:[\w'-]+ ){0,6}?(?:visit|trip|tour)\s+to\b",
)
_THERE = re.compile(r"\b(?:is|are|was|were|has been|have been)(?: currently| now| also| both)? in (?:the )?(?:city of |town of )?$")
_FOR = re.compile(
    r"(?:,? (?:[A-Z][\w-]+,)?)?\s*(?:(?:city|county|province|district) )?(?:to|for|with (?:a|an|his|her|their|its)"
    r"|on (?:a|an|his|her|their|its|official)|as part of|this week|last week|at the invitation|since|until|from)\b"
)
_IN = re.compile(r"\b(?:in|at)\s+(?:the )?(?:city of )?$")
_THE_GROUP = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]heir) (?:[\w-]+ ){0,3}(?:delegation|group|team|party|mission)\b(?:,? (?:was |is |were )?(?:led|headed) by"
    r"|,? (?:consist|compris|includ|number|was made up|is made up|of \d))|\b(?:[Tt]he|[Tt]his) (?:\d+|[a-z]+)-(?:member|strong|person)\b"
)


def _went(sentence: Sentence) -> Iterator[Draft]:
    """Somebody visited, arrived in or led a delegation to a town."""
    for verb in sentence.of("visit", "past", "present", "base", "gerund"):
        host = object_places(sentence, verb)
        if not host:
            continue
        status, _ = status_of(sentence, verb)
        if (
            verb.value == "gerund"
            and status is Status.HAPPENED
            and not re.search(
                r"\b(?:is|are|was|were|been)\s+(?:[a-z]+ly |currently )?$", sentence.gap(max(sentence.start, verb.start - 24), verb.start)
            )
        ):
            continue
        if _invited(sentence, verb):
            continue
        if status is Status.HAPPENED and verb.value == "present" and _WHEN.search(sentence.gap(sentence.start, verb.start)):
            status = Status.PLANNED
        visitor = subject_side(sentence, verb)
        if sentence.says(verb).startswith("arrive") and not visitor.people_come:
            continue
        yield from _draft(sentence, verb, visitor, host, status=status, rule="visit.went")


def _paid(sentence: Sentence) -> Iterator[Draft]:
    """ "The mayor embarked on a three-day visit to B", "she is on an official trip to B"."""
    for match in _PAID.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if any(v.start < end and start < v.end for v in sentence.of("visit", "past", "present", "base", "gerund")):
            continue
        verb = Symbol("visit", start, end, "past" if match["did"] else "base")
        if (host := object_places(sentence, verb)) and (visitor := subject_side(sentence, verb)).people_come:
            yield from _draft(sentence, verb, visitor, host, status=status_of(sentence, verb)[0], rule="visit.paid")


def _there(sentence: Sentence) -> Iterator[Draft]:
    """ "Mayor A, his deputy and six councillors are in B to learn", "who is in B with a team"."""
    for place in sentence.of("place"):
        found = _THERE.search(sentence.gap(max(sentence.start, place.start - 40), place.start))
        if found is None or not _FOR.match(sentence.gap(place.reach, sentence.end)):
            continue
        verb = Symbol("visit", place.start - len(found.group()), place.start, "past")
        visitor = subject_side(sentence, verb)
        if visitor.leaders and visitor.places:
            yield from _draft(sentence, verb, visitor, (place,), status=status_of(sentence, verb)[0], rule="visit.there", sure=Confidence.B)


def _invited(sentence: Sentence, verb: Symbol) -> bool:
    """ "She invited a delegation to visit" is a promise; who accepts an invitation is to come."""
    before = sentence.gap(sentence.start, verb.start)
    return bool(re.search(r"\binvit\w+\b[^;]*\bto $", before, re.I)) and not re.search(
        r"\b(?:accept|at the invitation|upon the invitation)", before, re.I
    )


def _stayed(sentence: Sentence) -> Iterator[Draft]:
    """ "Forty visitors from A were in B at the weekend", "the delegation from A is in town"."""
    for group in sentence.of("delegation"):
        if (match := _IS_IN.match(sentence.gap(group.end, sentence.end))) is None:
            continue
        at = group.end + match.end()
        host = next((p for p in sentence.of("place") if 0 <= p.start - at < 14 and not p.state), None) if match.group(1) else None
        own = sentence.context.owner or sentence.context.topic
        host = host or (own if not match.group(1) else None)
        visitor = stretch(sentence, max(sentence.start, group.start - 60), at)
        if host is not None and visitor.places:
            verb = Symbol("visit", group.end, at, "past")
            yield from _draft(sentence, verb, visitor, (host,), status=status_of(sentence, verb)[0], rule="visit.stayed", sure=Confidence.B)


def _sent(sentence: Sentence) -> Iterator[Draft]:
    """ "A will send a delegation to B in May"."""
    for match in _SENDS.finditer(sentence.text):
        at = sentence.start + match.end()
        host = next((p for p in sentence.of("place") if 0 <= p.start - at < 24), None)
        if host is None or host.state:
            continue
        verb = Symbol("visit", sentence.start + match.start(), at, "past" if match.group(1) == "sent" else "base")
        visitor = subject_side(sentence, verb)
        visitor = Side(visitor.places, visitor.leaders, True)
        status, _ = status_of(sentence, verb)
        if (
            match.group(1) in ("send", "dispatch")
            and status.value == "conditional"
            and re.search(r"\bwould $", sentence.gap(sentence.start, verb.start))
        ):
            status = Status.PLANNED
        if status is not Status.HOPED:
            yield from _draft(sentence, verb, visitor, (host,), status=status, rule="visit.sent", sure=Confidence.B)


_UPCOMING = re.compile(r"\b(?:upcoming|forthcoming|planned|expected|recent) (?:\w+ )?$")


def _noun(sentence: Sentence) -> Iterator[Draft]:
    """ "This was the mayor's first visit to B", "the visit of a delegation from A to B is planned for May"."""
    for noun in sentence.of("visit", "noun"):
        if not sentence.says(noun).startswith(("visit", "'s visit", "official", "goodwill", "trip")):
            continue
        if (
            sentence.says(noun) in ("visit of", "visit by", "visit from")
            and (sentence.of("date") or _UPCOMING.search(sentence.gap(max(sentence.start, noun.start - 20), noun.start)))
            and not sentence.of("visit", "past", "present")
        ):
            own = sentence.context.owner or sentence.context.topic
            guest = stretch(sentence, noun.end - 4, sentence.clause(noun.start)[1])
            if own is not None and guest.people_come and guest.places and all(p.place.key != own.place.key for p in guest.places):
                yield from _draft(sentence, noun, guest, (own,), status=status_of(sentence, noun)[0], rule="visit.noun", sure=Confidence.B)
            continue
        host = object_places(sentence, noun)
        if not host or not _WAS.search(sentence.gap(sentence.start, noun.start)) or sentence.of("visit", "past", "present"):
            continue
        visitor = subject_side(sentence, noun)
        status, _ = status_of(sentence, noun)
        yield from _draft(sentence, noun, visitor, host, status=status, rule="visit.noun")


def _received(sentence: Sentence) -> Iterator[Draft]:
    """A town welcomed, received or hosted a delegation: the delegation visited the town."""
    for verb in (*sentence.of("receive"), *sentence.of("meet", "past", "present")):
        host, guest = guests_of(sentence, verb)
        if _CALLED.search(sentence.says(verb)):
            host, guest = guest or Side(), subject_side(sentence, verb)
            own = sentence.context.owner or sentence.context.topic
            host = host if host.places or own is None else Side((own,))
            guest = Side(guest.places, guest.leaders, bool(guest.leaders) or not all(p.state for p in guest.places))
        elif verb.sort == "meet" and host.group and not (guest or Side()).group and not _elsewhere(sentence, verb, host, guest):
            host, guest = guest or Side(), host
        came = guest is not None and bool(guest.leaders) and _VISITING.search(sentence.gap(verb.end, sentence.end)) is not None
        if guest is None or not (guest.delegation or came) or not guest.places:
            continue
        status, _ = status_of(sentence, verb)
        if status is Status.CONDITIONAL:
            continue
        yield from _draft(
            sentence, verb, guest, tuple(h for h in host.places if not h.state), status=status, rule="visit.received", sure=Confidence.B
        )


def _elsewhere(sentence: Sentence, verb: Symbol, came: Side, met: Side | None) -> bool:
    """Whether a delegation met its hosts at home or in a third place: "in C"."""
    sides = met.places if met is not None else ()
    towns = [p for p in sentence.of("place") if p.start > verb.end and _IN.search(sentence.gap(max(verb.end, p.start - 12), p.start))]
    return any(p.place.country not in {s.place.country for s in sides} for p in towns)


def _again(sentence: Sentence) -> Iterator[Draft]:
    """ "The 12-member delegation was led by …": who led those who came, and how many they were, told of the visit before."""
    told = sentence.context.visit
    if told is None or not _THE_GROUP.search(sentence.text) or not told.roles["visitor"] or not told.roles["host"]:
        return
    led = delegation_side(sentence)
    roles = {
        "visitor": [replace(slot, derivation=Derivation.COREF) for slot in told.roles["visitor"]],
        "host": [replace(slot, derivation=Derivation.COREF) for slot in told.roles["host"]],
        "leader": people_slots(list(led.leaders)) if led is not None else named_leader(sentence),
        "size": size_of(sentence),
    }
    places = {slot.place.key for role in ("visitor", "host") for slot in told.roles[role] if slot.place is not None}
    if any(p.place.key not in places and not p.state for p in led.places) if led is not None else False:
        return
    if roles["leader"] or roles["size"]:
        yield Draft("visit", "visit.again", told.status, roles, (sentence.start, sentence.end), confidence=Confidence.B)


def _led(sentence: Sentence) -> Iterator[Draft]:
    """ "A led a delegation to B"."""
    for verb in sentence.of("lead"):
        group = sentence.after(verb.end, sort="delegation", within=60)
        if group is None or sentence.says(verb) in ("led by", "headed by", "accompanied by") or sentence.of("visit", "past", "present"):
            continue
        host = object_places(sentence, group)
        own = sentence.context.owner or sentence.context.topic
        visitor = subject_side(sentence, verb)
        if not host and own is not None and visitor.places and all(p.place.key != own.place.key for p in visitor.places):
            yield from _draft(sentence, verb, visitor, (own,), status=status_of(sentence, verb)[0], rule="visit.led", sure=Confidence.B)
        elif host and re.search(r"\b(?:to|in)\s+(?:the )?(?:[a-z]+ )*$", sentence.gap(group.end, host[0].start)):
            yield from _draft(sentence, verb, visitor, host, status=status_of(sentence, verb)[0], rule="visit.led")


def _draft(
    sentence: Sentence, verb: Symbol, visitor: Side, host: tuple[Symbol, ...], *, status: Status, rule: str, sure: Confidence = Confidence.A
) -> Iterator[Draft]:
    at = {h.place.key for h in host}
    away = tuple(p for p in visitor.places if p.place.key not in at)
    if away and visitor.leaders:
        visitor = Side(
            away, tuple(p for p in visitor.leaders if not p.person.places or p.person.places[0].place.key not in at), visitor.delegation
        )
    keys = {p.place.key for p in visitor.places}
    host = tuple(h for h in host if h.place.key not in keys)
    home = home_of(sentence, visitor, apart=host)
    visitor = Side(home, visitor.leaders, visitor.delegation)
    if not host or not visitor.places or all(p.state for p in (*visitor.places, *host)):
        return
    group = delegation_side(sentence)
    roles = {
        "visitor": [
            place_slot(p, Derivation.RESOLVED if sentence.start <= p.start < sentence.end else Derivation.COREF) for p in visitor.places
        ],
        "host": [place_slot(h, Derivation.RESOLVED if sentence.start <= h.start < sentence.end else Derivation.COREF) for h in host],
        "leader": people_slots(list(visitor.leaders[:1]) or (list(group.leaders[:1]) if group else [])) or named_leader(sentence),
        "person": people_slots(list(visitor.leaders[1:])),
        "size": size_of(sentence),
    }
    when = when_near(sentence, verb, status=status)
    yield Draft(
        "visit",
        rule,
        status,
        roles,
        (sentence.start, sentence.end),
        when=when,
        confidence=sure if all(sentence.start <= p.start < sentence.end for p in visitor.places) else Confidence.B,
    )


FRAMES = (
    Frame("visit.went", "somebody visited, or arrived in, a town", ("visit", "place"), _went),
    Frame("visit.paid", "somebody paid, began or is on a visit to a town", ("place",), _paid, words=("visit", "trip", "tour")),
    Frame("visit.there", "somebody is in a town for a purpose", ("person", "place"), _there, words=(" in ",)),
    Frame("visit.noun", "a visit is said to have been, or to be planned", ("visit", "place"), _noun),
    Frame("visit.stayed", "a delegation is said to be in a town", ("delegation",), _stayed),
    Frame("visit.sent", "a town sends a delegation to another", ("place",), _sent, words=("send", "sent", "dispatch")),
    Frame("visit.led", "somebody led a delegation to a town", ("lead", "delegation"), _led),
    Frame("visit.again", "the delegation told of is said to be led by somebody, or so large", ("delegation",), _again),
    Frame("visit.received", "a town received a delegation", ("receive|meet",), _received),
)
