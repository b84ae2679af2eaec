"""Texts that nobody writes: one piece again and again, and reports so dense that every line tells something else."""

import random
from collections.abc import Callable, Iterable

LEAD = "The sister cities of Oslo signed. "
PIECES = [
    *("(", "[", "9", "a", "A", '"', "\u201c", "\n", " ", ".", "A.", "Aa", "A-", "1/", "| ", "\t", "\x00", "\ud800", "İ"),
    *("\ufb01", "\u53cb\u597d\u57ce\u5e02", "\u2028", "e\u0301", "\u202e\u05d0\u200b ", "\u2066Oslo\u2069 ", "\u200b"),
    *("\ufeff", "\r\n", "a\n", "ab\n", "Oslo\n", "Oslo.\n", "\u2022 Oslo\n", "| Oslo ", "| a | b |\n", "Oslo\tNorway\t1990\n"),
    *("Oslo, Norway (1990)\n", "1. ", "a) ", "U.S. ", "St. ", "Dr. A. B. ", "A.B.C. ", "No. 1 ", "3.1.4.", "1,000,"),
    *("1.2.3.4.5.6.7.8.9.", "5 May ", "May 5, 2019, ", "in May ", "2018-08-10", "date 2018-08-10 ", "30th anniversary of "),
    *("Mayor ", "Mayor of ", "Mayor Mayor Mayor. ", "Mayor Smith, ", "Lord Mayor Anna ", "mayors ", "Anna Lind and "),
    *("von der ", "Consul General of ", "Shenyang ", "Shenyang, ", "Oslo and ", ", and Busan", "(Oslo, ", "(Oslo) ", '"Oslo, '),
    *("Oslo's ", "Oslo-Busan ", "Oslo & ", "OSLO ", "citycityOslo", "sister city ", "sister-", "sistercity "),
    *("the two cities ", "twinned with ", "between Oslo and ", "signed agreement ", "delegation from ", "X Y ", "Ab1 "),
    *("Title Case Words ", "Congress on ", "World Forum on ", "A Company of ", "Award for ", "granted the Prize of ", "and "),
    *("of the of the ", "not ", "; but ", "said that ", '"said" ', "was renamed ", "ranked first in "),
    *("joined the League of Cities and ", "visited Oslo on Friday ", "22 sister cities in 12 countries, "),
    *("more than 30 sister ", "OSLO, May 5 (APP) ", "WHEREAS, Oslo ", "Q: Oslo?\n", "<div>", "</", "&amp;", "http://a.b/"),
    *("a@b.c ", "Related Post\n", "New ZeWorld Timesaland ", "World Cities Forum was held in Oslo. "),
    *("Mayor Anna Lind of Oslo visited Busan. ", "The document was signed in Oslo. It was attended by mayors. "),
]
_WORDS = [
    *("Oslo", "Busan", "Lima", "sister", "city", "twin", "town", "Mayor", "Anna"),
    *("Lind", "signed", "agreement", "visited", "delegation", "of", "from", "and", "the"),
    *("with", "in", "May", "2019", ",", "council", "memorandum", "met", "received"),
    *("forum", "Forum", "World", "consul", "general", ".", "\n"),
]
_ONE, _OTHER = ("Oslo", "Lima", "Graz", "Lyon"), ("Busan", "Kyoto", "Pune", "Lagos")


def long_text(piece: str, size: int = 100_000) -> str:
    """A report that opens as one and goes on with nothing but the piece."""
    return LEAD + piece * (size // len(piece))


def _named(number: int) -> str:
    """A name like no other below 17,576: "Abc Dx"."""
    return f"A{_letter(number)}{_letter(number // 26)} B{_letter(number // 676)}x"


def _letter(number: int) -> str:
    return chr(ord("a") + number % 26)


def _rows(number: int) -> str:
    return f"{_OTHER[number % 4]}, Land{number} ({1900 + number % 120})\n"


_TOLD: dict[str, Callable[[int], str]] = {
    "mayors": lambda n: f"Mayor {_named(n)} spoke. ",
    "mayors by surname": lambda n: f"Mayor {_named(n).replace(' B', 'b')} spoke. ",
    "mayors of towns": lambda n: f"Mayor {_named(n)} of {_ONE[n % 4]} saw {_OTHER[n % 3]}. ",
    "papers": lambda n: f"{_ONE[n % 4]} and {_OTHER[n % 3]} signed a sister city agreement on {n % 28 + 1} May {1900 + n % 120}.\n\n",
    "visits": lambda n: f"Mayor {_named(n % 40)} of Oslo visited Busan on {n % 28 + 1} May {1900 + n % 120}. ",
    "guests": lambda n: f"Oslo received delegations from {_named(n)} and Lima on {n % 28 + 1} May {1900 + n % 99}. ",
    "forums": lambda n: f"The {_named(n)} Forum was held in Oslo. ",
    "awards": lambda n: f"Oslo won the {_named(n)} Award. ",
    "networks": lambda n: f"Oslo joined the {_named(n)} Network of Cities. ",
    "figures": lambda n: f"Oslo has {n} sister cities. ",
    "aid": lambda n: f"Oslo donated {n} masks to Busan. ",
    "consulates": lambda n: f"Norway opened a consulate in {_OTHER[n % 4]} in {1500 + n % 500}. ",
    "ends": lambda n: f"Oslo ended its sister city agreement with {_OTHER[n % 3]} in {1500 + n % 500}. ",
    "rows": _rows,
    "rows of nobody": lambda n: f"Xyz{n}, Norway ({1900 + n % 120})\n",
}
DENSE = sorted(_TOLD)


def dense_text(name: str, size: int) -> str:
    """A report of so many characters in which each sentence or row tells something else."""
    heading = "Sister cities of Oslo\n\n" if name.startswith("rows") else "Oslo and Busan are sister cities. "
    return heading + _filled(map(_TOLD[name], range(size)), size)


def soup(size: int) -> str:
    """The field's own words in no order at all, without a rule being broken but by chance."""
    chosen = random.Random(7)  # noqa: S311  # no secret: the same soup in every run
    return LEAD + " ".join(chosen.choices(_WORDS, k=size // 5))[:size]


def _filled(told: Iterable[str], size: int) -> str:
    parts, length = [], 0
    for part in told:
        if length >= size:
            break
        parts.append(part)
        length += len(part)
    return "".join(parts)
