"""Titles for reports whose carrier names none."""

import pytest

from amicity_web.store.carrier import first_line


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  Two towns sign\n\nMore", "Two towns sign"),
        ("date 2021-12-10 Two towns sign\n", "Two towns sign"),
        ("2021-12-10\nTwo towns sign", "2021-12-10"),
        ("2021-12-10 10:30 Two towns sign", "Two towns sign"),
        (" \n ", "Untitled"),
    ],
)
def test_the_first_line_without_its_stamp(text: str, title: str) -> None:
    assert first_line(text) == title
