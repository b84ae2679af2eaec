"""Local names beside the forms' own."""

import pytest

from amicity_web.wording.forms import called


@pytest.mark.parametrize(
    ("label", "form", "said"),
    [
        ("sister cities", "sister", ""),
        ("Sister-City", "sister", ""),
        ("twin town", "sister", "twin town"),
        ("sister cities", "friendship", "sister cities"),
        ("sister-city relations", "sister", "sister-city relations"),
        (None, "sister", ""),
        ("tie", None, ""),
    ],
)
def test_a_local_name_is_told_where_it_is_another(label: str | None, form: str | None, said: str) -> None:
    assert called(label, form) == said
