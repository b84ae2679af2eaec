"""Bytes to text: UTF-8 as it stands, else what the file itself declares, else a guess that is said aloud."""

import codecs
from collections.abc import Iterator

from amicity.terms.source import SourceError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_SAVE = "save it as UTF-8"


def decode(content: bytes, *, where: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes and notes on what was guessed or mended; line ends become ``\\n`` as ``Path.read_text`` makes them.

    Offsets in the text of a UTF-8 file are those of ``Path.read_text(encoding="utf-8")``; a byte order mark stays its first
    character. ``declared`` is the encoding that the page names. Raises SourceError where no encoding can be told.
    """
    text, notes = _decoded(content, where=where, declared=declared)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decoded(content: bytes, *, where: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _wide(content, encoding, where=where)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return content[: error.start].decode("utf-8"), ("breaks off inside a character: the rest was read",)
    if declared and (text := _strictly(content, declared)) is not None:
        return text, ()
    if mended := _mostly_utf8(content):
        return mended
    for encoding in _guesses(_sample(content)):
        if (text := _strictly(content, encoding)) is not None and _plausible(text):
            return text, (f"is no UTF-8: read as {encoding}, a guess",)
    raise SourceError("is in no encoding that can be told", where, _SAVE)


def _wide(content: bytes, encoding: str, *, where: str) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError as error:
        if error.reason in ("truncated data", "unexpected end of data"):
            return content[: error.start].decode(encoding), ("breaks off inside a character: the rest was read",)
        raise SourceError(f"claims to be {encoding.upper()} and is not", where, _SAVE) from error


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _mostly_utf8(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few bytes gone wrong, each read as U+FFFD; None where the bytes are of another encoding."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - bad
    if sound < bad:  # text of another encoding seldom holds a sound sequence: GBK one in seven, Latin-1 next to none
        return None
    return text, (f"has {bad} {'byte that is' if bad == 1 else 'bytes that are'} no UTF-8: each read as \ufffd",)


def _sample(content: bytes) -> bytes:
    """The stretch around the first bytes that tell encodings apart."""
    ascii_only = len(content) - len(content.lstrip(bytes(range(128))))
    start = content.rfind(b"\n", 0, max(0, ascii_only - 200)) + 1
    return content[start : start + _SAMPLE]


def _guesses(sample: bytes) -> Iterator[str]:
    """Encodings, likeliest first. Resiliparse knows Western texts better, charset-normalizer the East Asian ones."""
    from charset_normalizer import from_bytes
    from resiliparse.parse.encoding import detect_encoding

    first = detect_encoding(sample)
    if first and first != "utf-8":
        yield first
    if best := from_bytes(sample).best():
        yield best.encoding


def _plausible(text: str) -> bool:
    """Whether it reads as writing: no control characters, and far more letters than odd signs beyond ASCII."""
    head = text[:_SAMPLE]
    beyond = [character for character in head if character > "\x7f"]
    letters = sum(
        character.isalpha() or character in "\u3000\u3001\u3002\u2013\u2014\u2018\u2019\u201c\u201d\u2026\xa0«»€°·" for character in beyond
    )
    return letters * 2 >= len(beyond) and not any("\x80" <= character < "\xa0" for character in beyond)
