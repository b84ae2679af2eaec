"""Towns called by their country or division, and when such a wording names none."""

import pytest

from amicity.reading import read
from amicity.terms.confidence import Confidence
from amicity.terms.report import Report

HEAD = "GDYNIA, Poland, 4 May 2021 - A delegation from Karachi came to Gdynia on Monday."


def partners(text: str) -> list[tuple[set[str], Confidence]]:
    found = read(Report("made up", f"{HEAD} {text}"))
    return [({place.name or "" for place in each.places("party")}, each.confidence) for each in found if each.kind == "relation"]


@pytest.mark.parametrize(
    "wording",
    ["The Pakistani port became a sister city of Gdynia in 2019.", "In 2019, Gdynia became a sister city of the Sindh capital."],
)
def test_the_one_town_of_a_country_or_division_is_meant(wording: str) -> None:
    assert partners(wording) == [({"Gdynia", "Karachi"}, Confidence.B)]


@pytest.mark.parametrize(
    "wording",
    [
        "A group from Lahore came too. The Pakistani city became a sister city of Gdynia in 2019.",  # which of the two?
        "The Turkish city became a sister city of Gdynia in 2019.",  # none was named
        "The Pakistani city of Multan became a sister city of Gdynia in 2019.",
    ],
)
def test_no_town_is_guessed(wording: str) -> None:
    assert all("Karachi" not in names for names, _ in partners(wording))


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("A sister city pact has been signed between the city of Osh and Andijan region.", "state"),
        ("A sister city pact has been signed between the city of Osh and Andijan, the capital of Andijan region.", "city"),
    ],
)
def test_a_title_may_call_a_division_by_its_town(body: str, level: str) -> None:
    found = read(Report("made up", f"Osh and Andijan sign sister city pact\n\n{body}\n"))
    levels = {place.level for each in found if each.kind == "agreement" for place in each.places("party") if place.country == "UZ"}
    assert levels == {level}
