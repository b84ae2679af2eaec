"""Files that were written once and are handed out again until the register changes: a folder beside the database."""

import os
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from django.conf import settings

KEPT = 64
"""How many files stay; the ones used longest ago go first."""

_BUSY = threading.Lock()
_QUICK = threading.BoundedSemaphore(4)


class BusyError(Exception):
    """Another large file is being written: ask again shortly."""


def shelved(key: str) -> Path | None:
    """The file that was written under this key, if it is there still."""
    file = _place(key)
    try:
        os.utime(file)
    except OSError:
        return None
    return file


def put(key: str, make: Callable[[], bytes], *, large: bool) -> Path | bytes:
    """Make the file's bytes and keep them; the bytes themselves where the disk takes no file.

    One large file at a time, and four small ones, so that who else visits the site is not kept waiting. Raises BusyError beyond that.
    """
    door = _BUSY if large else _QUICK
    if not door.acquire(blocking=False):
        raise BusyError
    try:
        if (file := shelved(key)) is not None:
            return file
        content = make()
        with suppress(OSError):
            return _written(_place(key), content)
        return content
    finally:
        door.release()


def _place(key: str) -> Path:
    return Path(settings.VAR) / "downloads" / sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _written(file: Path, content: bytes) -> Path:
    """The file, whole or not at all; then the oldest beyond those that stay are removed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=file.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(part).replace(file)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise
    for old in sorted(file.parent.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
    return file
