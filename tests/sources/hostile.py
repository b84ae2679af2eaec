"""Forty files made to do harm, by name; each is small as it lies on the disk."""

import gzip
import zlib
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from sources.documents import assembled, docx, letter, pdf, zipped

WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
LAUGHS = b'<!DOCTYPE d [<!ENTITY a "ha">' + b"".join(b'<!ENTITY %c "%b">' % (c, b"&%c;" % (c - 1) * 10) for c in range(98, 107)) + b"]>"
NAMES = """
addresses.eml attached.eml attributes.docx bomb-in-a-bomb.pdf bomb.docx bomb.jsonl.gz bomb.pdf bomb.warc boundary.eml
counts.parquet cut.docx cut.warc.gz deep-dictionaries.pdf deep-lists.pdf deep-tables.docx deep.docx deep.jsonl deep.xml
endless-tree.pdf form-that-shows-itself.pdf header-without-end.warc header.eml huge.warc laughs.docx laughs.xml length-of-itself.pdf
lying-about-its-size.docx many-parts.docx minus.warc nested.eml no-end.pdf nothing.docx numbers.pdf operators.pdf outside.docx
page-twenty-thousand-times.pdf passed-on.eml sitemap.xml.gz table-of-itself.pdf two-trees.pdf wrong-length.pdf
""".split()  # noqa: SIM905 (known without making them, which takes seconds)


@cache
def hostile() -> dict[str, bytes]:
    """The files."""
    return _pdfs() | _documents() | _letters() | _archives() | _lists()


def _stream(content: bytes, more: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), more, content)


def _page(content: bytes, more: bytes = b"") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F 6 0 R>>/XObject<</X 7 0 R>>>>/Contents 5 0 R>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    kids = b"<</Type/Pages/Kids[4 0 R]/Count 1>>"
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", kids, b"<<>>", page, content, font, more or b"<<>>"], "")


def _tree(kid: bytes) -> bytes:
    return b"<</Type/Pages/Kids[%b 0 R %b 0 R]/Count 9>>" % (kid, kid)


def _pdfs() -> dict[str, bytes]:
    blanks, catalog = zlib.compress(bytes(100_000_000), 1), b"<</Type/Catalog/Pages 2 0 R>>"
    itself = _stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 7 0 R>>>>")
    many = b"<</Type/Pages/Kids[" + b"4 0 R " * 20_000 + b"]/Count 20000>>"
    whole = pdf(["A line."])
    return {
        "bomb.pdf": _page(_stream(blanks)),
        "bomb-in-a-bomb.pdf": _page(_stream(zlib.compress(blanks), b"/Filter[/FlateDecode/FlateDecode]")),
        "form-that-shows-itself.pdf": _page(_stream(zlib.compress(b"/X Do")), itself),
        "endless-tree.pdf": assembled([catalog, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"], ""),
        "two-trees.pdf": assembled([catalog, _tree(b"3"), _tree(b"2")], ""),
        "page-twenty-thousand-times.pdf": assembled([catalog, many, b"<<>>", b"<</Type/Page/MediaBox[0 0 9 9]>>"], ""),
        "deep-lists.pdf": assembled([catalog + b"[" * 100_000], ""),
        "deep-dictionaries.pdf": assembled([b"<</A" * 30_000], ""),
        "wrong-length.pdf": _page(b"<</Length 99999999999>>stream\nBT (x) Tj ET\nendstream"),
        "length-of-itself.pdf": _page(b"<</Length 5 0 R>>stream\nBT (x) Tj ET\nendstream"),
        "table-of-itself.pdf": whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % whole.rindex(b"xref\n0")),
        "no-end.pdf": b"%PDF-1.7\n" + b"1 0 obj<</A(" * 50_000,
        "operators.pdf": _page(_stream(zlib.compress(b"BT /F 1 Tf " + b"(x) Tj T* " * 40_000 + b"ET"))),
        "numbers.pdf": _page(_stream(zlib.compress(b"BT /F 1 Tf " + b"9" * 3_000_000 + b" Tz (x) Tj ET"))),
    }


def _documents() -> dict[str, bytes]:
    huge = BytesIO()
    with ZipFile(huge, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(8):
            archive.writestr(f"word/media/{number}.xml", bytes(5_000_000))
        archive.writestr("word/document.xml", WORD + b"<w:p/>" * 200_000)
    lying = zipped(word__document=bytes(55_000_000)).replace((55_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    row = b"<w:tbl><w:tr><w:tc>"
    return {
        "bomb.docx": zipped(word__document=WORD + bytes(100_000_000)),
        "many-parts.docx": huge.getvalue(),
        "lying-about-its-size.docx": lying,
        "deep.docx": zipped(word__document=WORD + b"<w:p>" * 200_000),
        "deep-tables.docx": zipped(word__document=WORD + row * 100_000),
        "laughs.docx": zipped(word__document=LAUGHS + b"<d>&j;</d>"),
        "outside.docx": zipped(word__document=b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'),
        "attributes.docx": zipped(word__document=WORD + b"<w:p " + b" ".join(b'a%d="x"' % n for n in range(50_000)) + b"/>"),
        "cut.docx": docx("A line.")[:-400],
        "nothing.docx": b"PK\x03\x04word/",
    }


def _letters() -> dict[str, bytes]:
    head = b"From: a@b.example\nMessage-ID: <1>\nDate: x\nMIME-Version: 1.0\n"
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3_000))
    passed_on = b"Content-Type: message/rfc822\n\n" * 3_000
    attached = letter("x")
    attached.add_attachment(
        assembled([b"<</Type/Catalog/Pages 1 0 R>>"]), maintype="application", subtype="pdf", filename="../../etc/passwd.pdf"
    )
    return {
        "nested.eml": head + nested,
        "passed-on.eml": head + passed_on,
        "header.eml": head + b"Subject: " + b"=?utf-8?q?x?= " * 50_000 + b"\n\nx",
        "addresses.eml": head + b"To: " + b"a" * 300_000 + b"<" * 100_000 + b"\n\nx",
        "attached.eml": attached.as_bytes(),
        "boundary.eml": head + b'Content-Type: multipart/mixed; boundary=""\n\n' + b"--\n" * 200_000,
    }


def _archives() -> dict[str, bytes]:
    record = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: %d\r\nContent-Type: application/http\r\n\r\n%b\r\n\r\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"sister city " * 4_000_000)
    return {
        "bomb.warc": record % (len(http), http),
        "header-without-end.warc": b"WARC/1.1\r\n" + b"X-A: " + b"x" * 5_000_000,
        "minus.warc": b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx\r\n\r\n",
        "huge.warc": b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nx",
        "cut.warc.gz": gzip.compress(record % (1000, b"x" * 1000))[:-30],
        "bomb.jsonl.gz": gzip.compress(b'{"text": "' + bytes(100_000_000)),
        "deep.jsonl": b'{"text": ' + b"[" * 1_000_000,
        "counts.parquet": b"PAR1" + b"\x15\xfe\xff\xff\xff\x0f" * 1000 + (6000).to_bytes(4, "little") + b"PAR1",
    }


def _lists() -> dict[str, bytes]:
    return {
        "laughs.xml": LAUGHS + b"<rss version='2.0'><channel><item><title>&j;</title></item></channel></rss>",
        "deep.xml": b"<rss version='2.0'><channel>" + b"<item>" * 20_000,
        "sitemap.xml.gz": gzip.compress(b"<urlset>" + b"<url><loc>https://a.example/</loc></url>" * 300_000),
    }
