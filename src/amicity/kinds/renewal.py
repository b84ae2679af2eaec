"""Renewal: a tie is confirmed or prolonged."""

import re
from collections.abc import Iterator

from amicity.grammar.changes import change_sides, reason_slot
from amicity.grammar.draft import Draft, place_slot, term_slot
from amicity.grammar.forms import form_of, tie_or_bond
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.status import Status
from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="renewal",
    plural="renewals",
    says="a tie is confirmed or prolonged",
    roles=(
        Role("party", Holds.PLACE, "whose tie", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role("actor", Holds.PLACE, "which side acted"),
        Role("reason", Holds.TEXT, "why"),
        Role("decided", Holds.DATE, "the day of the deciding act"),
    ),
    effect=Effect.RENEWS,
)


def _changed(sentence: Sentence) -> Iterator[Draft]:
    """A tie or its paper is renewed, by one side or both."""
    for verb in sentence.of("renew"):
        found = _object(sentence, verb)
        if found is None:
            continue
        form, at = found
        status = _status(sentence, verb)
        for tie, actor in change_sides(sentence, verb, at):
            roles = {
                "party": [place_slot(p, tie.derivation(p)) for p in tie.parties],
                "form": [term_slot(at, form)] if form else [],
                "actor": [place_slot(actor)] if actor is not None else [],
                "reason": reason_slot(sentence, verb),
            }
            yield Draft("renewal", "renewal.renewed", status, roles, (sentence.start, sentence.end), when=when_near(sentence, verb, status=status), confidence=tie.confidence)
            break


def _object(sentence: Sentence, verb: Symbol) -> tuple[str, Symbol] | None:
    """What is prolonged or confirmed: a tie, or a paper that makes one."""
    tie = tie_or_bond(sentence, verb)
    if tie is not None and not re.search(r"[;]|\b(?:signed|visited)\b", sentence.gap(min(verb.end, tie.end), max(verb.start, tie.start))):
        return ("" if tie.sort == "bond" else tie.value), tie
    for paper in sentence.of("paper"):
        if -70 < paper.start - verb.end < 70 and (form := form_of(sentence, paper)):
            return form[0], paper
    return None


def _status(sentence: Sentence, verb: Symbol) -> Status:
    """A body that holds the tie votes to change it: that happened; anybody else only proposes (codebook, section 2)."""
    status, cue = status_of(sentence, verb)
    if status in (Status.PLANNED, Status.HAPPENED) and verb.value in ("base", "gerund"):
        before = sentence.gap(sentence.start, verb.start)
        if re.search(r"\b(?:council|assembly|city|commission|board|councillors|members|aldermen|town|parliament|unanimously)\b[^.;]*\b(?:voted|decided|resolved|agreed|approved|unanimously approved|passed)\b", before, re.I):
            return Status.HAPPENED
        if cue is None and verb.value == "gerund" and re.search(r"\b(?:call|calls|called|demand\w*|petition\w*|urg\w+)\b", before, re.I):
            return Status.PROPOSED
    if status is Status.HOPED and cue is not None and re.search(r"\b(?:call|urge)", sentence.says(cue)):
        return Status.PROPOSED
    return status


FRAMES = (Frame("renewal.renewed", "a tie or its paper is renewed", ("renew", "tie|paper|bond"), _changed),)
