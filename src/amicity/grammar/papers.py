"""What is said around a paper: who signed, who watched, and which fields it covers."""

import re

from amicity.grammar.draft import Slot
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Person, Symbol
from amicity.terms.derivation import Derivation

_WITNESSED = re.compile(r"\bwitness(?:ed|es|ing)?\b", re.I)
_ONLY_SPOKE = re.compile(r"\b(?:said|added|told|according to|witness\w+|oversaw|attended)\b", re.I)
_ONLY_CAME = re.compile(r"\b(?:attended|joined|followed|hosted|organi[sz]ed|accompanied|facilitated|presided over|supervised) by$")
RESOLVING = re.compile(
    r"(?:.{0,60}\b)?(resolution)\b.{0,110}?\b(?:to )?"
    r"(?:establish|creat|declar|approv|adopt|recogni|authori|confirm|express|enter|form|accept|proclaim|designat)",
    re.I | re.S,
)
"""How the title of a resolution begins that makes a tie: it is the paper, and says of no tie that it stands."""
_FOR_SIDE = re.compile(r" (?:it )?(?:on behalf of|for|on the part of) ")
_NEAR = 20
_FIELDS_FOLLOW = re.compile(
    r"\b(?:fields?|areas?|sectors?|spheres?|domains?|subjects?)\b|\b(?:cooperat|co-operat|exchanges?"
    r"|collaborat|ties|relations)\w* (?:and \w+ )?(?:in|on)\b|\bfocus\w* on\b|\bsuch as\b"
    r"|\bincluding\b|\bin the\b",
    re.I,
)


def person_slot(person: Symbol) -> Slot:
    """A person as a role's value: the full name as the report gives it."""
    known: Person = person.person
    return Slot(
        person.start,
        person.end,
        known.name,
        derivation=Derivation.LITERAL if known.name == person.value and person.end - person.start == len(known.name) else Derivation.COREF,
    )


def people_slots(people: list[Symbol]) -> list[Slot]:
    """People as a role's values, each once."""
    return list({s.person.name: person_slot(s) for s in people}.values())


def signers(sentence: Sentence, verb: Symbol) -> list[Slot]:
    """People who stand as the signing's subject, or behind "signed by"."""
    start, stop = sentence.clause(verb.start)
    by = re.match(r"[^.;]{0,80}?\bby\b", sentence.gap(verb.end, stop))
    if by and _ONLY_CAME.search(by.group()):
        return []
    witnesses = _WITNESSED.search(sentence.text)
    limit = sentence.start + witnesses.start() if witnesses else stop
    if by:
        people = [p for p in sentence.of("person") if verb.end <= p.start < min(stop, limit)]
    else:
        people = [
            p for p in sentence.of("person") if start <= p.start < verb.start and not _ONLY_SPOKE.search(sentence.gap(p.end, verb.start))
        ]
        counterpart = [
            p
            for p in sentence.of("person")
            if verb.end <= p.start < stop and re.search(r"\bwith (?:[\w' -]+ )?$", sentence.gap(verb.end, p.start))
        ]
        people += [p for p in counterpart if people]
        people += [p for p in _for_the_other(sentence, verb) if people]
    if not people and any("mayors" in sentence.says(p) for p in sentence.within(start, verb.start, sort="pair")):
        return _the_mayors(sentence)
    return people_slots([p for p in people if not (witnesses and p.start > limit and p.start < limit + 5)])


def _for_the_other(sentence: Sentence, verb: Symbol) -> list[Symbol]:
    """ "… while Governor Athil signed on behalf of Mosul": who signed for the other side."""
    others = [v for v in sentence.of("sign", "past") if v is not verb and _FOR_SIDE.match(sentence.gap(v.end, sentence.end))]
    return [
        p
        for v in others
        for p in sentence.of("person")
        if 0 < v.start - p.end < _NEAR and not _ONLY_SPOKE.search(sentence.gap(p.end, v.start))
    ]


def _the_mayors(sentence: Sentence) -> list[Slot]:
    """ "The two mayors signed": those of the two towns, as the report has named them."""
    towns = {place.place.key for place in sentence.context.the_two(sentence.index)}
    known = [
        p
        for p in sentence.context.people.values()
        if p.start < sentence.start and any("mayor" in o.post and o.place is not None and o.place.place.key in towns for o in p.posts)
    ]
    found = known if len(known) == len(towns) else []
    return [Slot(p.start, p.end, p.name, derivation=Derivation.COREF) for p in found]


def witnesses_of(sentence: Sentence) -> list[Slot]:
    """People who witnessed, where the word itself stands."""
    match = _WITNESSED.search(sentence.text)
    if not match:
        return []
    at = sentence.start + match.start()
    after = (
        [p for p in sentence.of("person") if p.start > at]
        if re.match(r"witnessed by|witnesses", sentence.text[match.start() :], re.I)
        else []
    )
    return people_slots(after or [p for p in sentence.of("person") if p.start < at])


def field_slots(sentence: Sentence, start: int | None = None, stop: int | None = None) -> list[Slot]:
    """The fields of the codebook that the sentence lists, between two offsets; a lone word in passing is none."""
    begin, end = start if start is not None else sentence.start, stop if stop is not None else sentence.end
    found = list(sentence.within(begin, end, sort="field"))
    if not found or not (len(found) > 1 or _FIELDS_FOLLOW.search(sentence.gap(begin, found[0].start))):
        return []
    lead = _FIELDS_FOLLOW.search(sentence.gap(begin, end))
    if lead:
        behind = [f for f in found if f.start >= begin + lead.start() - 40]
        found = behind or found
    seen: dict[str, Slot] = {}
    for symbol in found:
        seen.setdefault(symbol.value, Slot(symbol.start, symbol.end, symbol.value, derivation=Derivation.NORMALISED))
    return list(seen.values())
