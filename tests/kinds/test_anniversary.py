"""Anniversaries: birthdays of ties, not of harbours."""

from kinds.told import only, told


def test_an_anniversary_of_a_tie() -> None:
    found = only("anniversary", "In 2023 Porto and Bristol marked the 40th anniversary of their twinning.")
    assert (found.roles["party"], found.roles["years"], found.when) == (["Porto", "Bristol"], [40], "2023")


def test_a_jubilee_by_its_metal() -> None:
    found = only("anniversary", "Porto and Bristol celebrated the golden jubilee of their twinning.")
    assert (found.roles["party"], found.roles["years"]) == (["Porto", "Bristol"], [50])


def test_years_of_a_tie_celebrated() -> None:
    found = only("anniversary", "The town of Graz celebrated 30 years of twinning with Pula.")
    assert (found.roles["party"], found.roles["years"]) == (["Graz", "Pula"], [30])


def test_years_as_partners_marked() -> None:
    found = only("anniversary", "Graz and Pula marked 25 years as twin towns with a concert.")
    assert (found.roles["party"], found.roles["years"]) == (["Graz", "Pula"], [25])


def test_a_harbour_has_its_own_birthday() -> None:
    assert told("anniversary", "Porto and Bristol are twin towns. Porto marked the 100th anniversary of the opening of its harbour.") == []


def test_years_that_nobody_celebrates() -> None:
    assert told("anniversary", "After 30 years of friendship the letters between Graz and Pula stopped.") == []


def test_a_body_s_birthday_is_no_tie_s() -> None:
    text = "The mayor of Carlow, Fintan Doe, went to Tempe for the 50th anniversary of {}."
    assert told("anniversary", text.format("Sister Cities International")) == []
    assert len(told("anniversary", text.format("the sister city tie with Tempe"))) == 1


def test_a_town_s_own_birthday_is_no_tie_s() -> None:
    text = "The mayor of Carlow, Fintan Doe, went to Tempe to celebrate {} 50th anniversary."
    assert told("anniversary", text.format("the city's")) == []
    assert len(told("anniversary", text.format("the two cities'") + " Carlow and Tempe are sister cities.")) <= 1
    assert len(told("anniversary", "The mayor of Carlow, Fintan Doe, went to Tempe to celebrate the 50th anniversary of the tie.")) == 1
