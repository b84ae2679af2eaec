"""Small documents for tests: PDF written by hand, DOCX and e-mail by their libraries."""

from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

LETTER = "Shenyang Mayor Jiang Youwei and Karachi Mayor Waseem Akhtar signed a letter of intent on August 10, 2018."


def pdf(*pages: list[str], info: str = "") -> bytes:
    """A PDF with a page for each list of lines."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", f"<<{info}>>".encode()]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
        drawn = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1")
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {number + 1} 0 R>>"
        objects += [page.encode(), b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn)]
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return assembled(objects)


def assembled(objects: list[bytes], trailer: str = "/Info 4 0 R") -> bytes:
    """The objects of a PDF with its head, table and end."""
    written, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(written))
        written += b"%d 0 obj%bendobj\n" % (number, each)
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n"
    return written + f"{end}startxref\n{len(written)}\n%%EOF".encode()


def docx(*paragraphs: str, rows: list[list[str]] | None = None, title: str = "") -> bytes:
    """A Word document of paragraphs and one table."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                cell.text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def zipped(**parts: bytes) -> bytes:
    """A ZIP archive; in the names ``__`` is a slash."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def letter(text: str = LETTER, **headers: str) -> EmailMessage:
    """A letter by e-mail."""
    message = EmailMessage()
    told = {
        "Subject": "A visit",
        "From": "Press Office <press@city.example>",
        "Date": "Fri, 10 Aug 2018 10:00:00 +0800",
        "Message-ID": "<1@c>",
    }
    for name, value in (told | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        message[name] = value
    message.set_content(text)
    return message
