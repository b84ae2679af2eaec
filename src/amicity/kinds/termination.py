"""Termination: a tie is ended by a side."""

import re
from collections.abc import Iterable, Iterator

from amicity.grammar.changes import change_drafts
from amicity.grammar.draft import Draft, place_slot, term_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import own_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence
from amicity.terms.form import Form
from amicity.terms.kind import Effect, Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="termination",
    plural="terminations",
    says="a tie is ended by a side",
    roles=(
        Role("party", Holds.PLACE, "whose tie", identity=True),
        Role("form", Holds.TERM, "the tie that it makes", terms=tuple(Form)),
        Role("actor", Holds.PLACE, "which side acted"),
        Role("reason", Holds.TEXT, "why"),
        Role("decided", Holds.DATE, "the day of the deciding act"),
    ),
    effect=Effect.ENDS,
)


def _changed(sentence: Sentence) -> Iterable[Draft]:
    """A tie or its paper is ended, by one side or both."""
    return change_drafts(sentence, kind="termination", sort="end")


_STRUCK = re.compile(
    r"\b(?P<verb>removed?|removing|struck|delet(?:ed?|ing)|expell?(?:ed|ing)?|exclud(?:ed?|ing)|cross(?:ed|ing)?|drop(?:ped|ping)?)\b"
    r"(?P<whom>[^.;]{0,60}?) (?:from|off) (?P<whose>the|its|their|our) (?:official )?list of (?:its |foreign )?"
    r"(?:sister|twin|twinned|partner|friendship) (?:cities|towns)"
)
_NO_LONGER = re.compile(
    r"\bno longer (?P<verb>regards?|considers?|counts?|recogni[sz]es?)(?P<whom>[^.;]{2,70}?) (?:as )?(?:its|a|their) "
    r"(?:sister|twin|twinned|partner) (?:city|town)"
)
_WAS = re.compile(r"\s+(?:was|were|has been|have been|had been|is to be|will be|be|being)\s+(?:\w+ly )?$")
_LIST = ("list of", "no longer")


def _struck(sentence: Sentence) -> Iterator[Draft]:
    """ "Plovdiv removed Tver from its list of twin towns", "which it no longer regards as its twin city"."""
    match = _STRUCK.search(sentence.text) or _NO_LONGER.search(sentence.text)
    tie = next(iter(sentence.of("tie")), None)
    if match is None or tie is None:
        return
    at, whom = sentence.start + match.start("verb"), sentence.start + match.end("whom")
    groups = [g for g in sentence.groups if not g[0].state]
    behind = next((g for g in groups if at < g[0].start < whom), None)
    before = next((g for g in reversed(groups) if g[-1].end <= at), None)
    if behind is None and before is not None and _WAS.search(sentence.gap(before[-1].reach, at)):
        behind, before = before, None
    actor = before[0] if before is not None else own_place(sentence)
    verb = Symbol("end", at, sentence.start + match.end("verb"), "past" if match["verb"].endswith(("ed", "ck", "s")) else "base")
    status, cue = status_of(sentence, verb)
    decided = cue is not None and sentence.says(cue) in ("decided to", "decides to", "no")
    for partner in behind or ():
        if actor is None or partner.place.key == actor.place.key:
            continue
        roles = {"party": [voiced(sentence, actor), place_slot(partner)], "form": [term_slot(tie)], "actor": [voiced(sentence, actor)]}
        status = Status.HAPPENED if decided else status
        when = when_near(sentence, verb, status=status, inherit=False)
        yield Draft("termination", "termination.struck", status, roles, (sentence.start, sentence.end), when=when, confidence=Confidence.B)


FRAMES = (
    Frame("termination.ended", "a tie or its paper is ended", ("end", "tie|paper|bond|place"), _changed),
    Frame("termination.struck", "a town is struck off a list of ties", ("tie", "place"), _struck, words=_LIST),
)
