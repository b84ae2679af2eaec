"""DOCX: paragraphs and rows in their order, and documents that are none."""

import pytest

from amicity.sources import SourceError, load_bytes
from sources.documents import LETTER, docx, zipped

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def told(body: str) -> str:
    return load_bytes(zipped(word__document=f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode()), source="a.docx").text


def test_paragraphs_then_rows() -> None:
    report = load_bytes(docx("A visit", LETTER, rows=[["City", "Since"], ["Chicago", "1985"]], title="Visit"), source="a.docx")
    assert report.text == f"A visit\n{LETTER}\nCity | Since\nChicago | 1985"
    assert (report.title, report.published) == ("Visit", None)
    assert "was made on" in report.notes[0]


def test_what_was_struck_out_stays_out_and_what_was_put_in_stays() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    struck_out = "<w:del><w:r><w:delText>Dalian</w:delText></w:r></w:del>"
    assert told(f"<w:p>{run.format('Shenyang')}{struck_out}<w:ins>{run.format(' signed')}</w:ins></w:p>") == "Shenyang signed"


def test_tabs_breaks_links_and_tables_in_cells() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    inner = f"<w:tc><w:tbl><w:tr>{cell.format('a')}{cell.format('b')}</w:tr></w:tbl><w:p/></w:tc>"
    assert told(f"<w:tbl><w:tr>{cell.format('x')}{inner}</w:tr></w:tbl>") == "x | a | b"
    assert (
        told("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>")
        == "a\tb\nc"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped(word__document=b"<w:document>" + b" " * 70_000_000), "unpacks to more than 60 MB"),
        (docx(LETTER)[:800], "broken or locked"),
        (zipped(word__other=b"x"), "without a document"),
        (docx(" "), "without text"),
        (zipped(word__document=b"<a>" * 100_000), "broken or locked"),
        (
            zipped(word__document=b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>' + b"&b;" * 99 + b"</d>"),
            "without text|broken",
        ),
        (zipped(word__document=b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'), "without text|broken"),
    ],
    ids=["bomb", "cut", "no document", "empty", "deep", "entities", "a file outside"],
)
def test_what_is_no_document_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        load_bytes(content, source="a.docx")
