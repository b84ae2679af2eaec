import pytest

from amicity_web.wording.sentences import plainly


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A tie of Karachi (PK) since 2021-12-09.", "A tie of Karachi (Pakistan) since 9 December 2021."),
        ("La Plata: the only tie with AR, and no report tells of it", "La Plata: the only tie with Argentina, and no report tells of it"),
        ("GB, JP and US", "United Kingdom, Japan and United States"),
        ("a tie with IBM (US-based)", "a tie with IBM (US-based)"),
        ("the OK of UN and EU", "the OK of UN and EU"),
        ("Nowhere (XX)", "Nowhere (XX)"),
    ],
)
def test_no_code_is_left_in_a_sentence(text: str, said: str) -> None:
    assert plainly(text) == said
