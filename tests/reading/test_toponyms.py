"""Places that the gazetteer knows, and those that only the text calls places."""

import pytest

from amicity.reading import explain
from amicity.terms.report import Report


def _places(text: str) -> set[str]:
    return {
        words
        for part in explain(Report(source="t.txt", text="Sister cities. " + text))
        for sort, words, _ in part.recognised
        if sort == "place"
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It welcomed Dobong-gu of South Korea.", "Dobong-gu"),
        ("He met the mayor of Kumatori there.", "Kumatori"),
        ("A team from Kumatori came, and Kumatori's mayor, Seiji Fuji, spoke.", "Kumatori"),
    ],
)
def test_the_text_itself_may_call_a_name_a_place(text: str, place: str) -> None:
    assert place in _places(text)


def test_a_name_of_two_towns_is_a_person() -> None:
    assert "Brody" not in _places("Then Hagen Brody spoke.")


def test_a_nation_is_no_town() -> None:
    assert "Russian" not in _places("They ended ties with a Russian city.")
