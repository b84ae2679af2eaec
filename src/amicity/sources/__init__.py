"""Sources: files and bytes become reports, one file a kind of source.

``load(path)`` and ``load_bytes(content, source=…)`` give a Report or raise SourceError, which says what is wrong,
where, and what to do about it. Whatever is given, nothing beyond the size limit is ever held in memory.
"""

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from amicity.catalogue import gather
from amicity.sources._binary import binary_kind
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError

__all__ = ["LIMIT", "SourceError", "load", "load_bytes", "sources", "stated"]

LIMIT = 20_000_000
"""The largest source read, in bytes, where nobody says otherwise."""


def sources() -> dict[str, Source]:
    """Every kind of source, by name."""
    return cast(dict[str, Source], gather(__name__, "SOURCE"))


def load(path: Path, *, limit: int = LIMIT) -> Report:
    """The report in one file; its ``source`` is the path as given. Raises SourceError."""
    return load_bytes(_content(path, limit=limit), source=str(path), limit=limit)


def load_bytes(content: bytes, *, source: str, limit: int = LIMIT) -> Report:
    """The report in these bytes, which came from ``source`` (a path, an address, ``-``). Raises SourceError."""
    if not content.strip():
        raise SourceError("is empty", source, "give a file with text in it")
    if len(content) > limit:
        raise _too_large(len(content), source, limit=limit)
    if kind := binary_kind(content):
        raise SourceError(f"is {kind}, not text", source, "save its text as .txt or .html first")
    return max(sources().values(), key=lambda each: each.fits(content, source)).read(content, source)


def stated(report: Report) -> Iterable[Finding | Refusal] | None:
    """The findings that the report's own structure states, row by row, or None where the text has to be read."""
    for source in sources().values():
        if source.states and source.media == report.media:
            return source.states(report)
    return None


def _content(path: Path, *, limit: int) -> bytes:
    """The bytes of a regular file; its size is asked before anything is read."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > limit:
                raise _too_large(status.st_size, str(path), limit=limit)
            return file.read(limit + 1)
    except OSError as error:
        what, remedy = _OS_ERRORS.get(error.errno or 0, (f"cannot be read: {error.strerror or error}", "check the file"))
        raise SourceError(what, str(path), remedy) from error


def _too_large(size: int, where: str, *, limit: int) -> SourceError:
    said = f"{size / 1e6:.0f} MB" if size <= limit or size > limit + 1 else "larger"
    return SourceError(f"is {said}, more than the {limit / 1e6:g} MB that a report may have", where, "split it into one file a report")


_OS_ERRORS = {
    errno.ENOENT: ("does not exist", "check the path"),
    errno.EISDIR: ("is a folder", "give a file, or let `amicity read` walk the folder"),
    errno.EACCES: ("may not be read by you", "change its permissions or ask its owner"),
    errno.ELOOP: ("is a link that leads back to itself", "give the file itself"),
    errno.ENAMETOOLONG: ("has a name too long for this system", "shorten the path"),
}
