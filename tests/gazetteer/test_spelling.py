"""One spelling for look-ups, and the way back to the text as given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicity.gazetteer.spelling import fold, with_offsets


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Xi’an", "xi'an"), ("Winston-Salem", "winston salem"), ("Łódź", "lodz"), ("Straße", "strasse"), ("İzmir", "izmir"), ("沈阳", "沈阳")],
)
def test_spellings(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_every_folded_letter_knows_where_it_ended(text: str) -> None:
    folded, ends = with_offsets(text)
    if ends is None:
        assert len(folded) == len(text)
    else:
        assert len(ends) == len(folded)
        assert ends == sorted(ends)
        assert all(1 <= end <= len(text) for end in ends)
