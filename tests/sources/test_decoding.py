"""Bytes to text: right where it can be told, said where it is guessed, refused where it cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicity.sources import SourceError, load_bytes

CHINESE = "沈阳市与卡拉奇市签署友好城市意向书，双方将在经济、贸易、旅游、教育等领域开展合作。\n"
JAPANESE = "札幌市と瀋陽市は姉妹都市提携を結んでいます。昭和五十五年から交流が続いている。\n"
GERMAN = "Die Städtepartnerschaft zwischen Köln und Lille wird gefeiert. Bürgermeister Müller grüßt die Gäste.\n"
RUSSIAN = "Город-побратим Владивостока подписал соглашение о намерениях сегодня.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((CHINESE, encoding) for encoding in ("gb18030", "gbk", "utf-16")),
        *((JAPANESE, encoding) for encoding in ("shift_jis", "utf-16")),
        *((GERMAN, encoding) for encoding in ("cp1252", "latin-1")),
        *((RUSSIAN, encoding) for encoding in ("cp1251", "utf-32")),
    ],
)
def test_reads_other_encodings(text: str, encoding: str) -> None:
    report = load_bytes(text.encode(encoding), source="report.txt")
    assert report.text == text
    assert bool(report.notes) is (not encoding.startswith("utf"))


def test_reads_utf16_of_either_byte_order() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert load_bytes(mark + CHINESE.encode(encoding), source="report.txt").text == CHINESE


def test_a_text_cut_inside_a_character_is_read_as_far_as_it_goes() -> None:
    report = load_bytes(CHINESE.strip().encode()[:-1], source="cut.txt")
    assert report.text == CHINESE.strip()[:-1]
    assert report.notes == ("breaks off inside a character: the rest was read",)


def test_a_utf16_text_cut_inside_a_character_is_read_as_far_as_it_goes() -> None:
    report = load_bytes(CHINESE.encode("utf-16")[:-1], source="cut.txt")
    assert report.text == CHINESE[:-1]
    assert report.notes


def test_a_stray_byte_in_utf8_is_marked_and_said() -> None:
    english = "The mayor’s delegation visited Shenyang. "
    report = load_bytes(english.encode() + b"\xe9\n", source="stray.txt")
    assert report.text == english + "\ufffd\n"
    assert report.notes == ("has 1 byte that is no UTF-8: each read as \ufffd",)


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(SourceError, match="no encoding that can be told"):
        load_bytes(bytes(range(128, 256)) * 3, source="odd.txt")


def test_a_false_byte_order_mark_is_refused() -> None:
    with pytest.raises(SourceError, match="claims to be UTF-16"):
        load_bytes(b"\xff\xfe\x00\xdcab", source="odd.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_a_clear_refusal(content: bytes) -> None:
    try:
        report = load_bytes(content, source="any")
    except SourceError as error:
        assert error.what
        assert error.remedy
    else:
        assert "\r" not in report.text


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text))
def test_utf8_is_never_guessed_at(text: str) -> None:
    try:
        report = load_bytes(b"The city of Shenyang: " + text.encode(), source="any.txt")
    except SourceError as error:
        assert "binary" in error.what
    else:
        assert report.text == "The city of Shenyang: " + text.replace("\r\n", "\n").replace("\r", "\n")
        assert report.notes == ()
