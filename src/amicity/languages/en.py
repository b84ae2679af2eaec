"""English. The wordings are in ``en.toml``; sources: the codebook, and the shapes of real reports that ``docs/method.md`` lists."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from amicity.terms.lexicon import Language, Wording
from amicity.terms.relation import Ending

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}


def _plurals(phrase: str) -> Iterator[str]:
    """A wording with ``~`` stands for singular and plural: city~ is city and cities, bench~ bench and benches."""
    if "~" not in phrase:
        yield phrase
        return
    head, tail = phrase.split("~", 1)
    yield head + tail
    if head.endswith("y") and head[-2] not in "aeiou":
        yield head[:-1] + "ies" + tail
    else:
        yield head + ("es" if head.endswith(("s", "ch", "sh", "x")) else "s") + tail


def _wordings() -> dict[str, tuple[Wording, ...]]:
    tables = tomllib.loads((files(__package__) / "en.toml").read_text(encoding="utf-8"))
    by_first: dict[str, dict[tuple[str, ...], dict[str, Wording]]] = {}
    for table, rows in tables.items():
        for value, phrases in _rows(rows):
            for phrase in phrases:
                for form in _plurals(phrase):
                    words = tuple(re.sub(r"'s\b", " 's", form).split())
                    by_first.setdefault(words[0], {}).setdefault(words, {}).setdefault(table, Wording(words, table, value))
    return {
        first: tuple(w for _, senses in sorted(phrases.items(), key=lambda item: -len(item[0])) for w in senses.values())
        for first, phrases in by_first.items()
    }


def _rows(rows: dict[str, object]) -> Iterator[tuple[str, list[str]]]:
    for value, phrases in rows.items():
        if isinstance(phrases, dict):
            yield value, phrases["words"]
        elif isinstance(phrases, list):
            yield value, phrases


def _said(*wordings: str, also: str = "") -> re.Pattern[str]:
    """A pattern for any of the wordings as whole words, or a sign that may stand anywhere; each opens with a letter, for speed."""
    whole = [rf"{wording}\b(?<!\w{wording})" for wording in wordings]
    return re.compile("|".join([*([also] if also else []), *whole]))


LANGUAGE = Language(
    tag="en",
    wordings=_wordings(),
    months={name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT,
    gate=(
        *(
            "sister ",
            "sister-",
            "sisterhood",
            "sisterly",
            "sistercit",
            "twin ",
            "twins with",
            "twin-",
            "twinn",
            "friendship",
            "friendly cit",
            "friendly coop",
            "friendly exch",
            "friendly relat",
            "friendly tie",
            "friendly and ",
            "fraternal",
            "brotherhood",
            "jumelage",
            "paired",
            "pairing",
        ),
        *(
            "partner cit",
            "partner-cit",
            "partner town",
            "partner munic",
            "partner region",
            "partner prov",
            "city partnership",
            "partnership between",
            "partnerships with",
            "partnership agreement",
        ),
        *(
            "letter of intent",
            "letters of intent",
            "of intentions",
            "memorand",
            " mou ",
            " mou,",
            " mou.",
            " mous ",
            "(mou",
            "cooperation agreement",
            "agreement of cooperation",
            "cooperative rel",
        ),
        *(
            "delegation",
            "consul ",
            "consul-",
            "consuls",
            "consulate",
            "ambassador",
            "foreign affairs office",
            "courtesy call",
            "city diplomacy",
            "mayors of",
            "goodwill visit",
        ),
    ),
    abbreviations=frozenset(
        [
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "st",
            "jr",
            "sr",
            "rev",
            "hon",
            "rt",
            "gen",
            "col",
            "lt",
            "capt",
            "sgt",
            "gov",
            "sen",
            "rep",
            "pres",
            "no",
            "nos",
            "vol",
            "dept",
            "est",
            "approx",
            "inc",
            "ltd",
            "co",
            "corp",
            "bros",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "vs",
            "etc",
            "e.g",
            "i.e",
            "a.m",
            "p.m",
            "u.s",
            "u.k",
            "u.n",
            "d.c",
            "ph.d",
            "engr",
            "atty",
            "adm",
            "brig",
            "maj",
            "cllr",
            "cr",
        ]
    ),
    small=frozenset(
        [
            "the",
            "a",
            "an",
            "in",
            "on",
            "at",
            "of",
            "for",
            "to",
            "from",
            "by",
            "with",
            "and",
            "or",
            "but",
            "as",
            "if",
            "it",
            "its",
            "this",
            "that",
            "these",
            "those",
            "there",
            "he",
            "she",
            "they",
            "we",
            "i",
            "you",
            "his",
            "her",
            "their",
            "our",
            "my",
            "after",
            "before",
            "during",
            "since",
            "until",
            "while",
            "when",
            "where",
            "who",
            "which",
            "what",
            "how",
            "why",
            "also",
            "both",
            "all",
            "each",
            "every",
            "some",
            "any",
            "no",
            "not",
            "so",
            "then",
            "than",
            "thus",
            "meanwhile",
            "however",
            "moreover",
            "furthermore",
            "according",
            "under",
            "over",
            "between",
            "among",
            "through",
            "about",
            "into",
            "upon",
            "within",
            "without",
            "at",
            "now",
            "today",
            "yesterday",
            "following",
            "welcoming",
            "speaking",
            "addressing",
            "currently",
            "recently",
            "last",
            "next",
            "such",
            "other",
            "another",
            "many",
            "more",
            "most",
            "is",
            "was",
            "are",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
            "should",
            "do",
            "does",
            "did",
            "photo",
            "accompanied",
            "earlier",
            "later",
            "once",
            "here",
            "yes",
            "besides",
            "because",
            "although",
            "though",
            "despite",
            "via",
            "founded",
            "established",
            "signed",
            "based",
            "led",
            "additionally",
            "finally",
            "similarly",
            "likewise",
            "with",
            "among",
            "several",
            "various",
            "including",
            "like",
            "against",
            "toward",
            "towards",
            "onto",
            "off",
            "out",
            "up",
            "down",
            "just",
            "only",
            "even",
            "still",
            "yet",
            "again",
            "whereas",
            "whereby",
            "resolved",
            "be",
        ]
    ),
    hints={
        "GB": _said(*("cllr", "coun", "borough council", "parish council", "guildhall", "mayoress", "twinning association"), also="£"),
        "US": _said(
            *("council member", "councilmember", "councilman", "councilwoman", "city manager", "sister cities international"),
        ),
    },
    endings={
        Ending.PROHIBITED: re.compile(r"\b(?:prohibit|bann?ed|banning|outlaw|forb[ia]d|unlawful|illegal)", re.I),
        Ending.SUPERSEDED: re.compile(r"\b(?:supersed|replaced by|merged into|absorbed)", re.I),
        Ending.TERMINATED: re.compile(
            r"\b(?:terminat|cancel|revok|withdr|annul|rescind|broke|cut |sever|end(?:s|ed|ing)? (?:its|the|their))", re.I
        ),
        Ending.EXPIRED: re.compile(r"\b(?:expir|laps|r[au]ns? out|not (?:be )?(?:renew|extend|prolong))", re.I),
    },
)
