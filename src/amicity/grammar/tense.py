"""Did it happen? The status of a clause from its cues (codebook, section 2)."""

import re

from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.terms.status import PRECEDENCE, Status

_ONCE, _THEN = re.compile(r"\bonce [^,;]*$", re.I), re.compile(r"\b(?:could|would|can|will|may)\b")
_INFINITIVE = re.compile(r"\bto(?: be)?(?: formally| officially| jointly| also| further)?\s*$", re.I)
_FIRST_TO = re.compile(
    r"\b(?:first|second|third|only|last|latest|earliest)\b(?: [\w'-]+){0,6} to(?: be)?(?: formally| officially| also)?\s*$", re.I
)
_CAN = re.compile(r"\bcan (?:now |also |only )?$")
_WOULD_DO = re.compile(r" (?:be |also |soon |formally |officially |jointly )*")
_UNDER_WAY = re.compile(r"\b(?:is|are|am|'re)(?: now| also| currently| both)?\s*$", re.I)
_DECLARED = re.compile(
    r"\b(?:is|are|was|were|been) (?:\w+ )?(?:proclaimed|declared|deemed|considered|recogni[sz]ed|acknowledged)\b[^.;]{0,60}$"
)
_AND_DID = re.compile(r"\band (?:then |also )?(?:agreed|decided|resolved|pledged|signed|approved)\b", re.I)
_DID = re.compile(
    r"\b(?:has|have|had|was|were)(?: now| also| already| just| recently| officially| formally| since| "
    r"both)?(?: been)?\s*$",
    re.I,
)


def status_of(sentence: Sentence, trigger: Symbol, *, default: Status = Status.HAPPENED) -> tuple[Status, Symbol | None]:
    """The status of what the trigger says, and the cue that decided it (None where tense alone did).

    A cue counts when it stands in the trigger's clause and before it, with no new finished verb between; a few count after it.
    Where several apply, the codebook's order decides: denied, conditional, hoped, proposed, planned, happened.
    """
    start, end = sentence.clause(trigger.start)
    cues = [c for c in sentence.of("cue") if start <= c.start and c.end <= trigger.start and _reaches(sentence, c, trigger)]
    cues += [c for c in sentence.of("cue") if trigger.end <= c.start < end and _looks_back(sentence, c, trigger)]
    inside = [c for c in sentence.of("cue") if trigger.start <= c.start < c.end <= trigger.end and c.value == "planned"]
    found = {_status_told(sentence, c, trigger): c for c in cues + inside}
    for status in PRECEDENCE:
        if status in found:
            return status, found[status]
    if _ONCE.search(sentence.gap(start, trigger.start)) and _THEN.search(sentence.gap(trigger.end, sentence.end)):
        return Status.CONDITIONAL, None  # "once ties were formalised, the mayors could meet"
    if (
        trigger.value == "gerund"
        and trigger.sort in ("sign", "establish", "twin")
        and _UNDER_WAY.search(sentence.gap(start, trigger.start))
    ):
        return Status.PLANNED, None
    before = sentence.gap(start, trigger.start)
    if _tense(sentence, trigger) == "base" and _CAN.search(before):
        return Status.CONDITIONAL, None
    if _tense(sentence, trigger) == "base" and _INFINITIVE.search(before) and not _FIRST_TO.search(before):
        return Status.PLANNED, None
    return default, None


def _status_told(sentence: Sentence, cue: Symbol, trigger: Symbol) -> Status:
    """The cue's status; in "said that they would sign" the word "would" is a "will" told later."""
    told = sentence.says(cue) == "would" and _WOULD_DO.fullmatch(sentence.gap(cue.end, trigger.start)) is not None
    return Status.PLANNED if told and any(a.end <= cue.start for a in sentence.of("attribution")) else Status(cue.value)


def _tense(sentence: Sentence, trigger: Symbol) -> str:
    """The trigger's tense; "become" is a past only behind "has"."""
    if sentence.says(trigger) == "become" and not _DID.search(sentence.gap(sentence.start, trigger.start)):
        return "base"
    return trigger.value


def _reaches(sentence: Sentence, cue: Symbol, trigger: Symbol) -> bool:
    """Whether the cue's scope runs on to the trigger: nothing finished, said or newly begun stands between."""
    between = sentence.gap(cue.end, trigger.start)
    if len(between) > 160:
        return False
    if any(s.start > cue.start for s in sentence.within(cue.end, trigger.start, sort="attribution")):
        return False
    words = sentence.says(cue)
    if cue.value == "proposed" and _AND_DID.search(between):
        return False
    if words == "to be" and _DECLARED.search(sentence.gap(sentence.start, cue.start)):
        return False
    if words == "considering" and cue.start == sentence.start + (sentence.text[:1] in "\"'"):
        return False
    if cue.value == "denied":
        until = re.match(r"[^,.;]{0,24}\buntil\b", sentence.gap(trigger.end, sentence.end))
        return (
            len(between.split()) <= (14 if between.startswith(" longer") else 6) and not until and not re.search(r"\bonly\b", between[:8])
        )
    tense = _tense(sentence, trigger)
    if tense in ("past", "was") and _DID.search(between) and cue.value in ("planned", "hoped", "proposed"):
        return False
    if tense == "past" and cue.value in ("planned", "hoped", "conditional", "proposed"):
        passive = re.search(r"\b(?:be|been|being|get|have)(?: [a-z]+ly)?\s*$", between, re.I) or not between.strip()
        return bool(passive) and words not in ("invited", "planned", "discussed")
    if trigger.value == "present" and cue.value in ("planned", "hoped", "conditional"):
        return words in ("if", "may", "could", "might", "whether", "unless")
    if cue.value == "conditional" and words in ("would", "should"):
        return len(between.split()) <= 8
    return not re.search(r"[.!?]\s", between)


_BACK = (
    "planned",
    "proposed",
    "scheduled",
    "next year",
    "next month",
    "next week",
    "soon",
    "under discussion",
    "under consideration",
    "in the pipeline",
    "slated",
    "tomorrow",
    "in the future",
    "in the next few",
    "in the coming",
    "over the coming",
    "shall",
    "will",
)


def _looks_back(sentence: Sentence, cue: Symbol, trigger: Symbol) -> bool:
    """Whether a cue after the trigger speaks of it: "the signing is planned for May", "no agreement was signed" has it before."""
    between = sentence.gap(trigger.end, cue.start)
    if len(between) > 60 or (
        sentence.by_sort.get("sign") and any(True for s in sentence.within(trigger.end, cue.start, sort="attribution"))
    ):
        return False
    words = sentence.says(cue)
    if trigger.value == "gerund" and words in (
        "will",
        "shall",
        "is to",
        "planned",
        "scheduled",
        "due to",
        "expected to",
        "slated",
        "set to",
        "is set to",
    ):
        return True
    return words in _BACK[3:] and trigger.value in ("base", "gerund", "present", "noun")
