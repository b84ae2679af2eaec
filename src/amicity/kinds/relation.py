"""Relation: a report says by itself that a tie stands."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, When, place_slot, term_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import MANY, Sentence
from amicity.grammar.sides import Sides
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import beside, inherited, since_in, when_near
from amicity.kinds._relation_bonds import BONDS
from amicity.kinds._relation_lists import LISTS
from amicity.kinds._relation_papers import changed, of_a_body, of_a_paper, on_an_agenda, to_be
from amicity.kinds._relation_sides import OWNS, PROPOSED_BETWEEN, sides_of
from amicity.kinds._relation_twins import TWINS
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role
from amicity.terms.partial_date import PartialDate
from amicity.terms.status import Status

KIND = Kind(
    name="relation",
    plural="relations",
    says="a report says by itself that a tie stands",
    roles=(
        Role("party", Holds.PLACE, "who is tied", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role("label", Holds.TEXT, "the local wording"),
        Role("term", Holds.TEXT, "how long it is meant to stand"),
    ),
    effect=Effect.STANDS,
    when="since when",
)


_FIRST_ONE = re.compile(r"\b(?:first|only|oldest|latest|newest|last) (?:\w+ )?$", re.I)
"""Who is not the first twin town is one all the same."""
_ITEM = re.compile(r".{0,40}[Ii]tem (?:No\. ?)?\d+[A-Za-z]?\b ?[-–:.] ?")
_FIRST_OF_ALL = re.compile(r".*\bthe (?:very )?first ")
_TO_DO = re.compile(r" (?:in (?:the )?[A-Z][\w ]+? )?to [a-z]+ with ")
_DID_SINCE = re.compile(
    r"Since [^,;]{4,30}, [^,;]{3,60}? (?:has|have|had) (?!been\b|(?:maintain|enjoy|shar|remain|continu|partner|twinn|pair)ed\b)[a-z]+ed\b"
)
"""What somebody did since then stands beside a tie that may be older."""
_LOOSE = re.compile(r"(?:friend(?:ly|ship)|cooperative|exchange) (?:ties?|relations?|relationships?|links?)$")
_AIMED_AT = re.compile(r"\b(?:aims?|aimed|goals?|purposes?|objectives?|view|intention|in order) (?:of|to|at) (?:[\w'-]+ ){0,7}$", re.I)
_IMAGINED = re.compile(r"\s+(?:would|could|might|will)\b")
_TRIP = re.compile(r"\b(?:trip|visit|travel|tour|delegation)\b", re.I)
_APPOSED_TO = re.compile(r"'s?\s+(?:[A-Za-z-]+\s+){0,3}$")


def _tie_stands(sentence: Sentence) -> Iterator[Draft]:
    """A tie noun with its two sides: "A is a sister city of B", "A's sister city B", "established sister-city relations with B"."""
    for tie in sentence.of("tie")[:MANY]:
        if sentence.gap(tie.start, tie.end) == "Twin Cities":
            continue
        if _LOOSE.match(sentence.says(tie)) and _AIMED_AT.search(sentence.gap(max(sentence.start, tie.start - 90), tie.start)):
            continue
        if sentence.in_name(tie) or of_a_paper(sentence, tie) or of_a_body(sentence, tie) or changed(sentence, tie):
            continue
        for found, trigger in sides_of(sentence, tie):
            born = _born(sentence, tie)
            status = _status(sentence, tie, trigger, born=born is not None)
            if status is None or _imagined(sentence, tie, trigger, found):
                continue
            yield Draft(
                "relation",
                "relation.stands",
                status,
                {
                    "party": [place_slot(p, found.derivation(p)) for p in found.parties],
                    "form": [term_slot(tie)],
                    "label": [Slot(tie.start, tie.end, sentence.says(tie))],
                },
                (sentence.start, sentence.end),
                when=born or _when_of(sentence, found, tie, trigger, status),
                confidence=found.confidence if tie.value != "friendship" or "cit" in sentence.says(tie) else Confidence.B,
            )


def _status(sentence: Sentence, tie: Symbol, trigger: Symbol, *, born: bool) -> Status | None:
    """Whether the tie stands, is to come or is denied; None where a paper to come is all that there is, or a condition without its word."""
    status, cue = status_of(sentence, trigger)
    if status is Status.DENIED and _FIRST_ONE.search(sentence.gap(max(sentence.start, tie.start - 20), tie.start)):
        status = Status.HAPPENED
    if born or (trigger is tie and _presupposed(sentence, tie, cue)):
        status = Status.HAPPENED
    item = sentence.label in ("title", "heading") or _ITEM.match(sentence.text)
    if trigger.value == "gerund" and status is Status.HAPPENED and item and on_an_agenda(sentence):
        status = Status.PROPOSED
    if status is Status.HAPPENED and trigger is tie and PROPOSED_BETWEEN.match(sentence.gap(tie.end, sentence.end)):
        status = Status.PROPOSED
    paper = to_be(sentence, tie)
    if paper is not None and paper.value != "letter_of_intent":
        return None
    if status is Status.HAPPENED and paper is not None:
        status = Status.PLANNED
    return None if status is Status.CONDITIONAL and not sentence.of("cue", "conditional") else status


def _imagined(sentence: Sentence, tie: Symbol, trigger: Symbol, found: Sides) -> bool:
    """Whether the tie is told of as if: "would make a fine sister city", "the first sister city in the country to pair with"."""
    if trigger is tie and _IMAGINED.match(sentence.gap(max(p.reach for p in found.parties), sentence.end)):
        return True
    first = _FIRST_OF_ALL.fullmatch(sentence.gap(max(sentence.start, tie.start - 12), tie.start))
    return first is not None and _TO_DO.match(sentence.gap(tie.end, sentence.end)) is not None


def _presupposed(sentence: Sentence, tie: Symbol, cue: Symbol | None) -> bool:
    """ "has asked its sister city Seattle": the tie stands whatever was asked; "its future sister city" is still to come."""
    before = sentence.gap(max(sentence.start, tie.start - 40), tie.start)
    travels = cue is not None and _TRIP.search(sentence.gap(cue.end, tie.start)) is not None
    owns = OWNS.search(before) or (_APPOSED_TO.search(before) if travels else None)
    return owns is not None and cue is not None and (cue.value != "denied" or travels) and cue.end <= tie.start - len(owns.group())


def _born(sentence: Sentence, tie: Symbol) -> When | None:
    """ "The 30th anniversary of the sister-city relationship", told in 2024: since 1994."""
    word = sentence.before(tie.start, sort="anniversary", within=70)
    ordinal = sentence.before(word.start, sort="ordinal", within=20) if word is not None else None
    told = sentence.before(word.start, sort="date", within=90) if word is not None else None
    year = (told.more.year if told is not None else None) or (sentence.context.anchor.year if sentence.context.anchor else None)
    if ordinal is None or year is None or not 0 < ordinal.more < 200:
        return None
    return When(PartialDate(f"{year - ordinal.more:04d}"), ordinal.start, word.end if word else ordinal.end, Derivation.COMPUTED)


def _when_of(sentence: Sentence, found: Sides, tie: Symbol, trigger: Symbol, status: Status) -> When | None:
    """The date behind the partner's own name, where several partners are named with theirs; else the sentence's."""
    if status is Status.HAPPENED and not sentence.of("visit", "past"):
        for party in found.parties[::-1]:
            own = beside(sentence, party) if sentence.start <= party.start < sentence.end else None
            if own is not None and "/" not in own.value.edtf and not own.value.edtf.startswith("X"):
                return own
    return _when(sentence, tie, trigger, status)


def _when(sentence: Sentence, tie: Symbol, trigger: Symbol, status: Status) -> When | None:
    if status is not Status.HAPPENED:
        return when_near(sentence, trigger, status=status, inherit=False)
    if trigger.sort in ("establish", "become", "twin") and trigger.value != "present":
        near = when_near(sentence, trigger, inherit=False) or since_in(sentence, trigger)
        news = sentence.label in ("body", "title") and sentence.index < 4 and trigger.sort != "twin"
        return near or (
            inherited(sentence)
            if news and (trigger.sort == "become" or re.search(r"\b(?:have|has|today|now|just|officially|formally)\b", sentence.text, re.I))
            else None
        )
    if sentence.index < 3 and re.search(r"\b(?:is|are) now\b", sentence.text) and not sentence.of("date"):
        return inherited(sentence)
    return (
        since_in(sentence, tie)
        if re.search(r"\b(?:since|established|formed|in|from|of)\b|\(", sentence.text, re.I) and _date_is_ours(sentence, tie)
        else None
    )


def _date_is_ours(sentence: Sentence, tie: Symbol) -> bool:
    """ "sister city since 1994" dates the tie; "visited its sister city in May" does not."""
    return (
        not _DID_SINCE.match(sentence.text)
        and bool(
            re.search(
                r"\bsince\b|\bfrom\b|\bestablish|\bform(?:ed|al)|\bdat(?:es|ing)\b|\bbecame\b|\bbegan\b"
                r"|\btwinned\b|\bsigned\b|\bback to\b|\([^)]*\d{4}\)",
                sentence.text,
                re.I,
            )
        )
        and not any(v.start < tie.start for v in sentence.of("visit", "past"))
    )


FRAMES = (
    Frame("relation.stands", "a tie noun with its two sides says that the tie stands", ("tie",), _tie_stands),
    *TWINS,
    *BONDS,
    *LISTS,
)
