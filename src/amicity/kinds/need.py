"""Need: what a place seeks."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot
from amicity.grammar.frame import Frame
from amicity.grammar.partners import speaks_of_partners
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import own_place, spoken_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="need",
    plural="needs",
    says="what a place seeks",
    roles=(
        Role("place", Holds.PLACE, "who seeks", identity=True),
        Role("field", Holds.TERM, "what it is about"),
        Role("what", Holds.TEXT, "what is sought"),
    ),
)


_NO_NEED = re.compile(
    r"\b(?:no|the|their|its|special|future|local|common|mutual|urgent|meet|for|any|of|this|a|growing|basic|other|without"
    r"|there is|not|n't|never|if|who|anyone|everyone|everybody|people)\s+$",
    re.I,
)
_OUGHT = re.compile(
    r"\s+(?:(?:to|of|and|for|in|at|with|are|were|not|n't)\b|(?:more |some |our |your |a )?(?:help|time|patience|support"
    r"|comment|prayers|calm|proposals|break)\b[.,;!]"
    r"|(?:an?|the) (?:answer|apology|decision|vote|delay|report|review|recess|refund|raise)\b)",
    re.I,
)
_WORK = re.compile(
    r"\s*(?:to |that )?(?:[a-z]+ly )?(?:also )?(?:learn|study|draw|cooperat|co-operat|collaborat|work (?:with|together"
    r"|closely)|develop|partner|join|expand|strengthen|enhanc|deepen|boost|promot|increas|attract|import|export|introduc"
    r"|exchange|explor|benefit|see|build|share|conduct|carry out|your|have (?:further|more)|tap|gain|adopt|use|bring|invit"
    r"|secur|obtain|receiv|buy|find|get|recruit|hire)",
    re.I,
)
_TIE = re.compile(
    r"\b(?:friendship|relations|relationship|ties|sister|twin\w*|agreement|memorandum|mou|visit|meet|welcome|return|anniversary)\b", re.I
)

_OF_PARTNER = re.compile(r"\b(?:from|with|to|in) (?:its|their|our|the) (?:[\w-]+ )?(?:sister|twin|partner) (?:city|town)\b", re.I)
_ASKED = re.compile(
    r"\b(?:asked|asks|requested|requests|solicited)\b(?: (?:the |its |their )?[A-ZÀ-Þ][^.;,\"]{1,50}?)?(?: for)? "
    r"(?P<what>(?:[a-z]+ )?(?:help|assistance|support|expertise|training|equipment|advice) (?:with|in|for|to|on) [^.;\"]{3,90}(?<! ))"
)
_BOTH = re.compile(r"\s*(?:the |these |our )?(?:two|both|cities|sides|towns|relationship|more)\b", re.I)


def _said(sentence: Sentence) -> Iterator[Draft]:
    """A place says what it seeks: outright ("needs sensors"), or as work that it hopes for ("hopes to cooperate in tourism")."""
    if sentence.text.endswith("?") or not speaks_of_partners(sentence.context.text):
        return
    for verb in sentence.of("seek"):
        fields = list({f.value: f for f in sentence.within(verb.end, sentence.end, sort="field")}.values())
        place = own_place(sentence) if sentence.says(verb) == "it is hoped" else spoken_place(sentence, verb)
        if place is None or place.state or not _sought(sentence, verb, fields):
            continue
        _, stop = sentence.clause(verb.start)
        end = max(verb.end, len(sentence.gap(0, stop).rstrip(' .,;"')))
        start = end - len(sentence.gap(verb.end, end).lstrip())
        yield Draft(
            "need",
            "need.sought",
            Status.HOPED,
            {
                "place": [voiced(sentence, place)],
                "field": [Slot(f.start, f.end, f.value, derivation=Derivation.NORMALISED) for f in fields],
                "what": [Slot(start, end, sentence.gap(start, end))] if start < end else [],
            },
            (sentence.start, sentence.end),
            confidence=Confidence.A if verb.value == "needs" else Confidence.B,
        )
        return


def _asked(sentence: Sentence) -> Iterator[Draft]:
    """ "The mayor of A asked B for help with its market"."""
    match = _ASKED.search(sentence.text)
    if match is None or sentence.text.endswith("?") or not speaks_of_partners(sentence.context.text):
        return
    verb = Symbol("seek", sentence.start + match.start(), sentence.start + match.start() + 5, "needs")
    place = spoken_place(sentence, verb)
    start, end = sentence.start + match.start("what"), sentence.start + match.end("what")
    if place is None or place.state:
        return
    fields = list({f.value: f for f in sentence.within(start, end, sort="field")}.values())
    roles = {
        "place": [voiced(sentence, place)],
        "field": [Slot(f.start, f.end, f.value, derivation=Derivation.NORMALISED) for f in fields],
        "what": [Slot(start, end, sentence.gap(start, end))],
    }
    yield Draft("need", "need.asked", Status.HOPED, roles, (sentence.start, sentence.end), confidence=Confidence.B)


def _sought(sentence: Sentence, verb: Symbol, fields: list[Symbol]) -> bool:
    """Whether something is sought, rather than a tie wished for, a duty named or a visit hoped for."""
    after = sentence.gap(verb.end, min(sentence.end, verb.end + 60))
    if verb.value == "needs":
        before = sentence.gap(max(sentence.start, verb.start - 20), verb.start)
        return not _NO_NEED.search(before) and not _OUGHT.match(after) and bool(re.search(r"[a-z]", after))
    behind = sentence.gap(verb.end, fields[0].start) if fields else after
    if _TIE.search(_OF_PARTNER.sub("", behind)) or (verb.value == "that" and (not fields or _BOTH.match(after))):
        return False
    return bool(fields) or bool(_WORK.match(after))


FRAMES = (
    Frame("need.sought", "a place says what it seeks", ("seek",), _said),
    Frame("need.asked", "a place asked for help with something", (), _asked, words=("asked", "asks", "request", "solicit")),
)
