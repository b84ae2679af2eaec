"""Forums: gatherings with a name that bring partners together, not feasts of one town."""

from kinds.told import only, told


def test_a_forum_is_held() -> None:
    found = only("forum", "The 5th World Ocean Cities Forum was held in Lisbon on 4 May 2021.")
    assert (found.roles["name"], found.roles["edition"], found.roles["place"]) == (["5th World Ocean Cities Forum"], [5], ["Lisbon"])
    assert found.when == "2021-05-04"


def test_a_session_of_something_without_a_word_for_it() -> None:
    found = only("forum", "The sister cities met. The second session of the Dialogue in Liaoning activity was held in 2020.")
    assert (found.roles["name"], found.roles["edition"], found.when) == (["Dialogue in Liaoning"], [2], "2020")


def test_a_feast_of_one_town_is_none() -> None:
    assert told("forum", "Leeds is twinned with Lille. The Leeds Beer Festival opened on Friday.") == []


def test_its_organisers_are_told_apart() -> None:
    found = only(
        "forum", "The Ocean Cities Forum was held in Lisbon. The forum was organised by the City of Lisbon and the Blue Cities Network."
    )
    assert found.roles["organiser"] == ["City of Lisbon", "Blue Cities Network"]


def test_its_guests_are_a_list() -> None:
    found = only(
        "forum",
        "The Ocean Cities Forum opened in Lisbon. It was attended by mayors from Cork in Ireland, Recife in Brazil and Qingdao in China.",
    )
    assert found.roles["participant"] == ["Cork", "Recife", "Qingdao"]


def test_another_meeting_adds_nothing() -> None:
    found = only("forum", "The Ocean Cities Forum was held in Lisbon. The council of Cork, a twin town, heard the mayor.")
    assert "participant" not in found.roles


def test_who_convenes_a_forum_is_none() -> None:
    text = "The Forum of Twin Towns was held in Graz, organised by {}."
    names = [f.roles["name"] for f in told("forum", text.format("the Congress of Local Authorities"))]
    assert names == [["Forum of Twin Towns"]]
    assert len(told("forum", "The Forum of Twin Towns was held in Graz. The Congress of Twin Towns was held in Linz.")) == 2
