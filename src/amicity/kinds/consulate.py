"""Consulate: a foreign mission in a city."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import person_slot
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import own_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="consulate",
    plural="consulates",
    says="a foreign mission in a city",
    roles=(
        Role("sender", Holds.PLACE, "whose mission", identity=True),
        Role("place", Holds.PLACE, "where"),
        Role("type", Holds.TERM, "what sort", terms=("embassy", "consulate_general", "consulate", "honorary")),
        Role("head", Holds.NAME, "who leads it"),
        Role("district", Holds.TEXT, "the area it serves"),
    ),
    when="when it was opened",
)

_TYPES = {
    "consul_general": "consulate_general",
    "deputy_consul_general": "consulate_general",
    "acting_consul_general": "consulate_general",
    "honorary_consul": "honorary",
    "consul": "consulate",
    "vice_consul": "consulate",
}
_OPENED = re.compile(
    r"\b(?:open(?:s|ed|ing)?|launch(?:es|ed|ing)?|establish(?:es|ed|ing|ment)?|inaugurat\w+|set(?:s|ting)? up|re-?open\w*)\b", re.I
)
_ATTENDEE = re.compile(
    r"\b(?:attended|joined|accompanied|represented|organi[sz]ed|hosted|supported|sponsored)\b[^.;]{0,90}\b(?:by|from|of"
    r"|and|with|including)\b[^.;]*$|\b(?:officials?|representatives?|staff|diplomats?|member|guests|delegat\w+|students"
    r"|with|at|from|by|and|invited|thanked|including) (?:from |of |of the |the |at )*(?:[A-Z]\w+ )?$",
    re.I,
)
_NEARBY = 70


_WISHED = re.compile(
    r"\b(?:willing\w*|hop(?:e[sd]?|ing)|wish\w*|would (?:like|welcome)|desire\w*|want\w*|interest\w*|propos\w*|request\w*)\b[^.;]*$", re.I
)


def _mission(sentence: Sentence) -> Iterator[Draft]:
    """ "Australia launched a consulate general in Shenyang", "the Japanese consulate general in Shenyang"; a guest at a party is none."""
    for mission in sentence.of("mission"):
        opened = _opening(sentence, mission)
        if (mission.value == "embassy" and opened is None) or (opened is not None and status_of(sentence, opened)[0] is Status.CONDITIONAL):
            continue
        lead = sentence.gap(sentence.start, mission.start)
        if opened is None and (_ATTENDEE.search(lead) or sentence.of("attend")):
            continue
        first = _seat(sentence, mission.end)
        sender = _sender(sentence, mission)
        listed = next((g for g in sentence.groups if first in g), [first]) if sentence.says(mission).endswith("s") else [first]
        for seat in listed:
            for one in sender if seat is not None else ():
                if seat is not None and one.place.country != seat.place.country:
                    yield _draft(
                        sentence,
                        one,
                        seat,
                        kind=Slot(mission.start, mission.end, mission.value, derivation=Derivation.NORMALISED),
                        opened=opened,
                    )


def _opening(sentence: Sentence, mission: Symbol) -> Symbol | None:
    """The verb of opening that belongs to the mission."""
    start, stop = max(sentence.start, mission.start - _NEARBY), min(sentence.end, mission.end + _NEARBY)
    found = list(_OPENED.finditer(sentence.context.text, start, stop))
    if not found:
        return None
    best = min(found, key=lambda m: min(abs(m.start() - mission.end), abs(mission.start - m.end())))
    return Symbol(
        "establish", best.start(), best.end(), "base" if best.group().lower() in ("open", "launch", "establish", "set up") else "past"
    )


def _another(sentence: Sentence) -> Iterator[Draft]:
    """ "Chile opened one last year", right after a consulate in a city was spoken of."""
    match = re.search(r"\b(?:opened|set up|established|launched) (?:one|another|its own)\b", sentence.text)
    if not match:
        return
    earlier = list(_MISSION_BEFORE.finditer(sentence.context.text, max(0, sentence.start - 250), sentence.start))
    if not earlier:
        return
    verb = Symbol("establish", sentence.start + match.start(), sentence.start + match.end(), "past")
    sender = next((p for p in reversed(sentence.of("place")) if p.state and p.end <= verb.start), None)
    seat = own_place(sentence)
    last = earlier[-1]
    if sender is not None and seat is not None and not seat.state and seat.value in sentence.gap(last.start(), sentence.start):
        kind = Slot(last.start(), last.end(), "consulate_general" if "eneral" in last.group() else "consulate", derivation=Derivation.COREF)
        yield _draft(sentence, sender, seat, kind=kind, opened=verb)


_MISSION_BEFORE = re.compile(r"\b[Cc]onsulate(?:[ -][Gg]eneral)?\b")


def _consuls(sentence: Sentence) -> Iterator[Draft]:
    """ "The consuls general of ROK, Germany and Japan to Shenyang": each has its consulate there."""
    for post in sentence.of("post", *_TYPES):
        group = next(
            (
                g
                for g in sentence.groups
                if g[0].start >= post.end and g[0].state and re.fullmatch(r"\s+(?:of|from)\s+(?:the )?", sentence.gap(post.end, g[0].start))
            ),
            None,
        )
        owner = sentence.before(post.start, sort="place", within=4)
        senders = list(group) if group else [owner] if owner is not None and owner.state else _adjective(sentence, post)
        end = group[-1].reach if group else post.end
        seat = _seat(sentence, end)
        if seat is not None:
            for sender in senders:
                yield _draft(
                    sentence,
                    sender,
                    seat,
                    kind=Slot(post.start, post.end, _TYPES[post.value], derivation=Derivation.NORMALISED),
                    opened=None,
                )


_TO_SEAT = re.compile(r"[\w\s',]{0,70}?\b(?:in|to|at)\s+(?:[A-Z][\w, ]{2,30}, |the )?(?:[a-z-]+ ){0,3}(?:city of )?")


def _seat(sentence: Sentence, end: int) -> Symbol | None:
    """The town that the mission is in: "in", "to" or "at" it, right behind."""
    for place in sentence.of("place"):
        if place.start >= end and not place.state:
            return place if _TO_SEAT.fullmatch(sentence.gap(end, place.start)) else None
    return None


def _sender(sentence: Sentence, mission: Symbol) -> list[Symbol]:
    before = [p for p in sentence.of("place") if p.state and p.end <= mission.start and mission.start - p.end < 60]
    if before and re.search(r",?\s*whose\s+(?:new )?$", sentence.gap(before[-1].end, mission.start)):
        return [before[-1]]
    if before and (
        re.search(r"^(?:'s)?\s+(?:[a-z]+\s)*$", sentence.gap(before[-1].end, mission.start))
        or _OPENED.search(sentence.gap(before[-1].end, mission.start))
    ):
        return [before[-1]]
    of = next(
        (
            p
            for p in sentence.of("place")
            if p.state
            and p.start >= mission.end
            and re.fullmatch(r"\s+of\s+(?:the )?(?:[A-Z][\w']+ )*(?:of )?", sentence.gap(mission.end, p.start))
        ),
        None,
    )
    return [of] if of is not None else _in_its_name(sentence, mission) or _adjective(sentence, mission)


def _in_its_name(sentence: Sentence, mission: Symbol) -> list[Symbol]:
    """The state in "Consulate General of the People's Republic of China"."""
    return [s for s in sentence.of("sender") if 0 <= s.start - mission.end < 60][:1]


def _adjective(sentence: Sentence, symbol: Symbol) -> list[Symbol]:
    people = [s for s in sentence.of("nation") if 0 <= symbol.start - s.end <= 2]
    return people[-1:]


def _draft(sentence: Sentence, sender: Symbol, seat: Symbol, *, kind: Slot, opened: Symbol | None) -> Draft:
    status = status_of(sentence, opened)[0] if opened is not None else Status.HAPPENED
    if opened is None and _WISHED.search(sentence.gap(max(sentence.start, kind.start - 90), kind.start)):
        status = Status.HOPED
    if (
        opened is not None
        and status is Status.HAPPENED
        and opened.value == "base"
        and re.search(
            r"\b(?:will|to|plans?|expected|due|set|would|shall)\b", sentence.gap(max(sentence.start, opened.start - 30), opened.start)
        )
    ):
        status = Status.PLANNED
    when = when_near(sentence, opened, status=status, inherit=False) if opened is not None else None
    roles = {"sender": [place_slot(sender)], "place": [voiced(sentence, seat)], "type": [kind], "head": _head(sentence, kind)}
    return Draft("consulate", "consulate.stands", status, roles, (sentence.start, sentence.end), when=when)


def _head(sentence: Sentence, kind: Slot) -> list[Slot]:
    """The consul whom the sentence names."""
    for person in sentence.of("person"):
        if any(office.post.endswith("consul_general") or office.post in ("consul", "honorary_consul") for office in person.person.posts):
            return [person_slot(person)] if abs(person.start - kind.end) < 120 else []
    return []


FRAMES = (
    Frame("consulate.mission", "a state's mission stands, or opens, in a city", ("mission", "place"), _mission),
    Frame("consulate.another", "another state opened one too", ("place",), _another, words=(" one", " another", " its own")),
    Frame("consulate.consuls", "consuls of states to a city", ("post", "place"), _consuls),
)
