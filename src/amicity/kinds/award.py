"""Award: a prize given to a place, a person, a pair or a committee."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.papers import people_slots
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="award",
    plural="awards",
    says="a prize given to a place, a person, a pair or a committee",
    roles=(
        Role("name", Holds.NAME, "its name", identity=True),
        Role("recipient", Holds.PLACE, "who received it", identity=True),
        Role("grantor", Holds.NAME, "who gave it"),
    ),
)

_NAME = re.compile(r"(?:(?:[A-Z][\w'&-]*|of|for|and|the|in)\s+)*(?:Awards?|Prizes?|Medals?|Trophy|Order of [A-Z]\w+)\b(?:\s+for\s+(?:[A-Z]\w+\s*)+)?|[\"'](?:Top (?:10|Ten) [^\"']{3,60}|[A-Z][^\"']{3,60})[\"']|(?:[Hh]onorary [Cc]itizens?(?:hip)?)|[Tt]itle of [A-Z][\w' -]{3,50}|[Kk]ey to the [Cc]ity")


def _given(sentence: Sentence) -> Iterator[Draft]:
    """A named prize and who received it; without a recipient there is no finding."""
    for verb in sentence.of("award_verb"):
        for match in _NAME.finditer(sentence.text):
            name = _stripped(sentence, match)
            if name is None or sentence.of("award_head") == [] and not match.group().startswith(("'", '"')):
                continue
            if match.group()[0] in "\"'" and not any(0 <= sentence.start + match.start() - h.end < 30 or sentence.start + match.start() <= h.start < sentence.start + match.end() for h in sentence.of("award_head")):
                continue
            recipients, people = _recipients(sentence, verb, name)
            if not recipients and not people:
                continue
            status, _ = status_of(sentence, verb)
            yield Draft(
                "award",
                "award.given",
                status,
                {"name": [Slot(*name, sentence.gap(*name))], "recipient": [place_slot(p, Derivation.RESOLVED if sentence.start <= p.start < sentence.end else Derivation.COREF) for p in recipients] or people},
                (sentence.start, sentence.end),
                when=when_near(sentence, verb, status=status, inherit=False),
            )
            return


def _stripped(sentence: Sentence, match: re.Match[str]) -> tuple[int, int] | None:
    text = match.group()
    lead = re.match(r"(?:(?:of|for|and|the|in|The|A|An|At|In)\s+)+|[\"']", text)
    start = sentence.start + match.start() + (lead.end() if lead else 0)
    end = sentence.start + match.end() - (text[-1] in "\"'")
    return (start, end) if len(sentence.gap(start, end).split()) >= 2 else None


def _recipients(sentence: Sentence, verb: Symbol, name: tuple[int, int]) -> tuple[list[Symbol], list[Slot]]:
    outside = [g for g in sentence.groups if not (name[0] <= g[0].start < name[1])]
    to = [g for g in outside if g[0].start >= name[1] and re.search(r"\b(?:to|on|upon)\s+(?:the )?(?:city of )?$", sentence.gap(name[1], g[0].start))]
    if to:
        return list(to[0]), []
    people = [p for p in sentence.of("person") if p.end <= verb.start]
    active = re.search(r"\b(?:was|were|been|received|won|earned|selected)\b", sentence.says(verb) + " " + sentence.gap(max(sentence.start, verb.start - 30), verb.start))
    before = [g for g in outside if g[-1].end <= verb.start]
    if active and people and (not before or people[-1].start > before[-1][-1].start):
        return [], people_slots(people[-1:])
    if before and active:
        best = max(before, key=lambda g: (len(g), g[0].start))
        return list(best), []
    return [], []


FRAMES = (Frame("award.given", "a prize with a name and its recipient", ("award_verb",), _given),)
