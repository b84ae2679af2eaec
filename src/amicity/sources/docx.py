"""DOCX: paragraphs in their order, one a line, and each row of a table as ``cell | cell``; what was struck out stays out.

The day on which the file was made stands in a note and dates nothing: it is often that of the template, or of a later copy.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from lxml import etree

from amicity.sources._bounds import within_bounds
from amicity.sources._clean import clean
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report
from amicity.terms.source import Source, SourceError

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNPACKED = 60_000_000
_SAVE = "open it and save it anew, or save its text as .txt"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TERMS = "{http://purl.org/dc/terms/}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def _fits(head: bytes, name: str) -> int:
    if not head.startswith(b"PK\x03\x04"):
        return 0
    if b"word/" in head:
        return 3
    return 2 if PurePath(name).suffix.lower() in (".docx", ".docm") else 0


def _read(content: bytes, name: str) -> Report:
    try:
        with ZipFile(BytesIO(content)) as parts:
            main = _part(parts, "word/document.xml", where=name)
            properties = _part(parts, "docProps/core.xml", where=name) if "docProps/core.xml" in parts.namelist() else b""
        text = clean("\n".join(_lines(main)))
        title, day = _about(properties)
    except KeyError as error:
        raise SourceError("is a ZIP archive without a document in it", name, "give the document itself") from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, etree.XMLSyntaxError) as error:
        raise SourceError(f"is a broken or locked document ({type(error).__name__})", name, _SAVE) from error
    if not text.strip():
        raise SourceError("is a document without text", name, "if it is pictures of pages, have their text recognised first")
    within_bounds(text.encode(), where=name, kind="text")
    notes = (f"was made on {day}, say its properties: not taken for the report's date",) if day else ()
    return Report(source=name, text=text, title=title, media=_MEDIA, notes=notes)


def _part(parts: ZipFile, name: str, *, where: str) -> bytes:
    """One part, unpacked; its size is asked first and believed only up to the limit."""
    if parts.getinfo(name).file_size > _UNPACKED:
        raise SourceError(f"unpacks to more than {_UNPACKED / 1e6:g} MB", where, "split it, or save its text as .txt")
    with parts.open(name) as part:
        content = part.read(_UNPACKED + 1)
    if len(content) > _UNPACKED:
        raise SourceError(f"unpacks to more than {_UNPACKED / 1e6:g} MB", where, "split it, or save its text as .txt")
    return content


def _lines(markup: bytes) -> Iterator[str]:
    """Paragraphs and rows. A paragraph in a cell becomes a part of its row, and so does a table in a cell."""
    paragraphs: list[list[str]] = []
    rows: list[list[list[str]]] = []
    walk = etree.iterparse(BytesIO(markup), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False)
    for event, element in walk:
        tag = element.tag.removeprefix(_WORD).removeprefix(_STRICT) if isinstance(element.tag, str) else ""
        if event == "start":
            if tag == "p":
                paragraphs.append([])
            elif tag == "tr":
                rows.append([])
            elif tag == "tc" and rows:
                rows[-1].append([])
            continue
        if tag == "t" and paragraphs:
            paragraphs[-1].append(element.text or "")
        elif tag in _BREAKS and paragraphs and not _in_properties(element):
            paragraphs[-1].append(_BREAKS[tag])
        elif tag == "p" and paragraphs:
            yield from _put("".join(paragraphs.pop()), rows)
        elif tag == "tr" and rows:
            yield from _put(" | ".join(" ".join(" ".join(cell).split()) for cell in rows.pop()), rows)
        if tag in ("p", "tr", "tbl"):
            element.clear()


def _put(line: str, rows: list[list[list[str]]]) -> Iterator[str]:
    """Into the cell that it stands in, or else out."""
    if rows and rows[-1]:
        rows[-1][-1].append(line)
    else:
        yield line


def _in_properties(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and str(parent.tag).endswith("}tabs")


def _about(markup: bytes) -> tuple[str | None, PartialDate | None]:
    """The title and the day on which the document was made."""
    if not markup:
        return None, None
    tree = etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    made = tree.findtext(f"{_TERMS}created") or tree.findtext(f"{_TERMS}modified") or ""
    try:
        day = PartialDate(made[:10]) if made else None
    except ValueError:
        day = None
    return (clean(tree.findtext(_TITLE) or "").strip() or None), day


SOURCE = Source(name="docx", says="a Word document", media=_MEDIA, fits=_fits, read=_read, binary=True, apart=True)
