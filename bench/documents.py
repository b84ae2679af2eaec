"""How fast documents and archives become reports, the child process and the pipe to it included."""

import gzip
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from amicity.sources import load_all, load_bytes
from amicity.terms.report import Report
from bench.row import Row
from bench.texts import relevant

_PAGES = 200
_RECORDS = 3_000


def measure() -> Iterator[Row]:
    """Pages of a PDF beside pypdf alone; records of archives beside fastwarc alone, and rows of JSON Lines."""
    yield _pdf()
    with tempfile.TemporaryDirectory() as folder:
        yield _jsonl(Path(folder))
        yield from _warc(Path(folder))


def _pdf() -> Row:
    from io import BytesIO

    from pypdf import PdfReader

    content = _made([text[:2500].splitlines() for text in (relevant() * _PAGES)[:_PAGES]])
    load_bytes(content, source="warm.pdf")
    start = time.perf_counter()
    load_bytes(content, source="a.pdf")
    ours = _PAGES / (time.perf_counter() - start)
    start = time.perf_counter()
    for page in PdfReader(BytesIO(content)).pages:
        page.extract_text()
    theirs = _PAGES / (time.perf_counter() - start)
    return Row("PDF, in the child process", ours, "pages/s", beside=f"pypdf here × {theirs / ours:.1f}")


def _jsonl(folder: Path) -> Row:
    file = folder / "pile.jsonl"
    texts = (relevant() * _RECORDS)[:_RECORDS]
    file.write_text("".join(json.dumps({"text": text, "url": "https://a.example/"}) + "\n" for text in texts))
    return Row("JSON Lines", _rate(file), "reports/s")


def _warc(folder: Path) -> Iterator[Row]:
    from fastwarc.warc import ArchiveIterator

    plain = [b"<html><body>" + b"<p>Rain until Tuesday, then sun, and a little wind from the west.</p>" * 80 + b"</body></html>"]
    told = [f"<html><body><article><p>{text.replace(chr(10) * 2, '</p><p>')}</p></article></body></html>".encode() for text in relevant()]
    for name, pages, count in (("of other matters", plain, _RECORDS), ("of ties", told, 300)):
        file = folder / f"{count}.warc.gz"
        file.write_bytes(b"".join(gzip.compress(_record(page), 1) for page in (pages * count)[:count]))
        ours = _rate(file)
        start = time.perf_counter()
        theirs = sum(1 for record in ArchiveIterator(str(file)) if record.reader.read()) / (time.perf_counter() - start)
        yield Row(f"WARC, pages {name}", ours, "records/s", beside=f"fastwarc without any text × {theirs / ours:.1f}")


def _rate(file: Path) -> float:
    start = time.perf_counter()
    found = sum(isinstance(each, Report) for each in load_all(file))
    return found / (time.perf_counter() - start)


def _record(page: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(page), page)
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2018-08-12T09:00:00Z\r\nWARC-Target-URI: https://a.example/\r\n"
    return head + b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(http), http)


def _made(pages: list[list[str]]) -> bytes:
    """A PDF with these lines on its pages."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for lines in pages:
        plain = (line.encode("latin-1", "replace").replace(b"\\", b"").replace(b"(", b"").replace(b")", b"") for line in lines)
        drawn = b"BT /F1 11 Tf 14 TL 50 780 Td " + b" ".join(b"(%b) Tj T*" % line for line in plain) + b" ET"
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
        objects += [page % (len(objects) + 2), b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn)]
    kids = b" ".join(b"%d 0 R" % number for number in range(4, len(objects), 2))
    objects[1] = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(pages))
    body, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(body))
        body += b"%d 0 obj%bendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return body + end % (len(objects) + 1, table, len(objects) + 1, len(body))
