"""Lists of partners: which line opens one, whose it is, and which line closes it."""

import re

from amicity.grammar.forms import form_of
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.terms.place import Place

_ONLY_A_NAME = re.compile(r"[=#\s]*([A-ZÀ-Þ][\w.'-]*(?: [\w.'-]+){0,3})(?:\[\w+\])*[=#\s]*$")
_WAS = re.compile(r"\b(?:former|formerly|past|previous|ended|terminated|suspended|inactive|dormant|dissolved|historical)\b", re.I)
_FOREIGN = re.compile(r"[A-ZÀ-Þ][\w']+(?:-[A-ZÀ-Þ]?[\w']+)+|[A-ZÀ-Þ]*[a-z']*[À-ÿĀ-ž][\w'-]*(?: [A-ZÀ-Þ][\w'-]+)?")
_KEYED = re.compile(r"\s*[A-Za-z][\w /()'-]{1,40}:\s")
_NUMBERED = re.compile(r"\s*(?:Resolution|Ordinance|Sanggunian Resolution|City Resolution) (?:No\.? ?)?[\d-]+")
_PARTNERSHIPS = re.compile(r"\bpartnerships? with (?:[\w-]+ ){0,3}(?:towns|cities|municipalities|communities)\b", re.I)
_DEEDS = ("sign", "visit", "meet", "end")
_LEAD_IN, _PAIR = 14, 2
_TELLS = ("date", "paper", "number", "sign", "person", "post")


def take_line(sentence: Sentence) -> None:
    """A short heading that names a tie opens a list of such ties, and so does what leads in to one ("Our sister cities are:"); a heading
    that names neither tie nor place, or what was, closes it. What tells of the entry above ("Mayor: …") does neither, nor does a
    partner's name that nobody knows."""
    context = sentence.context
    if sentence.label == "body" and sentence.text.endswith(":") and len(sentence.text.split()) <= _LEAD_IN:
        if tie := _listed_tie(sentence):
            towns = [p for p in sentence.of("place") if not p.state]
            context.list_tie, context.list_owner = tie, towns[0] if len(towns) == 1 else context.list_owner
        return
    if sentence.label not in ("title", "heading") or len(sentence.text.split()) > (18 if sentence.label == "title" else 12):
        return
    if _tells_of_entry(sentence):
        return
    if context.entry is not None and not sentence.of("place") and _FOREIGN.fullmatch(sentence.text.strip()):
        context.entry = None
        return
    ties, places = sentence.of("tie"), [p for p in sentence.of("place") if not p.state]
    context.heading_place = places[0] if len(places) == 1 and not ties else None
    if sentence.label == "title" and ties and (states := [p for p in sentence.of("place") if p.state]):
        context.list_country = states[0].place.country
    if sentence.label == "heading" and context.list_country is not None and (name := _ONLY_A_NAME.match(sentence.text)):
        context.list_owner = _owner(sentence, name)
        return
    if _WAS.search(sentence.text):
        context.list_tie = None
    elif ties and (len(places) < _PAIR or sentence.label == "heading") and not any(sort in sentence.by_sort for sort in _DEEDS):
        context.list_tie = ties[0]
        context.list_owner = places[0] if len(places) == 1 else context.list_owner
    elif not places and not sentence.of("place") and sentence.label == "heading" and not sentence.of("date"):
        context.list_tie = None


def _tells_of_entry(sentence: Sentence) -> bool:
    """Whether the line is about the entry above it: it names no town, and a date, a paper, a person or a key with its value."""
    context = sentence.context
    if context.list_tie is None or sentence.of("tie") or _WAS.search(sentence.text):
        return False
    if context.entry is None:  # below a partner whom nobody knows
        return _NUMBERED.match(sentence.text) is not None
    towns = [p for p in sentence.of("place") if not p.state]
    return not towns and (any(sort in sentence.by_sort for sort in _TELLS) or _KEYED.match(sentence.text) is not None)


def _listed_tie(sentence: Sentence) -> Symbol | None:
    """The tie of the list that a sentence leads in to: named, or made by the paper it names."""
    if ties := sentence.of("tie"):
        return ties[0]
    if _PARTNERSHIPS.search(sentence.text) and (bonds := sentence.of("bond")):
        return Symbol("tie", bonds[0].start, bonds[0].end, "partnership")
    made = [form for paper in sentence.of("paper") if (form := form_of(sentence, paper)) is not None]
    return Symbol("tie", made[0][1].start, made[0][1].end, made[0][0]) if made else None


def _owner(sentence: Sentence, name: re.Match[str]) -> Symbol | None:
    """Whose partners follow, in a list of a country's towns: the town the heading names, known or not; a letter of the alphabet is none."""
    context = sentence.context
    if context.heading_place is not None:
        return context.heading_place
    if len(name.group(1)) < 3:
        return context.list_owner
    start = sentence.start + name.start(1)
    return Symbol("place", start, start + len(name.group(1)), name.group(1), Place(name=name.group(1), country=context.list_country))
