"""Place change: a merger, a renaming, a change of rank."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import own_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.place import Place
from amicity.terms.status import Status

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


_INTO = re.compile(
    r"\s*(?:as |into |with |by |from |to |of |the |a |an |new |larger |city |town |called |named |district |municipality "
    r"|administration |governance |jurisdiction |neighbou?ring |part |name )*"
)
_NAME = re.compile(r"[\"']?([A-Z][\w'-]+(?:[ -][A-Z][\w'-]+){0,2})[\"']?")
_FILL = (
    r"[\s,(]*(?:(?:which|that|and|was|were|is|has|have|had|been|since|now|later|then|today|four|three|two|other|cities|towns|villages"
    r"|the|a|town|city|[a-z]+ly|in \d{4},?|will|to|be|district|county|got|also)[\s,]+)*"
)
_BETWEEN = re.compile(_FILL, re.I)
_SELF = re.compile(
    r"\b(?:[Ii]t|[Tt]he (?:[A-Z][a-z]+ )?(?:city|town|capital|county|province|municipality|village)|[Oo]ur (?:city|town))\b(?="
    + _FILL
    + r"(?:[A-Z][\w-]+[^.;]{0,40}\band\s+)?$)"
)
_WRITTEN = re.compile(r"\b((?!The\b|When\b|It\b|In\b|This\b|Since\b|And\b)[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})" + _FILL + r"$")
_STANDS = re.compile(r"\bnow\b|\btoday\b|formerly|previously|then", re.I)
_OLD = re.compile(r"formerly|previously|then called", re.I)


def _changed(sentence: Sentence) -> Iterator[Draft]:
    """A place merged into another, was renamed, or changed rank."""
    for verb in sentence.of("change"):
        status, _ = status_of(sentence, verb)
        after = _other(sentence, verb)
        if status is Status.CONDITIONAL or (after is None and verb.value != "upgraded"):
            continue
        for place in _subject(sentence, verb):
            if place.state or (
                after is not None
                and after.place is not None
                and after.place.key == place.place.key
                and sentence.gap(after.start, after.end) == sentence.gap(place.start, place.end)
            ):
                continue
            role = "from" if _OLD.search(sentence.says(verb)) else "into"
            rank = [Slot(verb.start, verb.end, sentence.says(verb), derivation=Derivation.NORMALISED)]
            yield Draft(
                "place_change",
                f"place_change.{verb.value}",
                status,
                {"place": [voiced(sentence, place)], role: [after] if after is not None else rank},
                (sentence.start, sentence.end),
                when=None if _STANDS.search(sentence.says(verb)) else when_near(sentence, verb, status=status, inherit=False),
            )


_OBJECT = re.compile(r" (?:the )?(?:(?:city|town|village|municipality|district) of )?")
_TO = re.compile(r" (?:as|to|into) (?:the )?")


def _active(sentence: Sentence) -> Iterator[Draft]:
    """ "Parliament renamed the city of A to B", though both be names of one place."""
    for verb in sentence.of("change"):
        old = next((p for p in sentence.of("place") if p.start > verb.end and _OBJECT.fullmatch(sentence.gap(verb.end, p.start))), None)
        new = next((p for p in sentence.of("place") if old is not None and _TO.fullmatch(sentence.gap(old.end, p.start))), None)
        if old is not None and new is not None:
            yield Draft(
                "place_change",
                "place_change.active",
                status_of(sentence, verb)[0],
                {"place": [voiced(sentence, old)], "into": [place_slot(new)]},
                (sentence.start, sentence.end),
                when=when_near(sentence, verb, inherit=False),
            )


def _subject(sentence: Sentence, verb: Symbol) -> list[Symbol]:
    """What changed: the places before the verb, a name as written there, else the report's own where "the capital" stands for it."""
    end = verb.start
    for group in reversed([g for g in sentence.groups if g[-1].end <= verb.start]):
        if not _BETWEEN.fullmatch(sentence.gap(group[-1].reach, end)):
            break
        if re.search(r"\b(?:in|near|from)\s+(?:the )?$", sentence.gap(max(sentence.start, group[0].start - 10), group[0].start)):
            end = group[0].start - len(re.search(r"(?:in|near|from)?\s*(?:the )?$", sentence.gap(sentence.start, group[0].start)).group())  # type: ignore[union-attr]
            continue
        return list(group)
    if name := _WRITTEN.search(sentence.gap(sentence.start, verb.start)):
        start, stop = sentence.start + name.start(1), sentence.start + name.end(1)
        after = next((p for p in sentence.of("place") if p.start >= verb.end), None)
        return [Symbol("place", start, stop, name.group(1), Place(name.group(1), after.place.country if after else None))]
    own = own_place(sentence)
    return [own] if own is not None and _SELF.search(sentence.gap(sentence.start, verb.start)) else []


def _other(sentence: Sentence, verb: Symbol) -> Slot | None:
    """What it became, or was: a place that the gazetteer knows, else the name as written."""
    lead = _INTO.match(sentence.gap(verb.end, sentence.end))
    at = verb.end + (lead.end() if lead else 0)
    for place in sentence.of("place"):
        if place.start >= verb.end and place.start <= at <= place.end:
            return place_slot(place)
    name = _NAME.match(sentence.gap(at, sentence.end))
    if not name or at == verb.end:
        return None
    start, end = at + name.start(1), at + name.end(1)
    return Slot(start, end, place=Place(sentence.gap(start, end)))


FRAMES = (
    Frame("place_change.changed", "a merger, a renaming or a change of rank", ("change",), _changed),
    Frame("place_change.active", "somebody renames one place into another", ("change", "place"), _active),
)
