"""A change in a tie: whose tie it is, which side acted, and why."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot, term_slot
from amicity.grammar.forms import form_of, form_told_before, tie_or_bond
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import Sides, crossed, locative, self_reference, sides, the_two, towns
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status

_REASON = re.compile(
    r"\b(?:because(?: of)?|over|citing|due to|after|in protest (?:at|against|over)|in response to"
    r"|following|owing to|in the wake of|amid|on account of)\s+([^.;]{5,140})",
    re.I,
)


_DEFINITE = re.compile(r"\b(?:the|that|this|their|its)\s+(?:[\w-]+\s+){0,2}$", re.I)


_RULES = {"renewal": "renewal.renewed", "suspension": "suspension.suspended", "termination": "termination.ended"}
_PAPER_TO = re.compile(r"\b(?:agreement|memorandum|mou|declaration|protocol|document|charter|pact)s? to (?:\w+ )?$", re.I)
_TOWNS_OF_A_TIE = re.compile(r"(?:cit(?:y|ies)|towns?|municipalit(?:y|ies)|villages?|counties)$")
_LED = re.compile(r"\b(?:between|of|in|from|to|for|with|at|by|near) (?:(?:the|its|their|our|his|both|two|these|a) )*$")
_LEAD = 30
_OBJECT = 16
_ROW = 4
_FEAST = re.compile(
    r"\b(?:celebrations?|festivit\w+|anniversary|visits?|trips?|tours?|events?|ceremony|tournament|festival|concerts?|exchanges?) "
    r"(?:of|for|to|with|from|marking|between)\b",
    re.I,
)
_CLAUSE = 90
_WITH_WORD = re.compile(r" (?:with|to) ((?:the |an? |its |their |our |all )?(?:[a-z]+ ?){1,4})")
_TOWN_WORD = re.compile(
    r"\b(?:cit|town|twin|sister|partner|municip|villag|count(?:y|ies|erpart)|province|region|state|friend|other|it\b|them|port|place)"
)
_NEXT_WORD = 3
_NOUN = re.compile(r"\b(?:the|by|at|an|until|year|week|month|in|this|that|week's|year's|low|rear|front)\s+$", re.I)
_NO_TOWNS = re.compile(
    r"\b(?:clubs?|teams?|company|companies|airlines?|flights?|university|schools?|players?|band"
    r"|railway|trains?)\b",
    re.I,
)
_IF = re.compile(r"\b(?:if|might|unless|whether|would)\b", re.I)
_DECIDED = re.compile(
    r"\b(?:council|assembly|city|commission|board|councillors|councilors|members|aldermen|town"
    r"|parliament|deputies|unanimously)\b[^.;]*\b(?:voted|decided|resolved|agreed|approved|passed"
    r"|opted)\b",
    re.I,
)
_DEMANDED = re.compile(r"\b(?:call|calls|called|calling|demand\w*|petition\w*|urg\w+|initiatives?|appeal\w*|proposals? (?:for|to))\b", re.I)
_NEXT_ACT = re.compile(
    r"\band (?:then |also |now |instead )?(?:(?:says?|said|will|would|is|are|was|were|has|have|had|plans?|looks?|considers?|explores?"
    r"|exploring|begins?|began|becomes?|became|establish\w*|signs?|signed)\b)"
)
_HAS_VOTED = re.compile(r"\b(?:voted|decided|resolved|opted)(?: \w+ly)? to (?:\w+ly )?$")
_AS_SUBJECT = re.compile(r"(?:^|\bthat |[\"'] ?)to (?:\w+ )?$", re.I)
_FURTHER = re.compile(r" to (?:(?:the|other|all|new|more|include|cover|[a-z]+-level|municipal|many|such) )+[a-z]")
_GREETING = re.compile(
    r" (?:(?:an?|the|his|her|its|their|our|my|warm\w*|heartfelt|sincere\w*|deep\w*|hearty|cordial|best|official|formal|special) )*"
    r"(?:words of|hands?|invit\w+|welcome|greetings?|congratulations?|thanks|gratitude|appreciation|condolences|sympath\w+|wishes"
    r"|hospitality|solidarity|apolog\w+|support|help|helping|deadlines?|offers?)\b"
)


def change_drafts(sentence: Sentence, *, kind: str, sort: str) -> Iterator[Draft]:
    """The changes of one kind that the sentence states: a verb of the sort, what it changes, and whose it is."""
    for verb in sentence.of(sort):
        if (row := _listed(sentence, verb, kind=kind)) is not None:
            yield row
            continue
        found = None if _changes_nothing(sentence, verb) else _object(sentence, verb)
        if found is None:
            continue
        form, at = found
        status = _status(sentence, verb)
        if status is Status.CONDITIONAL and not _IF.search(sentence.text):
            continue
        for tie, actor in change_sides(sentence, verb, at):
            roles = {
                "party": [place_slot(p, tie.derivation(p)) for p in tie.parties],
                "form": [term_slot(at, form)] if form else [],
                "actor": [place_slot(actor)] if actor is not None else [],
                "reason": reason_slot(sentence, verb),
            }
            when = when_near(sentence, verb, status=status)
            yield Draft(kind, _RULES[kind], status, roles, (sentence.start, sentence.end), when=when, confidence=tie.confidence)


def _changes_nothing(sentence: Sentence, verb: Symbol) -> bool:
    """ "At the end of the forum" ends nothing, and "extended an invitation" extends nothing."""
    if any(i.start <= verb.start and verb.end < i.end for i in sentence.of("invite")):
        return True
    if sentence.says(verb) == "extended" and _FURTHER.match(sentence.gap(verb.end, sentence.end)):
        return True
    if sentence.says(verb).startswith("exten") and _GREETING.match(sentence.gap(verb.end, min(sentence.end, verb.end + 60))):
        return True
    if sentence.says(verb).startswith("cancel") and _FEAST.search(sentence.gap(sentence.start, verb.start)):
        return True
    if verb.value == "base" and _AS_SUBJECT.search(sentence.gap(max(sentence.start, verb.start - 20), verb.start)):
        return re.search(r"\b(?:would|could|might|must|should)(?: not)? be\b", sentence.gap(verb.end, sentence.end)) is not None
    return sentence.says(verb) in ("end", "ends", "cut", "cuts", "drop", "drops", "pause", "halt", "axed") and bool(
        _NOUN.search(sentence.gap(max(sentence.start, verb.start - 10), verb.start))
    )


def _object(sentence: Sentence, verb: Symbol) -> tuple[str, Symbol] | None:
    """What is changed: a tie, or a paper that makes one."""
    tie = tie_or_bond(sentence, verb)
    if tie is not None and tie.sort == "tie" and _only_whose(sentence, verb, tie):
        return None
    if tie is not None and tie.sort == "bond" and (made := _of_paper(sentence, tie)) is not None:
        return made
    if tie is not None and tie.sort == "bond" and (_NO_TOWNS.search(sentence.text) or _with_no_town(sentence, tie)):
        return None
    if tie is not None and not re.search(r"[;]|\b(?:signed|visited)\b", sentence.gap(min(verb.end, tie.end), max(verb.start, tie.start))):
        return ("" if tie.sort == "bond" else tie.value), tie
    if verb.sort == "renew" and (ties := sentence.of("tie")) and any(0 < p.start - verb.end < _OBJECT for p in sentence.of("paper")):
        return ties[0].value, ties[0]
    for paper in sentence.of("paper"):
        if -70 < paper.start - verb.end < 70 and (form := form_of(sentence, paper) or form_told_before(sentence, paper)):
            return form[0], paper
    return None


def _only_whose(sentence: Sentence, verb: Symbol, tie: Symbol) -> bool:
    """ "Flights between the sister cities A and B were suspended": the towns are named, no tie of theirs."""
    if not _TOWNS_OF_A_TIE.search(sentence.says(tie)) or sentence.of("bond") or sentence.of("paper"):
        return False
    led = _LED.search(sentence.gap(max(sentence.start, tie.start - _LEAD), tie.start))
    return led is not None and (verb.start > tie.start or sentence.gap(verb.end, tie.start - len(led.group())).strip() != "")


def _with_no_town(sentence: Sentence, bond: Symbol) -> bool:
    """ "Its links with the past", "ties to industry": with nothing that stands for a town."""
    other = _WITH_WORD.match(sentence.gap(bond.end, sentence.end))
    if other is None or _TOWN_WORD.search(other.group(1)):
        return False
    return not any(0 <= p.start - bond.end < _CLAUSE for p in sentence.of("place"))


def _listed(sentence: Sentence, verb: Symbol, *, kind: str) -> Draft | None:
    """A row of a list of partners that says what became of the tie: "Smolensk, Russia - terminated on 24 March 2022"."""
    context = sentence.context
    own = context.owner or context.list_owner or context.topic
    tie = context.list_tie
    if sentence.label not in ("row", "heading") or tie is None or own is None or verb.value != "past":
        return None
    partners = [
        p for g in towns(sentence)[:1] for p in g[:1] if p.end <= verb.start and len(sentence.gap(sentence.start, p.start).split()) <= _ROW
    ]
    if not partners or partners[0].place.key == own.place.key or sentence.of("tie"):
        return None
    roles = {
        "party": [place_slot(own, Derivation.COREF), place_slot(partners[0])],
        "form": [Slot(tie.start, tie.end, tie.value, derivation=Derivation.NORMALISED)],
    }
    when = when_near(sentence, verb, inherit=False)
    return Draft(kind, _RULES[kind], Status.HAPPENED, roles, (sentence.start, sentence.end), when=when, confidence=Confidence.B)


def _of_paper(sentence: Sentence, bond: Symbol) -> tuple[str, Symbol] | None:
    """The paper whose name the bond is a part of: "terminated the cooperation agreements"."""
    for paper in sentence.of("paper"):
        if paper.start <= bond.start < paper.end or 0 < paper.start - bond.end < _NEXT_WORD:
            form = form_of(sentence, paper)
            return (form[0], paper) if form is not None else None
    return None


def _status(sentence: Sentence, verb: Symbol) -> Status:
    """A body that holds the tie votes to change it: that happened; anybody else only proposes (codebook, section 2)."""
    status, cue = status_of(sentence, verb)
    before = sentence.gap(sentence.start, verb.start)
    if status in (Status.PLANNED, Status.HAPPENED) and verb.value in ("base", "gerund"):
        if _DECIDED.search(before) or (_HAS_VOTED.search(before) and any(not p.state and p.end < verb.start for p in sentence.of("place"))):
            return Status.HAPPENED
        if _DEMANDED.search(before):
            return Status.PROPOSED
    if (
        status is Status.PLANNED
        and cue is None
        and "viv" not in sentence.says(verb)
        and _PAPER_TO.search(before)
        and any(v.value != "base" or sentence.label == "title" for v in sentence.of("sign"))
    ):
        return Status.HAPPENED
    held = sentence.before(verb.start, sort="hold") or sentence.before(verb.start, sort="visit")
    if status is Status.PLANNED and cue is None and held is not None and held.value == "past" and re.search(r"\bto $", before):
        return Status.HAPPENED
    if status is Status.HOPED and cue is not None and _DEMANDED.search(sentence.says(cue)):
        return Status.PROPOSED
    return status


def change_sides(sentence: Sentence, verb: Symbol, tie: Symbol) -> Iterator[tuple[Sides, Symbol | None]]:
    """The parties of the tie that changed, and the side that acted where only one did."""
    groups = towns(sentence)
    with_group = next(
        (
            g
            for g in groups
            if re.search(
                r"\b(?:with|to|and its \w+ (?:city|town),?)\s+(?:its |the |their )?(?:[\w-]+ ){0,4}(?:of )?$",
                sentence.gap(max(sentence.start, g[0].start - 60), g[0].start),
            )
            and g[0].start > min(verb.start, tie.start)
        ),
        None,
    )
    at = with_group[0].start if with_group is not None else 0
    if at > verb.end and _NEXT_ACT.search(sentence.gap(verb.end, at)):
        return
    actor = next((g[0] for g in reversed(groups) if g[-1].end <= verb.start and g is not with_group and not locative(sentence, g)), None)
    if actor is None and with_group is not None:
        actor = self_reference(sentence, verb.start)
    if actor is not None and with_group is not None:
        inferred = () if sentence.start <= actor.start < sentence.end else (actor,)
        for both in crossed((actor,), with_group):
            yield Sides(both, Confidence.B if inferred else Confidence.A, inferred), actor
        return
    told = sides(sentence, tie)
    if not told and _DEFINITE.search(sentence.gap(max(sentence.start, tie.start - 24), tie.start)):
        pair = the_two(sentence)
        actor = self_reference(sentence, verb.start) if not sentence.of("pair") else None
        yield from (
            (Sides(pair, Confidence.B, pair), actor if actor is not None and any(actor.place.key == p.place.key for p in pair) else None)
            for _ in range(len(pair) == 2)
        )
    for found in told:
        keys = {p.place.key for p in found.parties}
        subject = [g[0] for g in groups if g[-1].end <= verb.start and len(g) == 1 and g[0].place.key in keys and not locative(sentence, g)]
        if subject and verb.value in ("base", "gerund") and _DECIDED.search(sentence.gap(sentence.start, verb.start)):
            yield found, subject[0]
            continue
        one = (
            found.parties[0]
            if found.parties[0].end <= verb.start
            and verb.value in ("past", "present", "base")
            and not re.search(r"\band\b", sentence.gap(found.parties[0].end, verb.start))
            else None
        )
        yield found, one


def reason_slot(sentence: Sentence, verb: Symbol) -> list[Slot]:
    """Why, in the report's words."""
    match = _REASON.search(sentence.context.text, verb.end, sentence.end)
    return [Slot(match.start(1), match.end(1), match.group(1).strip())] if match else []
