"""Figures: what a number counts, and over which stretch."""

from kinds.told import only, told


def _counted(text: str) -> dict[object, tuple[object, str | None]]:
    """The measure and the date of each number."""
    return {f.roles["value"][0]: (f.roles["measure"][0], f.when) for f in told("figure", text)}


def test_a_total_that_includes_sister_cities_counts_partners() -> None:
    found = _counted("Graz keeps cooperative ties with 30 cities, including 12 sister cities and 18 others.")
    assert (found[30][0], found[12][0]) == ("partner_cities", "sister_cities")


def test_a_stretch_is_carried_on_where_the_text_goes_on() -> None:
    head = "5 March 2020\n\nSince 2014 Graz has received 9 delegations from abroad. "
    assert _counted(head + "In addition, Graz received 40 foreign delegations of students.")[40][1] == "2014/2020-03-05"
    assert _counted(head + "Graz received 40 foreign delegations of students.")[40][1] == "2020-03-05"


def test_thousands_may_be_parted_by_spaces() -> None:
    assert 281_711 in _counted("Katowice, a sister city, has a population of 281 711 people.")


def test_the_cities_named_before_are_not_counted() -> None:
    head = "Nairobi hosted guests from Denver and Kunming. "
    assert not _counted(head + "The exchange brought together water experts from the three cities.")
    assert 3 in _counted(head + "The forum brought together water experts from three cities.")


def test_a_state_has_sister_cities_too() -> None:
    (found,) = told("figure", "At a meeting in Graz it was said that Japan has 120 sister cities in China.")
    assert found.roles["about"] == ["Japan"]
    (found,) = told("figure", "In Japan, Graz has 2 sister cities.")
    assert found.roles["about"] == ["Graz"]


def test_ties_between_two_states_are_counted_of_both() -> None:
    (found,) = told("figure", "There are 68 sister city relationships between Japanese and Polish cities.")
    assert found.roles["about"] == ["Japan", "Poland"]


def test_where_there_are_ties_is_what_the_number_is_about() -> None:
    (found,) = told("figure", "News from Graz, No. 4 Sister City News. In Austria, there are 12 sister cities of towns in Japan.")
    assert (found.roles["about"], found.roles["value"]) == (["Austria"], [12])


def test_who_has_is_whom_the_number_is_about() -> None:
    (found,) = told("figure", "Tampico is a friendship city of McAllen, and McAllen has sister city relationships with 14 other cities.")
    assert found.roles["about"] == ["McAllen"]


def test_it_means_the_town_that_the_sentence_before_opened_with() -> None:
    text = (
        "Hobart, Yaizu and L'Aquila are named on the square of Hobart, and Hobart's harbour has a garden. {} Today it has 12 sister cities."
    )
    assert only("figure", text.format("Yaizu lies on the coast.")).roles["about"] == ["Yaizu"]
    assert only("figure", text.format("There is much to see.")).roles["about"] == ["Hobart"]


def test_delegates_are_counted_where_they_gathered() -> None:
    text = "The conference of twin towns opened in Ystad. The 32 delegates {}."
    assert told("figure", text.format("paid their own way")) == []
    assert [f.roles["value"] for f in told("figure", text.format("gathered in the town hall"))] == [[32]]
