"""Agreement: a paper signed, adopted or authorised; not a standing tie."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot, term_slot
from amicity.grammar.forms import form_of, form_told_before
from amicity.grammar.frame import Frame
from amicity.grammar.papers import field_slots, signers, witnesses_of
from amicity.grammar.sentence import MANY, Sentence
from amicity.grammar.sides import Sides, locative, sides, towns
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import beside, when_near
from amicity.kinds._agreement_resolutions import adopted_on, listed, resolved
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="agreement",
    plural="agreements",
    says="a paper signed, adopted or authorised; not a standing tie",
    roles=(
        Role("party", Holds.PLACE, "who is bound", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role(
            "instrument",
            Holds.TERM,
            "the paper itself",
            terms=(
                "memorandum",
                "letter_of_intent",
                "agreement",
                "resolution",
                "protocol",
                "charter",
                "declaration",
                "contract",
                "treaty",
                "other",
            ),
        ),
        Role("act", Holds.TERM, "what was done to the paper", terms=("signed", "adopted", "authorised", "ratified")),
        Role("signer", Holds.NAME, "who signed"),
        Role("witness", Holds.NAME, "who witnessed"),
        Role("place", Holds.PLACE, "where"),
        Role("field", Holds.TERM, "what it is about"),
        Role("framework", Holds.TEXT, "the larger scheme it belongs to"),
        Role("term", Holds.TEXT, "how long it binds"),
        Role("channel", Holds.TERM, "how it was signed", terms=("in_person", "video", "phone", "letter")),
        Role("decided", Holds.DATE, "the day of the deciding act"),
    ),
    effect=Effect.PAPER,
    when="when it was signed or is to be",
)

_ANY_PAPER = re.compile(r"\b(?:an?|any|each|such) (?:\w+ )?$", re.I)
_ALWAYS = re.compile(
    r"\b(?:is|are|can be|may be|usually|typically|generally|often) (?:\w+ )?"
    r"(?:recogni[sz]ed|established|formed|created|based|made|formali[sz]ed|signed|official)\b"
)


def _paper_signed(sentence: Sentence) -> Iterator[Draft]:
    """A signing verb and a paper in one clause."""
    for paper in sentence.of("paper")[:MANY]:
        if _shadowed(sentence, paper) or _policy(sentence, paper):
            continue
        verb, act = _verb(sentence, paper)
        if verb is None or _ended(sentence, paper, verb):
            continue
        form = form_of(sentence, paper) or form_told_before(sentence, paper) or _form_of_list(sentence, paper)
        found = sides(sentence, paper, end=verb.end)
        if not found or (form is None and not _plain(sentence, paper, found)) or _general(sentence, paper, found):
            continue
        for tie in found:
            for one_act, status in _acts(sentence, verb, act):
                yield _draft(sentence, paper, verb, tie, form=form, status=status, act=one_act)


def _general(sentence: Sentence, paper: Symbol, found: list[Sides]) -> bool:
    """Whether the sentence says how such papers come about: "A tie is recognised after both mayors signed a memorandum"."""
    named = any(p not in tie.inferred for tie in found for p in tie.parties)
    return (
        not named
        and _ANY_PAPER.search(sentence.gap(max(sentence.start, paper.start - 24), paper.start)) is not None
        and _ALWAYS.search(sentence.text) is not None
    )


def _form_of_list(sentence: Sentence, paper: Symbol) -> tuple[str, Symbol] | None:
    """Under the heading "Twin towns", "An agreement with B was signed in 1991" made such a tie."""
    tie = sentence.context.list_tie
    alone = _WITH_ONE.match(sentence.text) and paper.value == "agreement" and paper.start - sentence.start < _OBJECT
    return (tie.value, tie) if tie is not None and alone else None


def _tie_signed(sentence: Sentence) -> Iterator[Draft]:
    """ "The twinning with Freetown, which was signed in 1980": the tie stands for its paper."""
    if sentence.of("paper"):
        return
    for tie in sentence.of("tie")[:MANY]:
        verb = next((v for v in sentence.of("sign", "past") if tie.end <= v.start and sentence.says(v) in _MADE), None)
        if verb is None or not _PASSIVE.fullmatch(sentence.gap(tie.end, min(verb.start, tie.end + _FAR))):
            continue
        for found in sides(sentence, tie):
            yield _draft(sentence, tie, verb, found, form=(tie.value, tie), status=status_of(sentence, verb)[0], act="signed")


_WITH_ONE = re.compile(r"\W*(?:An? |The )?(?:\w+ )?[Aa]greement (?:\([^)]{2,20}\) )?with ")
_MADE = ("signed", "concluded", "inked", "sealed")


def _acts(sentence: Sentence, verb: Symbol, act: str) -> Iterator[tuple[str, Status]]:
    """What was done to the paper: who approves a signing has decided it, and the signing is to come (codebook, section 2)."""
    status, cue = status_of(sentence, verb)
    approved = (
        next(
            (
                a
                for a in sentence.of("approve", "past")
                if a.end <= verb.start and re.fullmatch(r"\s+(?:the |a )?(?:formal )?", sentence.gap(a.end, verb.start))
            ),
            None,
        )
        if act == "signed" and verb.value == "gerund"
        else None
    )
    if approved is not None:
        yield "adopted", Status.HAPPENED
        yield "signed", Status.PLANNED
        return
    carried = (
        cue is not None
        and sentence.says(cue) in ("motion", "resolution", "recommended")
        and re.search(r"\b(?:carried|passed|approved|adopted|unanimous\w*|so ordered)\b", sentence.text, re.I)
    )
    if act != "signed" and (carried or (verb.value == "gerund" and sentence.of("paper", "resolution"))):
        status = Status.HAPPENED
    elif act != "signed" and verb.value == "base" and not _headline(sentence, verb):
        status = Status.PROPOSED if status is Status.HAPPENED else status
    yield act, status


def _headline(sentence: Sentence, verb: Symbol) -> bool:
    """Whether a headline tells what two have done: "Graz and Pécs ratify agreement"."""
    return sentence.label == "title" and not re.search(
        r"\b(?:to|may|could|should|must|will|would)\s+$", sentence.gap(sentence.start, verb.start)
    )


def _continued(sentence: Sentence) -> Iterator[Draft]:
    """ "The document was signed on September 29", "which was signed in Suqian": more about the paper last named."""
    last = sentence.context.paper
    if last is None:
        yield from _of_the_pair(sentence)
        return
    told = [verb for verb in sentence.of("sign", "past") if not _of_another(sentence, verb)]
    held = None if told else next((h for h in sentence.of("hold") if _CEREMONY.search(sentence.gap(sentence.start, h.start))), None)
    if held is None and not _THE_PAPER.search(sentence.text):
        return
    signs = [held] if held is not None else [*told, *sentence.of("sign", "gerund")]
    witnesses, fields = witnesses_of(sentence), field_slots(sentence)
    if (not signs and not witnesses and not fields) or (held is None and sides_named(sentence, but=last)):
        return
    roles: dict[str, list[Slot]] = {role: list(last.roles.get(role, [])) for role in ("party", "form", "instrument")}
    roles |= {"witness": witnesses, "field": fields}
    if signs:
        roles["signer"] = signers(sentence, signs[0]) if held is None else []
        roles["place"] = _where(sentence, signs[0])
    when = when_near(sentence, signs[0], inherit=False) if signs else None
    status = status_of(sentence, signs[0])[0] if signs and last.status is Status.HAPPENED else last.status
    if status is not last.status and "signed" in (slot.value for slot in last.roles.get("act", ())):
        return
    yield Draft("agreement", "agreement.continued", status, roles, (sentence.start, sentence.end), when=when, confidence=Confidence.B)


def _of_another(sentence: Sentence, verb: Symbol) -> bool:
    """ "It continues the Strategic Partnership Agreement signed in January": that was signed then, not the paper spoken of."""
    papers = [p for p in sentence.of("paper") if p.end <= verb.start]
    return len(papers) > 1 and sentence.gap(papers[-1].end, verb.start) == " "


def _of_the_pair(sentence: Sentence) -> Iterator[Draft]:
    """ "The twinning agreement was signed in Medellín", once two towns have been joined: the paper is theirs."""
    if "paper" not in sentence.by_sort:
        return
    pair = sentence.context.the_two(sentence.index)
    paper = next((p for p in sentence.of("paper") if _THE_ONE.search(sentence.gap(max(sentence.start, p.start - 40), p.start))), None)
    verb = next(iter(sentence.of("sign", "past")), None)
    keys = {p.place.key for p in pair}
    if paper is None or verb is None or len(pair) != 2 or not 0 < verb.start - paper.end < 40:
        return
    if any(p.place.key not in keys and not p.state and not locative(sentence, [p]) for p in sentence.of("place")):
        return
    form = form_of(sentence, paper)
    status = status_of(sentence, verb)[0]
    tie = Sides(pair, Confidence.B, pair)
    yield _draft(sentence, paper, verb, tie, form=form, status=status, act="signed")


def sides_named(sentence: Sentence, *, but: Draft) -> bool:
    """Whether the sentence names towns other than where something was signed; one side of the paper spoken of is no other."""
    groups, sides_of = towns(sentence), {slot.key for slot in but.roles.get("party", [])}
    if len(groups) == 1 and len(groups[0]) == 1 and groups[0][0].place.key in sides_of:
        return False
    return any(not locative(sentence, g) for g in groups) and not sentence.of("person")


def _where(sentence: Sentence, verb: Symbol) -> list[Slot]:
    return [
        place_slot(p)
        for p in sentence.of("place")
        if not p.state
        and p.start > verb.end
        and not any(0 < p.start - o.end < _IN and o.end > verb.end for o in sentence.of("place"))
        and (
            re.search(r"\bin (?:the )?$", sentence.gap(max(sentence.start, p.start - 8), p.start))
            or (
                re.search(r"\bat (?:the )?$", sentence.gap(max(sentence.start, p.start - 8), p.start))
                and re.match(r"(?:'s)? (?:City|Town) Hall\b", sentence.gap(p.end, sentence.end))
            )
        )
    ][:1]


def _draft(
    sentence: Sentence, paper: Symbol, verb: Symbol, tie: Sides, *, form: tuple[str, Symbol] | None, status: Status, act: str
) -> Draft:
    roles = {
        "party": [place_slot(p, tie.derivation(p)) for p in tie.parties],
        "form": [term_slot(form[1], form[0])] if form else [term_slot(paper, "other")],
        "instrument": [term_slot(paper)] if paper.sort == "paper" else [],
        "act": [term_slot(verb, act)],
        "signer": signers(sentence, verb) if act == "signed" else [],
        "witness": witnesses_of(sentence),
        "field": field_slots(sentence) or list(sentence.context.fields),
    }
    if channel := _CHANNEL.search(sentence.text):
        roles["channel"] = [
            Slot(sentence.start + channel.start(), sentence.start + channel.end(), "video", derivation=Derivation.NORMALISED)
        ]
    roles["place"] = _where(sentence, verb)
    named = tie.parties[-1] not in tie.inferred and status is Status.HAPPENED and not tie.parties[-1].end < verb.start - _FAR_BEHIND
    behind = beside(sentence, tie.parties[-1]) if named else None
    changed = any(sort in sentence.by_sort for sort in ("end", "suspend", "renew"))
    return Draft(
        "agreement",
        "agreement.signed" if act == "signed" else "agreement.decided",
        status,
        roles,
        (sentence.start, sentence.end),
        when=behind or when_near(sentence, verb, status=status, inherit=not changed),
        confidence=tie.confidence,
    )


def _shadowed(sentence: Sentence, paper: Symbol) -> bool:
    """Whether a longer wording of a paper covers this one, or it is its short form in brackets: "memorandum of understanding (MoU)"."""
    return any(
        (0 < paper.start - o.end < _BRACKET and sentence.gap(o.end, paper.start).strip() in ("(", '("'))
        or (o.end < paper.start and _APPOSED.fullmatch(sentence.gap(o.end, min(paper.start, o.end + _OBJECT))))
        for o in sentence.of("paper")
    ) or any(
        o is not paper and o.start <= paper.start and paper.end <= o.end and (o.end - o.start) > (paper.end - paper.start)
        for o in sentence.of("paper")
    )


def _ended(sentence: Sentence, paper: Symbol, verb: Symbol) -> bool:
    """ "Terminating the agreements concluded with B" tells of their end, not of a signing."""
    return re.fullmatch(r"\s*(?:previously |earlier )?", sentence.gap(paper.end, verb.start)) is not None and any(
        0 <= paper.start - o.end < _OBJECT for sort in ("end", "suspend") for o in sentence.of(sort) if o.value != "noun"
    )


def _policy(sentence: Sentence, paper: Symbol) -> bool:
    """A clause of policy ("the City may sign agreements with …", "all sister city agreements shall …") is no event."""
    return bool(
        re.search(
            r"\b(?:any|all|every|such|each)\s+(?:\w+[\s-]+){0,3}$", sentence.gap(max(sentence.start, paper.start - 40), paper.start), re.I
        )
    ) and not sentence.of("date")


def _verb(sentence: Sentence, paper: Symbol) -> tuple[Symbol | None, str]:
    start, stop = sentence.clause(paper.start)
    signs = [
        v
        for v in sentence.of("sign")
        if start <= v.start < stop
        and _near(sentence, v, paper)
        and not _PETITION.match(sentence.gap(v.end, min(sentence.end, v.end + 30)))
        and not (v.value == "base" and sentence.says(v) not in ("sign", "ink") and _AIM.search(sentence.gap(paper.end, v.start)))
    ]
    if signs:
        return min(signs, key=lambda v: _gap(v, paper)), "signed"
    decides = [v for v in sentence.of("approve") if start <= v.start < stop and _near(sentence, v, paper) and paper.value != "resolution"]
    if decides and sentence.says(decides[0]) not in ("agreed", "voted"):
        verb = min(decides, key=lambda v: _gap(v, paper))
        return verb, "authorised" if sentence.says(verb).startswith("auth") else "adopted"
    for made in sentence.of("establish"):
        if (
            sentence.says(made).startswith(("enter", "formal", "establish", "forg"))
            and start <= made.start < stop
            and 0 <= paper.start - made.end < 40
            and not re.search(r"\b(?:under|by|to)\b", sentence.gap(made.end, paper.start))
        ):
            return made, "signed"
    made_between = sentence.after(paper.end, sort="become", within=_NEXT)
    if made_between is not None and made_between.value == "was" and _WAS_BETWEEN.match(sentence.gap(paper.end, sentence.end)):
        return made_between, "signed"
    return None, ""


def _near(sentence: Sentence, verb: Symbol, paper: Symbol) -> bool:
    """Whether the verb may govern the paper; of "terminated its agreement with A and signed one with B" it governs another."""
    if verb.start < paper.start:
        gap = sentence.gap(verb.end, paper.start)
        return len(gap) <= 110 and not re.search(
            r"\b(?:under|pursuant to|in accordance with|as part of|according to) (?:the |an? )?(?:\w+ ){0,3}$", gap
        )
    ended = sentence.before(paper.start, sort="end", within=40) or sentence.before(paper.start, sort="suspend", within=40)
    far = _FAR if re.search(r"\b(?:was|were|been|be) $", sentence.gap(max(paper.end, verb.start - 6), verb.start)) else 90
    return verb.start - paper.end <= far and (ended is None or not re.search(r"\band\s+$", sentence.gap(paper.end, verb.start)))


def _gap(verb: Symbol, paper: Symbol) -> int:
    return paper.start - verb.end if verb.start < paper.start else verb.start - paper.end + 10


def _plain(sentence: Sentence, paper: Symbol, found: list[Sides]) -> bool:
    """A paper of no named form counts only between two towns that the sentence names."""
    return (
        paper.value in ("agreement", "protocol", "charter", "contract", "treaty")
        and all(f.confidence is Confidence.A for f in found)
        and not sentence.of("org")
    )


_THE_PAPER = re.compile(
    r"\b(?:the|this|which|that|its|under the|new)\s+(?:document|agreement|memorandum|mou|charter|pact"
    r"|accord|letter|protocol|paper|signing|contract|declaration|was signed|were signed)\b"
    r"|^It (?:was|is|has been|will be|is to be)(?: \w+)? signed\b",
    re.I,
)
_OBJECT = 30
_APPOSED = re.compile(r"[\"']?,[\"']? an? (?:\w+ ){0,2}")
_NEXT = 12
_WAS_BETWEEN = re.compile(r" (?:was|were) (?:made |reached |concluded )?between ")
_FAR = 220
_FAR_BEHIND = 30
_BRACKET = 4
_IN = 5
_THE_ONE = re.compile(r"\b(?:the|this) (?:[\w-]+ ){0,3}$", re.I)
_CEREMONY = re.compile(r"\b(?:the|a|this) (?:[\w-]+ ){0,3}ceremony(?: [\w-]+){0,3} $", re.I)
_PASSIVE = re.compile(r"(?: (?:of|with|between|to) [^,;.]{2,90})?,? (?:which |that )?(?:was|were|has been|had been)(?: \w+ly| first)? ")
_AIM = re.compile(r"\bto (?:\w+ )?$")
_PETITION = re.compile(
    r"\s+(?:an?|the|online|this)\s+(?:online )?(?:petition|reaffirmation|renewal|extension)\b|\s+up\b"
    r"|\s+with (?:the )?(?:club|team)",
    re.I,
)
_CHANNEL = re.compile(
    r"\b(?:via|by|through|over) (?:a )?(?:video|online|virtual)\w*(?: link| conference| call)?"
    r"|\bvirtual(?:ly)? |\bvideo (?:link|conference)|\bonline (?:signing )?ceremony|\bsigned online\b",
    re.I,
)

FRAMES = (
    Frame(
        "agreement.signed",
        "somebody signs, or a body adopts or authorises, a paper between two towns",
        ("paper", "sign|approve|establish|become"),
        _paper_signed,
    ),
    Frame("agreement.tied", "a tie between two towns was signed", ("tie", "sign", "place"), _tie_signed),
    Frame("agreement.resolved", "a resolution establishes a tie", ("paper", "tie"), resolved),
    Frame("agreement.dated", "the day on which the resolution above was adopted", ("date", "approve"), adopted_on),
    Frame("agreement.listed", "a dated resolution in a list's row", ("paper", "date"), listed),
    Frame("agreement.continued", "more about the paper last named", (), _continued),
)
