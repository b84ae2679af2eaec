"""What a tie's noun names other than a standing tie: a paper, a body's purpose, a tie to come, a change told by another kind."""

import re

from amicity.grammar.papers import RESOLVING
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol

_HAS = re.compile(r"\b(?:has|have|maintains?|enjoys?|holds?)\s+(?:[\w-]+\s+){0,3}$", re.I)
_PURPOSE = re.compile(
    r"\b(?:programme|program|committee|association|commission|conference|forum|organi[sz]ation"
    r"|international|summit|board|awards?|coordinator|council|society|festival|park|street|week"
    r"|foundation|delegation|visit|trip|students?|exchange program)\b",
    re.I,
)
_ABOUT = re.compile(r"\s+(?:on|of|for|about|regarding) (?:the )?")
_COUNCIL_PAPER = re.compile(r"\b(?:AGENDA|SUBJECT:|FISCAL IMPACT|RECOMMENDATION|Recommendation|Staff recommends|staff report)\b")


def of_a_paper(sentence: Sentence, tie: Symbol) -> bool:
    """ "sister city agreement" is a paper, not a tie; but who "has sister city agreements with" a town has ties."""
    if _HAS.search(sentence.gap(max(sentence.start, tie.start - 40), tie.start)) and not sentence.of("sign"):
        return False
    if RESOLVING.match(sentence.text) and any(p.start < tie.start for p in sentence.of("paper", "resolution")):
        return True
    if any(p.start < tie.start and (tie.start < p.end or _ABOUT.fullmatch(sentence.gap(p.end, tie.start))) for p in sentence.of("paper")):
        return True
    following = sentence.gap(tie.end, min(sentence.end, tie.end + 26))
    return any(
        tie.start <= p.start < tie.end
        or (0 <= p.start - tie.end <= 14 and re.fullmatch(r"[\s'\"]*(?:\w+\s+)?[\s'\"]*", sentence.gap(tie.end, p.start)))
        for p in sentence.of("paper")
    ) and not re.match(r"\s+(?:of|with|to)\b", following)


def changed(sentence: Sentence, tie: Symbol) -> bool:
    """A tie that is being ended, suspended or renewed is told by those kinds."""
    return any(
        -40 < tie.start - v.end < 60
        for sort in ("end", "suspend", "renew")
        for v in sentence.of(sort)
        if not re.search(r"[;,]| and ", sentence.gap(min(v.end, tie.end), max(v.start, tie.start)))
    )


def of_a_body(sentence: Sentence, tie: Symbol) -> bool:
    """ "sister city committee", "sister cities conference": the tie is only what the body is for."""
    return bool(re.match(r"\s+" + _PURPOSE.pattern, sentence.gap(tie.end, min(sentence.end, tie.end + 30)), re.I))


def to_be(sentence: Sentence, tie: Symbol) -> Symbol | None:
    """ "signed a letter of intent to establish sister-city relations": the tie is still to come, and the paper says of what sort it is."""
    return next(
        (
            p
            for p in sentence.of("paper")
            if p.end <= tie.start
            and re.match(
                r"[\"'”]?(?:\s+(?:on )?\w+day)?\s+(?:to|on|for|about|regarding|towards?)\s+(?:(?:formally|the|further|jointly)\s+)?"
                r"(?:establish|becom|form|creat|be|develop|set|build|enter)\w*",
                sentence.gap(p.end, tie.start),
            )
        ),
        None,
    )


def on_an_agenda(sentence: Sentence) -> bool:
    """Whether the line is an item of a council's paper, which only proposes."""
    return (
        not any(sort in sentence.by_sort for sort in ("sign", "become", "hold"))
        and _COUNCIL_PAPER.search(sentence.context.text) is not None
    )
