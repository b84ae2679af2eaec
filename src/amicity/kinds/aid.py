"""Aid: supplies, money or rescue sent to a partner."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, When
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import acting, own_place, spoken_place, voiced
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
    r"|citizens|government|needy|communit\w+|municipality|fire department) (?:of|in|from) )?(?:[a-z'-]+ ){0,5}(?:city "
    r"|town |county |of |in |,)?\s*(?:the )?(?:city of )?$",
    re.I,
)
_BY = re.compile(
    r"\s*(?:\w+ )?by\s+(?:the |its |their |our )?(?:(?:(?:sister |twin |partner )?(?:city|cities|towns?)|people"
    r"|(?:local )?governments?|(?:(?:city|town|municipal) )?council|citizens|mayor"
    r"|municipality) of )?(?:the )?(?:city of )?",
    re.I,
)
_FROM = re.compile(r"\bfrom\s+(?:the |its |their |our )?(?:[a-z-]+ ){0,4}(?:of )?$", re.I)
_US = re.compile(r"\s+us\b", re.I)
_UNNAMED = re.compile(
    r"\bto (?:each of |all of |\w+ of )?(?:its|their|the|our|all|\w+)(?: \S+)? (?:(?:sister|twin|partner|friendship"
    r"|friendly) (?:cit(?:y|ies)|towns?)|partners)\b",
    re.I,
)
_NAMED = re.compile(r",?\s*(?:of |- )?(?:the )?(?:city of )?")
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are)\s+$")
_CLOSE = 3
_TELLING = (Status.HAPPENED, Status.PLANNED, Status.PROPOSED)
_WHOM = re.compile(
    r"\s+(?:the |its |their |our )?(?:(?:[a-z]+ ){0,4}(?:of|in|from) (?:the )?(?:city of )?|(?:sister|twin|partner) (?:city|town),? )?"
)
_WORK = re.compile(
    r"\b(?:build|rebuil[dt]|construct|repair|restor|renovat|train|equip|combat|fight|overcome|cope|set up|establish|install|plant|recover"
    r"|health|education|relief|clean|dig|drill)\w*\b",
    re.I,
)
_FOR_HELP = re.compile(
    r"\bfor (?:(?:the|its|their|all|his|her|a|an|two|three|four|five|\d+|[a-z]+) ){0,4}?(?:help|helping|donati|donating|assist|aid\b|relief"
    r"|ambulance|generator|humanitarian|medical|masks|suppl|sheltering|sending|fire (?:truck|engine)|buses|equipment|donated)",
    re.I,
)
_KEEPSAKE = re.compile(
    r"\b(?:statue|sculpture|lamp|vase|clock|painting|bell|lantern|trees?|garden|panda|artwork|plaque|shield|souvenir|gifts?|key|flag|medal|scroll|album"
    r"|collection|site|land|blood|time|concert|totem|stone|bench|monument|book of)\b",
    re.I,
)
_PARTNER = re.compile(r"\s+(?:its|their|the|our) (?:sister|twin|partner|friendship) (?:city|town|municipality)\b(?! of| in|,? [A-Z])")
_AGENT = re.compile(r"\bby\s+(?:the )?(?:[a-z]+ ){0,2}(?:of )?$")
_WAS_GIVEN = re.compile(r"(?:^|[,.;] )\W*([^,.;]{3,60}?) (?:was|were|has been|have been|had been) $")
_GIFT = re.compile(r"\s(?!(?:by|to|from|for)\b)([^.;]{3,80}?) (?:to|for) ")
_WOULD = re.compile(r"\b(?:said|says|announced|added|confirmed|that)\b[^.;]{0,80}\bwould (?:also |soon )?(?:be )?$")
_GOT = re.compile(r"received|receives", re.I)


def _sent(sentence: Sentence) -> Iterator[Draft]:
    """Goods, money or rescuers given to a partner, in the active or the passive; a second gift only in another clause."""
    told: set[tuple[int, int]] = set()
    for verb in sentence.of("aid", "words", "base", "gerund"):
        clause = sentence.clause(verb.start)
        what = _goods(sentence, verb) if clause not in told else None
        status, _ = status_of(sentence, verb)
        if status is Status.CONDITIONAL and _WOULD.search(sentence.gap(sentence.start, verb.start)):
            status = Status.PLANNED
        if what is None or status not in _TELLING:
            continue
        giver, receiver = _sides(sentence, verb)
        to = _unnamed(sentence, verb, receiver)
        if giver is None or (to is None and (receiver is None or not _apart(giver, receiver))):
            continue
        recipient = to or [voiced(sentence, r) for one in (receiver,) if one for r in _listed(sentence, one) if _apart(giver, r)]
        yield Draft(
            "aid",
            "aid.sent",
            status,
            {
                "giver": [voiced(sentence, g) for g in _givers(sentence, giver, verb)],
                "recipient": recipient,
                "what": [Slot(*what, sentence.gap(*what))],
                "reason": _reason(sentence),
            },
            (sentence.start, sentence.end),
            when=_when(sentence, verb, status),
            confidence=Confidence.B,
        )
        told.add(clause)


def _helped(sentence: Sentence) -> Iterator[Draft]:
    """ "A helped B to build a school", "B thanked A for the two ambulances"."""
    for verb in sentence.of("aid", "helped", "thanked"):
        helped = verb.value == "helped"
        after = sentence.gap(verb.end, sentence.clause(verb.start)[1])
        other = next((p for p in sentence.of("place") if p.start >= verb.end and _WHOM.fullmatch(sentence.gap(verb.end, p.start))), None)
        status, _ = status_of(sentence, verb)
        if other is None or status is not Status.HAPPENED or not _says_help(sentence, verb, other, after):
            continue
        one = spoken_place(sentence, verb, other_than=other)
        giver, to = (one, other) if helped else (other, one)
        if giver is None or to is None or not _apart(giver, to) or (giver.state and to.state):
            continue
        start = other.end + len(after[other.end - verb.end :]) - len(after[other.end - verb.end :].lstrip())
        end = verb.end + len(after.rstrip(' .,;"'))
        roles = {
            "giver": [voiced(sentence, giver)],
            "recipient": [voiced(sentence, to)],
            "what": [Slot(start, end, sentence.gap(start, end))],
        }
        roles["reason"] = _reason(sentence)
        when = _when(sentence, verb, status) if helped else None
        yield Draft("aid", "aid.helped", status, roles, (sentence.start, sentence.end), when=when, confidence=Confidence.B)
        return


def _says_help(sentence: Sentence, verb: Symbol, other: Symbol, after: str) -> bool:
    """Whether it is told what the help was for, or thanks were for goods."""
    if verb.value == "helped":
        return bool(_WORK.search(after))
    goods = sentence.after(other.end, sort="aid_goods", within=60)
    return bool(_FOR_HELP.search(after)) or (goods is not None and " for " in sentence.gap(other.end, goods.start))


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
    if "donat" in sentence.says(verb) and (gift := _GIFT.match(sentence.context.text, verb.end, stop)) and not _KEEPSAKE.search(gift[1]):
        return gift.span(1)
    if "donat" in sentence.says(verb) and _BY.match(sentence.gap(verb.end, stop)):
        given = _WAS_GIVEN.search(sentence.gap(sentence.clause(verb.start)[0], verb.start))
        if given and not _KEEPSAKE.search(given[1]):
            start = sentence.clause(verb.start)[0]
            return start + given.start(1), start + given.end(1)
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
    if to is None and _PARTNER.match(sentence.gap(verb.end, stop)) and (one := spoken_place(sentence, verb)) is not None:
        to = _other(sentence, one)
    if sentence.says(verb).endswith(" of"):
        agent = next((p for p in ahead if _AGENT.search(sentence.gap(verb.end, p.start))), None)
        agent = agent or next(iter(acting(sentence, sentence.clause(verb.start)[0], verb.start)), None)
        return agent, (to if to is not None and to is not agent else _other(sentence, agent)) if agent is not None else None
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


def _givers(sentence: Sentence, giver: Symbol, verb: Symbol) -> list[Symbol]:
    """All of "A and B sent …"."""
    group = _listed(sentence, giver)
    behind = group[0] is giver and giver.start > verb.end
    return group if behind or 0 <= verb.start - group[-1].end < _CLOSE else [giver]


def _listed(sentence: Sentence, one: Symbol) -> list[Symbol]:
    """All of the list that the place is in: "to Ikoma and Anjo"."""
    return next((g for g in sentence.groups if one in g and not g[0].state), [one])


def _other(sentence: Sentence, one: Symbol) -> Symbol | None:
    """The partner of a place: the other of the report's two, or its own town."""
    context = sentence.context
    known = {p.place.key: p for p in (*context.pair, *context.title_pair, *(p for p in (own_place(sentence),) if p)) if not p.state}
    others = [p for key, p in known.items() if key != one.place.key]
    return others[0] if len(others) == 1 else None


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


FRAMES = (
    Frame("aid.sent", "goods, money or rescuers given to a partner", ("aid",), _sent),
    Frame(
        "aid.helped",
        "a place helped another to do something, or was thanked for it",
        ("aid", "place"),
        _helped,
        words=("help", "assist", "support", "than", "grat"),
    ),
)
