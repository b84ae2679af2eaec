"""Files in, reports or clear errors out."""

import os
import resource
from pathlib import Path

import pytest

from amicity import sources
from amicity.sources import SourceError, load, load_bytes
from amicity.terms.report import digest_of

SENTENCE = "Shenyang and Karachi signed a letter of intent in August 2018.\n"


def refused(path: Path) -> SourceError:
    with pytest.raises(SourceError) as caught:
        load(path)
    assert caught.value.where == str(path)
    assert caught.value.remedy
    return caught.value


def test_gives_the_text_as_read_text_does(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes("first\r\nsecond\rthird “quoted”\n".encode())
    report = load(file)
    assert report.text == file.read_text(encoding="utf-8") == "first\nsecond\nthird “quoted”\n"
    assert (report.source, report.notes, report.digest) == (str(file), (), digest_of(report.text))


def test_keeps_a_byte_order_mark_as_read_text_does(tmp_path: Path) -> None:
    file = tmp_path / "bom.txt"
    file.write_bytes(b"\xef\xbb\xbfShenyang")
    assert load(file).text == file.read_text(encoding="utf-8")


def test_real_reports_load_as_read_text_does() -> None:
    folder = Path("../shared/reports")
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    for file in folder.glob("*.txt"):
        assert load(file).text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n"])
def test_refuses_an_empty_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "empty.txt"
    file.write_bytes(content)
    assert refused(file).what == "is empty"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04report", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0JFIF", "a JPEG image"),
        (b"\x1f\x8b\x08report", "a gzip archive"),
        (b"report\x00report", "a binary file"),
        (bytes(range(1, 9)) * 20, "a binary file"),
    ],
)
def test_refuses_what_is_no_text(tmp_path: Path, content: bytes, kind: str) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(content)
    assert refused(file).what == f"is {kind}, not text"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    file.touch()
    os.truncate(file, 200_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(file).what.startswith("is 200 MB, more than the 20 MB")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_a_text_longer_than_any_report_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text(SENTENCE * 90_000)
    assert refused(file).what == "is a text of 5.7 MB, more than the 5 MB that one report may have"


def test_a_device_without_end_is_refused_at_the_limit() -> None:
    with pytest.raises(SourceError, match="larger"):
        load(Path("/dev/zero"), limit=1000)


def test_what_is_not_there_a_folder_and_a_locked_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent.txt").what == "does not exist"
    assert refused(tmp_path).what == "is a folder"
    locked = tmp_path / "locked.txt"
    locked.write_text(SENTENCE)
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("this user may read everything")
    assert refused(locked).what == "may not be read by you"


def test_the_error_survives_a_journey_between_processes() -> None:
    import pickle

    error = SourceError("is empty", "a.txt", "write something")
    assert str(pickle.loads(pickle.dumps(error))) == str(error) == "a.txt: is empty (write something)"  # noqa: S301


def test_every_kind_of_source_has_its_one_constant_and_reads() -> None:
    assert set(sources.sources()) >= {"html", "pairs", "text"}
    assert load_bytes(SENTENCE.encode(), source="-").media == "text/plain"
    assert load_bytes(b"<!DOCTYPE html><p>" + SENTENCE.encode(), source="-").media == "text/html"
    assert load_bytes(b"city,country,partner,partner_country\n", source="-").media == "text/csv"


def test_only_a_table_states_its_findings() -> None:
    assert sources.stated(load_bytes(SENTENCE.encode(), source="-")) is None
    assert sources.stated(load_bytes(b"city,country,partner,partner_country\n", source="-")) is not None


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("news.eml", b"abc", "is named .eml, and is no such file"),
        ("ties.xlsx", b"<html><body>Please sign in</body></html>", "is named .xlsx, and is no such file"),
        ("feed.xml", b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel/></rss>', "declares entities"),
    ],
)
def test_what_is_not_what_it_is_called_is_refused(name: str, content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        load_bytes(content, source=name)
