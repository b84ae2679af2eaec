"""Relations that a bond's beginning tells: "A began a partnership with B on 7 March 1988"."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, place_slot, term_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import Group, locative, sides, towns
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.confidence import Confidence

_PAIR = 2
_HAVE = re.compile(r" (?:have |had |first |formally )?")
_WAS = re.compile(r" (?:was|has been) (?:\w+ )?")
_TIE_BEFORE = re.compile(r"\b(sister|twin|twinning|friendship|friendly)[ -](?:cit|town|relation)", re.I)
_WITH_TOWN = re.compile(r"(?: (?:was|has been) \w+)? (?:with|between) (?:the )?(?:(?:city|town|municipality) of )?", re.I)


def _bonded(sentence: Sentence) -> Iterator[Draft]:
    """ "Columbia began its partnership with Matto City on March 7, 1988": a tie dated, though its form is told by no more than that."""
    for bond in sentence.of("bond"):
        told = _bond_form(sentence, bond)
        if told is None or sentence.in_name(bond):
            continue
        began = sentence.before(bond.start, sort="establish", within=16) or _begun_behind(sentence, bond)
        behind = next((g for g in towns(sentence) if _WITH_TOWN.fullmatch(sentence.gap(bond.end, g[0].start))), None) if began else None
        behind = behind or (_two_began(sentence, began) if began else None)
        if began is None or began.value != "past" or behind is None or not sentence.of("date"):
            continue
        for found in sides(sentence, bond):
            yield Draft(
                "relation",
                "relation.bonded",
                status_of(sentence, began)[0],
                {"party": [place_slot(p, found.derivation(p)) for p in found.parties], "form": [term_slot(bond, told)]},
                (sentence.start, sentence.end),
                when=when_near(sentence, began, inherit=False),
                confidence=Confidence.B,
            )


def _bond_form(sentence: Sentence, bond: Symbol) -> str | None:
    """Which tie the bond is: a partnership says so; of a relationship the sentence before tells."""
    if sentence.says(bond) in ("partnership", "twinning partnership", "city partnership"):
        return "partnership"
    before = list(_TIE_BEFORE.finditer(sentence.context.text, max(0, sentence.start - 160), sentence.start))
    if sentence.says(bond) != "relationship" or not before:
        return None
    return "friendship" if before[-1].group(1).lower().startswith("friend") else "sister"


def _begun_behind(sentence: Sentence, bond: Symbol) -> Symbol | None:
    """ "A relationship was created between A and B"."""
    verb = sentence.after(bond.end, sort="establish", within=16)
    passive = verb is not None and verb.value == "past" and _WAS.fullmatch(sentence.gap(bond.end, verb.start))
    return verb if passive else None


def _two_began(sentence: Sentence, began: Symbol) -> Group | None:
    """The two of "A and B began a partnership"."""
    pairs = [g for g in towns(sentence) if len(g) == _PAIR and _HAVE.fullmatch(sentence.gap(g[-1].reach, began.start))]
    return next((g for g in pairs if not locative(sentence, g)), None)


BONDS = (Frame("relation.bonded", "a partnership between two towns began on a day", ("bond", "establish", "place", "date"), _bonded),)
