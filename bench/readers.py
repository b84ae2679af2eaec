"""Other ways to do what the reader does, on the same texts. Each maker raises ImportError where its package is not there."""

import itertools
import re
from collections.abc import Callable, Iterable

from amicity.gazetteer import open_gazetteer
from amicity.gazetteer.gazetteer import COMPILED
from amicity.gazetteer.table import opened
from bench.ties import Pairs, written

_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_CUES = re.compile(r"sister|twin|friendship|partner|agreement|signed|delegation|cooperation", re.IGNORECASE)
_TIES = ("sister", "twin", "twinned", "twinning", "friendship", "partnership", "memorandum", "agreement")
_LARGE = 15_000


def co_occurrence() -> Callable[[str], Pairs]:
    """The usual quick way: known names that stand in one paragraph with a cue. No status, no date, no roles."""
    places = open_gazetteer()

    def find(text: str) -> Pairs:
        found: Pairs = set()
        for paragraph in text.split("\n"):
            if _CUES.search(paragraph):
                found |= _joined(name for match in _NAME.finditer(paragraph) if places.entries(name := match.group()))
        return found

    return find


def spacy_blank() -> Callable[[str], Pairs]:
    """spaCy without a model: sentences by rule, towns by PhraseMatcher, words for a tie by Matcher."""
    import spacy
    from spacy.matcher import Matcher, PhraseMatcher

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    towns, ties = PhraseMatcher(nlp.vocab), Matcher(nlp.vocab)
    towns.add("TOWN", list(nlp.tokenizer.pipe(known_names())))
    ties.add("TIE", [[{"LOWER": {"IN": list(_TIES)}}]])

    def find(text: str) -> Pairs:
        found: Pairs = set()
        for sentence in nlp(text).sents:
            if ties(sentence):
                found |= _joined(sentence[start:end].text for _, start, end in towns(sentence))
        return found

    return find


def dates() -> Callable[[str], object]:
    """dateparser, over the first 600 characters: the rest would take it seconds."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text[:600], languages=["en"])


def figures() -> Callable[[str], object]:
    """quantulum3's numbers and units."""
    from quantulum3 import parser

    return parser.parse


def names() -> Callable[[str], object]:
    """flashtext2's keywords: the same names of towns as spaCy is given."""
    from flashtext2 import KeywordProcessor

    known = KeywordProcessor(case_sensitive=True)
    known.add_keywords_from_iter(known_names())
    return known.extract_keywords


def known_names() -> list[str]:
    """The English names of the larger towns."""
    return sorted({name for _, _, name in opened(COMPILED).cities(weight=_LARGE)})


def _joined(named: Iterable[str]) -> Pairs:
    places = {written(open_gazetteer().resolve(name)) for name in named}
    return {frozenset(pair) for pair in itertools.combinations(places, 2)}
