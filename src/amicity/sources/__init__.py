"""Sources: files and bytes become reports, one file a kind of source.

``load(path)`` and ``load_bytes(content, source=…)`` give a Report or raise SourceError, which says what is wrong,
where, and what to do about it; ``load_all`` and ``load_all_bytes`` give the reports of containers as well, one after the other.
Whatever is given, nothing beyond the size limit is ever held in memory, and documents are parsed in a child process.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from amicity.sources._binary import binary_kind
from amicity.sources._child import ask
from amicity.sources._choice import HEAD, chosen, sources
from amicity.sources._fetch import Fetcher
from amicity.sources._follow import Follower, LoadFetched, Seen, visited
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Lead, Refusal, Source, SourceError

__all__ = [
    "LIMIT",
    "Fetcher",
    "Seen",
    "SourceError",
    "follow",
    "holds_many",
    "leads",
    "load",
    "load_all",
    "load_all_bytes",
    "load_as",
    "load_bytes",
    "sources",
    "stated",
    "visit",
]

_SIGN_IN, _HEAD_OF_PAGE = re.compile(rb"<input[^>]{0,300}type\s?=\s?[\"']?password", re.IGNORECASE), 200_000
LIMIT = 20_000_000
"""The largest source read, in bytes, where nobody says otherwise. A container may be larger, but no report in it."""


def load(path: Path, *, limit: int = LIMIT) -> Report:
    """The report in one file, or that which ``file#name`` names in a container; its ``source`` is the path as given. Raises SourceError."""
    file, _, record = str(path).rpartition("#")
    if file and record and not path.exists() and Path(file).exists():
        return _record(Path(file), str(path), limit=limit)
    return _only(load_all(path, limit=limit), str(path))


def load_as(kind: str, path: Path, *more: Path, limit: int = LIMIT) -> Report:
    """The report in one file of a kind that somebody names; ``more`` are read as if they stood below it. Raises SourceError."""
    source = sources()[kind]
    if source.read is None or source.binary:
        return load(path, limit=limit)
    content = b"\n".join(_content(file, limit=limit) for file in (path, *more))
    if not content.strip():
        raise SourceError("is empty", str(path), "give a file with text in it")
    if what := binary_kind(content):
        raise SourceError(f"is {what}, not text", str(path), "save its text first")
    try:
        return source.read(content, str(path))
    except SourceError as error:
        if _SIGN_IN.search(content[:_HEAD_OF_PAGE]):
            raise SourceError("is a sign-in page", str(path), "sign in, and save what stands behind it") from error
        raise


def load_bytes(content: bytes, *, source: str, limit: int = LIMIT) -> Report:
    """The report in these bytes, which came from ``source`` (a path, an address, ``-``). Raises SourceError."""
    return _only(load_all_bytes(content, source=source, limit=limit), source)


def load_all(path: Path, *, limit: int = LIMIT) -> Iterator[Report | SourceError]:
    """The reports in a file, one or many; in the place of one that cannot be read, why. Raises SourceError where none can be."""
    kind = _kind(path)
    if kind and kind.reads:
        yield from _reports(ask("reads", kind.name, str(path), path=path))
    else:
        yield from _all(kind, _content(path, limit=limit), str(path), limit=limit, apart=False)


def load_all_bytes(content: bytes, *, source: str, limit: int = LIMIT, apart: bool = False) -> Iterator[Report | SourceError]:
    """The reports in these bytes, one or many; with ``apart``, the child process reads pages and texts as well as documents.

    Raises SourceError where none can be read at all.
    """
    yield from _all(None, content, source, limit=limit, apart=apart)


def holds_many(path: Path) -> bool:
    """Whether the file is a container of many reports, which ``load_all`` reads. False where it cannot be read."""
    kind = None if path.suffix.lower() in _SINGLE else _kind(path)
    return bool(kind and kind.reads)


def leads(content: bytes, *, source: str) -> tuple[Lead, ...] | None:
    """The addresses that a list of news (a feed, a sitemap) points to; None where the bytes are no such list. Raises SourceError."""
    kind = chosen(content, source)
    if kind.leads is None:
        return None
    answers = tuple(ask("leads", kind.name, source, content=content))
    for answer in answers:
        if isinstance(answer, SourceError):
            raise answer
    return tuple(answer for answer in answers if isinstance(answer, Lead))


def visit(address: str, *, fetcher: Fetcher, limit: int = LIMIT) -> Iterator[Report | SourceError]:
    """The reports at an address of the public web: its page or document, or, of a feed or sitemap, the pages that it points to.

    Raises SourceError where nothing can be had.
    """
    fetched = fetcher.get(address, robots=True)
    if leads(fetched.content, source=fetched.address) is None:
        yield from visited(fetched, load=_apart(limit))
    else:
        yield from follow([address], seen=Seen(), fetcher=fetcher)


def follow(addresses: Iterable[str], *, seen: Seen, fetcher: Fetcher, most: int = 100) -> Iterator[Report | SourceError]:
    """The reports on what is new in feeds and sitemaps since ``seen``, which is brought up to date page by page."""
    yield from Follower(fetcher, seen, _leads, _apart(LIMIT), most).follow(addresses)


def _leads(content: bytes, source: str) -> tuple[Lead, ...] | None:
    return leads(content, source=source)


def _apart(limit: int) -> LoadFetched:
    """Reads what strangers sent in the child process, pages and texts too."""
    return lambda content, source: load_all_bytes(content, source=source, limit=limit, apart=True)


def stated(report: Report) -> Iterable[Finding | Refusal] | None:
    """The findings that the report's own structure states, row by row, or None where the text has to be read."""
    for source in sources().values():
        if source.states and source.media == report.media:
            return source.states(report)
    return None


def _all(kind: Source | None, content: bytes, source: str, *, limit: int, apart: bool) -> Iterator[Report | SourceError]:
    if len(content) > limit:
        raise _too_large(len(content), source, limit=limit)
    kind = kind or chosen(content, source)
    if kind.reads:
        yield from _reports(ask("reads", kind.name, source, content=content))
    elif kind.apart or (apart and kind.read):
        yield from _reports(ask("read", kind.name, source, content=content))
    elif kind.read:
        yield kind.read(content, source)


def _only(reports: Iterator[Report | SourceError], where: str) -> Report:
    """The one report of a source, or the first with a note on what else there is. Raises SourceError."""
    first = next(reports, None)
    if first is None:
        raise SourceError("holds no report", where, "check what it is")
    if isinstance(first, SourceError):
        raise first
    if next(reports, None) is None:
        return first
    if first.source != where:
        raise SourceError("holds several reports", where, "read it with `amicity read`, or take the one that you mean out of it")
    return replace(first, notes=(*first.notes, "holds more beside this, not read here: give each attachment by itself"))


def _record(file: Path, name: str, *, limit: int) -> Report:
    for each in load_all(file, limit=limit):
        if isinstance(each, Report) and each.source == name:
            return each
        if isinstance(each, SourceError) and each.where == name:
            raise each
    raise SourceError("is not in that file", name, "check whether the file is the one that was read")


def _reports(answers: Iterable[object]) -> Iterator[Report | SourceError]:
    """The reports among the child's answers; a source that gives nothing but an error raises it."""
    waiting: SourceError | None = None
    empty = True
    for answer in answers:
        if empty and waiting is None and isinstance(answer, SourceError):
            waiting = answer
            continue
        if waiting:
            yield waiting
            waiting = None
        empty = False
        if isinstance(answer, Report | SourceError):
            yield answer
    if waiting:
        raise waiting


def _kind(path: Path) -> Source | None:
    """The kind of a regular file, told from its beginning; None where it cannot be told."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return chosen(file.read(HEAD), str(path))
    except (OSError, SourceError):
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


_SINGLE = {".txt", ".html", ".htm"}
_OS_ERRORS = {
    errno.ENOENT: ("does not exist", "check the path"),
    errno.EISDIR: ("is a folder", "give a file, or let `amicity read` walk the folder"),
    errno.EACCES: ("may not be read by you", "change its permissions or ask its owner"),
    errno.ELOOP: ("is a link that leads back to itself", "give the file itself"),
    errno.ENAMETOOLONG: ("has a name too long for this system", "shorten the path"),
}
