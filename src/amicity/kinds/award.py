"""Award: a prize given to a place, a person, a pair or a committee."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import people_slots
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import acting, own_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="award",
    plural="awards",
    says="a prize given to a place, a person, a pair or a committee",
    roles=(
        Role("name", Holds.NAME, "its name", identity=True),
        Role("recipient", Holds.PLACE, "who received it", identity=True),
        Role("grantor", Holds.NAME, "who gave it"),
    ),
)

_CAP = r"(?:[A-Z][\w'&.-]*|\d{2,4})"
_RUN = rf"(?:{_CAP}(?:\s+(?:of|for|and|the|in|to|on|de)(?:\s+the)?(?=\s+{_CAP}))?\s+)*"
_NAME = re.compile(
    rf"{_RUN}(?:[Aa]wards?|[Pp]rizes?|[Mm]edals?|Trophy|Order of [A-Z]\w+|Certificate of [A-Z]\w+|Flag of [A-Z]\w+|Plaque"
    rf"|Diploma)\b(?:\s+(?:for|of)(?:\s+the)?\s+[A-Z][\w'-]*(?:(?:\s+(?:and|of|in|for|to|the))*\s+[A-Z][\w'-]*)*)?"
    r"|(?<!\w)[\"'](?:Top (?:10|Ten) [^\"']{3,60}|[A-Z][^\"']{3,60})[\"']|\b[Hh]onorary [Cc]itizen(?:s"
    r"|ship)?\b(?: of [A-Z]\w+)?|\b[Tt]itle of [A-Z][\w' -]{3,50}|\b[Kk]eys? (?:to|of) the [Cc]ity\b|\bKey (?:to|of) [A-Z]\w+(?: [A-Z]\w+)*"
    r"|\b[Ff]reedom of the [Cc]ity\b"
    rf"|(?<=named )Best {_RUN}{_CAP}"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\b[^,;]*$|\bpresented with\b|\bhonou?red\b|\brecogni[sz]ed\b|\bnamed\b", re.I)
_TAKES = re.compile(r"\b(?:received|receives|won|wins|earned|got|took|collected|picked up|accepted|claimed)\b", re.I)
_GIVES = re.compile(r"\b(?:granted|awarded|awards|conferred|confers|presented|presents|bestowed|gave|given|made|handed)\b", re.I)
_TO = re.compile(r"\b(?:to|on|upon)\s+(?:the |its |his |her )?(?:[a-z-]+ ){0,4}(?:city of |of )?$", re.I)
_BY = re.compile(
    r"\b(?:by|from)\s+(?:the\s+)?([A-Z](?:[\w'&-]|\.(?=\w))*(?:\s+(?:(?:of|for|and|the|with|&)\s+)*[A-Z](?:[\w'&-]|\.(?=\w))*)*"
    r"|(?:national|international) (?:organi[sz]ation|association)(?: for [a-z]+)?)"
)
_NO_AWARD = re.compile(r"^(?:Academy|Grammy|Oscar|Booker|Pulitzer|Film|Golden (?:Bear|Globe|Palm|Lion)|Emmy)|Contract Award|Nobel", re.I)


def _given(sentence: Sentence) -> Iterator[Draft]:
    """A named prize and who received it; without a recipient there is no finding."""
    taken: set[int] = set()
    names = list(_NAME.finditer(sentence.text))
    for verb in sentence.of("award_verb") if names else ():
        name = _name(sentence, verb, names)
        if name is None or name[0] in taken:
            continue
        recipients = _recipients(sentence, verb, name)
        status, _ = status_of(sentence, verb)
        if not recipients or status in (Status.CONDITIONAL, Status.HOPED):
            continue
        taken.add(name[0])
        yield _draft(sentence, verb, name, recipients=recipients, status=status)
        yield from _itself(sentence, verb, name)


def _draft(sentence: Sentence, verb: Symbol, name: tuple[int, int], *, recipients: list[Slot], status: Status) -> Draft:
    return Draft(
        "award",
        "award.given",
        status,
        {"name": [Slot(*name, sentence.gap(*name))], "recipient": recipients, "grantor": _grantor(sentence, verb, name, recipients)},
        (sentence.start, sentence.end),
        when=when_near(sentence, verb, status=status, inherit=False),
    )


def _name(sentence: Sentence, verb: Symbol, names: list[re.Match[str]]) -> tuple[int, int] | None:
    """The prize's name near the verb; a name in quotes needs the word title, award or prize beside it."""
    for match in names:
        start, end = _stripped(sentence, match)
        if len(sentence.gap(start, end).split()) < 2 or _NO_AWARD.search(sentence.gap(start, end)):
            continue
        quoted = match.group()[0] in "\"'"
        if quoted and not any(
            0 <= start - h.end < 30 or start <= h.start < end or 0 <= h.start - end < 20 for h in sentence.of("award_head")
        ):
            continue
        if min(abs(start - verb.end), abs(verb.start - end)) < 140:
            return start, end
    return None


def _stripped(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    text = match.group()
    lead = re.match(r"(?:(?:of|for|and|the|in|The|A|An|At|In|Its|His|Her)\s+)+|[\"']|[Tt]itle of ", text)
    return sentence.start + match.start() + (lead.end() if lead else 0), sentence.start + match.end() - (text[-1] in "\"'")


def _recipients(sentence: Sentence, verb: Symbol, name: tuple[int, int]) -> list[Slot]:
    """Who received it: behind "to" where it is given, before the verb where it is received."""
    start, stop = sentence.clause(verb.start)
    takes = _TAKES.search(sentence.says(verb)) or _PASSIVE.search(sentence.gap(start, verb.end))
    if not takes and _GIVES.search(sentence.says(verb)):
        return _given_to(sentence, verb, name, stop)
    people = [p for p in sentence.of("person") if start <= p.start and p.end <= verb.start and not name[0] <= p.start < name[1]]
    places = [
        p for p in acting(sentence, start, verb.start) or acting(sentence, sentence.start, verb.start) if not name[0] <= p.start < name[1]
    ]
    if people and (not places or people[-1].start > places[-1].start):
        return people_slots(people[-1:])
    bodies = [o for o in sentence.of("org") if start <= o.start and o.end <= verb.start and not name[0] <= o.start < name[1]]
    if places:
        return [voiced(sentence, p) for p in _whole(sentence, places)]
    if bodies and re.search(r"\b(?:Sister|Twin|Friendship|Partner)", sentence.gap(bodies[-1].start, bodies[-1].end)):
        return [Slot(bodies[-1].start, bodies[-1].end, sentence.gap(bodies[-1].start, bodies[-1].end))]
    if sentence.context.listed and _ALL_OF_THEM.search(sentence.gap(start, verb.start)):
        return [voiced(sentence, p) for p in sentence.context.listed]
    own = own_place(sentence)
    if own is not None and re.search(
        r"\b(?:it|the city|the town|our city|we|which|the county|the province)\b[^,;]{0,30}$", sentence.gap(start, verb.start), re.I
    ):
        return [voiced(sentence, own)]
    return []


_ALL_OF_THEM = re.compile(r"\b(?:all (?:of them|\w+ (?:cities|towns))|these (?:\w+ )?(?:cities|towns)|they)\b", re.I)


def _whole(sentence: Sentence, places: list[Symbol]) -> list[Symbol]:
    """All of the longest list among the subjects; of single places the one right before the verb."""
    lists = [[p for p in group if p in places] for group in sentence.groups]
    longest = max(lists, key=len, default=[])
    return longest if len(longest) > 1 else places[-1:]


def _given_to(sentence: Sentence, verb: Symbol, name: tuple[int, int], stop: int) -> list[Slot]:
    people = [
        p
        for p in sentence.of("person")
        if verb.end <= p.start < stop
        and not name[0] <= p.start < name[1]
        and (p.start - verb.end < 40 or _TO.search(sentence.gap(max(verb.end, p.start - 50), p.start)))
    ]
    if people:
        return people_slots(people[:1])
    to = [
        g
        for g in sentence.groups
        if g[0].start >= verb.end
        and not name[0] <= g[0].start < name[1]
        and (_TO.search(sentence.gap(verb.end, g[0].start)) or g[0].start - verb.end < 4)
    ]
    return [voiced(sentence, p) for p in to[0]] if to else []


def _itself(sentence: Sentence, verb: Symbol, name: tuple[int, int]) -> Iterator[Draft]:
    """ ", which B itself had received in 1990": the same prize to another place."""
    match = re.search(r"\bwhich\b", sentence.gap(name[1], sentence.end))
    if not match:
        return
    at = name[1] + match.start()
    place = next((p for p in sentence.of("place") if 0 <= p.start - at < 12), None)
    again = next((v for v in sentence.of("award_verb") if v is not verb and v.start > at), None)
    if place is not None and again is not None:
        yield _draft(sentence, again, name, recipients=[voiced(sentence, place)], status=Status.HAPPENED)


def _grantor(sentence: Sentence, verb: Symbol, name: tuple[int, int], recipients: list[Slot]) -> list[Slot]:
    """Who gave it: behind "by" or "from", the name's own "of the …", else the subject of the giving."""
    match = _BY.search(sentence.context.text, min(name[1], verb.end), sentence.end)
    if match:
        return [Slot(match.start(1), match.end(1), match.group(1))]
    within = re.search(r"(?:Award|Prize|Medal) of the ([A-Z].*)", sentence.gap(*name))
    if within:
        return [Slot(name[0] + within.start(1), name[0] + within.end(1), within.group(1))]
    if _GIVES.search(sentence.says(verb)) and not _PASSIVE.search(sentence.gap(sentence.clause(verb.start)[0], verb.end)):
        taken = {r.start for r in recipients}
        subject = [
            s for s in (*sentence.of("org"), *acting(sentence, sentence.start, verb.start)) if s.end <= verb.start and s.start not in taken
        ]
        return [Slot(s.start, s.end, sentence.gap(s.start, s.end)) for s in subject[:1]]
    return []


FRAMES = (Frame("award.given", "a prize with a name and its recipient", ("award_verb",), _given),)
