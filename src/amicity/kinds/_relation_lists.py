"""Relations that a list states: its rows, the lines under them, and partners told one after the other."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot, term_slot
from amicity.grammar.forms import form_of
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import preceding, towns
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import beside, dated, since_in
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.status import Status

_REMARK = re.compile(r"(?<=[a-z)])[.!?] ")
_DATED_HEAD = re.compile(r"[\s*•·–-]*(?:\(?\d{1,2}[.)] )?[^.()]{3,50} \([^()]*\d{4}\)\.")
_TELLING = ("sign", "establish", "become", "twin", "visit", "end", "suspend", "renew")
_OPENS_ENTRY = re.compile(r"[\s*•·–-]*(?:And )?(?:With|To|Between)\b", re.I)


def _listed(sentence: Sentence) -> Iterator[Draft]:
    """A row of a list under a heading of ties, or of a page whose title says so (codebook, 4.13)."""
    if sentence.label not in ("row", "heading"):
        return
    context = sentence.context
    tie, own = context.list_tie, context.owner or context.list_owner or context.topic
    mine = [t for t in sentence.of("tie") if sentence.label == "row" or "(" in sentence.gap(max(sentence.start, t.start - 3), t.start)]
    tie = mine[0] if mine else tie
    if tie is None or own is None or (sentence.of("tie") and not mine) or len(sentence.text) > 220:
        return
    remark = _REMARK.search(sentence.text)
    led = _OPENS_ENTRY.match(sentence.text) is not None or (
        remark is not None and _DATED_HEAD.match(sentence.text, 0, remark.end()) is not None
    )
    stop = sentence.start + remark.start() if remark and led else sentence.end
    if any(s.start < stop for sort in _TELLING for s in sentence.of(sort)):
        return
    places = [s for g in towns(sentence)[:1] for s in g[:1] if s.end <= stop and (stop < sentence.end or not remark)]
    if not places or len(sentence.gap(sentence.start, places[0].start).split()) > (8 if led else 4):
        return
    if pair := _pair_alone(sentence):
        roles = {"party": [place_slot(p) for p in pair], "form": [Slot(tie.start, tie.end, tie.value, derivation=Derivation.NORMALISED)]}
        yield Draft("relation", "relation.listed", Status.HAPPENED, roles, (sentence.start, sentence.end), confidence=Confidence.B)
        return
    for party in places:
        if party.place.key == own.place.key:
            continue
        dates = [d for d in sentence.of("date") if "/" not in d.more.edtf and d.start < stop]
        yield Draft(
            "relation",
            "relation.listed",
            Status.HAPPENED,
            {
                "party": [place_slot(own, Derivation.COREF), place_slot(party)],
                "form": [Slot(tie.start, tie.end, tie.value, derivation=Derivation.NORMALISED)],
            },
            (sentence.start, sentence.end),
            when=since_in(sentence, dates[0]) if dates else None,
            confidence=Confidence.A if context.owner or context.list_owner else Confidence.B,
        )


_AND = re.compile(r",? (?:and|&|-|–) ")


def _pair_alone(sentence: Sentence) -> list[Symbol]:
    """The two of a row that is nothing but a pair: "Faisalabad and Qingdao"."""
    pairs = [g for g in towns(sentence) if len(g) == 2 and g[0].place.country != g[1].place.country]
    if len(towns(sentence)) != 1 or not pairs or not _AND.fullmatch(sentence.gap(pairs[0][0].reach, pairs[0][1].start)):
        return []
    return list(pairs[0]) if len(sentence.gap(pairs[0][1].reach, sentence.end)) < 4 else []


_THESE = re.compile(
    r"(?:These|They|Among them|(?:Its |The )?(?:[Ii]nternational|[Ff]oreign|[Oo]verseas|[Ll]ocal|[Dd]omestic) "
    r"(?:[\w-]+ ){0,2}?(?:partners|ones|cities|towns)) (?:are|include)\b"
)
_TIES_END = re.compile(
    r"\b((sister|twin|partner|friendship|friendly)[ -](?:cities|towns|municipalities|city relationships|city relations))\b"
    r"[^.\n]{0,60}\.\s*$",
    re.I,
)
_OWNERS = re.compile(
    r"\b(?:towns|cities|municipalities|places|counties)\b[^.;]{0,40}?\b(?:with|having|have) (?:\w+ )?(?:sister|twin|partner)[ -]", re.I
)
_FORMS = {"sister": "sister", "twin": "sister", "partner": "partnership", "friendship": "friendship", "friendly": "friendship"}
_REACH = 120
_LED_TO = re.compile(r"(?::|\b(?:with|are|includes?|including|namely))\s+(?:the )?(?:(?:cities|towns|city|town) of )?$", re.I)
_SPOKEN_ON = re.compile(
    r"\b(?:relations?|partnerships|arrangements?|agreements?|links?|twinnings?)\b|^(?:They|These|Those|Others|Still others)\b", re.I
)
_TO_COME = re.compile(
    r"\b(?:being|under|in) (?:develop|negotiat|discuss|explor|prepar)|\bnot (?:yet )?(?:been )?(?:final|sign|conclud|complet)"
    r"|\byet to\b|\bpending\b|\bproposed\b|\bin the pipeline\b",
    re.I,
)
_DEEDS = ("sign", "visit", "end", "suspend", "renew", "meet", "forum")


def _told_before(sentence: Sentence) -> Symbol | None:
    """The tie of "Arkhangelsk has five sister cities. These are Emden, …": it stands in the sentence before."""
    if not _THESE.match(sentence.text):
        return None
    text = sentence.context.text
    match = _TIES_END.search(text, max(0, sentence.start - _REACH), sentence.start)
    return Symbol("tie", match.start(1), match.end(1), _FORMS[match.group(2).lower()]) if match else None


def _enumerated(sentence: Sentence) -> Iterator[Draft]:
    """Partners told one after the other in running text, on a page about such ties: "They are with Sacramento, Winnipeg and Cairo"."""
    context = sentence.context
    own = context.owner or context.list_owner or context.topic
    ties = sentence.of("tie")
    tie = _told_before(sentence) or (ties[0] if ties else context.list_tie if _SPOKEN_ON.search(sentence.text) else None)
    if sentence.label != "body" or tie is None or own is None or any(sort in sentence.by_sort for sort in _DEEDS):
        return
    groups = [[p for p in g if p.place.key != own.place.key] for g in towns(sentence)]
    listed = [g for g in groups if len(g) >= 3 and _LED_TO.search(preceding(sentence, g, 30))]
    if (
        not listed
        or _OWNERS.search(sentence.gap(sentence.start, listed[0][0].start))
        or any(g for g in groups if g and g[-1].end <= listed[0][0].start)
    ):
        return
    for party in listed[0]:
        yield Draft(
            "relation",
            "relation.enumerated",
            Status.PLANNED if _TO_COME.search(sentence.text) else Status.HAPPENED,
            {"party": [place_slot(own, Derivation.COREF), place_slot(party)], "form": [term_slot(tie)]},
            (sentence.start, sentence.end),
            when=beside(sentence, party),
            confidence=Confidence.B,
        )


_NOTES = 8
_OF_THE_TIE = ("tie", "bond", "twin", "paper", "sign", "establish", "become")
_BEGUN = re.compile(r"\W*(?:(?:it|this|they|we|which|was|were|has|have|had|been|first|officially|formally|in|on|\d+) )*", re.I)
_CHANGES = ("end", "suspend", "visit", "anniversary")


def _noted(sentence: Sentence) -> Iterator[Draft]:
    """A line under an entry of a list that dates it: "Partnership since 1966", "Date of signature: 17/05/1991"."""
    entry = sentence.context.entry
    if entry is None or sentence.context.list_tie is None or not 0 < sentence.index - sentence.context.entry_sentence <= _NOTES:
        return
    if any(sort in sentence.by_sort for sort in _CHANGES) or not _about_entry(sentence, entry):
        return
    date = next(d for d in sentence.of("date") if "/" not in d.more.edtf)
    if any(renewed.start < date.start for renewed in sentence.of("renew")):
        return
    alone = re.search(r"\w", sentence.gap(sentence.start, date.start) + sentence.gap(date.end, sentence.end)) is None
    told = max(
        (s for sort in _OF_THE_TIE for s in sentence.of(sort) if not sentence.in_name(s) and not _of_another(sentence, s)),
        key=lambda s: s.sort == "twin",
        default=date if alone else None,
    )
    if told is None:
        return
    made = next((made for paper in sentence.of("paper") if (made := form_of(sentence, paper)) is not None), None)
    if status_of(sentence, told)[0] is not Status.HAPPENED:
        return
    yield Draft(
        "relation",
        "relation.noted",
        Status.HAPPENED,
        {
            "party": list(entry.roles["party"]),
            "form": [term_slot(made[1], made[0])] if made else list(entry.roles["form"]),
        },
        (sentence.start, sentence.end),
        when=dated(date) if sentence.of("renew") else since_in(sentence, told),
        confidence=entry.confidence,
    )


def _of_another(sentence: Sentence, told: Symbol) -> bool:
    """ "The opera house was built in 1887" begins no tie, as "Established in 1957" does."""
    return told.sort in ("establish", "become") and not _BEGUN.fullmatch(sentence.gap(sentence.start, told.start))


def _about_entry(sentence: Sentence, entry: Draft) -> bool:
    """Whether the sentence names a date, and no town but those of the entry."""
    parties = {slot.place.key for slot in entry.roles["party"] if slot.place is not None}
    return any("/" not in d.more.edtf for d in sentence.of("date")) and all(p.state or p.place.key in parties for p in sentence.of("place"))


_PAIRS_OF = re.compile(
    r"\bpairs? of (?:\w+ ){0,3}(?:sister|twin|friendship|friendly|partner)\b|\b(?:sister|twin|friendship|partner)[ -]\w+ pairs?\b", re.I
)
_OF_TWO = re.compile(r"\b(?:of|:|between) (?:the )?$")


def _paired(sentence: Sentence) -> Iterator[Draft]:
    """Pairs told one after the other: "six pairs of sister cities, including the pair of A and B, of C and D, and of E and F"."""
    if not _PAIRS_OF.search(sentence.text):
        return
    ties = sentence.of("tie")
    for group in towns(sentence):
        tie = next((t for t in reversed(ties) if t.end <= group[0].start), None)
        if tie is None or len(group) != 2 or group[0].place.country == group[1].place.country:
            continue
        if _OF_TWO.search(sentence.gap(max(sentence.start, group[0].start - 12), group[0].start)):
            roles = {"party": [place_slot(p) for p in group], "form": [term_slot(tie)]}
            yield Draft(
                "relation", "relation.paired", status_of(sentence, tie)[0], roles, (sentence.start, sentence.end), confidence=Confidence.B
            )


LISTS = (
    Frame("relation.paired", "pairs of towns told one after the other", ("tie", "place"), _paired, words=("pair",)),
    Frame("relation.listed", "a row under a heading of ties", ("place",), _listed),
    Frame("relation.enumerated", "partners told one after the other on a page about such ties", ("place",), _enumerated),
    Frame("relation.noted", "a line under such a row that dates it", ("date",), _noted),
)
