"""Aid: supplies, money or rescue sent to a partner."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, When
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import own_place, spoken_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import inherited, when_near
from amicity.terms.confidence import Confidence
from amicity.terms.kind import Effect, Holds, Kind, Role
from amicity.terms.place import Place
from amicity.terms.status import Status

KIND = Kind(
    name="aid",
    plural="aid",
    says="supplies, money or rescue sent to a partner",
    roles=(
        Role("giver", Holds.PLACE, "who gave", identity=True),
        Role("recipient", Holds.PLACE, "who received", identity=True),
        Role("what", Holds.TEXT, "what"),
        Role("reason", Holds.TEXT, "why"),
    ),
    effect=Effect.CONTACT,
)


_MONEY = re.compile(
    r"(?:(?:US|A|C|NZ|HK|S)?\$|€|£|¥|₩|₹|Rs\.?|RM|Php|P)\s?\d[\d,.]*(?: (?:million|billion|thousand))?"
    r"|\d[\d,.]*(?: (?:million|billion|thousand))? (?:euros?|dollars|yuan|won|yen|pounds|rupees|rand|pesos|baht|francs"
    r"|kroner|shillings|RMB|USD)\b",
    re.I,
)
_RECIPIENT = re.compile(
    r"\b(?:to|for|in|at|on)\s+(?:the |its |their |our |his )?(?:(?:victims|people|residents|survivors|children|hospitals"
    r"|citizens|government|needy|communit\w+|municipality|fire department) (?:of|in|from) )?(?:[a-z-]+ ){0,5}(?:city "
    r"|town |county |of |in |,)?\s*(?:the )?(?:city of )?$",
    re.I,
)
_BY = re.compile(r"\s*(?:\w+ )?by\s+(?:the )?(?:(?:city|town|people|government|citizens) of )?(?:the )?", re.I)
_FROM = re.compile(r"\bfrom\s+(?:the |its |their |our )?(?:[a-z-]+ ){0,4}(?:of )?$", re.I)
_US = re.compile(r"\s+us\b", re.I)
_UNNAMED = re.compile(
    r"\bto (?:each of |all of |\w+ of )?(?:its|their|the|our|all|\w+)(?: \S+)? (?:(?:sister|twin|partner|friendship"
    r"|friendly) (?:cit(?:y|ies)|towns?)|partners)\b",
    re.I,
)
_NAMED = re.compile(r",?\s*(?:of |- )?(?:the )?(?:city of )?")
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are)\s+$")
_GOT = re.compile(r"received|receives", re.I)


def _sent(sentence: Sentence) -> Iterator[Draft]:
    """Goods, money or rescuers given to a partner, in the active or the passive."""
    for verb in sentence.of("aid"):
        what = _goods(sentence, verb)
        status, _ = status_of(sentence, verb)
        if what is None or status not in (Status.HAPPENED, Status.PLANNED):
            continue
        giver, receiver = _sides(sentence, verb)
        to = _unnamed(sentence, verb, receiver)
        if giver is None or (to is None and (receiver is None or not _apart(giver, receiver))):
            continue
        recipient = to or [voiced(sentence, r) for r in (receiver,) if r is not None]
        yield Draft(
            "aid",
            "aid.sent",
            status,
            {
                "giver": [voiced(sentence, giver)],
                "recipient": recipient,
                "what": [Slot(*what, sentence.gap(*what))],
                "reason": _reason(sentence),
            },
            (sentence.start, sentence.end),
            when=_when(sentence, verb, status),
            confidence=Confidence.B,
        )
        return


def _unnamed(sentence: Sentence, verb: Symbol, receiver: Symbol | None) -> list[Slot] | None:
    """Partners that the words leave unnamed: "to five of its sister cities"; None where the receiver itself is named."""
    match = _UNNAMED.search(sentence.context.text, verb.end, sentence.end)
    if match is None:
        return None
    named = (
        receiver is not None
        and not receiver.state
        and (receiver.start < match.end() or _NAMED.fullmatch(sentence.gap(match.end(), receiver.start)))
    )
    return None if named else [Slot(match.start() + 3, match.end(), place=Place(None))]


def _apart(giver: Symbol, recipient: Symbol) -> bool:
    """Whether this is aid between places: not of one place to itself, between states, or within a state."""
    if giver.place.key == recipient.place.key or (giver.state and recipient.state):
        return False
    return giver.place.country != recipient.place.country or not (giver.state or recipient.state)


def _goods(sentence: Sentence, verb: Symbol) -> tuple[int, int] | None:
    """What was given: from the verb to the goods or the sum; before a passive verb, the goods themselves."""
    _, stop = sentence.clause(verb.start)
    goods = sentence.after(verb.end, sort="aid_goods", within=90)
    if (
        goods is not None
        and goods.start < stop
        and not re.search(r"\bdelegation\b|\bletter\b|\bteam to\b", sentence.gap(verb.end, goods.start))
    ):
        start = verb.end + 1
        return start, goods.end
    if money := _MONEY.search(sentence.context.text, verb.end, min(stop, verb.end + 60)):
        return money.start(), money.end()
    before = sentence.before(verb.start, sort="aid_goods", within=40)
    if before is not None and (_BY.match(sentence.gap(verb.end, stop)) or _PASSIVE.search(sentence.gap(before.end, verb.start))):
        number = sentence.before(before.start, sort="number", within=24)
        return (number or before).start, before.end
    return None


def _sides(sentence: Sentence, verb: Symbol) -> tuple[Symbol | None, Symbol | None]:
    """Giver and recipient: "A sent … to B", "… donated by A to B", "B received … from A"."""
    _, stop = sentence.clause(verb.start)
    ahead = [p for p in sentence.of("place") if p.start >= verb.end]
    by = _BY.match(sentence.gap(verb.end, stop))
    if _GOT.match(sentence.says(verb)):
        giver = next((p for p in ahead if _FROM.search(sentence.gap(verb.end, p.start))), None)
        return giver, spoken_place(sentence, verb, other_than=giver) if giver is not None else None
    to = next((p for p in ahead if _RECIPIENT.search(sentence.gap(verb.end, p.start))), None) or next(
        (p for p in ahead if 0 <= p.start - verb.end < 4), None
    )
    if by:
        giver = next((p for p in ahead if p.start - verb.end - by.end() < 3), None)
        to = to if to is not giver else None
    else:
        giver = spoken_place(sentence, verb, other_than=to)
    own = own_place(sentence)
    if _PASSIVE.search(sentence.gap(max(sentence.start, verb.start - 8), verb.start)) and not by:
        giver = own
    if to is None and _US.match(sentence.gap(verb.end, stop)):
        return giver, own
    if (
        to is None
        and giver is not None
        and own is not None
        and own.place.country != giver.place.country
        and not _UNNAMED.search(sentence.gap(verb.end, sentence.end))
    ):
        to = own
    return giver, to


def _when(sentence: Sentence, verb: Symbol, status: Status) -> When | None:
    """The date of the gift; one that stands beside the tie ("which became its sister city in 1973") belongs to the tie."""
    found = when_near(sentence, verb, status=status)
    ties = [t for sort in ("tie", "twin") for t in sentence.of(sort)]
    beside = found is not None and any(0 <= found.start - t.end < 50 and "," not in sentence.gap(t.end, found.start) for t in ties)
    return inherited(sentence, status=status) if beside else found


def _reason(sentence: Sentence) -> list[Slot]:
    why = re.search(
        r"\b(?:after|following|in the wake of|hit by|against|to fight|to help fight)\s+((?:the |a "
        r"|an )?[^,.;\"]*?(?:earthquake|flood\w*|typhoon|hurricane|tsunami|pandemic|epidemic|fire\w*|storm|disaster|war"
        r"|invasion|COVID-19|cyclone|landslide\w*|drought|outbreak|explosion)\b)",
        sentence.text,
        re.I,
    )
    return [Slot(sentence.start + why.start(1), sentence.start + why.end(1), why.group(1))] if why else []


FRAMES = (Frame("aid.sent", "goods, money or rescuers given to a partner", ("aid",), _sent),)
