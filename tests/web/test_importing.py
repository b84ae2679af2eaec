"""Importing a table at the desk: shown first, written when confirmed, and doubled by nothing."""

import re
from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amicity_web.store.models import FindingRow, ReportRow

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/import/"
ROWS = (
    "City\tCountry\tPartner\tPartner country\tSince\n"
    "Shenyang\tChina\tKarachi\tPakistan\t2021-12-09\n"
    "Shenyang\tChina\tNowhere-upon-Never\tJapan\t1980\n"
    "Shenyang\tChina\t\tJapan\t1980\n"
    "Karachi\tPakistan\tShenyang\tChina\t2021\n"
)


def preview(editor: Client, **given: object) -> str:
    answer = editor.post(ADDRESS, {"grade": "city", "act": "preview", **given})
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def carried(page: str) -> dict[str, str]:
    """What the form of a preview would send."""
    hidden = re.search(r'name="carried" value="([^"]+)"', page)
    selects = re.findall(r'<select name="(column-\d+)".*?</select>', page, re.DOTALL)
    chosen = {name: re.search(rf'name="{name}".*?</select>', page, re.DOTALL) for name in selects}
    fields = {name: re.search(r'value="(\w+)" selected', match.group()) for name, match in chosen.items() if match}
    assert hidden
    return {"carried": hidden.group(1), "grade": "city"} | {name: field.group(1) if field else "" for name, field in fields.items()}


def counts(page: str) -> dict[str, int]:
    return {name: int(number) for name, number in re.findall(r"<dt>([\w ]+)</dt><dd>(\d+)</dd>", page)}


def test_a_paste_is_shown_and_nothing_is_written(editor: Client) -> None:
    page = preview(editor, text=ROWS)
    assert counts(page) == {"rows read": 4, "new ties": 2, "known already": 1, "unsure": 1, "refused": 1}
    assert "names no partner" in page and "a place that the gazetteer does not know" in page and "Record 3 findings" in page
    assert not ReportRow.objects.exists() and not FindingRow.objects.exists()


def test_what_is_confirmed_is_written_once(editor: Client) -> None:
    told = carried(preview(editor, text=ROWS)) | {"act": "record"}
    answer = editor.post(ADDRESS, told, follow=True)
    assert "The table is in, with 3 findings" in answer.content.decode()
    assert (ReportRow.objects.count(), FindingRow.objects.count()) == (1, 3)
    row = FindingRow.objects.order_by("start").first()
    assert row and ReportRow.objects.get().text[row.start :].startswith("Shenyang\tChina\tKarachi")
    assert "was here already" in editor.post(ADDRESS, told, follow=True).content.decode()
    assert (ReportRow.objects.count(), FindingRow.objects.count()) == (1, 3)


def test_a_workbook_whose_columns_a_person_names(editor: Client) -> None:
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    for number, row in enumerate((["Wer", "Wo"], ["Karachi", "Pakistan"], ["Sapporo", "Japan"])):
        book.worksheets()[0].write_row(number, 0, row) if number else book.add_worksheet("Liste").write_row(0, 0, row)
    book.close()
    page = preview(editor, file=SimpleUploadedFile("partner.xlsx", content.getvalue()))
    assert "has no column that is known to name partners" in page and "Record" not in page
    told = carried(page) | {"column-1": "partner", "column-2": "partner_country", "place": "Shenyang (CN)"}
    page = preview(editor, **told)
    assert counts(page)["new ties"] == 2
    editor.post(ADDRESS, told | {"act": "record"})
    assert ReportRow.objects.get().title == "Liste" and FindingRow.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Give a file or paste the rows"),
        ({"carried": "bent"}, "was changed on its way"),
        ({"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04 xl/ and no more")}, "is no whole workbook"),
        ({"text": "x\n" * 6000}, "more than 5,000 rows"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(editor: Client, given: dict[str, object], said: str) -> None:
    answer = editor.post(ADDRESS, {"grade": "city", "act": "record", **given})
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not ReportRow.objects.exists()


def test_a_cell_is_never_markup(editor: Client) -> None:
    page = preview(editor, text=ROWS.replace("Nowhere-upon-Never", "<script>alert(1)</script>"))
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
