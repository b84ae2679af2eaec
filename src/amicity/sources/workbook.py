"""A workbook of Excel or LibreOffice (XLSX, XLSM, XLSB, XLS, ODS): each sheet is a report, its rows as lines, tabs between the cells.

A cell stands as a person reads it: a day as 2018-08-10, a whole number without a decimal point, its own tabs and line ends as spaces.
A sheet whose heads name partners is a table of ties; any other is text.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, BinaryIO

from amicity.sources._columns import head_of
from amicity.terms.report import Report
from amicity.terms.source import Load, Source, SourceError

_TIES = "text/tab-separated-values"
_XLSX, _ODS, _OLD = b"PK\x03\x04", b"application/vnd.oasis.opendocument.spreadsheet", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_LARGEST = 20_000_000
"""Characters of one sheet."""
_UNPACKED = 400_000_000
"""Bytes that a workbook may have when it is unpacked."""
_REMEDY = "save the sheet as CSV and give that"


def _fits(content: bytes, name: str) -> int:
    named = name.casefold().endswith(_SUFFIXES)
    if content.startswith(_XLSX):
        return 3 if named or b"xl/" in content or _ODS in content[:200] else 0
    return 3 if content.startswith(_OLD) and named else 0


def _reads(file: BinaryIO, name: str, _load: Load) -> Iterator[Report | SourceError]:
    content = file.read()
    _bounded(content, name)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
    except CalamineError as error:
        raise SourceError(
            f"is no workbook that can be opened: {str(error)[:120]}", name, "open it in its program and save it anew"
        ) from error
    for sheet in book.sheet_names:
        here = f"{name}#{sheet}"
        try:
            text = _text(book.get_sheet_by_name(sheet).iter_rows(), here)
        except CalamineError as error:
            yield SourceError(f"cannot be read: {str(error)[:120]}", here, _REMEDY)
            continue
        except SourceError as error:
            yield error
            continue
        if text:
            head = head_of(line.split("\t") for line in text.split("\n", 25)[:25])
            yield Report(source=here, text=text, title=sheet, media="text/plain" if head is None else _TIES)


def _bounded(content: bytes, name: str) -> None:
    """Refuses what would unpack to more than can be held. Raises SourceError."""
    if not content.startswith(_XLSX):
        return
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SourceError("is no whole workbook: it breaks off, or is damaged", name, "open it in its program and save it anew") from error
    if size > _UNPACKED:
        raise SourceError(f"unpacks to {size / 1e6:.0f} MB, more than the {_UNPACKED / 1e6:g} MB that a workbook may have", name, _REMEDY)


def _text(rows: Any, where: str) -> str:
    """The lines of a sheet, without what is empty at its end. Raises SourceError where it is larger than a report may be."""
    written, length = [], 0
    for row in rows:
        line = "\t".join(map(_written, row)).rstrip("\t")
        length += len(line) + 1
        if length > _LARGEST:
            raise SourceError(
                f"is a sheet of more than {_LARGEST / 1e6:g} million characters", where, "split it, or save the part that you need as CSV"
            )
        written.append(line)
    text = "\n".join(written).strip("\n")
    return f"{text}\n" if text.strip() else ""


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


SOURCE = Source(
    name="workbook",
    says="a workbook of Excel or LibreOffice; each sheet is a report",
    media="application/vnd.oasis.opendocument.spreadsheet",
    fits=_fits,
    reads=_reads,
    binary=True,
    apart=True,
)
