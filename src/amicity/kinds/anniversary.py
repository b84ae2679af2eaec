"""Anniversary: a tie or an agreement has a birthday."""

import re
from collections.abc import Iterator
from dataclasses import replace

from amicity.grammar.draft import Draft, Slot, When
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import sides
from amicity.grammar.speech import acting, own_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import inherited, when_near
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.partial_date import PartialDate
from amicity.terms.status import Status

KIND = Kind(
    name="anniversary",
    plural="anniversaries",
    says="a tie or an agreement has a birthday",
    roles=(
        Role("party", Holds.PLACE, "whose tie", identity=True),
        Role("years", Holds.NUMBER, "how many years"),
        Role("of", Holds.TEXT, "of what"),
    ),
)

_OF_TIE = re.compile(
    r"\b(?:sister\w*|twin\w*|friendship|partner\w*|relations?|relationship|ties?|links?|agreement|affiliation|brotherhood"
    r"|jumelage|exchanges?)\b",
    re.I,
)
_YEARS_OF = re.compile(
    r"\byears? (?:of|as|since)\s+(?:[a-z]+ (?:and [a-z]+ )?)?(?:(?:sister|twin|friend|partner)[\w-]*|relations?"
    r"|relationship|exchanges?|ties|links|brotherhood)\b",
    re.I,
)
_MARK = re.compile(r"\b(?:celebrat|commemorat|mark(?:s|ed|ing)?\b|toast|anniversar|jubilee|honou?r|look(?:s|ed|ing)? back on)", re.I)
_OTHER = re.compile(
    r"\s+(?:celebrations? )?(?:of|since)\s+(?:the |their |its |our )?(?:[^,.;]*diplomatic|(?![^,.;]*(?:sister|twin|friend"
    r"|partner|relation|tie"
    r"|link|agreement|signing|affiliation|exchange|brotherhood|pact|with)))",
    re.I,
)
_WITH = re.compile(r"\bwith\s+(?:the |its |their |our )?(?:[a-z-]+ ){0,4}(?:of )?$", re.I)
_TOWN_S = re.compile(r"(?:\b(?:community|city|town|village|county|municipality|district)['\u2019]s|\bits) (?:[\w-]+ ){1,2}$")
_ARTICLE = 5
_JUBILEES = {"silver": 25, "ruby": 40, "golden": 50, "diamond": 60}


def _marked(sentence: Sentence) -> Iterator[Draft]:
    """ "The 30th anniversary of the sister-city relationship between A and B"."""
    for word in sentence.of("anniversary"):
        years = _ordinal(sentence, word)
        if years is None or _OTHER.match(sentence.gap(word.end, sentence.end)) or _of_a_town(sentence, word):
            continue
        of = re.match(r"\s+(?:celebrations? )?of\s+(?:the |their |its |our )?([^,.;]{3,80})", sentence.gap(word.end, sentence.end))
        span = (word.end + of.start(1), word.end + of.end(1)) if of else None
        if span is not None and any(span[0] <= o.start < span[0] + _ARTICLE for o in sentence.of("org")):
            continue
        yield from _draft(sentence, word, years, of=span)


def _of_a_town(sentence: Sentence, word: Symbol) -> bool:
    """ "To celebrate the town's 40th anniversary": its own, where nothing in the sentence names a tie."""
    owned = _TOWN_S.search(sentence.gap(max(sentence.start, word.start - 40), word.start))
    return owned is not None and not any(sort in sentence.by_sort for sort in ("tie", "bond", "twin", "paper", "pair"))


def _years_of(sentence: Sentence) -> Iterator[Draft]:
    """ "The town celebrated 30 years of twinning with B"."""
    match = _YEARS_OF.search(sentence.text)
    if not match or not _MARK.search(sentence.text) or sentence.of("anniversary"):
        return
    at = sentence.start + match.start()
    number = sentence.before(at, sort="number", within=3)
    if number is None:
        return
    word = Symbol("anniversary", at, sentence.start + match.end(), "word")
    yield from _draft(sentence, word, Slot(number.start, number.end, number.more, derivation=Derivation.NORMALISED), of=(at, word.end))


def _ordinal(sentence: Sentence, word: Symbol) -> Slot | None:
    number = sentence.before(word.start, sort="ordinal", within=28) or sentence.before(word.start, sort="number", within=8)
    if number is not None:
        return Slot(number.start, number.end, number.more, derivation=Derivation.NORMALISED)
    before = re.search(
        r"\b(silver|ruby|golden|diamond)\s+(?:wedding )?$", sentence.gap(max(sentence.start, word.start - 20), word.start), re.I
    )
    if before is None:
        return None
    start = max(sentence.start, word.start - 20) + before.start(1)
    return Slot(start, start + len(before.group(1)), _JUBILEES[before.group(1).lower()], derivation=Derivation.NORMALISED)


def _draft(sentence: Sentence, word: Symbol, years: Slot, *, of: tuple[int, int] | None) -> Iterator[Draft]:
    parties = _parties(sentence, word)
    if len(parties) < 2:
        return
    status, _ = status_of(sentence, word)
    if status is Status.HAPPENED and re.search(
        r"\bnext year\b|\bupcoming\b|\bforthcoming\b|\bwill (?:be |celebrate|mark)", sentence.text, re.I
    ):
        status = Status.PLANNED
    yield Draft(
        "anniversary",
        "anniversary.marked",
        status,
        {"party": [voiced(sentence, p) for p in parties], "years": [years], "of": [Slot(*of, sentence.gap(*of))] if of else []},
        (sentence.start, sentence.end),
        when=_year(sentence, _when(sentence, word, status=status, years=years)),
    )


def _year(sentence: Sentence, found: When | None) -> When | None:
    """An anniversary without a day of its own is the year's, whatever month the report is of."""
    published = sentence.context.published
    if found is None or published is None or found.start != published.start or found.derivation is not Derivation.INHERITED:
        return found
    return replace(found, value=PartialDate(found.value.edtf[:4]))


def _when(sentence: Sentence, word: Symbol, *, status: Status, years: Slot) -> When | None:
    """The date of the feast, not of the tie's beginning that stands beside it."""
    found = when_near(sentence, word, status=status)
    published = sentence.context.month()
    if found is None or published is None or not isinstance(years.value, int) or not found.value.edtf[:4].isdigit():
        return found
    began = int(published.edtf[:4]) - int(found.value.edtf[:4])
    return inherited(sentence, status=status) if began and abs(began - years.value) <= 1 else found


def _parties(sentence: Sentence, word: Symbol) -> list[Symbol]:
    """The two of the tie; without a word for a tie, the two towns named must be the pair at hand."""
    context = sentence.context
    pair = context.the_two(sentence.index)
    towns = {p.place.key: p for p in sentence.of("place") if not p.state}
    if not _OF_TIE.search(sentence.text):
        return list(pair) if pair and not set(towns) - {p.place.key for p in pair} else []
    partner = next(
        (p for p in sentence.of("place") if not p.state and _WITH.search(sentence.gap(max(sentence.start, p.start - 40), p.start))), None
    )
    if partner is None:
        return list(found[0].parties) if (found := sides(sentence, word)) else list(pair)
    known = (
        [p for p in pair if p.place.key != partner.place.key] if len(pair) == 2 and partner.place.key in {p.place.key for p in pair} else []
    )
    subject = [p for p in acting(sentence, sentence.start, sentence.end) if p.place.key != partner.place.key and not p.state]
    own = own_place(sentence)
    other = next(iter([*subject, *known, *([own] if own is not None and own.place.key != partner.place.key else [])]), None)
    return [other, partner] if other is not None else []


FRAMES = (
    Frame("anniversary.marked", "a tie or an agreement has a birthday", ("anniversary",), _marked),
    Frame("anniversary.years", "so many years of a tie are celebrated", ("number", "tie|twin|bond|place"), _years_of),
)
