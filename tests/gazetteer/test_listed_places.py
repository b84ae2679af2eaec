"""Places as lists write them."""

import pytest

from amicity.gazetteer.clue import Clue
from amicity.gazetteer.list_names import taken
from amicity.gazetteer.reconcile import WEAK, reconciled, rivalled


def name(written: str, country: str | None, *, division: str | None = None, lies: tuple[float, float] | None = None) -> str | None:
    place = reconciled(Clue(written, country, division, *(lies or (None, None))))
    return place.id


@pytest.mark.parametrize(
    ("written", "country", "identity"),
    [
        ("Zemun (Belgrade)", "RS", "geonames:783920"),
        ("Belgrade – Zemun", "RS", "geonames:783920"),
        ("New York City – Brooklyn", "US", "geonames:5110302"),
        ("Vienna 21 – Floridsdorf", "AT", "geonames:2779469"),
        ("Lagoa, Azores", "PT", "geonames:3372965"),
        ("Aalborg Municipality", "DK", "geonames:2624886"),
        ("Trakai", "LT", "geonames:593871"),
        ("Veracruz", "MX", "geonames:3514783"),
        ("Kyoto Prefecture", "JP", "iso3166-2:JP-26"),
        ("Forst (Lausitz)", "DE", "geonames:2925832"),
        ("Lahr/Schwarzwald", "DE", "geonames:2881885"),
        ("Nanchuan District", "CN", "geonames:8544703"),
        ("Flemish Brabant", "BE", "iso3166-2:BE-VBR"),
        ("Vilnius County", "LT", "iso3166-2:LT-VL"),
        ("Hordaland", "NO", "amicity:hordaland"),
        ("Sankt_Georgen_am_Walde", "AT", "geonames:7871067"),
        ("Songpa (Seoul)", "KR", None),
        ("Kętrzyn County", "PL", None),
        ("Vilnius District Municipality", "LT", None),
        ("Prague 8", "CZ", None),
        ("São Miguel Island", "PT", None),
        ("Nowhere-upon-Never", "DE", None),
        ("Shenyang", "PK", None),
        ("", None, None),
    ],
)
def test_names_as_lists_write_them(written: str, country: str | None, identity: str | None) -> None:
    assert name(written, country) == identity


@pytest.mark.parametrize(
    ("written", "country", "lies", "identity"),
    [
        ("Columbus", "US", (32.49, -84.94), "geonames:4188985"),
        ("Columbus", "US", (39.96, -83.0), "geonames:4509177"),
        ("Kansas City", "US", (39.107, -94.676), "geonames:4273837"),
        ("London", "GB", (51.507, -0.128), "geonames:2643743"),
        ("New Delhi", "IN", (28.614, 77.209), "geonames:1261481"),
        ("Yalta", "RU", (44.499, 34.155), "geonames:688533"),
        ("Kyoto Prefecture", "JP", (35.02, 135.756), "iso3166-2:JP-26"),
        ("Columbus", "US", (0.0, 0.0), None),
        ("Prague 8", "CZ", (50.108, 14.471), None),
    ],
)
def test_where_it_lies_outranks_what_it_is_called(written: str, country: str, lies: tuple[float, float], identity: str | None) -> None:
    assert name(written, country, lies=lies) == identity


@pytest.mark.parametrize(
    ("written", "country", "identity"),
    [
        ("Zaporizhia", "UA", "geonames:687700"),
        ("Mänttä-Vilppula", "FI", "geonames:646705"),
        ("Ringerike", "NO", "geonames:3151917"),
        ("Yalta", "RU", "geonames:688533"),
        ("Prizren", "RS", "geonames:786712"),
        ("Pétion-Ville", "HT", "geonames:3719028"),
        ("Al-Zabadani", "SY", "geonames:172059"),
        ("Malung-Sälen Municipality", "SE", "geonames:2692876"),
    ],
)
def test_what_is_found_in_a_roundabout_way_says_so(written: str, country: str, identity: str) -> None:
    place = reconciled(Clue(written, country))
    assert place.id == identity
    assert [candidate.score for candidate in place.candidates] == [WEAK] and place.candidates[0].reasons


@pytest.mark.parametrize(
    ("written", "country", "identity"),
    [("Quebec", "CA", "geonames:6325494"), ("La Piedad", "MX", "geonames:4029501"), ("Tepebaşı", "TR", "geonames:299350")],
)
def test_what_may_be_another_place_waits_for_a_person(written: str, country: str, identity: str) -> None:
    place = reconciled(Clue(written, country))
    assert place.id == identity and rivalled(place)
    assert place.candidates[0].reasons and not rivalled(reconciled(Clue("Karachi", "PK")))


def test_a_territory_overseas_comes_after_the_country() -> None:
    assert name("Saint-Denis", "FR") == "geonames:2980916" and name("Saint-Denis", "RE") == "geonames:935264"


def test_one_letter_that_no_transcription_explains_is_another_place() -> None:
    assert name("Jecheon", "KR") != name("Yecheon", "KR")


def test_the_unknown_tells_its_candidates_and_why_they_were_not_taken() -> None:
    place = reconciled(Clue("Shenyang", "PK"))
    assert [candidate.id for candidate in place.candidates] == ["geonames:2034937"]
    assert "not in PK, as the list says" in place.candidates[0].reasons
    assert reconciled(Clue("Songpa (Seoul)", "KR")).candidates[0].name == "Seoul"


def test_homonyms_come_as_rivals() -> None:
    place = reconciled(Clue("Springfield", "US"))
    assert len(place.candidates) > 3
    assert reconciled(Clue("Springfield", "US", "Illinois")).id == "geonames:4250542"


def test_a_hostile_name_costs_little() -> None:
    for text in ("(" * 5000, ", " * 5000, "a-" * 5000, "– " * 5000, "a/" * 5000):
        assert list(taken(text[:500]))
