"""Rankings: by a measure of the codebook, or first in time."""

from kinds.told import only, told

TIE = "Dalian and Oulu are sister cities. "


def test_a_rank_by_the_number_of_something() -> None:
    found = only("ranking", TIE + "Dalian ranks second in Liaoning by the number of sister cities.")
    assert (found.roles["about"], found.roles["measure"], found.roles["rank"], found.roles["among"]) == (
        ["Dalian"],
        ["sister_cities"],
        [2],
        ["Liaoning"],
    )


def test_the_third_largest() -> None:
    found = only("ranking", TIE + "Oulu is the third largest city in Finland.")
    assert (found.roles["about"], found.roles["measure"], found.roles["rank"]) == (["Oulu"], ["population"], [3])


def test_a_match_is_no_ranking() -> None:
    assert told("ranking", TIE + "Oulu came second in the match.") == []


def test_the_first_of_its_ties() -> None:
    found = only("ranking", "Oulu became Dalian's first sister city in 1990.")
    assert (found.roles["about"], found.roles["measure"], found.when) == (["Oulu"], ["first_in_time"], "1990")


def test_the_second_foreign_city_to_twin() -> None:
    found = only("ranking", TIE + "Oulu was the second foreign city to become a sister city of Dalian.")
    assert (found.roles["about"], found.roles["rank"]) == (["Oulu"], [2])


def test_a_first_mayor_is_none() -> None:
    assert told("ranking", "Oulu and Dalian are twin towns. Oulu's first mayor was a baker.") == []
