"""Consulates: missions that stand or open in a town, not missions whose people come to a party."""

from kinds.told import only, told


def test_a_mission_opens() -> None:
    found = only("consulate", "In 2019 Chile opened a consulate general in Chengdu.")
    assert (found.roles["sender"], found.roles["place"], found.roles["type"]) == (["Chile"], ["Chengdu"], ["consulate_general"])
    assert found.when == "2019"


def test_a_mission_stands() -> None:
    found = only("consulate", "The Japanese consulate general in Shenyang serves three provinces.")
    assert (found.roles["sender"], found.roles["place"], found.when) == (["Japan"], ["Shenyang"], None)


def test_a_mission_is_expected() -> None:
    found = only("consulate", "Bangladesh, whose consulate general is expected to open in Nanjing in 2020, trades with many cities.")
    assert (found.status, found.roles["sender"], found.when) == ("planned", ["Bangladesh"], "2020")


def test_a_guest_at_a_party_is_no_mission() -> None:
    assert (
        told("consulate", "The seminar of the sister cities was attended by officials of the Japanese consulate general in Shenyang.") == []
    )


def test_another_state_opened_one_too() -> None:
    found = told("consulate", "Poland opened a consulate general in Chengdu. Chile opened one in 2018.")
    assert [(f.roles["sender"], f.roles["place"]) for f in found] == [(["Poland"], ["Chengdu"]), (["Chile"], ["Chengdu"])]


def test_another_state_set_up_its_own() -> None:
    found = told("consulate", "There is a Polish consulate in Chengdu. Peru set up its own in 2018.")
    assert (["Peru"], "2018") in [(f.roles["sender"], f.when) for f in found]


def test_another_shop_opened() -> None:
    assert told("consulate", "The consuls of the cities met in Chengdu. Chile sells wine, and a shop opened one day.") == []


def test_consuls_of_states_to_a_city() -> None:
    found = told("consulate", "The consuls general of Germany and Japan to Shenyang came to the fair.")
    assert sorted(str(f.roles["sender"][0]) for f in found) == ["Germany", "Japan"]
    assert all(f.roles["place"] == ["Shenyang"] for f in found)


def test_a_consul_who_is_only_met_says_nothing_of_a_seat() -> None:
    assert told("consulate", "The mayor of Changchun met the consul general of Germany in the morning.") == []


def test_a_mission_whose_name_holds_its_state() -> None:
    found = only("consulate", "The Consulate General of Japan in Shenyang was opened in 1986.")
    assert (found.roles["sender"], found.roles["place"], found.when) == (["Japan"], ["Shenyang"], "1986")
