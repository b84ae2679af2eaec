"""Which kind of source some bytes are, and reading them here, in this process."""

from pathlib import PurePath
from typing import cast

from amicity.catalogue import gather
from amicity.sources._binary import binary_kind
from amicity.terms.report import Report
from amicity.terms.source import Source, SourceError

HEAD = 65_536
"""How much of the beginning of a file tells its kind."""


_PLAIN = ("text", "html")
_NEVER_PLAIN = frozenset({".eml", ".pdf", ".docx", ".xlsx", ".ods", ".warc", ".parquet"})
_HEAD_OF_XML = 4_000


def sources() -> dict[str, Source]:
    """Every kind of source, by name."""
    return cast(dict[str, Source], gather("amicity.sources", "SOURCE"))


def chosen(head: bytes, name: str) -> Source:
    """The kind that the beginning of a file fits best. Raises SourceError for an empty file, and for bytes that no kind takes."""
    if not head.strip():
        raise SourceError("is empty", name, "give a file with text in it")
    kind = binary_kind(head)
    asked = [(each.fits(head[:HEAD], name), each) for each in sources().values() if each.binary or not kind]
    fit, best = max(asked, key=lambda each: each[0], default=(0, None))
    if best is None or fit < 1:
        raise SourceError(f"is {kind}, not text", name, "save its text as .txt or .html first")
    suffix = PurePath(name).suffix.lower()
    if best.name in _PLAIN and suffix in _NEVER_PLAIN and "://" not in name:
        raise SourceError(f"is named {suffix}, and is no such file", name, "look what it is: a sign-in page is often saved in its stead")
    if best.name in _PLAIN and b"<!ENTITY" in head[:_HEAD_OF_XML]:
        raise SourceError("declares entities, which may unfold without end", name, "save it without them")
    return best


def read_here(content: bytes, name: str) -> Report:
    """The report in these bytes, read in this process. Raises SourceError, also for a container of many reports."""
    source = chosen(content, name)
    if source.read is None:
        raise SourceError(f"is {source.says} inside another file", name, "take it out and read it by itself")
    return source.read(content, name)
