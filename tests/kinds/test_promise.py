"""Promises: invitations, pledges and hopes that one side addresses to the other."""

from kinds.told import only, told

TIE = "Busan and Auckland are sister cities. "


def test_an_invitation_falls_due_when_the_guests_are_to_come() -> None:
    found = only(
        "promise", TIE + "The mayor of Busan, Min Park, invited the mayor of Auckland, Joy Hall, to the city festival in May 2025."
    )
    assert (found.status, found.when) == ("planned", "2025-05")
    assert (found.roles["by"], found.roles["to"], found.roles["strength"]) == (["Busan"], ["Auckland"], ["invitation"])


def test_an_invitation_accepted_came_from_the_place_to_be_visited() -> None:
    found = only("promise", TIE + "The mayor of Auckland accepted an invitation to visit Busan.")
    assert (found.roles["by"], found.roles["to"]) == (["Busan"], ["Auckland"])


def test_tenders_are_invited_from_nobody() -> None:
    assert told("promise", TIE + "Busan invited tenders for the bridge.") == []


def test_one_side_pledges() -> None:
    found = only("promise", TIE + "Busan will donate two buses to Auckland.")
    assert (found.roles["by"], found.roles["to"], found.roles["strength"]) == (["Busan"], ["Auckland"], ["pledge"])


def test_both_sides_agree() -> None:
    found = only(
        "promise",
        "Busan and Auckland signed a sister city agreement. The two cities agreed to strengthen cooperation in tourism and education.",
    )
    assert found.roles["by"] == found.roles["to"] == ["Busan", "Auckland"]
    assert (found.roles["strength"], found.roles["field"]) == (["agreed"], ["tourism", "education"])


def test_an_agreement_of_companies_is_none() -> None:
    assert (
        told("promise", "Mayors welcomed the news. The breweries of Busan and Auckland agreed to merge.", closing="Mayors may write to us.")
        == []
    )


def test_a_hope_addressed_to_the_partner() -> None:
    found = only("promise", TIE + "The mayor of Busan, Min Park, said he hopes that the two cities will deepen cooperation in tourism.")
    assert (found.status, found.roles["by"], found.roles["to"], found.roles["strength"]) == ("hoped", ["Busan"], ["Auckland"], ["hope"])


def test_readiness_to_send() -> None:
    found = only("promise", TIE + "The mayor of Busan, Min Park, said that Busan is ready to send teachers to Auckland.")
    assert (found.roles["by"], found.roles["to"], found.roles["strength"]) == (["Busan"], ["Auckland"], ["hope"])


def test_a_hope_for_fair_weather_is_none() -> None:
    assert told("promise", TIE + "The mayor of Busan, Min Park, said he hopes that the rain will stop.") == []


def test_an_invitation_received_came_from_the_place_to_be_visited() -> None:
    found = only("promise", TIE + "The mayor of Auckland received an invitation to visit Busan.")
    assert (found.roles["by"], found.roles["to"]) == (["Busan"], ["Auckland"])


def test_they_agreed_and_the_delegation_promised() -> None:
    agreed = only("promise", TIE + "They agreed to hold a youth camp every year.")
    assert agreed.roles["by"] == agreed.roles["to"] == ["Busan", "Auckland"]
    visit = "Auckland Mayor Joy Hall received a delegation from Busan. "
    pledged = only("promise", TIE + visit + "The delegation promised to send two nurses by the end of 2025.")
    assert (pledged.roles["by"], pledged.roles["to"], pledged.when) == (["Busan"], ["Auckland"], "2025")


def test_the_day_of_the_visit_is_not_when_a_promise_falls_due() -> None:
    found = only("promise", TIE + "A team from Busan that went to Auckland on 24 June 2020 agreed to train two nurses.")
    assert found.when is None


def test_they_may_agree_with_somebody_else() -> None:
    assert told("promise", "They agreed to hold a youth camp. Busan has a sister city.") == []


def test_whom_one_invites_is_not_who_invites() -> None:
    mayors = "The mayor of Busan, Min Park, met the mayor of Auckland, Joy Hall. "
    found = only("promise", TIE + mayors + "He invited Hall to the Busan Harbour Festival in July 2025.")
    assert (found.roles["by"], found.roles["to"]) == (["Busan"], ["Auckland"])


def test_a_hope_to_send_somebody_is_addressed_to_the_partner() -> None:
    found = only("promise", TIE + "The mayor of Auckland, Joy Hall, said Auckland hopes to send twenty pupils to Busan next spring.")
    assert (found.status, found.roles["by"], found.roles["to"]) == ("hoped", ["Auckland"], ["Busan"])
    assert told("promise", TIE + "Auckland hopes to send a clear message.") == []
