"""Service: provision for foreigners."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import acting, own_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.terms.confidence import Confidence
from amicity.terms.kind import Holds, Kind, Role

KIND = Kind(
    name="service",
    plural="services",
    says="provision for foreigners",
    roles=(
        Role("service", Holds.NAME, "what is provided", identity=True),
        Role("place", Holds.PLACE, "where", identity=True),
        Role("for", Holds.TEXT, "for whom"),
    ),
)

_FOREIGNERS = (
    *("foreign", "expat", "international", "overseas", "visitors", "business"),
    *("multilingual", "english", "bilingual", "non-native", "newcomer", "migrant"),
)
_FOREIGN = re.compile(rf"\b(?:{'|'.join(_FOREIGNERS)})", re.I)
_THING = (
    r"(?:app|apps|line|hotline|helpline|portal|platform|website|web page|centres?|centers?|stations?|windows?|desks?"
    r"|counters?|channels?|lanes?|cards?|guide|handbook|services?|offices?|kiosks?|telephone line|clinic)"
)
_TONGUES = re.compile(
    rf"\b(?:\d+-hour |24/7 )?(?:bilingual|multilingual|multi-language|foreign-language|english-language|interpretation"
    rf"|interpreting|translation)(?: [a-z-]+)? {_THING}\b",
    re.I,
)
_FOR_FOREIGNERS = re.compile(
    rf"\b((?:[a-z0-9-]+ ){{0,2}}?{_THING}) (?:for|to serve|serving|that serves?) (?:the )?(?:foreign(?:ers| residents"
    rf"| nationals| visitors| students| talents?| experts| investors)|expats?|expatriates|international (?:residents"
    rf"|students|visitors|talents?)|overseas (?:residents|visitors|talents?)|newcomers|migrants)\b",
    re.I,
)
_DETERMINER = re.compile(
    r"(?:(?:a|an|the|its|their|has|have|had|opened|set|up|new|runs?|run|and|launched|of|\d+|two|three|four|five|six|eight"
    r"|ten|first|several|many)\s+)+",
    re.I,
)


def _provided(sentence: Sentence) -> Iterator[Draft]:
    """A card, channel or desk for foreigners."""
    own = own_place(sentence)
    here = [p for p in acting(sentence, sentence.start, sentence.end) or sentence.of("place") if not p.state]
    place = here[0] if here else own
    if place is None or place.state or sentence.text.endswith("?") or not _FOREIGN.search(sentence.text):
        return
    for start, end in _wordings(sentence):
        service = Symbol("service", start, end, "channel")
        status, _ = status_of(sentence, service)
        yield Draft(
            "service",
            "service.provided",
            status,
            {"service": [Slot(start, end, sentence.gap(start, end).lower())], "place": [voiced(sentence, place)]},
            (sentence.start, sentence.end),
            confidence=Confidence.A if here else Confidence.B,
        )


def _wordings(sentence: Sentence) -> list[tuple[int, int]]:
    """Where the services are named: the language's own wordings, then whatever is "for foreigners" or in many tongues; none twice."""
    found = [(s.start, s.end) for s in sentence.of("service")]
    for pattern, group in ((_FOR_FOREIGNERS, 1), (_TONGUES, 0)):
        for match in pattern.finditer(sentence.text):
            text = match.group(group)
            lead = _DETERMINER.match(text)
            start, end = sentence.start + match.start(group) + (lead.end() if lead else 0), sentence.start + match.end(group)
            if all(end <= a or start >= b for a, b in found):
                found.append((start, end))
    return found


FRAMES = (
    Frame(
        "service.provided",
        "provision for foreigners: a known wording, or a line, desk or app said to be for them",
        (),
        _provided,
        words=_FOREIGNERS,
    ),
)
