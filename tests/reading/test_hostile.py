"""No text breaks the reader: it answers at once, the same twice, and each quote is a slice of the text."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amicity.reading import read
from amicity.terms.finding import Finding
from amicity.terms.report import Report

_WORDS = [
    "Sister",
    "city",
    "sister cities",
    "Shenyang",
    "Karachi,",
    "Pakistan",
    "and",
    "signed",
    "Mayor",
    "delegation",
    "of",
    "from",
    "the",
    "visited",
    "agreement",
    "on 3 May 2019.",
    "\n",
    "(",
    ")",
    "-",
    "\x00",
    "\ud800",
    "’s",
    "İ",
    "e\u0301",
    "22",
    "in",
    ";",
    '"',
    "|",
    "\t",
    "•",
    "Buk-gu",
    "mayors",
    "Consul General",
]
_LIMIT = 2.0
"""Seconds of the processor for 100 kB: the slowest takes 0.3 on a busy machine; a pattern that backtracks, minutes."""


def _report(text: str) -> Report:
    return Report(source="hostile.txt", text=text)


def _assert_grounded(text: str, findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        spans = [finding.quote, *finding.also, *(m.span for mentions in finding.roles.values() for m in mentions)]
        assert all(text[s.start : s.end] == s.text for s in spans)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)))
@example("¹A")
def test_every_quote_is_its_slice_and_reading_twice_is_the_same(text: str) -> None:
    text = "Sister cities: " + text
    found = read(_report(text))
    _assert_grounded(text, found)
    assert read(_report(text)) == found


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "[",
        "9",
        "a",
        "A",
        '"',
        "\n",
        " ",
        ".",
        "A.",
        "Mayor ",
        "Mayor of ",
        "Shenyang ",
        "Shenyang, ",
        "sister city ",
        "and ",
        "signed agreement ",
        "delegation from ",
        "1/",
        "Aa",
        "| ",
        "\t",
        "\x00",
        "\ud800",
        "İ",
        "in May ",
        "X Y ",
        "sister-",
        "Congress on ",
        "A Company of ",
        "the two cities ",
        "A-",
        "citycityOslo",
        "visited Oslo on Friday ",
        "22 sister cities in 12 countries, ",
        "• Oslo\n",
        "| Oslo ",
        "a\n",
        "e\u0301",
        "\u202e\u05d0\u200b ",
    ],
    ids=repr,
)
def test_a_long_text_of_one_piece_is_read_in_time(piece: str) -> None:
    text = "The sister cities of Oslo signed. " + piece * (100_000 // len(piece))
    started = time.process_time()
    found = read(_report(text))
    assert time.process_time() - started < _LIMIT
    _assert_grounded(text, found)
