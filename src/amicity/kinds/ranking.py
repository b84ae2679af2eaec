"""Ranking: a place's rank among others."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import acting, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.timing import when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="ranking",
    plural="rankings",
    says="a place's rank among others",
    roles=(
        Role("about", Holds.PLACE, "who is ranked", identity=True),
        Role("measure", Holds.TERM, "by what", identity=True),
        Role("rank", Holds.NUMBER, "which rank"),
        Role("among", Holds.PLACE, "among whom"),
    ),
)

_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_NTH = r"(?P<rank>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)?)"
_RANKED = re.compile(
    rf"\b(?:rank(?:s|ed|ing)?|placed|came(?: in)?|comes(?: in)?|got here|stands|stood|listed)\s+(?:the\s+|as\s+"
    rf"|at\s+)*(?:(?:no\.?|number) ?)?{_NTH}\b(?=[^.;]{{0,60}}\b(?:in|among|amongst|of|by|nationwide|worldwide|globally"
    rf"|after|nationally)\b)",
    re.I,
)
_BY_NUMBER = re.compile(rf"\b{_NTH}\s+(?:[a-z]+ )?(?:by|in terms of|in) (?:the )?number of\b", re.I)
_LARGEST = re.compile(
    r"\bthe\s+(?:(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ])?(?P<what>largest|biggest"
    r"|most populous|oldest)\b(?P<noun>(?-i: [a-z]+){0,3})",
    re.I,
)
_ONE_OF = re.compile(r"\b(?:one of|among|some of) $", re.I)
_APPOSED = re.compile(r",? (?:- |is |which is |also )?")
_FIRST = re.compile(
    r"\b(?P<whose>(?:the|its|their|our|[A-Z][\w-]+(?: [A-Z][\w-]+)?(?:'s|'))) (?P<nth>(?:very )?first|second"
    r"|third) (?:[a-z-]+ ){0,3}?(?P<what>(?:sister|twin|friendship|partner)[ -](?:city|town|province|state)|city|town"
    r"|place|country)(?: relationship| agreement| partnership| pair)?"
    r"(?P<tail> (?:in|from|of|with|between|to)\b|[.,;]| and\b)",
)
_MEASURES = (
    ("consulates_general", re.compile(r"\bconsulates?(?: general)?\b", re.I)),
    ("sister_cities", re.compile(r"\b(?:sister|twin) (?:cities|towns|city (?:pairs|relations\w*))\b", re.I)),
    ("partner_cities", re.compile(r"\b(?:partner|friendship|friendly|cooperati\w+) cities\b", re.I)),
    ("enterprises", re.compile(r"\b(?:foreign )?(?:companies|enterprises|firms)\b", re.I)),
    ("visitors", re.compile(r"\b(?:visitors|tourists|arrivals)\b", re.I)),
    ("trade_value", re.compile(r"\b(?:trade|exports?|imports?|cargo)\b", re.I)),
    ("investment", re.compile(r"\binvestment\b", re.I)),
    ("population", re.compile(r"\bpopulation\b|\bpopulous\b", re.I)),
    ("area_km2", re.compile(r"\barea\b", re.I)),
)


def _ranked(sentence: Sentence) -> Iterator[Draft]:
    """ "The total ranked first in Liaoning", "the third largest city by population"."""
    context = sentence.context
    ranked = list(_RANKED.finditer(sentence.text))
    numbered = [m for m in _BY_NUMBER.finditer(sentence.text) if all(m.start("rank") != r.start("rank") for r in ranked)]
    for match in (*ranked, *numbered, *_LARGEST.finditer(sentence.text)):
        at = sentence.start + match.start()
        places = [p for p in acting(sentence, sentence.start, at) if not p.state]
        about = (places[0] if match.re is not _LARGEST else places[-1]) if places else context.owner or context.topic
        if match.re is _LARGEST:
            if _ONE_OF.search(sentence.text, max(0, match.start() - 16), match.start()):
                continue
            about = _apposed(sentence, at) or about
        if about is None or about.state:
            continue
        word = (match.groupdict().get("rank") or match.groupdict().get("nth") or "first").lower()
        rank = _WORDS.get(word) or int(re.sub(r"\D", "", word) or 0)
        group = "rank" if match.groupdict().get("rank") else "nth" if match.groupdict().get("nth") else "what"
        among = next(
            (
                p
                for p in sentence.of("place")
                if p.start > sentence.start + match.end()
                and re.search(r"\b(?:in|of|among|within)\s+(?:the )?$", sentence.gap(max(at, p.start - 10), p.start))
            ),
            None,
        )
        if match.re is _LARGEST and not re.search(
            r"\bcit|\btown|\bport|\bpopulation|\bprovince", sentence.text[match.start() : match.end() + 40], re.I
        ):
            continue
        measure, start, end = _measure(sentence, match)
        if measure == "other" and match.re is not _LARGEST:
            continue
        yield Draft(
            "ranking",
            "ranking.ranked",
            Status.HAPPENED,
            {
                "about": [voiced(sentence, about)],
                "measure": [Slot(start, end, measure, derivation=Derivation.NORMALISED)],
                "rank": [
                    Slot(sentence.start + match.start(group), sentence.start + match.end(group), rank, derivation=Derivation.NORMALISED)
                ],
                "among": [place_slot(among)] if among is not None else [],
            },
            (sentence.start, sentence.end),
            when=when_near(sentence, Symbol("rank", start, end), inherit=False),
        )


def _apposed(sentence: Sentence, at: int) -> Symbol | None:
    """The town right before: "between Graz and Pécs, the fifth largest city of Hungary"."""
    return next((p for p in sentence.of("place") if not p.state and _APPOSED.fullmatch(sentence.gap(p.reach, at))), None)


def _measure(sentence: Sentence, match: re.Match[str]) -> tuple[str, int, int]:
    """By what: the words right behind the rank decide, else those of the sentence; ``other`` where none is in the codebook."""
    text, base = sentence.text, sentence.start
    near = (match.start(), min(len(text), match.end() + 90))
    for measure, pattern in _MEASURES:
        if words := pattern.search(text, *near):
            return measure, base + words.start(), base + words.end()
    if match.re is _LARGEST and (words := re.search(r"\blargest|\bbiggest", text)):
        return "population", base + words.start(), base + words.end()
    if words := re.search(r"\bpopulation\b|\bpopulous\b", text):
        return "population", base + words.start(), base + words.end()
    if match.re is _RANKED and (words := re.search(r"\b(?:total(?: number)?|sister cit\w+|friend\w+ cit\w+|partners?)\b", text, re.I)):
        return "partner_cities", base + words.start(), base + words.end()
    return "other", base + match.start(), base + match.end()


_NOT = re.compile(r"\b(?:not|n't|never|no longer)\b[^,;]*$")


def _first(sentence: Sentence) -> Iterator[Draft]:
    """ "The first sister city in Africa", "X became Y's first sister city": first in time."""
    for match in _FIRST.finditer(sentence.text):
        if re.fullmatch(r"city|town|place|country", match.group("what")) and not re.match(
            r" (?:in \S+ )?to (?:become|twin|sign|establish|join|be) ?", sentence.text[match.end() - len(match.group("tail")) :]
        ):
            continue
        at = sentence.start + match.start()
        if _NOT.search(sentence.gap(max(sentence.start, at - 40), at)):
            continue
        about = next((p for p in acting(sentence, sentence.start, at) if not p.state), None) or sentence.context.topic
        if about is None:
            continue
        among = next((p for p in sentence.of("place") if 0 <= p.start - sentence.start - match.end() < 30), None)
        start, end = sentence.start + match.start("nth"), sentence.start + match.end("what")
        rank = {"second": 2, "third": 3}.get(match.group("nth").lower(), 1)
        yield Draft(
            "ranking",
            "ranking.first",
            Status.HAPPENED,
            {
                "about": [voiced(sentence, about)],
                "measure": [Slot(start, end, "first_in_time", derivation=Derivation.NORMALISED)],
                "rank": [Slot(start, end, rank, derivation=Derivation.NORMALISED)],
                "among": [place_slot(among)] if among is not None else [],
            },
            (sentence.start, sentence.end),
            when=when_near(sentence, Symbol("rank", start, end), inherit=False),
        )


FRAMES = (
    Frame("ranking.ranked", "a place's rank, or the largest of its sort", ("rank|ordinal",), _ranked),
    Frame("ranking.first", "the first tie of its sort", ("tie",), _first),
)
