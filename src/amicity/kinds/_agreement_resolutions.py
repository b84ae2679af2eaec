"""Papers that a council adopts: the resolution that establishes a tie, the day it was passed, and the row of a list that dates one."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot, term_slot
from amicity.grammar.papers import RESOLVING
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import sides
from amicity.grammar.timing import dated, when_near
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status

_NOTES = 3
_ADOPTING = re.compile(
    r"\b(?:has |have |had )?(?:adopted|passed|approved|enacted) (?:an? |the )(?:[\w.-]+ ){0,3}?(resolution|ordinance)\b"
    r"[^;]{0,60}?\b(?:establish|creat|declar|recogni|form)(?:ing|es|ed)\b"
)
_PASSED = re.compile(r"\b(?:passed|adopted|approved|so ordered|carried|enacted)\b", re.I)
_ADOPTED = re.compile(r"(?:passed|adopted|approved|enacted|resolved|so resolved|dated)\b", re.I)


def resolved(sentence: Sentence) -> Iterator[Draft]:
    """ "A resolution establishing a sister city relationship between A and B": the resolution is the paper (codebook, 4.13)."""
    head = RESOLVING.match(sentence.text)
    done = _ADOPTING.search(sentence.text) if head is None else None
    tie = next(iter(sentence.of("tie")), None)
    if tie is None or (head is None and done is None):
        return
    paper = next((p for p in sentence.of("paper", "resolution")), None)
    for found in sides(sentence, tie):
        roles = {
            "party": [place_slot(p, found.derivation(p)) for p in found.parties],
            "form": [term_slot(tie)],
            "instrument": [term_slot(paper)] if paper is not None else [],
            "act": [_adopted_slot(sentence, head or done)],
        }
        status = Status.HAPPENED if done is not None or _PASSED.search(sentence.context.text) else Status.PROPOSED
        when = when_near(sentence, tie) if status is Status.HAPPENED else None
        yield Draft(
            "agreement", "agreement.resolved", status, roles, (sentence.start, sentence.end), when=when, confidence=found.confidence
        )


def _adopted_slot(sentence: Sentence, told: re.Match[str] | None) -> Slot:
    end = sentence.start + (told.end(1) if told is not None else 0)
    return Slot(sentence.start, end, "adopted", derivation=Derivation.NORMALISED)


def adopted_on(sentence: Sentence) -> Iterator[Draft]:
    """ "Passed and adopted this 3rd day of June, 2019" dates the resolution above."""
    last = sentence.context.resolution
    if last is None or not _ADOPTED.match(sentence.text) or any(not p.state for p in sentence.of("place")[1:]):
        return
    roles = {role: list(last.roles.get(role, [])) for role in ("party", "form", "instrument", "act")}
    when = dated(sentence.of("date")[0])
    yield Draft("agreement", "agreement.dated", Status.HAPPENED, roles, (sentence.start, sentence.end), when=when)


def listed(sentence: Sentence) -> Iterator[Draft]:
    """A dated resolution in the row of a list or under it (codebook, 4.13)."""
    entry = sentence.context.entry
    near = entry is not None and 0 <= sentence.index - sentence.context.entry_sentence <= _NOTES
    dates = [d for d in sentence.of("date") if "/" not in d.more.edtf]
    papers = sentence.of("paper")
    if entry is None or not near or not dates or not papers or papers[0].value != "resolution" or sentence.label == "body":
        return
    named = {p.place.key for p in sentence.of("place") if not p.state}
    if not named <= {slot.key for slot in entry.roles["party"]}:
        return
    roles = {
        "party": list(entry.roles["party"]),
        "form": list(entry.roles["form"]),
        "instrument": [term_slot(papers[0])],
        "act": [term_slot(papers[0], "adopted")],
    }
    yield Draft("agreement", "agreement.listed", Status.HAPPENED, roles, (sentence.start, sentence.end), when=dated(dates[0]))
