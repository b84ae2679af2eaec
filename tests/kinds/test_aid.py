"""Aid: what one place sent to another, in the active, in the passive and as received."""

from kinds.told import only, told

TIE = "Graz and Pula are twin towns. "


def test_money_sent() -> None:
    found = only("aid", TIE + "After the earthquake Graz donated 20,000 euros to Pula.")
    assert (found.roles["giver"], found.roles["recipient"]) == (["Graz"], ["Pula"])
    assert (found.roles["what"], found.roles["reason"]) == (["20,000 euros"], ["the earthquake"])


def test_goods_received() -> None:
    found = only("aid", TIE + "Pula received 300 blankets from Graz.")
    assert (found.roles["giver"], found.roles["recipient"], found.roles["what"]) == (["Graz"], ["Pula"], ["300 blankets"])


def test_goods_given_in_the_passive() -> None:
    found = only("aid", "The 2,000 masks donated by Sasebo to Xiamen, its sister city, have arrived.")
    assert (found.roles["giver"], found.roles["recipient"], found.roles["what"]) == (["Sasebo"], ["Xiamen"], ["2,000 masks"])


def test_partners_left_unnamed_stay_unnamed() -> None:
    assert only("aid", "Graz has sent 500 blankets to three of its sister cities.").roles["recipient"] == [None]


def test_the_year_of_the_tie_is_not_that_of_the_gift() -> None:
    found = only("aid", "Yokohama, which became a sister city of Shanghai in 1973, donated 10,000 masks to Shanghai.")
    assert found.when is None


def test_a_delegation_is_no_aid() -> None:
    assert told("aid", TIE + "Graz sent a delegation to Pula.") == []
