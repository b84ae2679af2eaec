"""WARC: an archive of the web; each page and document that it keeps is a report (``crawl.warc.gz#17``) with its address and instant.

Most of a crawl says nothing of ties: a page without a word of the field becomes a report of its bare words, for looking for its article
takes a hundred times longer and would change nothing. What is no page and no document is passed over, and counted.
"""

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

from amicity.sources._gate import bare_words, may_matter
from amicity.sources._unpack import beginning, unpacked
from amicity.terms.report import Report
from amicity.terms.source import Load, Source, SourceError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_LONGEST = 20_000_000
_ZSTD = b"\x28\xb5\x2f\xfd"
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_DOCUMENTS = ("application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
_SUFFIXES = dict(zip((*_PAGES, *_DOCUMENTS), (".html", ".html", ".txt", ".pdf", ".docx"), strict=True))
_AGAIN = "fetch the archive again"


def _fits(head: bytes, name: str) -> int:
    inside = beginning(head).lstrip()
    if inside.startswith((b"WARC/", b"filedesc://")):
        return 3
    return 3 if head.startswith(_ZSTD) and ".warc" in name.lower() else 0


def _reads(file: BinaryIO, name: str, load: Load) -> Iterator[Report | SourceError]:
    head = beginning(file.read(2000))
    file.seek(0)
    if head.startswith(b"filedesc://"):
        raise SourceError("is an ARC archive, the form before WARC", name, "turn it into WARC first, by `warcio recompress`")
    left = _Left()
    waiting: Report | SourceError | None = None
    for each in _all(file, name=name, load=load, left=left):
        if waiting:
            yield waiting
        waiting = each
    said = str(left)
    if waiting is None:
        raise SourceError(f"holds no report: {said or 'it has no page'}", name, "nothing is to be read in it")
    yield replace(waiting, notes=(*waiting.notes, f"of the whole archive, {said}")) if isinstance(waiting, Report) and said else waiting


@dataclass(slots=True)
class _Left:
    """What was passed over, and why."""

    counts: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return ", ".join(f"{count:,} {what}" for what, count in self.counts.most_common(8)) + (" were passed over" if self.counts else "")


def _all(file: BinaryIO, *, name: str, load: Load, left: _Left) -> Iterator[Report | SourceError]:
    """The archive's reports; where it is broken or breaks off, the last thing said is where."""
    number = 0
    records = _records(file, name=name)
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            number += 1
            here = f"{name}#{number}"
            content = _block(record, here)
        except (OSError, EOFError, ValueError, zlib.error) as error:
            said = "breaks off" if isinstance(error, EOFError) else "is no sound WARC"
            yield SourceError(f"{said} after record {number}: what stands before was read", name, _AGAIN)
            return
        except SourceError as error:
            yield error
            continue
        if content is not None:
            yield from _report(record, content, here, load=load, left=left)


def _records(file: BinaryIO, *, name: str) -> "Iterator[WarcRecord]":
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise SourceError("is a WARC archive, and what reads them is not installed", name, "pip install 'amicity[documents]'") from error
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    yield from ArchiveIterator(unpacked(file), record_types=kinds, parse_http=False)


def _block(record: "WarcRecord", where: str) -> bytes:
    """The whole block of a record. Raises EOFError where it is shorter than it says, SourceError where it is too long."""
    if record.content_length > _LONGEST:
        raise SourceError(f"is {record.content_length / 1e6:.0f} MB, more than the {_LONGEST / 1e6:g} MB of a report", where, "take it out")
    content: bytes = record.reader.read(_LONGEST)
    if len(content) < record.content_length:
        raise EOFError
    return content


def _report(record: "WarcRecord", block: bytes, where: str, *, load: Load, left: _Left) -> Iterator[Report | SourceError]:
    """The report in a record, if it is one; ``left`` counts those that are none."""
    media, content = _payload(record, block)
    if not content:
        left.counts[media] += 1
    elif media not in _SUFFIXES:
        left.counts[media or "without a type"] += 1
    elif media in _PAGES and (words := bare_words(content, media=media)) is not None and not may_matter(words):
        if words.strip():
            yield _placed(Report(where, words, media=media), record, where)
        else:
            left.counts["pages without text"] += 1
    else:
        try:
            yield _placed(load(content, where + _SUFFIXES[media]), record, where)
        except SourceError as error:
            yield SourceError(error.what, where, error.remedy)


def _placed(report: Report, record: "WarcRecord", where: str) -> Report:
    """The report with its name in the archive, and where and when the crawler found it."""
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    when = record.record_date
    return replace(
        report,
        source=where,
        address=address if address.startswith(("http://", "https://")) else report.address,
        fetched=when.isoformat(timespec="seconds") if when else None,
    )


def _payload(record: "WarcRecord", block: bytes) -> tuple[str, bytes]:
    """The media type and the page itself; without a page, why there is none."""
    record.set_bytes_content(block)
    if record.is_http:
        record.parse_http(auto_decode="all")
        status = record.http_headers.status_code if record.http_headers else None
        if status != 200:
            return f"answers {status}", b""
        media, charset = record.http_content_type, record.http_charset
    else:
        media, _, _ = (record.headers.get("Content-Type") or "").partition(";")
        charset = None
    content: bytes = record.reader.read(_LONGEST + 1)
    if len(content) > _LONGEST:
        return f"pages that unpack to more than {_LONGEST / 1e6:g} MB", b""
    return (media or "").strip().lower(), _as_utf8(content, charset) if content else b""


def _as_utf8(content: bytes, charset: str | None) -> bytes:
    """Pages often leave their encoding to the server's word; what it says is believed where it fits."""
    if not charset or charset.lower() in ("utf-8", "utf8"):
        return content
    try:
        return content.decode("utf-8").encode()
    except UnicodeDecodeError:
        try:
            return content.decode(charset).encode()
        except (UnicodeError, LookupError):
            return content


SOURCE = Source(name="warc", says="an archive of the web", media="application/warc", fits=_fits, reads=_reads, binary=True)
