"""WARC: pages and documents of a crawl, what is passed over, and archives that break off."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest

from amicity.sources import SourceError, load, load_all, load_all_bytes
from amicity.terms.report import Report
from sources.documents import LETTER, pdf

PAGE = f"<html><head><title>A visit</title></head><body><article><p>{LETTER} They are sister cities.</p></article></body></html>".encode()
OTHER = b"<html><head><style>p {}</style></head><body><p>Rain until Tuesday.</p></body></html>"


def record(body: bytes, *, media: str = "text/html", uri: str = "https://news.example/1", status: int = 200, more: str = "") -> bytes:
    """A response as a crawler keeps it."""
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body
    return bare(http, kind="response", media="application/http; msgtype=response", uri=uri)


def bare(block: bytes, *, kind: str, media: str, uri: str = "https://news.example/1") -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(block):032x}>\r\nWARC-Date: 2018-08-12T09:00:00Z\r\n"
    return f"{head}WARC-Target-URI: {uri}\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


def told(content: bytes) -> tuple[list[Report], list[SourceError]]:
    found = list(load_all_bytes(content, source="crawl.warc.gz"))
    return [each for each in found if isinstance(each, Report)], [each for each in found if isinstance(each, SourceError)]


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records)], ids=["packed", "plain"])
def test_each_page_is_a_report_with_its_address_and_instant(pack: type[bytes]) -> None:
    reports, errors = told(pack(bare(b"software: x", kind="warcinfo", media="application/warc-fields"), record(PAGE), record(OTHER)))  # type: ignore[call-arg]
    assert errors == []
    assert [report.source for report in reports] == ["crawl.warc.gz#1", "crawl.warc.gz#2"]
    assert LETTER in reports[0].text
    assert reports[0].title == "A visit"
    assert (reports[0].address, reports[0].fetched) == ("https://news.example/1", "2018-08-12T09:00:00+00:00")
    assert reports[1].text == "Rain until Tuesday."


def test_documents_texts_and_other_records() -> None:
    squeezed = gzip.compress(PAGE)
    reports, errors = told(
        packed(
            record(pdf([LETTER]), media="application/pdf"),
            record(f"{LETTER} Sister cities.".encode(), media="text/plain; charset=utf-8"),
            record("<p>Die Städte Köln und Lille sind twinned.</p>".encode("latin-1"), media="text/html; charset=iso-8859-1"),
            record(squeezed, more="Content-Encoding: gzip\r\n"),
            bare(b"Sister cities of the conversion.", kind="conversion", media="text/plain"),
            bare(PAGE, kind="resource", media="text/html"),
        )
    )
    assert errors == []
    assert [report.media for report in reports] == ["application/pdf", "text/plain", "text/html", "text/html", "text/plain", "text/html"]
    assert "Köln" in reports[2].text
    assert LETTER in reports[3].text


def test_what_is_no_report_is_counted() -> None:
    reports, errors = told(
        packed(record(PAGE), record(b"GIF89a", media="image/gif"), record(b"moved", status=301), record(b"GIF89a", media="image/gif"))
    )
    assert errors == []
    assert reports[-1].notes == ("of the whole archive, 2 image/gif, 1 answers 301 were passed over",)
    with pytest.raises(SourceError, match="holds no report: 1 image/gif"):
        told(packed(record(b"GIF89a", media="image/gif")))


def test_one_bad_page_leaves_the_rest() -> None:
    sign_in = b"<html><body><form>Sister cities <input type=password></form></body></html>"
    reports, errors = told(packed(record(sign_in), record(PAGE)))
    assert [str(error).partition(" (")[0] for error in errors] == ["crawl.warc.gz#1: is a sign-in page"]
    assert len(reports) == 1


@pytest.mark.parametrize("less", [1, 5, 40, 200])
def test_an_archive_that_breaks_off_is_read_as_far_as_it_goes_and_said(less: int) -> None:
    for whole in (packed(record(PAGE), record(PAGE * 2)), record(PAGE) + record(PAGE * 2).rstrip()):
        reports, errors = told(whole[:-less])
        assert len(reports) == (2 if whole[:2] == b"\x1f\x8b" and less < 8 else 1)
        assert "what stands before was read" in errors[-1].what


def test_a_record_that_is_too_large_or_lies_about_its_size() -> None:
    reports, errors = told(packed(record(b"x" * 21_000_000), record(PAGE)))
    assert "21 MB, more than the 20 MB" in errors[0].what
    assert len(reports) == 1
    lying = record(PAGE).replace(b"Content-Length: ", b"Content-Length: 99", 1)
    assert "breaks off" in str(told(record(PAGE) + lying)[1][0])


def test_a_page_packed_as_a_bomb() -> None:
    file = BytesIO()
    with gzip.open(file, "wb") as bomb:
        for _ in range(60):
            bomb.write(b" " * 1_000_000)
    with pytest.raises(SourceError, match="unpack to more than 20 MB"):
        told(packed(record(file.getvalue(), more="Content-Encoding: gzip\r\n")))


def test_a_report_can_be_found_again_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(packed(record(OTHER), record(PAGE)))
    second = list(load_all(file))[1]
    assert isinstance(second, Report)
    assert load(Path(second.source)) == second
    with pytest.raises(SourceError, match="is not in that file"):
        load(Path(f"{file}#9"))
    with pytest.raises(SourceError, match="holds several reports"):
        load(file)


def test_the_broken_archives_of_others_are_named() -> None:
    folder = Path("../shared/data/warc")
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    outcome = {}
    for file in sorted(folder.iterdir()):
        try:
            outcome[file.name] = [str(each) for each in load_all(file) if isinstance(each, SourceError)]
        except SourceError as error:
            outcome[file.name] = [str(error)]
    assert all("ARC archive" in outcome[name][0] for name in ("bad.arc", "example.arc", "example.arc.gz", "example-space-in-url.arc"))
    assert "no sound WARC after record 1" in outcome["example-trunc.warc"][0]
    assert "it has no page" in outcome["example-digest.warc"][0]
    assert "image/png" in outcome["example-space-in-target-uri.warc.gz"][0]
    assert outcome["example.warc"] == outcome["example.warc.gz"] == outcome["example-wrong-chunks.warc.gz"] == []
