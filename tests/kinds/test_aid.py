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


def test_gifts_to_come_and_gifts_considered() -> None:
    planned = only("aid", TIE + "Graz will donate one of its fire engines to Pula.")
    proposed = only("aid", TIE + "Graz is considering donating two ambulances to Pula next year.")
    assert (planned.status, proposed.status) == ("planned", "proposed")
    assert planned.roles["recipient"] == proposed.roles["recipient"] == ["Pula"]


def test_help_to_build_and_thanks_for_help() -> None:
    helped = only("aid", TIE + "Over the years Graz has helped Pula to build two schools.")
    thanked = only("aid", TIE + "Pula Mayor Ana Babic thanked Graz for the two ambulances.")
    assert helped.roles["giver"] == thanked.roles["giver"] == ["Graz"]
    assert helped.roles["recipient"] == thanked.roles["recipient"] == ["Pula"]


def test_the_partner_city_is_the_other_of_the_two() -> None:
    found = only("aid", TIE + "Graz has sent its partner city three convoys with medicines.")
    assert (found.roles["giver"], found.roles["recipient"]) == (["Graz"], ["Pula"])


def test_a_donation_by_somebody() -> None:
    found = only("aid", TIE + "The ceremony followed the donation of five laptops by Graz to a school in Pula.")
    assert (found.roles["giver"], found.roles["recipient"]) == (["Graz"], ["Pula"])


def test_keepsakes_thanks_and_hopes_are_no_aid() -> None:
    for text in (
        "Graz donated a bronze bell to Pula.",
        "Pula thanked Graz for the warm welcome.",
        "Graz hopes to help Pula build a school.",
    ):
        assert told("aid", TIE + text) == []


def test_all_of_a_list_gave() -> None:
    found = only("aid", TIE + "Masks donated by the cities of Graz, Linz and Steyr have been handed over to Pula.")
    assert (found.roles["giver"], found.roles["recipient"]) == (["Graz", "Linz", "Steyr"], ["Pula"])


def test_what_somebody_said_would_be_given_is_to_come() -> None:
    found = only("aid", TIE + "The mayor of Graz said the council would donate two garbage trucks to Pula.")
    assert (found.status, found.roles["recipient"]) == ("planned", ["Pula"])


def test_what_was_donated_by_a_council_needs_no_known_goods() -> None:
    found = only("aid", TIE + "The mobile sawmill was donated by the city council of Graz to its twin town of Pula.")
    assert (found.roles["giver"], found.roles["recipient"], found.roles["what"]) == (["Graz"], ["Pula"], ["The mobile sawmill"])
