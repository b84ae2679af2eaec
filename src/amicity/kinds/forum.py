"""Forum: a gathering with a name, or of three or more sides."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, When, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import people_slots
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import inherited, when_near
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status
from amicity.terms.kind import Effect, Holds, Kind, Role

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

_EDITION = re.compile(r"^(?:the )?(?:(\d+)(?:st|nd|rd|th)|(first|inaugural|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth))\b", re.I)
_SESSION = re.compile(r"\b(\w+) (?:session|edition|round) of (?:the )?$", re.I)
_WORDS = {"first": 1, "inaugural": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}
_HYBRID = re.compile(r"\b(?:both )?online and offline\b|\boffline and online\b|\bhybrid\b|\bin[- ]person and (?:online|virtual\w*)\b|\bvirtually and in person\b", re.I)
_ONLINE = re.compile(r"\bvirtual(?:ly)?\b|\bonline\b|\bvia (?:video|zoom)\b|\bby video\b", re.I)
_THEME = re.compile(r"\b(?:theme(?:d| of| is| was)?|under the (?:theme|title)|titled|entitled)\b[^\"']{0,30}[\"']([^\"]{6,200}?)[,.]?[\"']", re.I)
_ORGANISED = re.compile(r"\b(?:co-?\s?)?(?:organi[sz]ed|hosted|sponsored|convened|staged|run|arranged)(?: jointly)? by\b", re.I)
_THE_FORUM = re.compile(r"\bthe (?:two-day |three-day |annual |day-long )?(?:forum|conference|summit|event|expo|exhibition|festival|seminar|congress|symposium|fair|meeting|activity|webinar)\b", re.I)
_GUESTS = re.compile(r"\b(?:representatives?|delegat(?:es|ions)|guests?|mayors?|officials|participants|delegates|leaders|teams|speakers|artists|attended by|participat\w+|joined by|including|such as|cities)\b[^.;]{0,80}?\b(?:from|of|as|including|by)\b(?: (?:cities|countries|places) (?:such as|like|including))?\s+(?:the )?$", re.I)
_LOCAL = re.compile(r"\b(?:in|at)\s+(?:the )?(?:[\w'-]+ )?(?:city of )?$", re.I)
_NOT_ONE = re.compile(r"^(?:the )?(?:sister cities week|general assembly|world cup|[a-z]+ days|business days|working days|council meeting|board meeting)$|\b(?:olympics?|games|world cup|fashion week|covid|school year|national assembly|legislative assembly|general assembly|regional assembly|premier league|municipal assembly|city assembly|provincial assembly|national congress|council)\b", re.I)


def _named(sentence: Sentence) -> Iterator[Draft]:
    """A gathering with a name, said to be held, attended or to come."""
    for forum in sentence.of("forum"):
        name = _clean(sentence, forum)
        if _NOT_ONE.search(sentence.gap(*name)) or not _takes_place(sentence, forum):
            continue
        sentence.context.forum = forum
        yield _draft(sentence, forum, name)


def _takes_place(sentence: Sentence, forum: Symbol) -> bool:
    if any(sort in sentence.by_sort for sort in ("hold", "attend", "invite", "date", "number")) or sentence.label in ("title", "caption"):
        return True
    return bool(re.search(r"\b(?:at|during|for|to|the)\s+(?:the )?(?:first|second|third|\w+ (?:session|edition) of (?:the )?)?$", sentence.gap(max(sentence.start, forum.start - 30), forum.start), re.I))


def _clean(sentence: Sentence, forum: Symbol) -> tuple[int, int]:
    article = re.match(r"(?:the|a|an|its|their)\s+", sentence.gap(forum.start, forum.end), re.I)
    return forum.start + (article.end() if article else 0), forum.end


def _draft(sentence: Sentence, forum: Symbol, name: tuple[int, int]) -> Draft:
    text = sentence.gap(*name)
    roles: dict[str, list[Slot]] = {"name": [Slot(*name, text)]}
    _edition(sentence, forum, name, roles)
    roles |= _around(sentence, forum, inside=name)
    trigger = _trigger(sentence, forum)
    status = _status(sentence, forum, trigger)
    when = _when(sentence, forum, trigger, status, text)
    return Draft("forum", "forum.named", status, roles, (sentence.start, sentence.end), when=when)


def _edition(sentence: Sentence, forum: Symbol, name: tuple[int, int], roles: dict[str, list[Slot]]) -> None:
    text = sentence.gap(*name)
    if match := _EDITION.match(text):
        number = int(match.group(1)) if match.group(1) else _WORDS[match.group(2).lower()]
        group = 1 if match.group(1) else 2
        roles["edition"] = [Slot(name[0] + match.start(group), name[0] + match.end(group), number, derivation=Derivation.NORMALISED)]
        return
    before_start = max(sentence.start, forum.start - 40)
    before = sentence.gap(before_start, forum.start)
    session = _SESSION.search(before) or re.search(r"\b(\w+)\s+(?:annual |international |biennial )?$", before)
    if session:
        word = session.group(1).lower()
        number = _WORDS.get(word) or (int(word[:-2]) if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th") else None)
        if number:
            roles["edition"] = [Slot(before_start + session.start(1), before_start + session.end(1), number, derivation=Derivation.NORMALISED)]


def _trigger(sentence: Sentence, forum: Symbol) -> Symbol | None:
    near = [v for sort in ("hold", "attend") for v in sentence.of(sort) if min(abs(v.start - forum.end), abs(forum.start - v.end)) < 90]
    return min(near, key=lambda v: min(abs(v.start - forum.end), abs(forum.start - v.end)), default=None)


def _status(sentence: Sentence, forum: Symbol, trigger: Symbol | None) -> Status:
    status, _ = status_of(sentence, trigger or Symbol("forum", forum.start, forum.end, "noun"))
    if status is Status.HAPPENED and re.match(r"[\w\s,]{0,20}\bto be (?:held|hosted|staged)\b|\s*,? (?:scheduled|planned|slated|due)\b", sentence.gap(forum.end, min(sentence.end, forum.end + 50)), re.I):
        return Status.PLANNED
    return status if status in (Status.HAPPENED, Status.PLANNED, Status.PROPOSED, Status.HOPED, Status.DENIED) or trigger is not None else Status.HAPPENED


def _when(sentence: Sentence, forum: Symbol, trigger: Symbol | None, status: Status, name: str) -> When | None:
    found = when_near(sentence, trigger or forum, status=status, inherit=False)
    if found is not None:
        return found
    year = re.search(r"\b(?:19|20)\d\d\b", name)
    return None if year and status is not Status.HAPPENED else inherited(sentence, status=status)


def _about_it(sentence: Sentence) -> Iterator[Draft]:
    """"The forum was co-organised by …": more about the gathering last named."""
    forum = sentence.context.forum
    if forum is None or sentence.of("forum") or not _THE_FORUM.search(sentence.text):
        return
    roles = _around(sentence, forum, inside=(-1, -1))
    if not any(roles.values()):
        return
    start, end = forum.start, forum.end
    text = sentence.gap(start, end)
    article = re.match(r"(?:the|a|an)\s+", text, re.I)
    start += article.end() if article else 0
    yield Draft("forum", "forum.continued", Status.HAPPENED, {"name": [Slot(start, end, sentence.gap(start, end), derivation=Derivation.COREF)], **roles}, (sentence.start, sentence.end), confidence=Confidence.B)


def _around(sentence: Sentence, forum: Symbol, *, inside: tuple[int, int]) -> dict[str, list[Slot]]:
    text, base = sentence.text, sentence.start
    roles: dict[str, list[Slot]] = {}
    if mode := _HYBRID.search(text) or _ONLINE.search(text):
        value = "hybrid" if _HYBRID.search(text) else "online"
        roles["mode"] = [Slot(base + mode.start(), base + mode.end(), value, derivation=Derivation.NORMALISED)]
    if theme := _THEME.search(text):
        roles["theme"] = [Slot(base + theme.start(1), base + theme.end(1), theme.group(1))]
    roles["organiser"] = _organisers(sentence)
    places = [g for g in sentence.groups if not inside[0] <= g[0].start < inside[1]]
    held = [g[0] for g in places if not g[0].state and _LOCAL.search(sentence.gap(max(sentence.start, g[0].start - 24), g[0].start))]
    if held and inside[0] >= 0:
        roles["place"] = [place_slot(held[0])]
    elif inside[0] >= 0:
        own = [p for p in sentence.of("place") if inside[0] <= p.start < inside[1] and not p.state]
        roles["place"] = [place_slot(own[0])] if own else []
    roles["participant"] = [place_slot(p) for g in places if _GUESTS.search(sentence.gap(max(sentence.start, g[0].start - 120), g[0].start)) for p in g]
    if re.search(r"\b(?:speech|spoke|address(?:ed)?|keynote|said)\b[^.]*\bat the (?:forum|conference|summit|opening|event|expo|seminar)\b|\bopening (?:speech|remarks|address)\b", text, re.I):
        roles["speaker"] = people_slots(sentence.of("person"))
    return roles


def _organisers(sentence: Sentence) -> list[Slot]:
    match = _ORGANISED.search(sentence.text)
    if not match:
        return []
    at = sentence.start + match.end()
    found = []
    for org in sentence.of("org"):
        if org.start >= at and (not found and org.start - at < 60 or found and re.fullmatch(r"\s*(?:\([A-Z]+\))?\s*(?:,|and|, and|as well as)\s*(?:the )?", sentence.gap(found[-1].end, org.start))):
            found.append(Slot(org.start, org.end, sentence.gap(org.start, org.end)))
    return found


FRAMES = (
    Frame("forum.named", "a gathering with a name is held, attended or announced", ("forum",), _named),
    Frame("forum.continued", "more about the gathering last named", (), _about_it),
)
