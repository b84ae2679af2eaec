"""PDF: what its text layer says, page by page, and files that have none."""

import pytest

from amicity.sources import SourceError, load_bytes
from amicity.sources._lines import unwrapped
from sources.documents import LETTER, assembled, pdf

PAGE = [
    "A letter of intent",
    "",
    "Shenyang Mayor Jiang Youwei and Karachi Mayor Waseem Akhtar signed a letter of",
    "intent on August 10, 2018. The two cities will be sister cities in times of coopera-",
    "tion to come.",
    "They will meet again.",
]


def test_pages_are_parted_by_a_blank_line_and_full_lines_run_on() -> None:
    report = load_bytes(pdf(PAGE, ["Page two."]), source="a.pdf")
    assert report.text.splitlines() == [
        "A letter of intent",
        f"{LETTER} The two cities will be sister cities in times of cooperation to come.",
        "They will meet again.",
        "",
        "Page two.",
    ]
    assert (report.media, report.source, report.notes) == ("application/pdf", "a.pdf", ())


def test_a_hyphen_that_the_page_writes_elsewhere_stays() -> None:
    assert unwrapped("sister-city ties\nThe cities of the river have had a sister-\ncity tie") == (
        "sister-city ties\nThe cities of the river have had a sister-city tie"
    )
    assert unwrapped("the long way round the whole of the town\nand a long-\nterm plan").endswith("long-term plan")


def test_lists_and_rows_stay_lines() -> None:
    page = "- Sapporo, Japan, since the year 1980\n- Turin, Italy, since the year 1985\n1. Chicago, United States, 1985"
    assert unwrapped(page) == page


def test_the_day_of_the_file_dates_no_report_and_is_said() -> None:
    report = load_bytes(pdf(PAGE, info="/CreationDate(D:20200102030405Z)/Title(Visit)"), source="a.pdf")
    assert (report.title, report.published) == ("Visit", None)
    assert report.notes == ("was made on 2020-01-02, say its properties: not taken for the report's date",)


def test_a_page_without_text_is_named() -> None:
    assert load_bytes(pdf(PAGE, [], PAGE), source="a.pdf").notes == ("has no text on page 2 of 3 (a picture?): the rest was read",)


def test_pictures_of_pages_are_refused_with_what_to_do() -> None:
    with pytest.raises(SourceError, match=r"no text layer.*ocrmypdf"):
        load_bytes(pdf([], []), source="a.pdf")


def test_a_locked_pdf_is_refused() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(pdf(PAGE))))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    with pytest.raises(SourceError, match="locked with a password"):
        load_bytes(file.getvalue(), source="a.pdf")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        pdf(PAGE)[:200],
        b"%PDF-1.4\n" + bytes(1000),
        assembled([b"<</Type/Catalog/Pages 1 0 R>>"], ""),
        b"%PDF-" + b"<<" * 50_000,
    ],
    ids=["head", "cut", "zeros", "its own page", "deep"],
)
def test_broken_files_are_refused(content: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        load_bytes(content, source="a.pdf")
    assert caught.value.remedy
