"""Uploads are read in a child process, and none brings the site down."""

import pytest
from stories import letter

from amicity.terms.partial_date import PartialDate
from amicity_web.store import apart


def test_a_report_is_read_with_its_findings() -> None:
    read = apart.read_apart(letter()[0].text.encode(), source="upload/a.txt")
    assert read.report.text == letter()[0].text and read.report.source == "upload/a.txt"
    assert "agreement" in {finding.kind for finding in read.findings}
    assert all(read.report.text[f.quote.start : f.quote.end] == f.quote.text for f in read.findings)


def test_what_is_known_of_the_report_helps_to_read_it() -> None:
    text = b"Shenyang and Karachi signed a sister city agreement on Friday."
    read = apart.read_apart(text, source="paste/li", published=PartialDate("2018-08-12"), address="https://a.example/x")
    assert [f.when.value.edtf for f in read.findings if f.when and f.kind == "agreement"] == ["2018-08-10"]
    assert read.report.published == PartialDate("2018-08-12") and read.report.address == "https://a.example/x"


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 1000, b"%PDF-1.7\n" + bytes(range(256)) * 10, b"PK\x03\x04" + b"\x00" * 500])
def test_what_is_no_report_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(apart.UnreadableError, match=r"upload/x"):
        apart.read_apart(content, source="upload/x")


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(apart.UnreadableError, match=r"more than 0\.01 seconds"):
        apart.read_apart(b"Shenyang and Karachi signed.", source="upload/x", seconds=0.01)


def test_what_takes_too_much_memory_is_given_up() -> None:
    with pytest.raises(apart.UnreadableError, match="limits of memory"):
        apart.read_apart(b"Shenyang and Karachi signed.", source="upload/x", memory=16 * 2**20)
