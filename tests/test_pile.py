"""The bundled pile: its listing names each report once and says what it is."""

import tomllib
from collections import Counter
from pathlib import Path

from amicity.gazetteer import open_gazetteer
from amicity.kinds import kinds
from amicity.reading import read
from amicity.sources import load
from amicity.terms.confidence import Confidence
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade

PILE = Path(__file__).parent.parent / "pile"
LISTING = tomllib.loads((PILE / "pile.toml").read_text(encoding="utf-8"))


def test_the_listing_names_each_report_once() -> None:
    listed = [report["file"] for report in LISTING["report"]]
    assert sorted(listed) == sorted(f.name for f in PILE.iterdir() if f.suffix in {".txt", ".html"})
    assert len(listed) >= 15


def test_each_report_has_a_grade_a_day_and_an_address_of_nobody() -> None:
    for report in LISTING["report"]:
        assert Grade(report["grade"])
        assert PartialDate(report["published"])
        assert ".example/" in report["address"]


def test_the_home_city_and_the_policy_can_be_used() -> None:
    home, policy = LISTING["home"], LISTING["policy"]
    place = open_gazetteer().by_id(home["id"])
    assert place and place.name == home["name"]
    assert policy["by"] and policy["reason"]
    assert [Confidence(c) for c in policy["confidences"]] == [Confidence.A]
    assert {Grade(g) for g in policy["grades"]} < set(Grade)


def test_the_published_counts_stand_in_the_text_of_the_pages() -> None:
    count_2021 = load(PILE / "03-shenyang-friends-2021.html").text
    count_2022 = load(PILE / "06-shenyang-overview-2022.txt").text
    assert "100 cities in 44 countries, including 22 sister cities and 78 friendly cooperative cities" in count_2021
    assert "100 cities in 43 countries, including 23 sister cities and 77 friendly cooperative cities" in count_2022
    assert "Related news" not in count_2021


def test_the_pile_shows_every_kind_at_least_twice() -> None:
    told = Counter(f.kind for path in sorted(PILE.glob("*")) if path.suffix in (".txt", ".html") for f in read(load(path)))
    assert {kind: told[kind] for kind in kinds() if told[kind] < 2} == {}
