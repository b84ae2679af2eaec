"""Services: what a place provides for foreigners."""

from kinds.told import only, told


def test_a_known_wording() -> None:
    found = only(
        "service", "Dalian and Oulu are sister cities. The foreign affairs office of Dalian opened a green channel for foreign investors."
    )
    assert (found.roles["service"], found.roles["place"]) == (["green channel"], ["Dalian"])


def test_whatever_is_said_to_be_for_foreigners() -> None:
    found = told("service", "Dalian, a sister city of Oulu, runs a bilingual app and a housing desk for foreign residents.")
    assert sorted(str(f.roles["service"][0]) for f in found) == ["bilingual app", "housing desk"]


def test_a_hotline_for_gardeners_is_none() -> None:
    assert told("service", "Dalian opened a hotline for gardeners. Dalian and Oulu are sister cities.") == []
