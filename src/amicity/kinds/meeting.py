"""Meeting: people of two or more sides met, were received or hosted."""

import re
from collections.abc import Iterator

from amicity.grammar.contacts import Side, guests_of, home_of, object_side, subject_side
from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import people_slots
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Effect, Holds, Kind, Role
from amicity.terms.place import Level
from amicity.terms.status import Status

KIND = Kind(
    name="meeting",
    plural="meetings",
    says="people of two or more sides met, were received or hosted",
    roles=(
        Role("host", Holds.PLACE, "who received", identity=True),
        Role("guest", Holds.PLACE, "who was received", identity=True),
        Role("party", Holds.PLACE, "who met on neutral ground"),
        Role("person", Holds.NAME, "who took part"),
        Role("place", Holds.PLACE, "where"),
        Role("subject", Holds.TEXT, "about what"),
        Role("channel", Holds.TERM, "how they met", terms=("in_person", "video", "phone", "letter")),
    ),
    effect=Effect.CONTACT,
)

_CALL = re.compile(r"\b(?:called on|courtesy|calls on|call on|paid a visit)", re.I)
_OFFICIALS = re.compile(
    r"\b(?:representatives?|officials?|delegat\w+|leaders|mayors|councillors|administrations|governments)\b"
    r"|\bmayor\b[^.;]{3,80}\band (?:\w+ ){0,4}mayor\b",
    re.I,
)
_NOBODY_BEHIND = re.compile(r"\s+(?:in|at|on|to|for|online|via|again|virtually|yesterday|today)\b|\s*[.,]")
_TOWNS_OWN = re.compile(
    r"\s+(?:(?:with|the|its|their|local|city|town|municipal|county|council|senior|several|other|various) )*(?:mayor|deputy mayor|governor"
    r"|officials|councill?ors|leaders|commissioner|administrator|council members)\b(?! (?:from|of (?!the (?:city|council|town))))"
)
_IN_PERSON = re.compile(r"\s+(?:(?:[A-Z][\w'-]*|the|acting|deputy|vice) ){0,5}(?:(?:[Mm]ayor|[Gg]overnor) of (?:[A-Z][\w'-]* ?){1,3}, )?")
_PUPILS = re.compile(r"\s+(?:about |some |over )?(?:\d+|[a-z]+) (?:[a-z-]+ )?(?:students|pupils|trainees|interns)\b")
_VIDEO = re.compile(r"\b(?:video|online|virtual)", re.I)


def _met(sentence: Sentence) -> Iterator[Draft]:
    """People of one side met people of the other."""
    for verb in sentence.of("meet", "past", "present", "base"):
        subject, other = subject_side(sentence, verb), object_side(sentence, verb)
        if _together(sentence, verb, subject):
            subject, other = Side(subject.places[:1], subject.leaders), Side(subject.places[1:])
        if subject.leaders and not subject.places:
            subject = Side(home_of(sentence, subject, apart=other.places), subject.leaders)
        if subject.places and not other.places and (other.people_come or _TOWNS_OWN.match(sentence.gap(verb.end, sentence.end))):
            other = Side(_met_at_home(sentence, subject), other.leaders, other.delegation)
        if not subject.places or not other.places:
            continue
        host, guest = _hosting(sentence, verb, subject, other)
        yield from _draft(sentence, verb, host, guest, rule="meeting.met")


def _visited(sentence: Sentence) -> Iterator[Draft]:
    """ "A visited B, the mayor of C": whoever is visited in person is met."""
    for verb in sentence.of("visit", "past", "present"):
        person = sentence.after(verb.end, sort="person", within=40)
        if person is None or not person.person.places or not _IN_PERSON.fullmatch(sentence.gap(verb.end, person.start)):
            continue
        guest = subject_side(sentence, verb)
        if guest.places and not person.person.places[0].state:
            yield from _draft(sentence, verb, Side(person.person.places[:1], (person,)), guest, rule="meeting.visited", sure=Confidence.B)


def _met_at_home(sentence: Sentence, subject: Side) -> tuple[Symbol, ...]:
    """Whose officials the guests met where nobody says: those of the town that they visited, else the report's own."""
    context, came = sentence.context, {p.place.key for p in subject.places}
    told = context.visit
    if told is not None and came & {slot.key for slot in told.roles["visitor"]}:
        known = [*context.pair, *context.title_pair, *context.title_places, *(p for p in (context.owner, context.topic) if p is not None)]
        hosts = {slot.key: slot for slot in told.roles["host"]}
        named = next((p for p in known if p.place.key in hosts), None)
        first = next(iter(hosts.values()))
        return (named or Symbol("place", first.start, first.end, "", first.place),)
    own = context.owner or context.topic
    return (own,) if own is not None and own.place.key not in came else ()


def _together(sentence: Sentence, verb: Symbol, subject: Side) -> bool:
    """ "Representatives of A and B met": the two are one subject, and nobody is met but each other."""
    return (
        len({p.place.key for p in subject.places}) == 2
        and bool(_NOBODY_BEHIND.match(sentence.gap(verb.end, sentence.end)))
        and bool(_OFFICIALS.search(sentence.gap(sentence.start, verb.start)))
    )


def _received(sentence: Sentence) -> Iterator[Draft]:
    """One side received, welcomed or hosted the other's people."""
    for verb in sentence.of("receive"):
        host, guest = guests_of(sentence, verb)
        if guest is None or not guest.people_come or _PUPILS.match(sentence.gap(verb.end, sentence.end)):
            continue
        yield from _draft(sentence, verb, host, guest, rule="meeting.received", sure=Confidence.B)


def _hosting(sentence: Sentence, verb: Symbol, subject: Side, other: Side) -> tuple[Side, Side]:
    """Who received whom: the side called on; a town before a state; the side where it happened; the report's own town; the subject."""
    if _CALL.search(sentence.says(verb)):
        return other, subject
    if (told := sentence.context.visit) is not None:
        came, host = ({slot.key for slot in told.roles[role]} for role in ("visitor", "host"))
        lands = {slot.place.country for slot in told.roles["host"] if slot.place is not None and slot.place.level is Level.COUNTRY}
        for one, two in ((subject, other), (other, subject)):
            at_home = all(p.place.key in host or p.place.country in lands for p in two.places)
            if at_home and {p.place.key for p in one.places} <= came:
                return two, one
    own = sentence.context.owner or sentence.context.topic
    if other.group != subject.group:
        return (subject, other) if other.group else (other, subject)
    if other.delegation != subject.delegation:
        return (subject, other) if other.delegation else (other, subject)
    if all(p.state for p in subject.places) != all(p.state for p in other.places):
        return (other, subject) if all(p.state for p in subject.places) else (subject, other)
    where = {
        p.place.key
        for p in sentence.of("place")
        if re.search(r"\b(?:in|at)\s+(?:the )?$", sentence.gap(max(sentence.start, p.start - 8), p.start))
    }
    if where & {p.place.key for p in other.places}:
        return other, subject
    if where & {p.place.key for p in subject.places}:
        return subject, other
    if own is not None and own.place.key in {p.place.key for p in other.places}:
        return other, subject
    return subject, other


def _draft(sentence: Sentence, verb: Symbol, host: Side, guest: Side, *, rule: str, sure: Confidence = Confidence.A) -> Iterator[Draft]:
    keys = {p.place.key for p in host.places}
    guests = [p for p in guest.places if p.place.key not in keys]
    if not keys or not guests or all(p.state for p in (*host.places, *guests)):
        return
    status, _ = status_of(sentence, verb)
    roles = {
        "host": [place_slot(p, _how(sentence, p)) for p in host.places[:1]],
        "guest": [place_slot(p, _how(sentence, p)) for p in guests],
        "person": people_slots([*host.leaders, *guest.leaders]),
    }
    if video := _VIDEO.search(sentence.says(verb)):
        roles["channel"] = [Slot(verb.start + video.start(), verb.start + video.end(), "video", derivation=Derivation.NORMALISED)]
    yield Draft(
        "meeting",
        rule,
        status,
        roles,
        (sentence.start, sentence.end),
        when=when_near(sentence, verb, status=status),
        confidence=sure if status is Status.HAPPENED else Confidence.B,
    )


def _how(sentence: Sentence, symbol: Symbol) -> Derivation:
    return Derivation.RESOLVED if sentence.start <= symbol.start < sentence.end else Derivation.COREF


FRAMES = (
    Frame("meeting.met", "people of two sides met", ("meet",), _met),
    Frame("meeting.visited", "somebody visited an official in person", ("visit", "person"), _visited),
    Frame("meeting.received", "one side received the other's people", ("receive",), _received),
)
