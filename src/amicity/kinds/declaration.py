"""Declaration: an outcome document."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="declaration",
    plural="declarations",
    says="an outcome document",
    roles=(
        Role("title", Holds.NAME, "its title", identity=True),
        Role("party", Holds.PLACE, "who declares"),
        Role("point", Holds.TEXT, "what it says"),
    ),
)

_TITLE = re.compile(
    r"(?:(?:[A-Z][\w'-]+|of|on|for|and)\s+)*(?:Declaration|Communiqu[eé]|Consensus|Initiative|Statement|Manifesto"
    r"|Proclamation|Accord|Outcome Document|Call to Action|Appeal|Commitment|Pact)\b(?:\s+(?:(?:of|on|for|and|between|in"
    r"|the|to|with)\s+)*[A-Z][\w'-]+)*"
)

_WHERE_OR_WHEN = re.compile(r" (?:in|on) (?:the )?$")
_BEFORE = re.compile(
    r"Declaration of (?:Independence|Human Rights)|Universal Declaration|Washington Consensus|^(?:Sister|Twin\w*"
    r"|Friendship|Sisterhood)(?: \w+)? (?:Accord|Pact)|^Declaration of (?:Intent|Understanding|Twinning)"
    r"|Belt and Road Initiative|Road Initiative|Peace Accord|Paris Accord"
)


def _issued(sentence: Sentence) -> Iterator[Draft]:
    """A document with a capitalised name is released, issued or adopted."""
    for head in sentence.of("declaration_head"):
        match = next(
            (m for m in _TITLE.finditer(sentence.text) if sentence.start + m.start() <= head.start < sentence.start + m.end()), None
        )
        verb = min(sentence.of("issue"), key=lambda v: abs(v.start - head.start), default=None)
        if (
            match is None
            or verb is None
            or len(match.group().split()) < 2
            or abs(verb.start - head.start) > 120
            or _BEFORE.search(match.group())
        ):
            continue
        offset = len(match.group()) - len(re.sub(r"^(?:(?:of|on|for|and|The|A)\s+)+", "", match.group()))
        start, end = sentence.start + match.start() + offset, _cut(sentence, head, sentence.start + match.end())
        status, _ = status_of(sentence, verb)
        parties = [p for p in sentence.of("place") if start <= p.start < end] or [
            p for p in sentence.of("place") if p.end <= verb.start and p.state
        ]
        yield Draft(
            "declaration",
            "declaration.issued",
            status,
            {"title": [Slot(start, end, sentence.gap(start, end))], "party": [place_slot(p) for p in parties if len(parties) > 1]},
            (sentence.start, sentence.end),
            when=when_near(sentence, verb, status=status),
        )


def _cut(sentence: Sentence, head: Symbol, end: int) -> int:
    """Where the title ends before the town or the day of its adoption: "a Danube Declaration in Ruse in May"."""
    for sort in ("place", "date"):
        for symbol in sentence.of(sort):
            led = _WHERE_OR_WHEN.search(sentence.gap(head.end, symbol.start)) if head.end < symbol.start < end else None
            if led is not None and (sort == "date" or (not symbol.state and led.start() == 0)):
                end = head.end + led.start()
    return end


FRAMES = (Frame("declaration.issued", "a document with a name is released or adopted", ("declaration_head", "issue"), _issued),)
