"""Project: a joint undertaking, or a body founded together."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence
from amicity.terms.kind import Effect, Holds, Kind, Role

KIND = Kind(
    name="project",
    plural="projects",
    says="a joint undertaking, or a body founded together",
    roles=(
        Role("name", Holds.NAME, "its name", identity=True),
        Role("party", Holds.PLACE, "who undertakes it"),
        Role("field", Holds.TERM, "what it is about"),
        Role("amount", Holds.NUMBER, "what it costs"),
        Role("place", Holds.PLACE, "where"),
    ),
    effect=Effect.CONTACT,
)

_NAME = re.compile(r"(?:(?:[A-Z][\w'&]*|\([A-Z][\w ]+\)|of|for|and|-)[\s-]*)*$")


def _founded(sentence: Sentence) -> Iterator[Draft]:
    """A zone, park, centre or alliance with a name, unveiled, founded or run together."""
    for head in sentence.of("project_head"):
        if not sentence.context.text[head.start].isupper():
            continue
        before = _NAME.search(sentence.gap(max(sentence.start, head.start - 100), head.start))
        start = head.start - len(before.group()) if before else head.start
        start += len(re.match(r"(?:(?:of|for|and|-|The)[\s-]+)*", sentence.gap(start, head.end)).group())  # type: ignore[union-attr]
        name = sentence.gap(start, head.end)
        if len(name.split()) < 3:
            continue
        parties = [p for p in sentence.of("place") if start <= p.start < head.end]
        verb = _verb(sentence, head)
        status, _ = status_of(sentence, verb or head)
        yield Draft(
            "project",
            "project.founded",
            status,
            {"name": [Slot(start, head.end, name)], "party": [place_slot(p) for p in _below(parties)]},
            (sentence.start, sentence.end),
            when=when_near(sentence, verb, status=status) if verb is not None else None,
            confidence=Confidence.B,
        )


def _below(parties: list[Symbol]) -> list[Symbol]:
    """"China (Changchun)-ROK": the town stands for its own state."""
    towns = {p.place.country for p in parties if not p.state}
    return [p for p in parties if not p.state or p.place.country not in towns]


def _verb(sentence: Sentence, head: Symbol) -> Symbol | None:
    near = [v for v in sentence.of("found") if abs(v.start - head.end) < 80]
    return min(near, key=lambda v: abs(v.start - head.end), default=None)


FRAMES = (Frame("project.founded", "a joint undertaking with a name", ("project_head",), _founded),)
