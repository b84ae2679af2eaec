"""Which form of tie a paper or a tie's change is about, told from the words around it."""

import re

from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol

_MODIFIERS = (
    ("sister", re.compile(r"\b(?:sister|twinning|twin|fraternity|brotherhood|sisterhood)\b", re.I)),
    ("friendship", re.compile(r"\b(?:friendship and cooperation|friendship|friendly relations)\b", re.I)),
    ("cooperation", re.compile(r"\b(?:co-?operation|cooperative|collaboration)\b", re.I)),
    ("exchange", re.compile(r"\bexchanges?\b", re.I)),
    ("partnership", re.compile(r"\bpartnership\b", re.I)),
)
_TO_FORM = re.compile(r"\b(?:to|on|for|of|that|which|formally|formalis|formaliz|establish|creat|mak|declar|becom|making|as)\w*\b", re.I)


_BY_SIGNING = re.compile(
    r"\b(?:through|with|by|via|after|following|upon|as|when)\b[^.;]{0,30}?"
    r"\b(?:signing|signature|inking|signed|inked)(?: of)? (?:an? |the |its )?$",
    re.I,
)
_TO_THAT_EFFECT = re.compile(r"\s+(?:to|in) (?:that|this) (?:effect|regard)\b")
_DEFINITE = re.compile(r"\b(?:the|its|our|their|that|this) $", re.I)
_OF_THE_SORT = re.compile(r"agreements with (?!the\b)")
_PAPERS_TOLD = re.compile(r"\b(sister|twin|friendship)[ -](?:city|town) agreements\b", re.I)
_TIE_TOLD = re.compile(r"\b(sister|twin|friendship|friendly)[ -](?:cit|town)", re.I)
_MAKES = re.compile(r"\b(?:to make|making|to declare|declaring|to name|naming) [^.;:]{3,80}$", re.I)
_MADE = 110
_BEFORE = 160
_SIGNED_AFTER = 160


def form_of(sentence: Sentence, paper: Symbol) -> tuple[str, Symbol] | None:
    """The form that a paper makes and where the text says so; None where it says nothing of the kind."""
    if paper.value == "letter_of_intent":
        return "letter_of_intent", paper
    if sentence.of("tie") and _TO_THAT_EFFECT.match(sentence.gap(paper.end, sentence.end)):
        return sentence.of("tie")[0].value, sentence.of("tie")[0]
    beside = _tie_beside(sentence, paper)
    if beside is not None:
        return beside.value, beside
    left = sentence.gap(max(sentence.start, paper.start - 45), paper.end)
    left = re.split(r"[,;.]| (?:signed|inked|approved|adopted|to|and the|with) ", left)[-1]
    for form, pattern in _MODIFIERS:
        if pattern.search(left):
            return form, paper
    right = re.match(
        r"(?:\s+\(?[A-Z][\w-]*\)?)?\s+(?:of|on|for|in) (?:mutual |friendly |strategic |a |the "
        r"|comprehensive |bilateral )?(friendship|co-?operation|collaboration|twinning|partnership"
        r"|sisterhood|exchange|friendly exchange)",
        sentence.gap(paper.end, min(sentence.end, paper.end + 60)),
        re.I,
    )
    if right:
        word = right.group(1).lower()
        return {
            "friendship": "friendship",
            "twinning": "sister",
            "sisterhood": "sister",
            "partnership": "partnership",
            "exchange": "exchange",
            "friendly exchange": "exchange",
        }.get(word, "cooperation"), paper
    if (made := _made_by(sentence, paper)) is not None:
        return made.value, made
    if paper.value == "memorandum":
        return "memorandum", paper
    if paper.value == "declaration":
        return "declaration", paper
    return None


def form_told_before(sentence: Sentence, paper: Symbol) -> tuple[str, Symbol] | None:
    """The form of "the agreement with B", where the sentence before speaks of sister cities or twin towns."""
    definite = _DEFINITE.search(sentence.gap(max(sentence.start, paper.start - 12), paper.start))
    if paper.value not in ("agreement", "protocol", "charter") or not (
        definite or _OF_THE_SORT.match(sentence.gap(paper.start, sentence.end))
    ):
        return None
    told = list((_TIE_TOLD if definite else _PAPERS_TOLD).finditer(sentence.context.text, max(0, sentence.start - _BEFORE), sentence.start))
    return ("friendship" if told[-1].group(1).lower().startswith("friend") else "sister", paper) if told else None


def _tie_beside(sentence: Sentence, paper: Symbol) -> Symbol | None:
    """The tie that stands right before the paper ("sister city agreement") or that the paper is to make ("… to become twin towns")."""
    for tie in sentence.of("tie"):
        if tie.start <= paper.start < tie.end or (
            tie.end <= paper.start
            and re.fullmatch(r"[\s\w'\"-]{0,24}", sentence.gap(tie.end, paper.start))
            and not re.search(r"\b(?:signed|with|and|to)\b", sentence.gap(tie.end, paper.start))
        ):
            return tie
        if paper.end <= tie.start:
            if _MAKES.search(sentence.gap(max(paper.end, tie.start - _MADE), tie.start)):
                return tie
            gap = sentence.gap(paper.end, tie.start)
            if len(gap) < 70 and _TO_FORM.search(gap) and not re.search(r"[;.]|\bbetween\b.*\band\b.*\band\b|\bits\b|\bwith\b", gap):
                return tie
    return None


def _made_by(sentence: Sentence, paper: Symbol) -> Symbol | None:
    """The tie that comes about "through the signing of a memorandum", where the paper itself says nothing of it."""
    for tie in sentence.of("tie"):
        if 0 < paper.start - tie.end < _SIGNED_AFTER and _BY_SIGNING.search(sentence.gap(tie.end, paper.start)):
            return tie
    return None


def nearest_tie(sentence: Sentence, anchor: Symbol, *, within: int = 120) -> Symbol | None:
    """The tie named nearest the anchor in the same clause."""
    start, stop = sentence.clause(anchor.start)
    near = [
        t for t in sentence.of("tie") if start <= t.start < stop and min(abs(t.start - anchor.end), abs(anchor.start - t.end)) <= within
    ]
    return min(near, key=lambda t: min(abs(t.start - anchor.end), abs(anchor.start - t.end)), default=None)


def tie_or_bond(sentence: Sentence, anchor: Symbol, *, within: int = 80) -> Symbol | None:
    """The tie named nearest the anchor, or a bond without its form ("cut ties", "that relationship")."""
    tie = nearest_tie(sentence, anchor, within=within)
    if tie is not None:
        return tie
    start, stop = sentence.clause(anchor.start)
    near = [
        b
        for b in sentence.of("bond")
        if (start <= b.start < stop and 0 <= b.start - anchor.end <= within) or (0 <= anchor.start - b.end <= within and start <= b.start)
    ]
    return min(near, key=lambda b: abs(b.start - anchor.end), default=None)
