"""Titles for reports whose carrier names none."""

import pytest

from amicity.terms.report import Report
from amicity_web.store.carrier import described, first_line


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  Two towns sign\n\nMore", "Two towns sign"),
        ("date 2021-12-10 Two towns sign\n", "Two towns sign"),
        ("2021-12-10\nTwo towns sign", "2021-12-10"),
        ("2021-12-10 10:30 Two towns sign", "Two towns sign"),
        (" \n ", "Untitled"),
        (f"Two towns sign. {'More follows. ' * 9}", "Two towns sign. More follows."),
        (f"Two towns sign a paper. {'More follows. ' * 9}", "Two towns sign a paper."),
        ("Two towns sign a paper. Both are glad.", "Two towns sign a paper. Both are glad."),
    ],
)
def test_the_first_line_without_its_stamp(text: str, title: str) -> None:
    assert first_line(text) == title


@pytest.mark.parametrize(("media", "title"), [("text/csv", "partners.csv"), ("text/plain", "city,partner")])
def test_a_table_is_called_as_its_file(media: str, title: str) -> None:
    assert described(Report("/srv/office/partners.csv", "city,partner\nTurin,Shenyang\n", media=media), ()).title == title
