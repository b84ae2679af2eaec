"""E-mail: the letter is a report, its subject the title, and so is each document attached to it (``news.eml#programme.pdf``)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePath
from typing import BinaryIO, cast

from amicity.sources._clean import clean
from amicity.sources._decoding import decode
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report
from amicity.terms.source import Load, Source, SourceError

_MEDIA = "message/rfc822"
_LONGEST = 30_000_000
_MOST = 50
_DEEP = 4
_HEADER = re.compile(rb"^(From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|DKIM-Signature):", re.I | re.M)
_READABLE = re.compile(r"text/(?:plain|html)|application/(?:pdf|xhtml\+xml|.*wordprocessingml.*|octet-stream)|message/rfc822", re.I)


def _fits(head: bytes, name: str) -> int:
    letterhead = head[:8000].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if not re.match(rb"[A-Za-z-]{2,40}:", letterhead):
        return 0
    known = {found.lower() for found in _HEADER.findall(letterhead)}
    if PurePath(name).suffix.lower() == ".eml":
        return 3 if known else 0
    return 3 if b"from" in known and len(known) >= 3 and known & {b"message-id", b"mime-version", b"received"} else 0


def _reads(file: BinaryIO, name: str, load: Load) -> Iterator[Report | SourceError]:
    content = file.read(_LONGEST + 1)
    if len(content) > _LONGEST:
        raise SourceError(f"is more than the {_LONGEST / 1e6:g} MB of a letter", name, "save what is attached to it, and read that")
    yield from _letters(BytesParser(policy=policy.default).parsebytes(content), name, load=load, within=0)


def _letters(letter: EmailMessage, name: str, *, load: Load, within: int) -> Iterator[Report | SourceError]:
    """The letter, what is attached to it, and the letters that it passes on."""
    body = _body(letter)
    parts = list(_attached(letter, body))
    taken = [part for part in parts if _READABLE.fullmatch(part.get_content_type())][:_MOST]
    left = [part for part in parts if part not in taken]
    if body is not None or not taken:
        yield _letter(letter, body, name=name, load=load, left=left)
    for number, part in enumerate(taken, 1):
        here = f"{name}#{_name(part, number)}"
        inner = part.get_payload(0) if part.get_content_type() == _MEDIA and part.is_multipart() else None
        if isinstance(inner, EmailMessage) and within < _DEEP:
            yield from _letters(inner, here, load=load, within=within + 1)
        else:
            yield _document(part, here, load=load, sent=_day(letter))


def _letter(letter: EmailMessage, body: Message | None, *, name: str, load: Load, left: list[Message]) -> Report | SourceError:
    subject = _header(letter, "subject")
    try:
        text, notes = _text(body, name=name, load=load)
    except SourceError as error:
        return error
    if not text.strip():
        return SourceError("is a letter without text", name, "give what matters of it as a file")
    notes = (*notes, *(f"has {_name(part, 0)} attached, which is no report ({part.get_content_type()})" for part in left))
    if any(isinstance(defect, StartBoundaryNotFoundDefect | CloseBoundaryNotFoundDefect) for defect in letter.defects):
        notes = (*notes, "breaks off before the letter ends: what is there was read")
    told = text if not subject or subject in " ".join(text.split()) else f"{subject}\n\n{text}"
    sender, _ = parseaddr(_header(letter, "from"))
    return Report(name, told, title=subject or None, published=_day(letter), publisher=sender or None, media=_MEDIA, notes=notes)


def _text(body: Message | None, *, name: str, load: Load) -> tuple[str, tuple[str, ...]]:
    if body is None:
        return "", ()
    if body.get_content_type() == "text/html":
        report = load(_content(body), f"{name}.html")
        return report.text, report.notes
    text, notes = decode(_content(body), where=name, declared=body.get_content_charset())
    return clean(text), notes


def _document(part: Message, name: str, *, load: Load, sent: PartialDate | None) -> Report | SourceError:
    """What is attached, read as what it is; a date it does not have is the letter's."""
    try:
        report = load(_content(part), name)
    except SourceError as error:
        return error
    return replace(report, published=report.published or sent)


def _body(letter: EmailMessage) -> Message | None:
    """The text that a mail program shows; plain where there is a choice, for it has no furniture."""
    try:
        return letter.get_body(preferencelist=("plain", "html"))
    except (KeyError, AttributeError, ValueError):
        return None


def _attached(letter: EmailMessage, body: Message | None) -> Iterator[Message]:
    """What the sender put in beside the text. The body's other forms and the pictures shown in it are not."""
    waiting: list[Message] = [letter]
    while waiting:
        part = waiting.pop(0)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting[:0] = cast(list[Message], part.get_payload())
        elif part is not letter and part is not body and (part.get_content_disposition() == "attachment" or _counts(part)):
            yield part


def _counts(part: Message) -> bool:
    return part.get_content_type() == _MEDIA or (part.get_filename() is not None and part.get_content_maintype() != "image")


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(part: Message, number: int) -> str:
    said = PurePath((part.get_filename() or "").replace("\\", "/")).name
    return f"{number}-{said}" if said and number else said or str(number)


def _header(letter: EmailMessage, name: str) -> str:
    try:
        return " ".join(clean(str(letter[name] or "")).split())
    except Exception:  # the library's own parser of addresses fails over some
        return ""


def _day(letter: EmailMessage) -> PartialDate | None:
    try:
        return PartialDate(parsedate_to_datetime(_header(letter, "date")).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


SOURCE = Source(name="eml", says="a letter by e-mail", media=_MEDIA, fits=_fits, reads=_reads, apart=True)
