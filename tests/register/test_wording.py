"""The register's words."""

import pytest

from amicity.register.wording import measured


@pytest.mark.parametrize(
    ("measure", "count", "words"),
    [
        ("international_schools", 1, "1 international school"),
        ("consulates_general", "1", "1 consulate general"),
        ("international_communities", 1, "1 international community"),
        ("consulates_general", 8, "8 consulates general"),
        ("sister_cities", "about 1", "about 1 sister cities"),
    ],
)
def test_what_is_counted_suits_the_count(measure: str, count: int | str, words: str) -> None:
    assert measured(measure, count) == words
