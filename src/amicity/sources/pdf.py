"""PDF: the text layer, page after page with a blank line between; a line that breaks only because it was full runs on.

The day on which the file was made stands in a note and dates nothing: it is often that of a later copy.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from amicity.sources._bounds import LONGEST
from amicity.sources._clean import clean
from amicity.sources._lines import unwrapped
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report
from amicity.terms.source import Source, SourceError

if TYPE_CHECKING:
    from pypdf import PdfReader

_PAGES = 3000
_NAMED = 10
_SAVE = "open it and save it anew, or save its text as .txt"
_NO_TEXT = "make one with a program that reads pictures of text (`ocrmypdf in.pdf out.pdf`), look it over, and give that"


def _fits(head: bytes, _name: str) -> int:
    return 3 if head[:1024].lstrip().startswith(b"%PDF-") else 0


def _read(content: bytes, name: str) -> Report:
    reader = _opened(content, where=name)
    pages = list(_pages(reader, where=name))
    without = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if len(without) == len(pages):
        raise SourceError("has no text layer: it is pictures of pages", name, _NO_TEXT)
    notes: list[str] = []
    if without:
        more = f" and {len(without) - _NAMED} more" if len(without) > _NAMED else ""
        notes.append(f"has no text on page {', '.join(without[:_NAMED])}{more} of {len(pages)} (a picture?): the rest was read")
    about = _about(reader)
    day = _day(about.get("creation_date"))
    if day:
        notes.append(f"was made on {day}, say its properties: not taken for the report's date")
    text = "\n\n".join(page for page in pages if page.strip())
    return Report(source=name, text=text, title=about.get("title"), media="application/pdf", notes=tuple(notes))


def _opened(content: bytes, *, where: str) -> "PdfReader":
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError as error:
        raise SourceError("is a PDF, and what reads them is not installed", where, "pip install 'amicity[documents]'") from error
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("is locked with a password", where, "save it without one")
        count = len(reader.pages)
    except DependencyError as error:
        raise SourceError("is locked", where, "save it without a lock, or print it into a new PDF") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, NotImplementedError) as error:
        raise SourceError("is a broken PDF", where, _SAVE) from error
    if count > _PAGES:
        raise SourceError(f"has {count:,} pages, more than the {_PAGES:,} that are read", where, "split it into one file a report")
    return reader


def _pages(reader: "PdfReader", *, where: str) -> Iterator[str]:
    """The text of each page; one that cannot be read raises SourceError, for nothing is left out in silence."""
    taken = 0
    for number, page in enumerate(reader.pages, 1):
        try:
            text = unwrapped(clean(page.extract_text()))
        except (MemoryError, SourceError):
            raise
        except Exception as error:  # pypdf raises all sorts over what a page may hold
            raise SourceError(f"has a page {number} that cannot be read ({type(error).__name__})", where, _SAVE) from error
        taken += len(text)
        if taken > LONGEST:
            raise SourceError(f"holds more text than the {LONGEST / 1e6:g} MB of a report", where, "split it into one file a report")
        yield text


def _about(reader: "PdfReader") -> dict[str, Any]:
    """The file's properties, as far as they can be read."""
    found: dict[str, Any] = {}
    try:
        properties = reader.metadata
        if properties:
            title = clean(str(properties.title or "")).strip()
            found = {"title": title if title and "." not in title[-5:] else None, "creation_date": properties.creation_date}
    except Exception:  # a report is no worse for properties that nobody can read
        return found
    return found


def _day(when: object) -> PartialDate | None:
    return PartialDate(when.date().isoformat()) if isinstance(when, datetime) else None


SOURCE = Source(name="pdf", says="a PDF with a text layer", media="application/pdf", fits=_fits, read=_read, binary=True, apart=True)
