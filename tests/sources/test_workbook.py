"""Workbooks: sheets as reports whose quotes can be checked, and files that are none."""

import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from amicity.sources import SourceError, load, load_all_bytes, load_bytes, stated
from amicity.terms.finding import Finding
from amicity.terms.report import Report

SHEETS = {
    "Twins": [
        ["Twin towns"],
        [],
        ["City", "Partner", "Since"],
        ["Lille", "Leeds", datetime.date(1968, 5, 4)],
        ["Lille", "Cologne", 1958.0],
    ],
    "Notes": [["Nothing\nof note", 3.5]],
    "Empty": [],
}


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write_datetime(row, column, cell, day) if isinstance(cell, datetime.date) else sheet.write(row, column, cell)
    book.close()
    return content.getvalue()


def ods(rows: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>"
        )
        spaces = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text"))
        cells = "".join(
            "<table:table-row>"
            + "".join(f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row.split(","))
            + "</table:table-row>"
            for row in rows.splitlines()
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="Liste">{cells}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return content.getvalue()


def test_each_sheet_is_a_report_and_a_table_of_ties_is_known() -> None:
    twins, notes = (each for each in load_all_bytes(workbook(SHEETS), source="a.xlsx") if isinstance(each, Report))
    assert twins.text == "Twin towns\n\nCity\tPartner\tSince\nLille\tLeeds\t1968-05-04\nLille\tCologne\t1958\n"
    assert (twins.source, twins.title, notes.text, notes.media) == ("a.xlsx#Twins", "Twins", "Nothing of note\t3.5\n", "text/plain")
    found = [each for each in stated(twins) or () if isinstance(each, Finding)]
    assert [each.quote.text for each in found] == ["Lille\tLeeds\t1968-05-04", "Lille\tCologne\t1958"]
    assert [each.when.value.edtf for each in found if each.when] == ["1968-05-04", "1958"]


def test_a_sheet_is_found_again_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(workbook(SHEETS))
    assert load(Path(f"{file}#Notes")).text == "Nothing of note\t3.5\n"
    with pytest.raises(SourceError, match="is not in that file"):
        load(Path(f"{file}#Nobody"))


def test_libreoffice_too() -> None:
    report = load_bytes(ods("City,Partner\nLille,Leeds"), source="liste.ods")
    assert report.text == "City\tPartner\nLille\tLeeds\n"
    assert len(list(stated(report) or ())) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04" + b"xl/workbook.xml" * 50, "is no whole workbook"),
        (workbook(SHEETS)[:3000], "is no whole workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is no workbook that can be opened"),
    ],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        load_bytes(content, source="a.xls")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "")
        archive.infolist()[0].file_size = 500_000_000  # what a bomb would say of itself
    assert len(content.getvalue()) < 1_000_000
    with pytest.raises(SourceError, match="unpacks to 500 MB"):
        load_bytes(content.getvalue(), source="bomb.xlsx")
