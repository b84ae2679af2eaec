import pytest

from amicity.terms.partial_date import PartialDate
from amicity_web.wording.dates import in_words, spelled, when_in_words


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2018-08-09", "9 August 2018"),
        ("2018-08", "August 2018"),
        ("1994", "1994"),
        ("199X", "1990s"),
        ("2018-08~", "about August 2018"),
        ("2018?", "2018 (uncertain)"),
        ("2012/2022-10-17", "2012 to 17 October 2022"),
        ("2018-12-15/2018-12-19", "15 to 19 December 2018"),
        ("2018-04-30/2018-05-02", "30 April to 2 May 2018"),
        ("2018-12-30/2019-01-02", "30 December 2018 to 2 January 2019"),
        ("../2018-08-10", "until 10 August 2018"),
        ("2018-08-10/..", "from 10 August 2018"),
        ("XXXX-09-08", "8 September (year not stated)"),
        ("2021-21", "spring 2021"),
    ],
)
def test_dates_are_said_no_more_exactly_than_they_are_told(edtf: str, said: str) -> None:
    assert in_words(PartialDate(edtf)) == said


def test_no_date_is_no_words() -> None:
    assert in_words(None) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nothing to spell in 2018.", "Nothing to spell in 2018."),
        ("room 2018-99", "room 2018-99"),
        ("file 2018-08-09-karachi.txt", "file 2018-08-09-karachi.txt"),
        ("from 44 (2021-06-28) to 43 (2022-10-17).", "from 44 (28 June 2021) to 43 (17 October 2022)."),
        ("told of on 2023-05-18/2023-05-20.", "told of on 18 to 20 May 2023."),
        ("signed on 2024-08: told on 2024-08-29", "signed in August 2024: told on 29 August 2024"),
        ("under 2018-08-09/karachi", "under 2018-08-09/karachi"),
        ("since 2018-08~, at least", "since about August 2018, at least"),
    ],
)
def test_dates_in_sentences(text: str, said: str) -> None:
    assert spelled(text) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [("2018-08-09", "on 9 August 2018"), ("2018-08", "in August 2018"), ("1994", "in 1994"), ("../2020", "until 2020")],
)
def test_a_date_has_its_preposition(edtf: str, said: str) -> None:
    assert when_in_words(PartialDate(edtf)) == said
