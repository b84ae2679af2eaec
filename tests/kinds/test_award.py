"""Awards: a prize with a name, and who received it."""

from kinds.told import only, told

TIE = "Oulu and Dalian are sister cities. "


def test_a_prize_received() -> None:
    found = only("award", TIE + "In 2019 Dalian received the Partner City Award from Oulu.")
    assert (found.roles["name"], found.roles["recipient"], found.roles["grantor"]) == (["Partner City Award"], ["Dalian"], ["Oulu"])
    assert found.when == "2019"


def test_a_title_conferred() -> None:
    found = only("award", TIE + "The city of Oulu conferred honorary citizenship on the mayor of Dalian, Wei Chen.")
    assert (found.roles["name"], found.roles["grantor"]) == (["honorary citizenship"], ["Oulu"])


def test_a_prize_of_no_place_is_none() -> None:
    assert told("award", TIE + "The film won the Golden Prize.") == []
