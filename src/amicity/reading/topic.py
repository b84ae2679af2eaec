"""The place a report is about: "the city", "the council" and "the mayor" mean it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from amicity.grammar.context import Context
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.terms.place import Level

_ACTS = re.compile(
    r"(?:'s)?\s+(?:[A-Z][a-z]+\s+)?(?:City Council|Town Council|County|Council|council|Mayor|mayor|city council"
    r"|City Manager|City Government|City Hall|Government|Foreign Affairs|Metropolitan|Municipal|municipal"
    r"|Municipality|Assembly|Sister Cit)\b"
)
_OWN_CITY = re.compile(r"(?:City|[Mm]ayor|[Mm]unicipality|County|Port|[Gg]overnment|[Cc]ouncil|[Cc]ouncillors) of (?:the )?$")
_ASIDE = re.compile(
    r"\b(?:with|to|from|and|visited|by|near|in|at)\s+(?:the )?(?:[A-Z][a-z]+ )?(?:city of |town of )?$|\b(?:city|town) of $"
)
_PARTNER = re.compile(
    r"\b(?:sister|twin|twinned|partner|friendship|counterpart)[ -](?:(?:city|town)(?: of|,|:)?|(?:cities|towns)[,:]?) (?:the )?$", re.I
)
_TIES_OF = re.compile(r"\b(?:sister|twin|twinned|partner|friendship)[ -](?:cities|towns) of (?:the )?(?:[Cc]ity of )?$", re.I)
_COMES = re.compile(r"(?:'s)? (?:\w+ ){1,3}(?:visits?|visited|arrives?|arrived|tours|toured)\b")
_VISITING = re.compile(r"\b(?:delegations?|teams?|groups?|visitors|guests|officials|missions?|delegates) (?:from|of) (?:the )?$", re.I)
_ITS_TIE = re.compile(r"(?:'s)? (?:\w+ ){0,3}(?:sister|twin|partner|friendship)[ -](?:city|cities|towns?)\b", re.I)
_HAS_TIES = re.compile(
    r"(?: City)?,? (?:already |currently |also |now )?(?:has|have|maintains|entertains|enjoys|keeps|is twinned|is paired)\b[^.;]{0,60}"
    r"\b(?:sister|twin|partner|relations|ties|arrangement)"
)
_WISHES = re.compile(r"(?: City)?,? (?:would like|wants|seeks|hopes|plans|aims|looks forward|is (?:to|set|ready|about|keen)|ought)\b")
_GUEST = re.compile(r"\bwith (?:the )?$|\b(?:visiting|counterpart)\b[^.;]{0,30} (?:of|from) (?:the )?$", re.I)
_LISTED = 3
_SITE = re.compile(
    r"\b([A-Z][\w'-]+(?: [A-Z][\w'-]+)?) (?i:City |Town |County |Metropolitan |Municipal )?(?i:Government|Council"
    r"|Municipality|Corporation|Foreign Affairs Office|International Affairs|International Relations|Sister Cities)\b"
    r"|\b(?:[Cc]ity|[Tt]own|Stadt|[Mm]unicipality) (?:of )?([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)
_LAST_WORD = re.compile(r" (?:City|Town|County)$", re.I)
_MASTHEAD = 400
_DATELINE = 4


def set_topic(context: Context, sentences: Sequence[Sentence], *, datelines: Iterable[Symbol]) -> None:
    """Note the title's places and the town that the report speaks for."""
    titles = [p for s in sentences if s.label == "title" for p in s.of("place")]
    _set_titles(context, titles)
    counts: Counter[str] = Counter()
    first: dict[str, Symbol] = {}
    for place in datelines:
        first.setdefault(place.place.key, place)
        counts[place.place.key] += _DATELINE
    for sentence in sentences:
        for place in sentence.of("place"):
            if not place.state:
                first.setdefault(place.place.key, place)
                counts[place.place.key] += _weight(sentence, place)
    for match in _SITE.finditer(context.text[:_MASTHEAD]):
        name = _LAST_WORD.sub("", match.group(1) or match.group(2)).casefold()
        for key, place in first.items():
            if place.value.casefold() == name:
                counts[key] += 4
    if counts:
        best = max(counts, key=lambda key: (counts[key], -first[key].start))
        context.topic = first[best]


def _set_titles(context: Context, titles: list[Symbol]) -> None:
    distinct = {p.place.key: p for p in titles if not p.state} or {p.place.key: p for p in titles}
    context.title_places = tuple(titles)
    if len(distinct) == 2:
        context.title_pair = tuple(distinct.values())


def _weight(sentence: Sentence, place: Symbol) -> int:
    """How much a mention speaks for the place: its own body acts, it stands in the title or first. A partner is explained
    ("Sapporo in Japan", "twin town of Sens"); nobody explains his own town to his readers."""
    if place.inferred:
        return 0
    text = sentence.context.text
    before = text[max(sentence.start, place.start - 40) : place.start]
    if _PARTNER.search(before) or _VISITING.search(before) or (place.told and place.place.country and sentence.label != "row"):
        return 0
    if sentence.label == "body" and any(place in group and len(group) >= _LISTED for group in sentence.groups):
        return 0
    weight = 1 + (sentence.index < 3) + 5 * (_HAS_TIES.match(text, place.end) is not None)
    weight += 3 * (_WISHES.match(text, place.end) is not None)
    acts = _ACTS.match(text, place.end) and not _COMES.match(text, place.end) and not _GUEST.search(before)
    county = place.place.level is Level.COUNTY and not _ASIDE.search(before)
    if acts or _OWN_CITY.search(before) or _TIES_OF.search(before) or county or _ITS_TIE.match(text, place.end):
        weight += 5 if sentence.index == 0 else 3
    if _ASIDE.search(before):
        return weight - 1
    title = sentence.label == "title"
    return weight + 3 * title + 2 * (title and place is sentence.of("place")[0])
