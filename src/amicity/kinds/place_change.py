"""Place change: a merger, a renaming, a change of rank."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="place_change",
    plural="place changes",
    says="a merger, a renaming, a change of rank",
    roles=(
        Role("place", Holds.PLACE, "which place", identity=True),
        Role("into", Holds.PLACE, "what it became"),
        Role("from", Holds.PLACE, "what it was"),
    ),
)


def _changed(sentence: Sentence) -> Iterator[Draft]:
    """A place merged into another, was renamed, or changed rank."""
    for verb in sentence.of("change"):
        before = [p for p in sentence.of("place") if p.end <= verb.start and verb.start - p.end < 60]
        after = next((p for p in sentence.of("place") if 0 <= p.start - verb.end < 40), None)
        if not before or verb.value != "upgraded" and after is None:
            continue
        status, _ = status_of(sentence, verb)
        old_name = verb.value == "renamed" and re.search(r"formerly|previously", sentence.says(verb))
        role = "from" if old_name else "into"
        yield Draft(
            "place_change",
            f"place_change.{verb.value}",
            status,
            {"place": [place_slot(before[-1])], role: [place_slot(after)] if after is not None else [Slot(verb.start, verb.end, sentence.says(verb), derivation=Derivation.NORMALISED)]},
            (sentence.start, sentence.end),
            when=when_near(sentence, verb, status=status, inherit=False),
        )


FRAMES = (Frame("place_change.changed", "a merger, a renaming or a change of rank", ("change", "place"), _changed),)
