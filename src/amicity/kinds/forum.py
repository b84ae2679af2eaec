"""Forum: a gathering with a name, or of three or more sides."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, When, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import people_slots
from amicity.grammar.partners import speaks_of_partners
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import own_place
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import inherited, when_near
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Effect, Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="forum",
    plural="forums",
    says="a gathering with a name, or of three or more sides",
    roles=(
        Role("name", Holds.NAME, "its name", identity=True),
        Role("edition", Holds.NUMBER, "which one in its series"),
        Role("series", Holds.TEXT, "the series"),
        Role("place", Holds.PLACE, "where"),
        Role("theme", Holds.TEXT, "its theme"),
        Role("mode", Holds.TERM, "how people attended", terms=("in_person", "online", "hybrid")),
        Role("organiser", Holds.NAME, "who organised"),
        Role("participant", Holds.PLACE, "who took part"),
        Role("speaker", Holds.NAME, "who spoke"),
        Role("session", Holds.TEXT, "its parts"),
    ),
    effect=Effect.CONTACT,
)

_ORDINALS = (
    *("first", "inaugural", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_WORDS = {word: max(1, i) for i, word in enumerate(_ORDINALS)}
_NTH = rf"(?:(\d+)(?:st|nd|rd|th)|({'|'.join(_ORDINALS)}))"
_EDITION = re.compile(rf"^(?:the )?{_NTH}\b", re.I)
_SESSION = re.compile(
    rf"\b{_NTH}\s+(?:(?:session|edition|round|meeting) of (?:the |its )?|(?:annual |international |biennial |regular )*)$", re.I
)
_ITS_SESSION = re.compile(
    rf"\b(?:the|its) {_NTH}\s+(?:session|edition|round|forum|conference|festival|meeting)\b,?\s+(?:which was )?(?:held|in"
    rf"|took place|opened|ended|was|is|will|concluded)\b",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(\d+(?:st|nd|rd|th)) ([A-Z][\w'&-]+(?: [A-Z][\w'&-]+){0,5})(?= (?:was|is|will be|were) (?:held|staged|hosted|opened)"
    r"| (?:opened|opens|kicked off|took place|takes place|concluded|ended) )"
)
_ACTIVITY = re.compile(
    r"\b(?:session|edition|round) of (?:the )?(([A-Z][\w'&-]+(?: (?:in|on|of|for|and|the"
    r"|[A-Z][\w'&-]+)){1,8}?))(?= (?:activity|event|series|programme|program|campaign)\b)"
)
_HOLDER = re.compile(
    rf"\bThe (([A-Z][\w'&-]+(?: (?:in|on|of|for|and|the|[A-Z][\w'&-]+)){{1,8}}?))(?= (?:held|holds|opened"
    rf"|had) its {_NTH} (?:session|edition|round)\b)"
)
_UNNAMED = (
    (_NUMBERED, ("1st ", "2nd ", "3rd ", *(f"{digit}th " for digit in range(10)))),
    (_ACTIVITY, ("session of ", "edition of ", "round of ")),
    (_HOLDER, ("held its ", "holds its ", "opened its ", "had its ")),
)
_TAIL = re.compile(
    r"(?:\s+(?:on|in|from|of)\s+(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|[A-Z][a-z]+day)\b.*|\s+-\s+[A-Z][\w ,.]+|(?<=\b\d{4})\s+in\s+[A-Z]\w+)$"
)
_HELD_ITS = re.compile(rf"\s+(?:held|holds|opened|had) its {_NTH}\s+(?:session|edition|round|meeting)\b", re.I)
_HYBRID = re.compile(
    r"\b(?:both )?online and (?:offline|in[- ]person|on[- ]?site)\b|\boffline and online\b|\bhybrid\b"
    r"|\b(?:both )?(?:in[- ]person|on[- ]?site|physically) and (?:online|virtual\w*)\b|\b(?:virtually"
    r"|online) and in person\b",
    re.I,
)
_ONLINE = re.compile(r"\bvirtual(?:ly)?\b|\bonline\b|\b(?:via|by|through) (?:video\w*|zoom)\b", re.I)
_THEME = re.compile(
    r"\b(?:theme(?:d| of| is| was)?|under the (?:theme|title|motto|slogan)|titled|entitled|motto|slogan"
    r"|based on the theme)\b[^\"']{0,30}[\"']([^\"]{6,200}?)[,.]?[\"']",
    re.I,
)
_ORGANISED = re.compile(
    r"\b(?:co-?\s?)?(?:organi[sz]ed|hosted|sponsored|convened|staged|run|arranged|initiated|undertaken|held)(?: jointly)? by\s+", re.I
)
_BY_BODY = re.compile(r"\b(?:organi[sz]ed|initiated|convened|run|led) by (?:the )?$")
_END_OF_LIST = re.compile(
    r"[.;:\"]|, (?=(?:undertaken|organi[sz]ed|hosted|supported|was|were|is|will|with (?=[a-z])|which|who|under|took"
    r"|the (?:forum|event|conference)|the [\w ']{3,60}? (?:is|was|will|has|opened|gathered|brought))\b)"
    r"| (?=(?:was|were|is|are|will|under|took|with (?=[a-z])|in (?:the|order|co-?operation)|at the|on [A-Z]|from \d"
    r"|brought|gathered|attracted|opened|kicked|to (?:promote|discuss|mark|celebrate))\b)"
    r"| (?=(?:in|on) (?:[0-9]|[A-Z]\w*(?!\w| and (?:the )?[A-Z])))"
)
_BODY = re.compile(
    r"\b(?:Office|Association|Government|Council|Institutes?|Ministry|Embassy|Network|Committee|Commission|University"
    r"|Federation|Organi[sz]ation|Union|Bureau|Department|Chamber|Agency|Foundation|City|Centre|Center|Academy|Group|Bank"
    r"|Secretariat|Administration|Municipality|Prefecture|Province|County|Countries|[A-Z]{3,})\)?$"
)
_THE_FORUM = re.compile(
    r"\b(?:the|this|its) (?:two-day |three-day |four-day |five-day |annual |day-long |one-day |opening )?(?:forum"
    r"|conference|summit|event|expo|exhibition|festival|seminar|congress|symposium|fair|meeting|activity|webinar|dialogue"
    r"|convention|gathering|opening session|opening ceremony|closing ceremony|ceremony|roundtable|workshop)\b"
    r"|\bit was (?:also )?(?:attended|co-?organi[sz]ed|organi[sz]ed|hosted|held)\b",
    re.I,
)
_GUESTS = re.compile(
    r"\b(?:representatives?|delegat(?:es|ions)|guests?|mayors?|officials|participants|delegates|leaders|teams|speakers"
    r"|artists|attended by|participat\w+|joined by|including|such as|those|cities|visitors|performers|experts|troupes?"
    r"|exhibitors)\b[^.;]{0,80}?\b(?:from|as|including|by|(?<=mayors )of|(?<=mayor )of|(?<=representatives )of"
    r"|(?<=leaders )of|(?<=those )of|(?<=delegations )of|(?<=cities )of|(?<=officials )of)\b(?: (?:sister |partner "
    r"|friendship |twin |foreign )?(?:cities|countries|places|towns)(?: in \d+ countries)?,?(?: such as| like"
    r"| including)?)?\s+(?:the )?$",
    re.I,
)
_ATTENDERS = re.compile(r"\b(?:mayors?|delegates|representatives|officials|guests|leaders)\b", re.I)
_PRESENT = re.compile(
    r"\b(?:attend\w*|took part|take part|participat\w+|joined?|invited|spoke|gathered|bringing together|brought together"
    r"|with (?:representatives|delegates|guests|mayors)|welcomed|present)\b",
    re.I,
)
_IN = re.compile(r"\b(?:in|at)\s+(?:the )?(?:[\w'-]+ )?(?:city of |port city of )?$", re.I)
_HOSTED = re.compile(r"\bhosted by\s+(?:the )?(?:city of |municipality of )?$|\b(?:city|municipality) of $", re.I)
_NOT_ONE = re.compile(
    r"^(?:the )?(?:general assembly|world cup|[a-z]+ days|business days|working days|council meeting|board meeting)$"
    r"|\b(?:olympics?|games|world cup|fashion week|covid|school year|national assembly|legislative assembly"
    r"|general assembly|regional assembly|premier league|municipal assembly|city assembly|provincial assembly"
    r"|national congress|council|cup|week|days?|rooms?|marathon|party congress|u\.?s\.? congress)$"
    r"|\b(?:president|mayor|governor)\b (?:[a-z.-]+ ){0,3}(?:mayor|participates|attends)\b"
    r"|\b(?:people's congress|consultative conference|convention cent(?:re|er)|exhibition cent(?:re|er)|member of congress|festival hall"
    r"|fair grounds?|(?:exhibition|expo|festival|conference|congress|convention|summit|forum) (?:hall|park|theatre|room|road"
    r"|street|avenue|cent(?:re|er)|square|team|committee|hotel|tower|arena|stadium|magazine)|library of congress)\b",
    re.I,
)
_CONFERENCE = re.compile(
    r"(?<!board )(?<!school )(?<!press )(?<!news )(?<!budget )(?<!party )(?<!parents )\b(?:forum|conference|summit|dialogue)\b", re.I
)
_ABROAD = re.compile(
    r"\b(?:international|world|global|foreign|overseas|sister|twin|partner|friendship|cities|mayors?|delegat\w+|countries"
    r"|nations|consul\w*|ambassador|embassy|invit\w+|silk road|europe\w*|asia\w*|africa\w*|eurasia\w*|pacific|atlantic"
    r"|signed|exchange)\b",
    re.I,
)


def _named(sentence: Sentence) -> Iterator[Draft]:
    """A gathering with a name, said to be held, attended or to come, in a report that links it to guests from elsewhere."""
    for forum in (*sentence.of("forum"), *_numbered(sentence)):
        name = _clean(sentence, forum)
        led = sentence.gap(max(sentence.start, name[0] - 24), name[0])
        if _BY_BODY.search(led) or _NOT_ONE.search(sentence.gap(*name)):
            continue
        if not _takes_place(sentence, forum) or not _of_partners(sentence, forum):
            continue
        sentence.context.forum = forum
        if sentence.label == "title" and not any(sort in sentence.by_sort for sort in ("hold", "attend")):
            continue
        yield _draft(sentence, forum, name)


def _numbered(sentence: Sentence) -> list[Symbol]:
    """What has no word for a gathering in its name: "the 13th Summer Davos was held", "the second session of the X activity"."""
    found: list[Symbol] = []
    for match in (m for pattern, words in _UNNAMED if sentence.holds(*words) for m in pattern.finditer(sentence.text)):
        start, end = sentence.start + match.start(1), sentence.start + len(sentence.text[: match.end(2)].rstrip())
        if not any(f.start < end and start < f.end for f in sentence.of("forum")):
            found.append(Symbol("forum", start, end))
    return found


def _of_partners(sentence: Sentence, forum: Symbol) -> bool:
    """Whether the report speaks of partners, and the sentence does not tell a mere local feast."""
    if not speaks_of_partners(sentence.context.text):
        return False
    own = own_place(sentence)
    abroad = any(own is not None and p.place.country != own.place.country for p in (*sentence.of("place"), *sentence.of("nation")))
    linked = any(sentence.of(sort) for sort in ("tie", "pair", "delegation"))
    return abroad or linked or bool(_ABROAD.search(sentence.text)) or bool(_CONFERENCE.search(sentence.gap(forum.start, forum.end)))


def _takes_place(sentence: Sentence, forum: Symbol) -> bool:
    if any(sort in sentence.by_sort for sort in ("hold", "attend", "invite", "date", "number")) or sentence.label in ("title", "caption"):
        return True
    return bool(
        re.search(
            r"\b(?:at|during|for|to|the|of)\s+(?:the )?(?:first|second|third|\w+ (?:session|edition) of (?:the )?)?$",
            sentence.gap(max(sentence.start, forum.start - 30), forum.start),
            re.I,
        )
    )


def _clean(sentence: Sentence, forum: Symbol) -> tuple[int, int]:
    """The name without its article and without the day or the town that follows it."""
    text = sentence.gap(forum.start, forum.end)
    article = re.match(r"(?:the|a|an|its|their)\s+", text, re.I)
    tail = _TAIL.search(text)
    return forum.start + (article.end() if article else 0), forum.end - (len(tail.group()) if tail else 0)


def _draft(sentence: Sentence, forum: Symbol, name: tuple[int, int]) -> Draft:
    text = sentence.gap(*name)
    roles: dict[str, list[Slot]] = {"name": [Slot(*name, text)], "edition": _edition(sentence, forum, name)}
    roles |= _around(sentence, inside=name)
    trigger = _trigger(sentence, forum)
    status = _status(sentence, forum, trigger)
    return Draft("forum", "forum.named", status, roles, (sentence.start, sentence.end), when=_when(sentence, forum, trigger, status, text))


def _edition(sentence: Sentence, forum: Symbol, name: tuple[int, int]) -> list[Slot]:
    if match := _EDITION.match(sentence.gap(*name)):
        return [_counted(match, name[0])]
    start = max(sentence.start, forum.start - 40)
    if before := _SESSION.search(sentence.gap(start, forum.start)):
        return [_counted(before, start)]
    behind = _HELD_ITS.match(sentence.gap(name[1], sentence.end))
    return [_counted(behind, name[1])] if behind else []


def _counted(match: re.Match[str], base: int) -> Slot:
    group = 1 if match.group(1) else 2
    number = int(match.group(1)) if match.group(1) else _WORDS[match.group(2).lower()]
    return Slot(base + match.start(group), base + match.end(group), number, derivation=Derivation.NORMALISED)


def _trigger(sentence: Sentence, forum: Symbol) -> Symbol | None:
    near = [v for sort in ("hold", "attend") for v in sentence.of(sort) if min(abs(v.start - forum.end), abs(forum.start - v.end)) < 90]
    return min(near, key=lambda v: min(abs(v.start - forum.end), abs(forum.start - v.end)), default=None)


def _status(sentence: Sentence, forum: Symbol, trigger: Symbol | None) -> Status:
    status, _ = status_of(sentence, trigger or Symbol("forum", forum.start, forum.end, "noun"))
    if status is Status.HAPPENED and re.match(
        r"[\w\s,]{0,20}\bto be (?:held|hosted|staged)\b|\s*,? (?:scheduled|planned|slated|due)\b",
        sentence.gap(forum.end, min(sentence.end, forum.end + 50)),
        re.I,
    ):
        return Status.PLANNED
    return (
        status
        if status in (Status.HAPPENED, Status.PLANNED, Status.PROPOSED, Status.HOPED, Status.DENIED) or trigger is not None
        else Status.HAPPENED
    )


def _when(sentence: Sentence, forum: Symbol, trigger: Symbol | None, status: Status, name: str) -> When | None:
    found = when_near(sentence, trigger or forum, status=status, inherit=False)
    if found is not None:
        return found
    year = re.search(r"\b(?:19|20)\d\d\b", name)
    return None if year and status is not Status.HAPPENED else inherited(sentence, status=status)


def _about_it(sentence: Sentence) -> Iterator[Draft]:
    """ "The forum was co-organised by …", "the third session, held in May": more about the gathering last named."""
    forum = sentence.context.forum
    if forum is None or sentence.of("forum"):
        return
    session = _ITS_SESSION.search(sentence.text)
    if not session and not _THE_FORUM.search(sentence.text) and not (_ATTENDERS.search(sentence.text) and _present(sentence)):
        return
    roles = _around(sentence, inside=(-1, -1))
    when = None
    if session:
        roles["edition"] = [_counted(session, sentence.start)]
        when = when_near(sentence, Symbol("hold", sentence.start + session.start(), sentence.start + session.end(), "past"), inherit=False)
    if any(roles.values()):
        start, end = _clean(sentence, forum)
        roles = {"name": [Slot(start, end, sentence.gap(start, end), derivation=Derivation.COREF)], **roles}
        yield Draft("forum", "forum.continued", Status.HAPPENED, roles, (sentence.start, sentence.end), when=when, confidence=Confidence.B)


def _present(sentence: Sentence) -> bool:
    return _PRESENT.search(sentence.text) is not None and bool(_guest_lists(sentence))


def _around(sentence: Sentence, *, inside: tuple[int, int]) -> dict[str, list[Slot]]:
    text, base = sentence.text, sentence.start
    roles: dict[str, list[Slot]] = {}
    remote = sentence.holds("online", "virtual", "hybrid", "video", "zoom")
    if remote and (mode := _HYBRID.search(text) or _ONLINE.search(text)):
        value = "hybrid" if _HYBRID.search(text) else "online"
        roles["mode"] = [Slot(base + mode.start(), base + mode.end(), value, derivation=Derivation.NORMALISED)]
    if sentence.holds("theme", "title", "motto", "slogan") and (theme := _THEME.search(text)):
        roles["theme"] = [Slot(base + theme.start(1), base + theme.end(1), theme.group(1))]
    roles["organiser"] = _organisers(sentence)
    if inside[0] >= 0:
        roles["place"] = _place(sentence, inside)
    seat = {s.place.key for s in roles.get("place", []) if s.place is not None}
    roles["participant"] = [place_slot(p) for p in _guest_lists(sentence, inside) if p.place.key not in seat]
    if sentence.holds("at the ", "opening ") and re.search(
        r"\b(?:speech|spoke|address(?:ed)?|keynote|said)\b[^.]*\bat the (?:forum|conference|summit|opening|event|expo"
        r"|seminar|dialogue)\b|\bopening (?:speech|remarks|address)\b",
        text,
        re.I,
    ):
        roles["speaker"] = people_slots(sentence.of("person"))
    return roles


def _place(sentence: Sentence, name: tuple[int, int]) -> list[Slot]:
    """Where: "in X" or "hosted by X" in the sentence, else a town that the name itself holds, read as the report reads it elsewhere."""
    towns = [g[0] for g in sentence.groups if not g[0].state and not name[0] <= g[0].start < name[1]]
    for pattern in (_IN, _HOSTED):
        held = [p for p in towns if pattern.search(sentence.gap(max(sentence.start, p.start - 24), p.start))]
        behind = [p for p in held if p.start >= name[1]]
        if held:
            return [place_slot((behind or held)[0])]
    context = sentence.context
    known = [
        p
        for p in (*sentence.of("place"), context.owner, context.topic, *context.title_places, *context.pair)
        if p is not None and not p.state
    ]
    for place in known:
        if match := re.search(rf"\b{re.escape(place.value)}\b", sentence.gap(*name)):
            return [Slot(name[0] + match.start(), name[0] + match.end(), place=place.place, derivation=Derivation.RESOLVED)]
    return []


def _guest_lists(sentence: Sentence, inside: tuple[int, int] = (-1, -1)) -> list[Symbol]:
    """The places whose people took part: "mayors of A and B attended", "representatives from A, B and C"."""
    return [
        p
        for g in sentence.groups
        if not inside[0] <= g[0].start < inside[1] and _GUESTS.search(sentence.gap(max(sentence.start, g[0].start - 120), g[0].start))
        for p in g
    ]


def _organisers(sentence: Sentence) -> list[Slot]:
    """The bodies behind "organised by": a list cut at commas, at "and the", and at "and" between two bodies."""
    if not sentence.holds(" by"):
        return []
    return [slot for match in _ORGANISED.finditer(sentence.text) for slot in _bodies(sentence, sentence.start + match.end())]


def _bodies(sentence: Sentence, at: int) -> list[Slot]:
    text = sentence.gap(at, sentence.end)
    stop = _END_OF_LIST.search(text)
    found, base = [], at
    for part in _parts(text[: stop.start()] if stop else text):
        bare = re.sub(r"^(?:and |as well as )?(?:jointly )?(?:the )?|\s*\([^)]*\)?", "", part.strip(), flags=re.I)
        start = base + part.find(bare) if bare else base
        if re.search(r"[A-Z]", bare) or re.search(r"\b(?:government|council|municipality|office|authorities)\b", bare):
            found.append(Slot(start, start + len(bare), bare))
        base += len(part)
    return found


def _parts(text: str) -> Iterator[str]:
    """The list's members, each with the words that join it, so that their lengths add up."""
    begin = 0
    for match in re.finditer(r",\s+(?:and\s+)?(?=the\b|[A-Z])|\s+(?:and|as well as)\s+(?=the\b)|\s+and\s+(?=[A-Z])", text):
        if (
            match.group().strip() == "and"
            and not text[match.end() :].startswith("the")
            and not (_BODY.search(text[begin : match.start()]) and re.search(r"[A-Z]\w+ [A-Z]|City|^[A-Z]{3,}", text[match.end() :]))
        ):
            continue
        yield text[begin : match.start()]
        yield text[match.start() : match.end()]
        begin = match.end()
    yield text[begin:]


FRAMES = (
    Frame("forum.named", "a gathering with a name is held, attended or announced", (), _named),
    Frame("forum.continued", "more about the gathering last named", (), _about_it),
)
