from hypothesis import given
from hypothesis import strategies as st

from amicity_web.public.marks import cut
from amicity_web.public.windows import LENGTH, window_at, windows

TEXT = "one two three four five six"
passages = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from("abcdef")), max_size=8)


@given(passages)
def test_the_pieces_are_the_text_and_each_finding_begins_once(spans: list[tuple[int, int, str]]) -> None:
    pieces = cut(TEXT, spans, numbers=dict.fromkeys("abcdef", 1))
    assert "".join(piece["text"] for piece in pieces) == TEXT
    begun = [id_ for piece in pieces for id_ in piece["begins"]]
    assert len(begun) == len(set(begun))
    assert set(begun) == {id_ for start, end, id_ in spans if start < end <= len(TEXT)}


def test_overlapping_passages_are_cut_where_they_meet() -> None:
    pieces = cut("abcdef", [(0, 4, "x"), (2, 6, "y")], numbers={"x": 1, "y": 2}, chosen="y")
    assert [(p["text"], p["depth"], p["chosen"]) for p in pieces] == [("ab", 1, False), ("cd", 2, True), ("ef", 1, True)]
    assert [p["begins"] for p in pieces] == [["x"], ["y"], []]
    assert [[end["id"] for end in p["ends"]] for p in pieces] == [[], ["x"], ["y"]]


def test_a_text_without_findings_is_one_plain_piece() -> None:
    assert [(p["text"], p["depth"]) for p in cut("abc", [], numbers={})] == [("abc", 0)]


@given(st.lists(st.integers(0, LENGTH * 2), max_size=6))
def test_the_pages_of_a_long_text_are_the_text(lengths: list[int]) -> None:
    text = "\n".join("x" * length for length in lengths)
    pages = windows(text)
    assert "".join(text[page.start : page.end] for page in pages) == text
    assert all(page.end - page.start <= LENGTH + LENGTH // 4 for page in pages)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))


def test_a_page_is_found_by_an_offset_or_by_its_number() -> None:
    text = "line\n" * LENGTH
    first, second, *_ = windows(text)
    assert window_at(text, offset=second.start, number=1) == second
    assert window_at(text, offset=None, number=1) == first
    assert window_at(text, offset=None, number=10**6).end == len(text)
