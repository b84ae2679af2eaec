"""Promise: one side tells another what it will do."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, When
from amicity.grammar.frame import Frame
from amicity.grammar.papers import field_slots
from amicity.grammar.partners import speaks_of_partners
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import acting, held_by_subject, own_place, spoken_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import dated, when_near
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="promise",
    plural="promises",
    says="one side tells another what it will do",
    roles=(
        Role("by", Holds.PLACE, "who promises", identity=True),
        Role("to", Holds.PLACE, "to whom", identity=True),
        Role("action", Holds.TEXT, "what"),
        Role("strength", Holds.TERM, "how firmly", terms=("hope", "invitation", "pledge", "agreed")),
        Role("field", Holds.TERM, "what it is about"),
    ),
    when="when it falls due",
)

_GUESTS = re.compile(
    r"\s+(?:guests|representatives|speakers|visitors|experts|delegates|applications|bids|tenders|residents|the public"
    r"|everyone|investors|the media|members of the public|all)\b",
    re.I,
)
_TO = re.compile(r"\b(?:in|at|to|visit)\s+(?:the )?(?:city of )?$", re.I)
_ACCEPTED = re.compile(r"\b(?:accept|receiv)(?:e?s|ed|ing)?\s+(?:the|an|his|her|their|this)?\s*(?:kind |warm )?$", re.I)
_PASSIVE = re.compile(r"\b(?:been|was|were|is|are|be|being)\s+(?:also |officially |formally )?$", re.I)
_AT = re.compile(r"\b(?:at|on|upon|by|following|after)\s+(?:the |an |their |his |her )?(?:kind |official )?$", re.I)
_TOGETHER = re.compile(
    r"\s*(?:that )?(?:the |our |these )?(?:two|both|cities|towns|sides|parties|provinces|counties|municipalities)\b", re.I
)
_BOTH_OF_THEM = re.compile(r"^\W*(?:[Tt]hey|[Ii]t was)(?: also| further| both)? $")
_BY_WHEN = re.compile(r"\bby (?:the )?(?:end of |summer of |spring of )?(?:the )?$")
_TO_GIVE = re.compile(r"\s+(?:also )?(?:send|host|donate|provide|train|supply|welcome|receive|build|help|support|share)\b")
_FORESEEN = re.compile(
    r"\b(?:believe[sd]?|confident|convinced|optimistic|predict\w*|sure|trusts?|expect\w*|no doubt)\b[^.;]{0,90}$"
    r"|\b(?:agreement|accord|mou|memorandum|pact|visit|deal|event|forum|relationship|partnership|twinning|meeting|signing)"
    r"(?: \([A-Za-z]+\))?(?: also| further)? $",
    re.I,
)
_OPENING = 25
_STRONG = re.compile(r"(?:pledge|promise|vow|undertook|assured)", re.I)
_ACTION = re.compile(
    r"\b(?:deepen|strengthen|expand|enhance|develop|promote|carry out|cooperate|co-operate|collaborate|share|work|broaden"
    r"|boost|increase|build|launch|send|support|exchange|organi[sz]e|continue|train|help|provide|further|foster|advance"
    r"|hold|visit|invest|open)\b",
    re.I,
)


def _invited(sentence: Sentence) -> Iterator[Draft]:
    """A side invites the other to come: due when it falls."""
    for verb in sentence.of("invite"):
        before = sentence.gap(max(sentence.start, verb.start - 40), verb.start)
        if _GUESTS.match(sentence.gap(verb.end, min(sentence.end, verb.end + 30))) or _AT.search(before):
            continue
        if _ACCEPTED.search(before):
            by, to = _accepted(sentence, verb)
        elif _PASSIVE.search(before):
            by, to = _invited_by(sentence, verb)
        else:
            by, to = _inviting(sentence, verb)
        if by is None or to is None or by.place.key == to.place.key or (by.state and to.state):
            continue
        status, _ = status_of(sentence, verb)
        status = Status.PLANNED if status in (Status.HAPPENED, Status.HOPED) else status
        yield _draft(sentence, verb, (by,), (to,), strength="invitation", status=status)


def _inviting(sentence: Sentence, verb: Symbol) -> tuple[Symbol | None, Symbol | None]:
    """Who invites whom: the guest stands behind the verb; the host speaks, or is the place to come to."""
    ahead = [p for p in sentence.of("place") if verb.end <= p.start < verb.end + 160]
    goal = next((p for p in ahead if _TO.search(sentence.gap(max(verb.end, p.start - 14), p.start))), None)
    invited = next(
        (
            p
            for p in ahead
            if p is not goal and p.start - verb.end < 90 and not _TO.search(sentence.gap(max(verb.end, p.start - 14), p.start))
        ),
        None,
    )
    people = [p for p in sentence.of("person") if verb.end <= p.start < verb.end + 60 and p.person.places]
    guest = people[0].person.places[0] if people else invited
    by = spoken_place(sentence, verb)
    if goal is not None and (by is None or (guest is not None and by.place.key == guest.place.key) or _own_by_default(sentence, by, verb)):
        by = goal
    if people and by is not None and guest is not None and guest.place.key == by.place.key:
        by = _counterpart(sentence, guest)
    elif by is not None and (guest is None or guest.place.key == by.place.key):
        guest = _counterpart(sentence, by)
    return by, guest


def _invited_by(sentence: Sentence, verb: Symbol) -> tuple[Symbol | None, Symbol | None]:
    """ "B has been invited to a conference in A", "B was invited by A"."""
    guest = spoken_place(sentence, verb)
    ahead = [p for p in sentence.of("place") if p.start >= verb.end and (guest is None or p.place.key != guest.place.key)]
    by = next((p for p in ahead if re.search(r"\bby\s+(?:the )?(?:[a-z-]+ ){0,3}(?:of )?$", sentence.gap(verb.end, p.start))), None)
    return by or next((p for p in ahead if _TO.search(sentence.gap(max(verb.end, p.start - 14), p.start))), None), guest


def _own_by_default(sentence: Sentence, by: Symbol, verb: Symbol) -> bool:
    """Whether the inviter is only the report's own place, which nobody named: then the place to come to invites."""
    held = held_by_subject(sentence, verb)
    if held is not None and held.place.key == by.place.key:
        return False
    return not any(p.place.key == by.place.key for p in sentence.of("place") if p.end <= verb.start) and not any(
        p.person.places for p in sentence.of("person") if p.end <= verb.start
    )


def _accepted(sentence: Sentence, verb: Symbol) -> tuple[Symbol | None, Symbol | None]:
    """ "Accepted an invitation to visit X": X invited."""
    goal = next((p for p in sentence.of("place") if 0 <= p.start - verb.end < 60), None)
    guest = spoken_place(sentence, verb, other_than=goal)
    return goal, guest or (_counterpart(sentence, goal) if goal is not None else None)


def _pledged(sentence: Sentence) -> Iterator[Draft]:
    """A side says what it will do for the other, or both what they will do together."""
    if sentence.text.endswith("?") or not speaks_of_partners(sentence.context.text):
        return
    for verb in sentence.of("pledge"):
        by, to = _both(sentence, verb)
        if not by:
            one = spoken_place(sentence, verb, other_than=_target(sentence, verb))
            other = _counterpart(sentence, one, verb=verb) if one is not None else None
            if one is None or other is None or not (_meant(sentence, other) or _STRONG.match(sentence.says(verb))):
                continue
            by, to = (one,), (other,)
        if status_of(sentence, verb)[0] in (Status.DENIED, Status.CONDITIONAL, Status.HOPED) and not re.match(
            r"would\b", sentence.says(verb)
        ):
            continue
        if sentence.says(verb).startswith(("will", "shall", "would")) and _FORESEEN.search(sentence.gap(sentence.start, verb.start)):
            continue
        strength = "agreed" if "agree" in sentence.says(verb) or "consensus" in sentence.says(verb) else "pledge"
        yield _draft(sentence, verb, by, to, strength=strength, status=Status.PLANNED)
        return


def _hoped(sentence: Sentence) -> Iterator[Draft]:
    """A hope addressed to the partner that names an action: "he hopes that the two cities will deepen …", "X is ready to send … to Y"."""
    for verb in (*sentence.of("seek", "hopes", "that"), *sentence.of("offer")):
        after = sentence.gap(verb.end, sentence.end)
        ready = verb.sort == "offer" and re.match(r"(?:is |are )?(?:ready|willing|prepared)", sentence.says(verb))
        ready = ready or (verb.value == "hopes" and _TO_GIVE.match(after))
        if (verb.sort == "offer" and not ready) or (not ready and not (_TOGETHER.match(after) and _ACTION.search(after))):
            continue
        one = spoken_place(sentence, verb)
        other = _counterpart(sentence, one, verb=verb) if one is not None else None
        if (
            one is None
            or other is None
            or one.state
            or (ready and not any(p.place.key == other.place.key and p.start >= verb.end for p in sentence.of("place")))
        ):
            continue
        yield _draft(sentence, verb, (one,), (other,), strength="hope", status=Status.HOPED)
        return


def _target(sentence: Sentence, verb: Symbol) -> Symbol | None:
    """The place to which something is promised: "to X" behind the verb."""
    return next(
        (
            p
            for p in sentence.of("place")
            if p.start >= verb.end and re.search(r"\bto\s+(?:the )?(?:city of )?$", sentence.gap(verb.end, p.start))
        ),
        None,
    )


def _both(sentence: Sentence, verb: Symbol) -> tuple[tuple[Symbol, ...], tuple[Symbol, ...]]:
    """Both parties, each to the other, where "the two sides" or both by name are the subject."""
    context = sentence.context
    start, _ = sentence.clause(verb.start)
    named = {p.place.key: p for p in acting(sentence, start, verb.start) if not p.state}
    if len(named) == 2 and re.search(r"\band\b", sentence.gap(min(p.end for p in named.values()), verb.start)):
        return tuple(named.values()), tuple(named.values())
    together = _BOTH_OF_THEM.search(sentence.gap(start, verb.start)) and (
        "agree" in sentence.says(verb) or "work together" in sentence.says(verb)
    )
    if not together and not any(p.start < verb.start for p in sentence.of("pair")):
        return (), ()
    titled = {s.place.key: s for s in context.title_places if s.state}
    states = tuple(titled.values()) if len(titled) == 2 else context.the_two(sentence.index, states=True)
    of_states = any(re.search(r"countr|nation|states", sentence.says(p)) for p in sentence.of("pair"))
    pair = states if of_states else context.the_two(sentence.index) or states
    return (pair, pair) if len(pair) == 2 else ((), ())


def _meant(sentence: Sentence, other: Symbol) -> bool:
    """Whether the sentence addresses the partner: names it, or speaks of the two."""
    return any(p.place.key == other.place.key for p in sentence.of("place")) or bool(sentence.of("pair"))


def _namesake(one: Symbol, other: Symbol) -> bool:
    """Whether two symbols name one place twice: "the City of Cebu" and "Cebu"."""
    return one.place.country == other.place.country and (one.value in other.value or other.value in one.value)


def _counterpart(sentence: Sentence, one: Symbol, *, verb: Symbol | None = None) -> Symbol | None:
    """Whom a place speaks to: a town named behind the verb, else in the sentence, else the other of the pair at hand."""
    context = sentence.context
    others = [p for p in sentence.of("place") if p.place.key != one.place.key and not p.state and not _namesake(p, one)]
    here = sorted(others, key=lambda p: p.place.country == one.place.country)
    behind = [p for p in here if verb is not None and p.start >= verb.end]
    pair = [p for p in (*context.pair, *context.title_pair) if p.place.key != one.place.key]
    own = own_place(sentence)
    rest = [own] if own is not None and own.place.key != one.place.key else []
    return next(iter(behind or here or pair or rest), None)


def _by_when(sentence: Sentence, verb: Symbol) -> When | None:
    """ "… by the end of 2025": by when it falls due."""
    for date in sentence.of("date"):
        if date.start > verb.end and _BY_WHEN.search(sentence.gap(max(verb.end, date.start - 20), date.start)):
            return dated(date)
    return None


def _draft(sentence: Sentence, verb: Symbol, by: tuple[Symbol, ...], to: tuple[Symbol, ...], *, strength: str, status: Status) -> Draft:
    _, stop = sentence.clause(verb.start)
    action = (verb.start, max(verb.end, len(sentence.gap(0, stop).rstrip(' .,;"'))))
    roles = {
        "by": [voiced(sentence, p) for p in by],
        "to": [voiced(sentence, p) for p in to],
        "strength": [Slot(verb.start, verb.end, strength, derivation=Derivation.NORMALISED)],
        "action": [Slot(*action, sentence.gap(*action))],
        "field": field_slots(sentence, verb.start),
    }
    due = when_near(sentence, verb, status=status, inherit=False)
    if due is None or _OPENING < due.start - sentence.start < verb.start - sentence.start:
        due = _by_when(sentence, verb)
    return Draft(
        "promise",
        f"promise.{strength}",
        status,
        roles,
        (sentence.start, sentence.end),
        when=due,
        confidence=Confidence.A if strength == "invitation" else Confidence.B,
    )


FRAMES = (
    Frame("promise.invitation", "a side invites the other", ("invite",), _invited),
    Frame("promise.pledge", "a side, or both, say what they will do", ("pledge",), _pledged),
    Frame("promise.hope", "a side hopes for something from the other, or is ready to do it", ("seek|offer",), _hoped),
)
