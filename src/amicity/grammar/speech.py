"""Whose place speaks: the town that a speaker, a subject or a pronoun stands for."""

import re

from amicity.grammar.draft import Slot, place_slot
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.terms.derivation import Derivation

_SPEAKER = re.compile(r"\b(?:he|she|they|we|i|his|her|our|us|the mayor|the governor|his city|her city)\b", re.I)
_TOWN = re.compile(
    r"\b(?:the (?:city|town|municipality|council|capital|county|province|district|port|committee|metropolis)|our (?:city"
    r"|town|county|province)|it|its|which|we|our|us)\b",
    re.I,
)
_ASIDE = re.compile(
    r"\b(?:in|at|to|for|with|from|of|by|near|like|as|than|after|over|between|among|via|towards?|includ(?:e|es|ed|ing)"
    r"|such as)\s+(?:the )?(?:[a-z]+ (?:city|town|county|capital) (?:of )?)?(?:city of )?$",
    re.I,
)
_BODY_OF = re.compile(
    r"(?<!sister )(?<!twin )(?<!partner )(?<!friendship )\b(?:city|town|municipality|county|government|mayor|governor"
    r"|people|council|port|province|municipality|leaders?|officials?|authorities|residents|citizens) (?:of"
    r"|from)\s+(?:the )?(?:city of )?$",
    re.I,
)
_OWNS = re.compile(
    r"(?:'s|')\s+(?!(?:[a-z-]+ ){0,2}(?:mayor|deputy|vice|council|government|city|officials?|governor|fire|police"
    r"|municipal|people|residents|sister|port|authorities|leaders?))"
)
_OPENING = re.compile(r"(?:The (?:[Cc]ity|[Tt]own) of )?")
_ACTS = re.compile(
    r"(?:,[^,;]{3,60},)? (?:[a-z]+ly |also |first |now |already )?(?:[a-z]+ed|is|was|has|had|have|became|lies|sits|began|held|won)\b"
)
_IT_ACTS = re.compile(
    r"(?:(?:Currently|Today|Now|At present|Presently|In addition|Additionally|So far|To date|Since then|Also|As of [\w ]{4,14}),? )?[Ii]t "
    r"(?:now |currently |also |already |today )?(?:has|have|had|is|was|maintains|boasts|counts|holds|keeps|became|signed|enjoys)\b"
)
_HE_SAID = re.compile(
    r"[\"'”’,] ?(?:(?:[Hh]e|[Ss]he)(?: also| further)? (?:said|added|noted|stressed|explained|stated|told)|(?:said|added) (?:he|she))\b"
)
_THE_GUESTS = re.compile(r"^\W*(?:[Tt]he|[Tt]his) (?:visiting )?(?:delegation|delegates|visitors|guests|visiting side|guest side|team)\b")
_THE_OFFICE = re.compile(r"^\W*[Tt]he (mayor|governor|ambassador)(?: also| then| further| has| had)* $")
_THEN = re.compile(r" (?:also |then |has |had )?")
_WHEN = re.compile(r"\W*(?:and )?(?:when|while|as|after|since|although|because|if)\b", re.I)
_THAT = re.compile(r"\b(?:that|said|says)\s", re.I)


def spoken_place(sentence: Sentence, verb: Symbol, *, other_than: Symbol | None = None) -> Symbol | None:
    """The place that speaks or acts before the verb: the subject's, a speaker's own, or whom a pronoun means; None where nobody does."""
    start, _ = sentence.clause(verb.start)
    skipped = other_than.place.key if other_than is not None else None
    if (beside := _right_before(sentence, verb)) is not None and beside.place.key != skipped:
        return beside
    said = _last(_THAT, sentence.gap(start, verb.start))
    inner = acting(sentence, start + said, verb.start, skipped=skipped) if said is not None else []
    if inner and not re.search(r"\band\b", sentence.gap(inner[0].end, verb.start)):
        return inner[0]
    people = [p for p in sentence.of("person") if start <= p.start and p.end <= verb.start and p.person.places]
    if people:
        return _first_but(people[-1].person.places, skipped)
    if (held := held_by_subject(sentence, verb)) is not None and held.place.key != skipped:
        return held
    if plain := acting(sentence, start, verb.start, skipped=skipped):
        return plain[-1 if _WHEN.match(sentence.gap(start, plain[0].start)) else 0]
    guests = [g for g in sentence.context.guests if g.place.key != skipped]
    if guests and _THE_GUESTS.search(sentence.gap(start, verb.start)):
        return guests[0]
    return _meant(sentence, verb, start, skipped) or _elsewhere(sentence, verb, skipped)


def held_by_subject(sentence: Sentence, verb: Symbol) -> Symbol | None:
    """The place of "The governor …" where the report knows one governor alone."""
    subject = _THE_OFFICE.search(sentence.gap(sentence.clause(verb.start)[0], verb.start))
    if subject is None:
        return None
    post = subject.group(1).lower()
    offices = [o for p in sentence.context.people.values() for o in p.posts if o.post == post and o.place is not None]
    places = {o.place.place.key: o.place for o in offices if o.place is not None}
    return next(iter(places.values())) if len(places) == 1 else None


def _right_before(sentence: Sentence, verb: Symbol) -> Symbol | None:
    """The town whose name the verb follows, with a new clause begun: "…, and Kyiv offered beds"."""
    group = next((g for g in sentence.groups if not g[-1].state and _THEN.fullmatch(sentence.gap(g[-1].reach, verb.start))), None)
    begun = group is not None and len(group) == 1 and sentence.gap(sentence.start, group[0].start).endswith(", and ")
    return group[0] if group is not None and begun else None


def acting(sentence: Sentence, start: int, stop: int, *, skipped: str | None = None) -> list[Symbol]:
    """The places that stand as subjects between two offsets: not "in X", not "X's harbour"."""
    return [
        p
        for p in sentence.within(start, stop, sort="place")
        if p.place.key != skipped and not aside(sentence, p) and not _OWNS.match(sentence.gap(p.end, stop))
    ]


def opening_town(sentence: Sentence) -> Symbol | None:
    """The town whose name opens the sentence and does something in it: "Cincinnati signed …", no list and not "Cincinnati's harbour"."""
    first = next(iter(sentence.groups), [])
    if len(first) != 1 or first[0].state or not _OPENING.fullmatch(sentence.gap(sentence.start, first[0].start)):
        return None
    return first[0] if _ACTS.match(sentence.gap(first[0].reach, sentence.end)) else None


def meant_by_it(sentence: Sentence) -> Symbol | None:
    """The town that "it" means where it opens the sentence: the one that the sentence before opened with."""
    return sentence.context.subject if sentence.context.subject is not None and _IT_ACTS.match(sentence.text) else None


def aside(sentence: Sentence, place: Symbol) -> bool:
    """Whether a preposition stands before the place, or the list it is in, and no body of its own ("the mayor of X")."""
    head = _head_of(sentence, place)
    before = sentence.gap(max(sentence.start, head.start - 50), head.start)
    return bool(_ASIDE.search(before)) and not _BODY_OF.search(before)


def _head_of(sentence: Sentence, place: Symbol) -> Symbol:
    """The first of the list that the place is in; a dash, or ", and" between two, begins anew."""
    group = next((g for g in sentence.groups if place in g), [place])
    head = place
    for one, other in zip(reversed(group[: group.index(place)]), reversed(group[1 : group.index(place) + 1]), strict=True):
        gap = sentence.gap(one.reach, other.start)
        if "-" in gap or ";" in gap or (len(group) == 2 and ", and" in gap):
            break
        head = one
    return head


def voiced(sentence: Sentence, place: Symbol) -> Slot:
    """A place as a role's value: named in the sentence, or told from elsewhere in the report."""
    here = sentence.start <= place.start < sentence.end
    return place_slot(place, Derivation.RESOLVED if here else Derivation.COREF)


def own_place(sentence: Sentence) -> Symbol | None:
    """The place whose report this is."""
    return sentence.context.owner or sentence.context.topic


def _meant(sentence: Sentence, verb: Symbol, start: int, skipped: str | None) -> Symbol | None:
    """Whom "he", "we" or "the city" means: the speaker named with the words, the one before, or the report's own place."""
    words = sentence.gap(start, verb.end)
    said = _SPEAKER.search(words)
    if said and (place := _voice(sentence, verb, start + said.start(), said.group().lower())):
        return place
    if (said and sentence.of("attribution") and not sentence.of("person")) or not _TOWN.search(words):
        return None
    own, spoken = own_place(sentence), sentence.context.speaker
    if own is not None and own.place.key == skipped:
        return _first_but(spoken.person.places, skipped) if spoken is not None else None
    return own


def _voice(sentence: Sentence, verb: Symbol, at: int, word: str) -> Symbol | None:
    """The place of the person whom a pronoun means; "his" may mean the place just named."""
    named = [p for p in sentence.of("person") if p.person.places and (p.start >= verb.end or p.end <= verb.start)]
    if named:
        return named[0].person.places[0]
    before = [p for p in sentence.of("place") if p.end <= at]
    if before and word.startswith(("his", "her")):
        return before[-1]
    spoken = sentence.context.speaker
    cited = word in ("we", "our", "us") and sentence.of("attribution") and not _HE_SAID.search(sentence.text)
    if spoken is None or not spoken.person.places or cited:
        return None
    return spoken.person.places[0]


def _elsewhere(sentence: Sentence, verb: Symbol, skipped: str | None) -> Symbol | None:
    people = [p for p in sentence.of("person") if p.end <= verb.start and p.person.places]
    if people:
        return _first_but(people[-1].person.places, skipped)
    plain = acting(sentence, sentence.start, verb.start, skipped=skipped)
    rest = [p for p in sentence.of("place") if p.end <= verb.start and p.place.key != skipped]
    return next(iter(plain or rest), None)


def _first_but(places: tuple[Symbol, ...], skipped: str | None) -> Symbol | None:
    return next((p for p in places if p.place.key != skipped), None)


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = [m.end() for m in pattern.finditer(text)]
    return found[-1] if found else None
