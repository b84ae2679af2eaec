"""Project: a joint undertaking, or a body founded together."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, term_slot
from amicity.grammar.frame import Frame
from amicity.grammar.partners import speaks_of_partners
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import locative
from amicity.grammar.speech import acting, own_place, spoken_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence
from amicity.terms.kind import Effect, Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="project",
    plural="projects",
    says="a joint undertaking, or a body founded together",
    roles=(
        Role("name", Holds.NAME, "its name", identity=True),
        Role("party", Holds.PLACE, "who undertakes it"),
        Role("field", Holds.TERM, "what it is about"),
        Role("amount", Holds.NUMBER, "what it costs"),
        Role("place", Holds.PLACE, "where"),
    ),
    effect=Effect.CONTACT,
)

_TOKEN = re.compile(r"\([A-Z][\w ]{0,40}\)|[\w'&]+(?:\.\w+)*|[^\w\s]")
_HEAD = frozenset(
    [
        "Project",
        "Programme",
        "Program",
        "Initiative",
        "Alliance",
        "Zone",
        "Park",
        "Corridor",
        "Centre",
        "Center",
        "Institute",
        "Garden",
        "Bridge",
        "Laboratory",
        "Lab",
        "Hub",
        "Academy",
        "Fund",
        "Scheme",
        "Incubator",
        "Venture",
        "Pavilion",
        "Workshop",
    ]
)
_PLAIN_HEAD = frozenset(["project", "programme", "program", "initiative", "scheme"])
_JOINS = frozenset(("of", "for", "and", "-"))
_LONGEST = 14
_PAIR = 2
_TITLED = re.compile(
    r"\b(?:project|programme|program|initiative),? (?:is |was )?(?:entitled|called|titled|named|under the (?:name|title)(?: of)?)?,? ?"
    r"[\"'](?P<name>[A-ZÀ-Þ][^\"']{3,120})[\"'](?!s\b)"
)
_JOINT = re.compile(
    r"\b(?:joint(?:ly)?|together with|in partnership with|in (?:co-?operation|collaboration) with|co-?(?:founded|funded"
    r"|hosted|financed|built)|between|founded by|tripartite|trilateral|two cities|both cities|the partner (?:cities|towns)"
    r"|with (?:its|their|our) (?:sister|twin|partner))\b",
    re.I,
)
_HEADS = re.compile(
    r"Project|Program|Initiative|Alliance|Zone|Park|Corridor|Cent[re]{2}|Institute|Garden|Bridge|Lab|Hub|Academy|Fund|Scheme"
    r"|Incubator|Joint Venture|Pavilion|Workshop|project|program|initiative|scheme"
)
_LEAD = re.compile(r"(?:(?:of|for|and|The|A|An|Its|Their|Our|In|At|Under|Through|With|This|New)\s+|-\s*)+")
_NO_PROJECT = re.compile(
    r"\b(?:Sister Cit(?:y|ies)|Twinning|Town|Twin \w+|Convention|Community|Visitors?|Conference|Exhibition|Expo|Civic"
    r"|Cultural Affairs|City|Shopping|Medical|Sports?|Trade|National|World Trade|Business|Central|Theme|Memorial"
    r"|Development|Technology|Cancer|Time|School|Learning|Welcome) (?:Program(?:me)?|Centre|Center|Park|Zone|Hall|Alliance"
    r"|Initiative|Institute|Project|Fund|Committee)\b|^(?:Golden Gate|Central|Hyde)\b|Belt and Road Initiative"
)


def _founded(sentence: Sentence) -> Iterator[Draft]:
    """A zone, project, centre or alliance with a name, founded or run together by places of the sentence."""
    if sentence.label == "row" or not _HEADS.search(sentence.text) or not speaks_of_partners(sentence.context.text):
        return
    for name in _names(sentence):
        text = sentence.gap(*name)
        inside = [p for p in sentence.of("place") if name[0] <= p.start < name[1]]
        parties = _below(inside) if len({p.place.key for p in inside}) > 1 else _parties(sentence, name)
        if (len(parties) < 2 and len(inside) < 2) or len(text.split()) < 2 or (_NO_PROJECT.search(text) and len(inside) < 2):
            continue
        verb = _verb(sentence, name)
        if verb is None and len(inside) < 2 and not _JOINT.search(sentence.text):
            continue
        status, _ = status_of(sentence, verb or Symbol("project", *name, "noun"))
        yield Draft(
            "project",
            "project.founded",
            status,
            {
                "name": [Slot(*name, text)],
                "party": [voiced(sentence, p) for p in parties],
                "field": [term_slot(f) for f in sentence.within(*name, sort="field")],
            },
            (sentence.start, sentence.end),
            when=when_near(sentence, verb, status=status) if verb is not None else None,
            confidence=Confidence.B,
        )
        return


def _joint(sentence: Sentence) -> Iterator[Draft]:
    """ "The two cities will open a joint laboratory for glass": an undertaking of two without a name of its own."""
    if not (match := _JOINT_WORK.search(sentence.text)) or not speaks_of_partners(sentence.context.text):
        return
    name = sentence.start + match.start("name"), sentence.start + match.end("name")
    verb = Symbol("found", sentence.start + match.start("verb"), sentence.start + match.end("verb"), _tense(match["verb"]))
    near = [p for p in acting(sentence, *sentence.clause(verb.start)) if not p.state and p.end <= name[0]]
    parties = list({p.place.key: p for p in near}.values())
    partner = next(
        (p for p in sentence.of("place") if p.start >= name[1] and not p.state and _WITH.search(sentence.gap(name[1], p.start))), None
    )
    if len(parties) != 2:
        one = parties[0] if parties else spoken_place(sentence, verb)
        pair = _the_two(sentence)
        parties = [one, partner] if one is not None and partner is not None and one.place.key != partner.place.key else pair
    status, _ = status_of(sentence, verb)
    if len(parties) != 2 or any(p.state for p in parties) or status in (Status.DENIED, Status.CONDITIONAL):
        return
    roles = {
        "name": [Slot(*name, sentence.gap(*name))],
        "party": [voiced(sentence, p) for p in parties],
        "field": [term_slot(f) for f in sentence.within(*name, sort="field")],
    }
    when = when_near(sentence, verb, status=status)
    yield Draft("project", "project.joint", status, roles, (sentence.start, sentence.end), when=when, confidence=Confidence.B)


def _entitled(sentence: Sentence) -> Iterator[Draft]:
    """ "A and B implemented a joint project entitled “…”"."""
    match = _TITLED.search(sentence.text)
    if match is None or not speaks_of_partners(sentence.context.text):
        return
    name = sentence.start + match.start("name"), sentence.start + match.end("name")
    named = [p for g in sentence.groups for p in g if not p.state and not name[0] <= p.start < name[1] and not locative(sentence, g)]
    parties = list({p.place.key: p for p in named}.values())
    if len(parties) < _PAIR and sentence.of("pair"):
        parties = _the_two(sentence)
    verb = _verb(sentence, (sentence.start + match.start(), name[1]))
    status = status_of(sentence, verb)[0] if verb is not None else Status.HAPPENED
    if len(parties) < _PAIR or status in (Status.DENIED, Status.CONDITIONAL):
        return
    roles = {"name": [Slot(*name, sentence.gap(*name))], "party": [voiced(sentence, p) for p in parties]}
    when = when_near(sentence, verb, status=status) if verb is not None else None
    yield Draft("project", "project.entitled", status, roles, (sentence.start, sentence.end), when=when, confidence=Confidence.B)


def _the_two(sentence: Sentence) -> list[Symbol]:
    """Whom "the two cities", or a joint work without subject, means."""
    return list(sentence.context.the_two(sentence.index))


def _tense(verb: str) -> str:
    return "past" if verb.endswith("ed") or verb in ("built", "ran", "set up") else "gerund" if verb.endswith("ing") else "base"


def _names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The bounds of capitalised names that end in a head ("… Cooperation Zone", "Young Sailors" before "project"), articles left out."""
    tokens = list(_TOKEN.finditer(sentence.text))
    for i, head in enumerate(tokens):
        capital = head.group() in _HEAD
        if not capital and head.group() not in _PLAIN_HEAD:
            continue
        first = i
        while (
            first
            and i - first < _LONGEST
            and (
                tokens[first - 1].group()[0].isupper()
                or tokens[first - 1].group()[0] == "("
                or (capital and tokens[first - 1].group() in _JOINS)
            )
        ):
            first -= 1
        last = i if capital else i - 1
        if last >= first and first < i:
            yield _stripped(sentence, tokens[first].start(), tokens[last].end())


def _stripped(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    lead = _LEAD.match(sentence.text, start, end)
    return sentence.start + (lead.end() if lead else start), sentence.start + end


def _parties(sentence: Sentence, name: tuple[int, int]) -> list[Symbol]:
    """Who undertakes it: the towns that found it, or the report's own with whom it names; told to be joint."""
    outside = [g for g in sentence.groups if not name[0] <= g[0].start < name[1] and not g[0].state]
    together = next((list(g) for g in outside if len(g) > 1 and g[-1].end <= name[0] and _verb(sentence, name)), [])
    if len(together) > 1:
        return together
    if not _JOINT.search(sentence.text):
        return []
    subject = [p for p in acting(sentence, sentence.start, sentence.end) if not p.state and not name[0] <= p.start < name[1]][:1]
    partner = [p for p in sentence.of("place") if not p.state and _WITH.search(sentence.gap(max(sentence.start, p.start - 30), p.start))]
    pair = list(sentence.context.the_two(sentence.index)) if sentence.of("pair") else []
    own = own_place(sentence)
    both = {p.place.key: p for p in (*((partner[:1] and subject) or ([own] if own is not None else [])), *partner[:2])}
    return list(both.values()) if len(both) > 1 else pair


_JOINT_WORK = re.compile(
    r"\b(?P<verb>(?:open|launch|establish|found|start|develop|plan|inaugurat|creat)(?:ed|ing|es|e|s)?|buil[dt]|building|set up"
    r"|setting up|ran|runs?)\b[^.;]{0,40}?\b(?:an?|their|its|three|two|several)\s+(?:new |first |permanent )?"
    r"(?P<name>joint (?:[\w'-]+ ){0,4}?(?:laborator(?:y|ies)|labs?|cent(?:re|er)s?|institute|school|park|farm|factory|plant|fund"
    r"|program(?:me)?|project|library|museum|garden|route|academy|incubator|hub|platform|zone|market|clinic|hospital|workshop|venture)"
    r"(?: (?:for|of|on) (?:[\w'-]+ ){0,4}?[\w'-]+(?=[,.;]| (?:with|in|at|and|that|which|by|next|this|from)\b))?)"
)
_WITH = re.compile(r"\b(?:with|between|and)\s+(?:the |its |their |our )?(?:[a-z-]+ ){0,3}(?:of )?$", re.I)


def _below(parties: list[Symbol]) -> list[Symbol]:
    """ "China (Changchun)-ROK": the town stands for its own state."""
    towns = {p.place.country for p in parties if not p.state}
    return [p for p in parties if not p.state or p.place.country not in towns]


def _verb(sentence: Sentence, name: tuple[int, int]) -> Symbol | None:
    near = [v for v in sentence.of("found") if min(abs(v.start - name[1]), abs(name[0] - v.end)) < 80]
    return min(near, key=lambda v: min(abs(v.start - name[1]), abs(name[0] - v.end)), default=None)


_HEAD_WORDS = (
    *("project", "program", "initiative", "alliance", "zone", "park", "corridor", "cent", "institute", "garden", "bridge", "lab", "hub"),
    *("academy", "fund", "scheme", "incubator", "joint venture", "pavilion", "workshop"),
)
_ENTITLED = (
    *('project "', "project '", 'programme "', "programme '", 'initiative "', "initiative '"),
    *("entitled", "called", "titled", "named", "the name", "the title"),
)
FRAMES = (
    Frame("project.founded", "a joint undertaking with a name", ("place|pair",), _founded, words=_HEAD_WORDS),
    Frame("project.entitled", "a joint project whose name stands in quotation marks", ("place|pair",), _entitled, words=_ENTITLED),
    Frame("project.joint", "a joint undertaking of two without a name of its own", (), _joint, words=(" joint ",)),
)
