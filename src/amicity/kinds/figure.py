"""Figure: a published number about a place, a tie, a forum or a network."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, When
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import dated, inherited
from amicity.kinds._figure_owner import whose_number
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.measure import MEASURES
from amicity.terms.partial_date import PartialDate
from amicity.terms.status import Status

KIND = Kind(
    name="figure",
    plural="figures",
    says="a published number about a place, a tie, a forum or a network",
    roles=(
        Role("about", Holds.PLACE, "what it counts for"),
        Role("measure", Holds.TERM, "what is counted", terms=MEASURES),
        Role("value", Holds.NUMBER, "the number", identity=True),
        Role("unit", Holds.TEXT, "the unit"),
        Role("comparator", Holds.TERM, "exactly, about, at least", terms=("exact", "about", "at_least", "more_than", "at_most", "range")),
        Role("scope", Holds.TEXT, "what the count covers"),
        Role("counted_by", Holds.NAME, "who counted"),
    ),
    when="as of when",
)

_BODY_COUNTS = re.compile(r"(?:The )?[A-Z]{2,6} (?:currently |now )?(?:oversees|has|have|counts|lists|represents|connects|unites)\b")
_AIMED = re.compile(r"\b(?:goal|aim|target|plan)s? (?:is|was) to\b", re.I)
_SCALE = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
    "dozen": 12,
    "trillion": 1_000_000_000_000,
}
_SCALED = re.compile(r"\s*(hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?\b(?: of)?", re.I)
_MODIFIERS = re.compile(
    r"(?:\s+of the|\s+of its)?(?:\s+(?!and\b|of\b|in\b|from\b|to\b|with\b|at\b|by\b|for\b|who\b|on\b"
    r"|as\b|are\b|is\b|were\b)[\w'-]+){0,4}\s*-?\s*",
    re.I,
)
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")
_WITHIN = re.compile(r"\d[ \u00a0\u202f]$")
_OLD = re.compile(
    r"\s*(?:-?\s*(?:year|month|day|week|hour|minute|km|kilomet|mile|metre|meter|percent|per cent|%"
    r"|-member|-person|-strong|member|am\b|pm\b|o'clock|:|st\b|th\b))",
    re.I,
)
_OF_GROUP = re.compile(r"\s+(?:delegation|team|group|entourage) members\b", re.I)
_POPULATION = re.compile(
    r"\bpopulation\s?(?:of|(?<=, population )|is|was|stands at|reached|totals?|:)\s+(?:about |around |over |nearly |more "
    r"than |almost |approximately |some |roughly |at least )*$|\bhome to (?:\w+ ){0,2}$|\binhabited "
    r"by (?:\w+ ){0,2}$",
    re.I,
)
_AREA = re.compile(r"\s*(?:square kilomet(?:er|re)s|sq\.? ?km|km2|km²|square km)", re.I)
_COUNTABLE = ("km", "kilomet", "population", "home to", "inhabited", "cities", "towns", "municipalities")
_MONEY = re.compile(
    r"(?:US\$|\$|€|£|¥|RMB|USD|EUR|Rs\.?)\s*$|^\s*(?:million|billion|trillion)?\s*(?:US )?(?:dollars"
    r"|euros|yuan|pounds|yen|rupees|won|RMB|USD)\b",
    re.I,
)
_TIES = re.compile(
    r"\b(?:sister|twin|friendship|friendly|partner|cooperative|fraternal|cooperation)\b|\bties with\b"
    r"|\brelations with\b|\bpartnerships?\b",
    re.I,
)
_GATHERED = re.compile(
    r"\b(?:forum|conference|summit|event|expo|exhibition|festival|seminar|congress|fair|attend"
    r"|participat|took part|gather|delegates|representatives|br(?:ought|ings|inging) together)",
    re.I,
)
_GENERIC = frozenset(
    {
        "countries",
        "nations",
        "places",
        "partners",
        "people",
        "citizens",
        "residents",
        "visits",
        "visitors",
        "guests",
        "documents",
        "contracts",
        "deals",
        "events",
        "activities",
        "members",
        "companies",
        "enterprises",
        "firms",
        "businesses",
        "representatives",
        "participants",
        "delegates",
        "students",
        "pupils",
        "projects",
        "talks",
        "meetings",
        "awards",
        "prizes",
        "tourists",
        "panels",
        "sessions",
        "jobs",
        "flights",
        "agreements",
        "pairs",
        "local governments",
        "souls",
        "inhabitants",
        "pacts",
        "mous",
        "memoranda",
        "delegations",
        "attendees",
    }
)
_TIES_WITH = re.compile(
    r"\b(?:ties|relations|relationships|sister cit\w+|twin\w*|friendship cit\w+) (?:with|in|from|across)\b",
)
# What a sentence must speak of for a general noun in it to count a measure; ties, where nothing else is said.
_SPOKEN_OF = {
    "agreements_signed": re.compile(r"\bfriend|\bcooperat|\bsister|\bsign|\bink", re.I),
    "participants": _GATHERED,
    "sessions": _GATHERED,
    "delegations": re.compile(r"\b(?:receiv|host|visit|welcom|sent|exchange|came|come)\w*", re.I),
    "students": re.compile(r"\bexchange|\bsister|\btwin|\bpartner", re.I),
    "population": re.compile(r"^(?:inhabitants|residents|souls)|\bpopulation\b|\binhabit|\bhome to\b|\bcity of\b", re.I),
    "visitors": re.compile(r"^\w* ?tourists?|\bsister|\btwin|\bpartner|\bfriend", re.I),
}
_NUMBERED = re.compile(r"\b[Nn]o\.? $")  # "No. 4   Sister City Relationships" is the fourth letter
_A_FEW = 5
_THE_FEW = re.compile(
    r"\b(?:the|these|our|all) \w+ (?:\w+ ){0,2}"
    r"(?:cities|towns|municipalities|communities|provinces|districts|countries|sides|nations|mayors|consulates)\b",
    re.I,
)
"""Those named before, as "the two cities" are: nobody counts them."""
_OF_TIES = frozenset({"sister_cities", "partner_cities", "cooperative_cities", "friendship_cities"})
_SIZE_OF = re.compile(r"\b(?:delegation|group|team|party|contingent) of (?:about |some |around |over )?$", re.I)
"""A delegation's size is no figure (codebook, 3)."""
_OF_THEIRS = re.compile(r" (?:delegates?|members?|participants?|volunteers?|programs?|conferences?|events?|projects?)\b")
_SOME, _CROWD = 20, 300
_SOME_OF = re.compile(
    r"\b(?:(?:to|among|between|add(?:s|ed|ing)?|gain(?:s|ed|ing)?|visit(?:s|ed|ing)?) (?:its |the |her |his |their )?(?:new )?|its )$", re.I
)
_SINCE = re.compile(r"\bsince\s+(?:the year )?$", re.I)


def _counted(sentence: Sentence) -> Iterator[Draft]:
    """A number with the thing it counts behind it."""
    if "measure" not in sentence.by_sort and not sentence.holds(*_COUNTABLE):
        return
    for number in sentence.of("number"):
        if any(o.start <= number.start < o.end for sort in ("pair", "forum", "org") for o in sentence.of(sort)):
            continue
        if _NUMBERED.search(sentence.gap(max(sentence.start, number.start - 5), number.start)):
            continue
        if _SIZE_OF.search(sentence.gap(max(sentence.start, number.start - 24), number.start)):
            continue
        if _WITHIN.search(sentence.gap(max(sentence.start, number.start - 4), number.start)):
            continue
        value, end, comparator = _amount(sentence, number)
        if value <= _A_FEW and _THE_FEW.search(sentence.gap(max(sentence.start, number.start - 8), end + 32)):
            continue
        if (
            _OF_GROUP.match(sentence.gap(end, min(sentence.end, end + 40)))
            or _OLD.match(sentence.gap(end, min(sentence.end, end + 20)))
            or _MONEY.search(sentence.gap(max(sentence.start, number.start - 6), number.start))
        ):
            continue
        for measure, noun in _measured(sentence, number, end):
            if _no_total(sentence, number, measure, value):
                continue
            ended = sentence.before(number.start, sort="end", within=60) if measure in _OF_TIES else None
            if ended is not None and sentence.says(ended) != "end":
                measure = "ended_ties"  # noqa: PLW2901
            about, sure = whose_number(sentence, number, measure)
            if about and not (sure is not Confidence.A and _of_another(sentence, number)):
                yield _draft(sentence, number, value, comparator, measure=measure, noun=noun, about=about, sure=sure)


def _no_total(sentence: Sentence, number: Symbol, measure: str, value: float) -> bool:
    """Whether the number counts some of many: a hundred residents who met, the five sister cities to which something was sent."""
    named = next((p for p in sentence.of("place") if p.start == number.end + 1), None)
    if measure in _OF_TIES and named is not None and not named.state:
        return True  # "two Sarajevo and Skopje municipalities"
    if measure == "population":
        return value <= _CROWD and "populat" not in sentence.lower
    before = sentence.gap(max(sentence.start, number.start - 24), number.start)
    return measure in _OF_TIES and value <= _SOME and _SOME_OF.search(before) is not None


def _of_another(sentence: Sentence, number: Symbol) -> bool:
    """Whether a body that is named counts its own ("SCI oversees 1,700 ties"), or the number is only aimed at."""
    before = sentence.gap(sentence.start, number.start)
    return _BODY_COUNTS.match(before) is not None or _AIMED.search(before) is not None


def _amount(sentence: Sentence, number: Symbol) -> tuple[int | float, int, Symbol | None]:
    """The number with its scale word, where it ends, and the comparator before it."""
    value, end = number.more, number.end
    if spaced := _SPACED.match(sentence.gap(number.start, min(sentence.end, number.start + 16))):
        value, end = int(re.sub(r"\s", "", spaced.group())), number.start + spaced.end()
    if scaled := _SCALED.match(sentence.gap(end, min(sentence.end, end + 14))):
        value = value * _SCALE[scaled.group(1).lower()]
        end += scaled.end()
    elif re.match(r"\s*[mM]\b", sentence.gap(end, min(sentence.end, end + 3))):
        value = value * 1_000_000
    value = int(value) if value == int(value) else value
    comparator = sentence.before(number.start, sort="comparator", within=3)
    return value, end, comparator


def _measured(sentence: Sentence, number: Symbol, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    text = sentence.gap(end, min(sentence.end, end + 90))
    if _AREA.match(text):
        yield "area_km2", (end, end + _AREA.match(text).end())  # type: ignore[union-attr]
        return
    if _POPULATION.search(sentence.gap(max(sentence.start, number.start - 50), number.start)):
        yield "population", (number.start, end)
        return
    for noun in sentence.of("measure"):
        if noun.start >= end and noun.start - end < 60 and _MODIFIERS.fullmatch(sentence.gap(end, noun.start)):
            if any(o.start >= end and o.start < noun.start for o in sentence.of("number")):
                return
            measure = _fits(sentence, noun)
            if measure:
                yield measure, (noun.start, noun.end)
            return
    cities = re.match(
        r"(?:\s+[A-Z][A-Za-z]+)?(?:\s+(?:other|foreign|overseas|international|world|global|different|major|sister|twin|friendly"
        r"|cooperative|partner|friendship|exchange|cooperation))*\s+(cities|towns"
        r"|municipalities)\b(?P<rest>.{0,60})",
        text,
    )
    if cities:
        measure = _with_tie(sentence, number) or _cities(sentence, cities.group("rest"), text[: cities.end(1)])
        if measure:
            yield measure, (end + cities.start(1), end + cities.end(1))


_INCLUDING = re.compile(r"\b(?:includ\w+|of which|of whom|of them|among them|among which|compris\w+)\b[^.;]{0,40}\b(?:sister|twin)", re.I)


def _with_tie(sentence: Sentence, number: Symbol) -> str:
    """ "sister-city relations with 9 cities" counts sister cities."""
    tie = sentence.before(number.start, sort="tie", within=40)
    if tie is None or not re.search(r"\bwith\b[\w\s]*$", sentence.gap(tie.end, number.start)):
        return ""
    if _INCLUDING.search(sentence.gap(number.end, min(sentence.end, number.end + 90))):
        return "partner_cities"
    return {"sister": "sister_cities", "cooperation": "cooperative_cities", "exchange": "cooperative_cities"}.get(
        tie.value, "partner_cities"
    )


def _said(sentence: Sentence) -> str:
    """The sentence without the names of gatherings and bodies in it."""
    text = sentence.text
    for symbol in (*sentence.of("forum"), *sentence.of("org")):
        text = text.replace(sentence.gap(symbol.start, symbol.end), " forum " if symbol.sort == "forum" else " body ")
    return text


def _cities(sentence: Sentence, rest: str, phrase: str) -> str:
    if re.match(r"\s+(?:with (?:friendly )?(?:and )?(?:cooperati\w+)|of (?:friendly )?cooperation|in cooperative)", rest):
        return "cooperative_cities"
    if re.search(r"\bsister|\btwin", phrase):
        return "sister_cities"
    if re.search(r"cooperat|exchange", phrase):
        return "cooperative_cities"
    text = _said(sentence)
    if _GATHERED.search(text) and not re.search(r"\b(?:ties|relations|relationships) with\b", text):
        return "participating_cities"
    return "partner_cities" if _TIES.search(text) else ""


def _fits(sentence: Sentence, noun: Symbol) -> str:
    """The measure, once a general noun ("countries", "people") is known to count what the codebook lists."""
    words, measure, text = sentence.says(noun), noun.value, _said(sentence)
    if measure in _OF_TIES and _OF_THEIRS.match(sentence.gap(noun.end, sentence.end)):
        return ""
    if words not in _GENERIC:
        gathered = measure == "partner_cities" and _GATHERED.search(text) and not _TIES.search(text)
        return "participating_cities" if gathered else measure
    if words in ("countries", "nations"):
        if _GATHERED.search(text) and not _TIES_WITH.search(text):
            return "participating_countries"
        return "partner_countries" if _TIES.search(text) else ""
    if measure in ("enterprises", "exhibitors", "visitors") and _at_forum(sentence, text):
        return measure
    if words == "guests" and (sentence.of("forum") or _at_forum(sentence, text)) and _CAME.search(sentence.text):
        return "participants"
    if words == "delegates":
        return measure if _CAME.search(sentence.text) else ""
    if words == "representatives":
        return measure if _at_forum(sentence, text) and _CAME.search(sentence.text) else ""
    return measure if _SPOKEN_OF.get(measure, _TIES).search(f"{words} {text}") else ""


def _at_forum(sentence: Sentence, text: str) -> bool:
    return sentence.context.forum is not None and bool(_GATHERED.search(text))


def _draft(
    sentence: Sentence,
    number: Symbol,
    value: int | float,
    comparator: Symbol | None,
    *,
    measure: str,
    noun: tuple[int, int],
    about: list[Slot],
    sure: Confidence,
) -> Draft:
    status, _ = status_of(sentence, Symbol("figure", number.start, number.end, "noun"))
    if _WHICH_HAS.search(sentence.gap(max(sentence.start, number.start - 40), number.start)):
        status = Status.HAPPENED
    roles = {
        "about": about,
        "measure": [Slot(*noun, measure, derivation=Derivation.NORMALISED)],
        "value": [Slot(number.start, number.end, value, derivation=Derivation.NORMALISED)],
        "comparator": [Slot(comparator.start, comparator.end, comparator.value, derivation=Derivation.NORMALISED)]
        if comparator
        else [Slot(number.start, number.end, "exact", derivation=Derivation.NORMALISED)],
    }
    status = status if status in (Status.PLANNED, Status.HOPED) and not sentence.of("establish", "past") else Status.HAPPENED
    return Draft(
        "figure",
        f"figure.{measure}",
        status,
        roles,
        (sentence.start, sentence.end),
        when=_as_of(sentence, number, measure),
        confidence=sure,
    )


_WHICH_HAS = re.compile(r"\bwhich (?:now |already )?(?:has|had|have|counts|numbers|is home to)\b [^,;]*$")
_CAME = re.compile(r"\b(?:attend|attract|participat|took part|br(?:ought|ings|inging) together|drew|gather)", re.I)
_STANDING = frozenset({"partner_cities", "sister_cities", "cooperative_cities", "partner_countries", "consulates_general", "population"})
_ON_TOP = re.compile(r"(?:On top of (?:this|that|these)|In addition|Besides|Additionally|Moreover|Furthermore|Also|Meanwhile)\b", re.I)


def _as_of(sentence: Sentence, number: Symbol, measure: str) -> When | None:
    """The date a number stands at: "since 2012" is a stretch up to the report; a count without a date is the report's own day's."""
    published = sentence.context.published
    for date in sorted(sentence.of("date"), key=lambda d: abs(d.start - number.start)):
        if _SINCE.search(sentence.gap(max(sentence.start, date.start - 16), date.start)):
            if measure in _STANDING:
                continue
            end = published.value.edtf if published and "/" not in published.value.edtf else ".."
            if "/" not in date.more.edtf and (end == ".." or date.more.edtf <= end):
                window = When(PartialDate(f"{date.more.edtf}/{end}"), date.start, date.end, Derivation.NORMALISED)
                sentence.context.window, sentence.context.window_sentence = window, sentence.index
                return window
        elif measure not in ("population", "area_km2"):
            return dated(date)
    if (
        measure
        in (
            "population",
            "area_km2",
            "international_communities",
            "international_schools",
            "international_hospitals",
            "designated_hospitals",
        )
        or published is None
    ):
        return None
    if measure not in _STANDING and sentence.context.window_sentence == sentence.index - 1 and _ON_TOP.match(sentence.text):
        return sentence.context.window
    if (
        measure in ("participating_cities", "participating_countries", "participants", "agreements_signed", "sessions")
        and len(published.value.edtf) == 10
    ):
        return inherited(sentence)
    return When(published.value, published.start, published.end, Derivation.INHERITED)


FRAMES = (Frame("figure.counted", "a number with the thing it counts behind it", ("number",), _counted),)
