"""Names to places: a table of names news writes, and what must not be found."""

import csv
import time
from pathlib import Path

import pytest

from amicity.gazetteer import Gazetteer, GazetteerError, open_gazetteer
from amicity.terms.place import Level

NAMES = list(csv.DictReader((Path(__file__).parent / "names.csv").open(encoding="utf-8")))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize("row", NAMES, ids=lambda row: "|".join(filter(None, (row["name"], row["country"], row["admin"], row["near"]))))
def test_names_as_news_writes_them(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    place = gazetteer.resolve(row["name"], country=row["country"] or None, admin=row["admin"] or None, near=row["near"].split())
    assert (place.id or "", place.country or "", place.level) == (row["id"], row["code"], row["level"])


@pytest.mark.parametrize(
    "text",
    [
        *("Of course", "Police said", "Nice weather", "Reading the text", "Mayor Khan", "Best wishes", "University", "March 4", "Friday"),
        *("David Jones", "Us too", "us troops", "shenyang", "Karachis", "Shenyangese", "Northern", "Central", "Xyzzyville", "", "1234"),
        *("Chinese", "In March, Germany won", "Elon Musk", "Bank of China", "White House"),
    ],
)
def test_no_place_is_found_where_none_is_named(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.longest(text, 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shenyang and Karachi", "Shenyang"),
        ("SHENYANG, Aug. 10", "SHENYANG"),
        ("RIO DE JANEIRO (AP)", "RIO DE JANEIRO"),
        ("Xi’an's mayor", "Xi’an"),
        ("New York City, where", "New York City"),
        ("New York\nCity", "New York\nCity"),
        ("Frankfurt am Main is", "Frankfurt am Main"),
        ("St. Petersburg-based", "St. Petersburg"),
        ("U.S. and", "U.S."),
        ("US troops", "US"),
        ("China-Pakistan", "China"),
        ("Washington, D.C. is", "Washington, D.C."),
        ("São Paulo", "São Paulo"),
        ("Sa\u0303o Paulo", "Sa\u0303o Paulo"),
        ("Reading, England", "Reading"),
        ("Nice (France)", "Nice"),
        ("Jackson, Mississippi", "Jackson"),
        ("沈阳市和卡拉奇", "沈阳市"),
    ],
)
def test_the_longest_name_ends_at_a_word(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert text[: gazetteer.longest(text, 0)] == name


def test_a_name_does_not_start_inside_a_word(gazetteer: Gazetteer) -> None:
    assert gazetteer.longest("McParis", 2) is None
    assert gazetteer.longest("in Paris", 3) == 8


def test_rivals_come_with_reasons(gazetteer: Gazetteer) -> None:
    first, second, *_ = gazetteer.resolve("Georgia").candidates
    assert (first.id, second.id) == ("geonames:614540", "iso3166-2:US-GA")
    assert "a country" in first.reasons
    assert 0 < second.score < first.score <= 1
    assert "the largest of 2 places of that name" in gazetteer.resolve("Dunedin").candidates[0].reasons
    assert gazetteer.resolve("Shenyang").candidates == ()


def test_a_place_elsewhere_is_no_answer_but_is_told(gazetteer: Gazetteer) -> None:
    place = gazetteer.resolve("Shenyang", country="PK")
    assert (place.id, place.name, place.country) == (None, "Shenyang", "PK")
    assert [rival.id for rival in place.candidates] == ["geonames:2034937"]
    assert "not in PK, as the text says" in place.candidates[0].reasons


def test_entries_tell_where_and_how_many(gazetteer: Gazetteer) -> None:
    shenyang = gazetteer.entries("Shenyang")[0]
    assert (shenyang.admin, shenyang.level) == ("Liaoning", Level.CITY)
    assert (round(shenyang.latitude or 0), round(shenyang.longitude or 0)) == (42, 123)
    assert (shenyang.population or 0) > 5_000_000
    assert gazetteer.entries("Reading")[0].country == "GB"
    assert gazetteer.entries("Nowhereville") == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the_United_States", "US"),
        ("South_Korea", "KR"),
        ("Taiwan_(Republic_of_China)", "TW"),
        ("the_Republic_of_Ireland", "IE"),
        ("Bosnia_and_Herzegovina", "BA"),
        ("The Gambia", "GM"),
        ("Germany ", "DE"),
        ("Wales", "GB"),
        ("Georgia", "GE"),
        ("Punjab", None),
        ("Kazakhstah", None),
        ("NaN", None),
    ],
)
def test_country_names_give_codes(gazetteer: Gazetteer, name: str, code: str | None) -> None:
    assert gazetteer.country_code(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Chinese", "CN"),
        ("Pakistani", "PK"),
        ("Dutch", "NL"),
        ("Filipinos", "PH"),
        ("South Korean", "KR"),
        ("chinese", None),
        ("Swissair", None),
    ],
)
def test_words_for_peoples(gazetteer: Gazetteer, word: str, code: str | None) -> None:
    assert gazetteer.demonym(word) == code


def test_ids_and_codes_lead_back(gazetteer: Gazetteer) -> None:
    shenyang, china = gazetteer.by_id("geonames:2034937"), gazetteer.country("cn")
    assert shenyang is not None and shenyang.name == "Shenyang"
    assert china is not None and (china.name, china.level) == ("China", Level.COUNTRY)
    assert gazetteer.by_id("geonames:0") is None
    assert gazetteer.country("ZZ") is None


def test_an_uncompiled_gazetteer_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"python -m amicity\.gazetteer\.compile"):
        open_gazetteer(tmp_path)
    (tmp_path / "format.txt").write_text("0\n")
    with pytest.raises(GazetteerError, match="format 0"):
        open_gazetteer(tmp_path)


def test_a_hostile_text_costs_no_more_than_its_length(gazetteer: Gazetteer) -> None:
    text = "San " * 25_000
    began = time.process_time()
    for start in range(0, len(text), 40):
        gazetteer.longest(text, start)
    assert time.process_time() - began < 1.0
