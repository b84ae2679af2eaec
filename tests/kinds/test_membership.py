"""Memberships: of places in networks, not of people in councils."""

import pytest

from kinds.told import only, told

TIE = "Porto is a twin town of Bristol. "


@pytest.mark.parametrize(
    ("text", "network", "change"),
    [
        ("Porto joined the Atlantic Cities Network in 2015.", "Atlantic Cities Network", "joined"),
        ("In 2020 Porto left the League of River Cities.", "League of River Cities", "left"),
        ("The city is also a member of Eurocities.", "Eurocities", "joined"),
    ],
)
def test_a_place_joins_or_leaves(text: str, network: str, change: str) -> None:
    found = only("membership", TIE + text)
    assert (found.roles["place"], found.roles["network"], found.roles["change"]) == (["Porto"], [network], [change])


def test_a_network_admits_places() -> None:
    found = told("membership", "The Atlantic Cities Network admitted two new members, among them Porto and Bristol.")
    assert [f.roles["place"] for f in found] == [["Porto"], ["Bristol"]]


def test_a_network_that_admits_an_error_admits_nobody() -> None:
    assert told("membership", TIE + "The Atlantic Cities Network admitted that it had met in Porto.") == []


def test_a_person_in_a_council_is_none() -> None:
    assert told("membership", TIE + "Rui Costa, the mayor, is a member of the Municipal Council of Porto. He left Bristol on Friday.") == []


def test_who_is_to_leave_a_network_has_not_left() -> None:
    text = "Kalisz {} the Amber Cities Network."
    assert [(f.status, f.roles["change"]) for f in told("membership", text.format("will leave"))] == [("planned", ["left"])]
    assert [(f.status, f.roles["change"]) for f in told("membership", text.format("has decided to leave"))] == [("happened", ["left"])]
    assert [(f.status, f.roles["change"]) for f in told("membership", text.format("left"))] == [("happened", ["left"])]


def test_a_member_since_a_year_is_dated() -> None:
    text = "Rosario has been a member of the River Cities Network since {}."
    assert only("membership", text.format("1995")).when == "1995"
    assert only("membership", text.format("the flood")).when is None
