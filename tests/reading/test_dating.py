"""The report's own day: what a dateline, a masthead or a page's head says of it."""

import pytest

from amicity.reading import read
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report

_STORY = "The mayors of Ohrid and Mostar signed a sister city agreement. Ohrid is on a lake."


def _day(text: str) -> str | None:
    """The date of the one agreement told in the text."""
    (found,) = (f for f in read(Report(source="t.txt", text=text)) if f.kind == "agreement")
    return found.when.value.edtf if found.when else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Friday, April 20, 2019\n\nOhrid, 5 December 2018 (MIA) - {_STORY}", "2018-12"),
        (f"Friday, April 20, 2019\n\nMANILA, May 5, 2018 - {_STORY}", "2018-05"),
        (f"Friday, April 20, 2019\n\nOn May 5, 2018 - a Saturday - it rained. {_STORY}", "2019-04"),
        (
            f"OHRID CITY INTERNATIONAL AFFAIRS  *  Newsletter of the office for exchange  *  Volume sixty-one  *  June 2018\n\n{_STORY}",
            "2018-06",
        ),
    ],
)
def test_a_report_s_day(text: str, day: str) -> None:
    assert _day(text) == day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("on the 8th, and the town was glad", "2022-09-08"),
        ("on the 20th at the town hall", "2022-08-20"),
        ("on the 8th floor of the town hall", "2022-09"),
    ],
)
def test_a_day_without_its_month_is_the_report_s(told: str, day: str) -> None:
    assert _day(f"2022-09-15\n\nOhrid and Mostar signed a sister city agreement {told}.") == day


@pytest.mark.parametrize("year", ["0001-01-01", "9999-12-31", "../2018", "2018-10/.."])
def test_a_page_of_no_year_of_ours_has_no_date_of_its_own(year: str) -> None:
    text = f"Ohrid, 5 December 2018 (MIA) - {_STORY} They will meet on Friday, or in May, and met on Monday."
    dated = Report(source="t.txt", text=text, published=PartialDate(year))
    assert [f.when for f in read(dated)] == [f.when for f in read(Report(source="t.txt", text=text))]


def test_a_page_s_own_day_gives_way_to_when_it_was_published() -> None:
    text = "Thu | Dec 19, 2024\n\nOhrid has a twin town\n\n{} Saturday | February 18, 2023 | 12:34 AM\n\n" + _STORY
    assert _day(text.format("Published:")) == "2023-02"
    assert _day(text.format("Weather:")) == "2024-12"


def test_a_month_misspelt_behind_its_first_letters_is_that_month() -> None:
    assert _day("Ohrid and Mostar signed a sister city agreement on 9 Sepember 2019.") == "2019-09-09"
