from dataclasses import replace
from datetime import date

from amicity.register import fold
from amicity.terms.place import Place
from amicity.terms.relation import Relation
from amicity_web.public.bars import MOST, countries
from amicity_web.public.growth import LONGEST, growth
from builders import BELFAST, KARACHI, SAPPORO, SHENYANG, accept_all, relation

DAY = date(2022, 10, 17)
CODES = ("AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE")
TOLD = [
    relation(SHENYANG, SAPPORO, when="1980-11-18", report="a"),
    relation(SHENYANG, KARACHI, when="2021-12-09", report="b"),
    relation(SHENYANG, BELFAST, when="2021", report="c"),
]


def ties() -> list[Relation]:
    return list(fold(TOLD, [accept_all()]).relations)


def test_each_year_is_as_tall_as_the_ties_begun_by_then() -> None:
    picture = growth(ties(), day=DAY)
    assert picture is not None
    assert (picture["first"], picture["last"], picture["wide"], picture["high"]) == (1980, 2022, 43, 3)
    assert [bar["tall"] for bar in picture["bars"]] == [1] * 41 + [3, 3]
    assert picture["told"] == "1980: 1, 2021: 3"
    assert all(bar["top"] + bar["tall"] == 3 for bar in picture["bars"])


def test_what_has_no_date_is_said_and_not_drawn() -> None:
    undated = replace(ties()[0], since=None)
    picture = growth([*ties(), undated], day=DAY)
    assert picture is not None and picture["high"] == 3 and "1 more has no date" in picture["says"]


def test_too_few_dated_ties_make_no_picture() -> None:
    assert growth(ties()[:2], day=DAY) is None
    assert growth([], day=DAY) is None
    assert growth(ties(), day=date(1990, 1, 1)) is None


def test_a_day_too_far_makes_no_picture() -> None:
    assert growth(ties(), day=date(1980 + LONGEST, 1, 1)) is not None
    assert growth(ties(), day=date(9999, 12, 31)) is None


def test_a_long_list_of_countries_leaves_the_rest_to_the_table() -> None:
    partners = [relation(SHENYANG, Place(f"Town {code}", code), form="sister", when="2001", report=code) for code in CODES]
    chart = countries(fold(partners, [accept_all()]), SHENYANG.key, day=DAY)
    assert chart is not None and len(chart["lines"]) == MOST and chart["more"] == len(CODES) - MOST


def test_countries_stand_by_the_number_of_their_ties() -> None:
    register = fold(TOLD, [accept_all()])
    chart = countries(register, SHENYANG.key, day=DAY)
    assert chart is not None and chart["scale"] == 1
    assert [line["label"] for line in chart["lines"]] == ["Japan", "Pakistan", "United Kingdom"]
    assert countries(register, KARACHI.key, day=DAY) is None
