"""E-mail: the letter, what is attached to it, and letters that break off."""

import pytest

from amicity.sources import SourceError, load_all_bytes, load_bytes
from amicity.terms.report import Report
from sources.documents import LETTER, letter, pdf


def reports(content: bytes) -> list[Report]:
    found = list(load_all_bytes(content, source="news.eml"))
    assert all(isinstance(each, Report) for each in found), found
    return [each for each in found if isinstance(each, Report)]


def test_a_letter_is_a_report_with_its_day_and_sender() -> None:
    report = load_bytes(letter().as_bytes(), source="news.eml")
    assert report.text == f"A visit\n\n{LETTER}"
    assert (report.title, str(report.published), report.publisher) == ("A visit", "2018-08-10", "Press Office")
    assert (report.media, report.notes) == ("message/rfc822", ())


@pytest.mark.parametrize("name", ["news.eml", "message"])
def test_a_letter_is_known_by_its_head(name: str) -> None:
    assert load_bytes(letter().as_bytes(), source=name).media == "message/rfc822"
    assert load_bytes(b"From: a friend\n\nShenyang.", source="note.txt").media == "text/plain"


def test_a_letter_in_html_and_one_in_another_encoding() -> None:
    page = letter("x")
    page.set_content(f"<html><body><p>{LETTER}</p><script>alert(1)</script></body></html>", subtype="html")
    assert reports(page.as_bytes())[0].text == f"A visit\n\n{LETTER}"
    german = letter(Subject="Köln und Lille")
    german.set_content("Die Städtepartnerschaft zwischen Köln und Lille.\n", charset="iso-8859-1", cte="quoted-printable")
    assert reports(german.as_bytes())[0].text == "Die Städtepartnerschaft zwischen Köln und Lille."


def test_each_document_attached_is_a_report_of_its_own() -> None:
    message = letter("See the programme.")
    message.add_alternative("<p>See the programme.</p>", subtype="html")
    message.add_attachment(pdf([LETTER]), maintype="application", subtype="pdf", filename="../programme.pdf")
    message.add_attachment(letter("Passed on.", Subject="Old news", Date="Thu, 1 Mar 2018 10:00:00 +0000"))
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")
    body, programme, passed_on = reports(message.as_bytes())
    assert body.text == "A visit\n\nSee the programme."
    assert body.notes == ("has logo.gif attached, which is no report (image/gif)",)
    assert (programme.source, programme.text, str(programme.published)) == ("news.eml#1-programme.pdf", LETTER, "2018-08-10")
    assert (passed_on.source, passed_on.text, str(passed_on.published)) == ("news.eml#2", "Old news\n\nPassed on.", "2018-03-01")


def test_an_attachment_that_cannot_be_read_leaves_the_rest() -> None:
    message = letter()
    message.add_attachment(b"%PDF-1.4 broken", maintype="application", subtype="pdf", filename="a.pdf")
    body, broken = load_all_bytes(message.as_bytes(), source="news.eml")
    assert isinstance(body, Report)
    assert isinstance(broken, SourceError)
    assert str(broken).startswith("news.eml#1-a.pdf: is a broken PDF")


def test_where_one_report_is_wanted_the_letter_says_what_it_leaves() -> None:
    message = letter()
    message.add_attachment(pdf([LETTER]), maintype="application", subtype="pdf", filename="a.pdf")
    assert "attachment by itself" in load_bytes(message.as_bytes(), source="news.eml").notes[-1]


def test_a_letter_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    message = letter()
    message.add_attachment(b"x" * 1000, maintype="image", subtype="gif", filename="logo.gif")
    report = reports(message.as_bytes()[:-700])[0]
    assert LETTER in report.text
    assert "breaks off before the letter ends: what is there was read" in report.notes


@pytest.mark.parametrize("content", [b"From: a\nMessage-ID: <1>\nDate: x\n\n", letter("").as_bytes()], ids=["head", "empty"])
def test_a_letter_without_text_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError, match="without text"):
        load_bytes(content, source="news.eml")
