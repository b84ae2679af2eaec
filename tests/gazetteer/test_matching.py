"""Names of lists, and when there is no doubt about them."""

import csv
from pathlib import Path

import pytest

from amicity.gazetteer import open_gazetteer
from amicity.gazetteer.matching import Hints, Match, matches
from amicity.gazetteer.whereabouts import DIVISIONS, TOWNS

CITIES_OF_WIKIDATA = Path(__file__).parents[3] / "shared" / "data" / "wikidata-2022" / "pairs.csv"


def first(name: str, **hints: object) -> Match:
    return matches(open_gazetteer(), name, Hints(**hints))[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "hints", "meant", "sure"),
    [
        ("Karachi", {"country": "PK"}, "geonames:1174872", True),
        ("KARACHI ", {}, "geonames:1174872", True),
        ("Karachi (Pakistan)", {}, "geonames:1174872", True),
        ("City of Karachi", {"country": "PK"}, "geonames:1174872", True),
        ("Karachii", {"country": "PK"}, "geonames:1174872", False),
        ("Karachi", {"country": "PK", "unclear": True}, "geonames:1174872", False),
        ("Cambridge", {"levels": TOWNS}, "geonames:2653941", False),
        ("Cambridge", {"levels": TOWNS, "country": "GB"}, "geonames:2653941", True),
        ("Cambridge", {"levels": TOWNS, "point": (42.37, -71.11)}, "geonames:4931972", True),
        ("Cambridge", {"levels": TOWNS, "admin": "Nowhere"}, "geonames:2653941", False),
        ("New Jersey", {"levels": TOWNS, "country": "US"}, None, False),
        ("Liaoning", {"levels": DIVISIONS}, "iso3166-2:CN-LN", True),
    ],
)
def test_a_name_with_what_stands_beside_it(name: str, hints: dict[str, object], meant: str | None, sure: bool) -> None:
    found = first(name, **hints)
    assert (found.entry.id == meant or meant is None) and found.sure is sure, found


@pytest.mark.parametrize("name", ["", " ", "Zzzzzzz Qqqqq", "\0", "1234", "x" * 100_000, "(((((", "a,b,c,d", "\ud800abc", "%s" * 50])
def test_what_is_no_name_matches_nothing_for_sure(name: str) -> None:
    assert not any(match.sure for match in matches(open_gazetteer(), name, Hints()))


def test_the_features_make_the_score() -> None:
    found = first("Karachi", country="PK", population=11_000_000)
    assert abs(sum(found.features.values()) - found.score) < 0.5 and found.features["population"] > 4


def test_of_wikidatas_cities_hardly_one_is_matched_wrongly() -> None:
    if not CITIES_OF_WIKIDATA.exists():
        pytest.skip("the list is not at hand")
    gazetteer = open_gazetteer()
    cities = {}
    with CITIES_OF_WIKIDATA.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for side in "ab":
                cities[row[f"qid_{side}"]] = (
                    row[f"city_{side}"],
                    row[f"country_{side}"],
                    float(row[f"lat_{side}"]),
                    float(row[f"lon_{side}"]),
                )
    sure = wrong = 0
    for name, country, latitude, longitude in cities.values():
        code = gazetteer.country_code(country)
        found = matches(gazetteer, name, Hints(country=code, unclear=code is None, levels=TOWNS), limit=1)
        if found and found[0].sure and (entry := found[0].entry).latitude is not None and entry.longitude is not None:
            sure += 1
            wrong += abs(entry.latitude - latitude) > 2 or abs(entry.longitude - longitude) > 2 / max(0.2, abs(90 - abs(latitude)) / 90)
    assert sure > 0.85 * len(cities) and wrong <= 0.002 * sure, (sure, wrong)
