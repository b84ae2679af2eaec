"""Has untrusted bytes parsed in a child process with limits of memory and time, so that no file can bring this process down.

The child is ``amicity.sources._serving``. One that has done its job well waits for the next; one that has not is ended.
Nothing of this process's environment but its paths goes along.
"""

import atexit
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import orjson

from amicity.sources._letters import Answer, answer_in
from amicity.terms.source import SourceError

_LONGEST_LINE = 40_000_000
_CHUNK = 1 << 16
_DOCUMENTS = 200
_REMEDY = "it may be damaged or made to do harm; save its text as .txt"


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may take: bytes of memory, and for each report seconds of its processor and seconds on the clock."""

    memory: int = 768 * 1024 * 1024
    processor: int = 20
    clock: float = 45.0


LIMITS = Limits()


def ask(
    task: str, kind: str, name: str, *, content: bytes | None = None, path: Path | None = None, limits: Limits | None = None
) -> Iterator[Answer]:
    """What the child makes of the bytes, or of the file, as they come.

    ``task`` is ``read``, ``reads`` or ``leads`` of the source ``kind``; ``limits`` are LIMITS where none are given. Where the child
    fails, dies or takes too long, the last answer is a SourceError that says so.
    """
    limits = limits or LIMITS
    job: dict[str, object] = {"task": task, "kind": kind, "name": name, "seconds": limits.processor}
    job |= {"path": str(path.absolute())} if path else {"length": len(content or b"")}
    child = _take(limits)
    well, last = False, None
    try:
        child.give(orjson.dumps(job) + b"\n", content or b"")
        while (answer := child.answer(limits.clock)) is not None:
            last = answer
            yield answer
        well = True
    except TimeoutError:
        yield SourceError(f"takes more than {limits.clock:g} seconds to read", name, _REMEDY)
    except (OSError, EOFError):
        if not (child.left() and isinstance(last, SourceError)):
            yield SourceError(child.cause(limits), name, _REMEDY)
    except (ValueError, KeyError, TypeError):
        yield SourceError("made its reader talk nonsense", name, _REMEDY)
    finally:
        _put_back(child) if well else child.end()


class _Child:
    """A process that parses, and the pipes to it."""

    __slots__ = ("_jobs", "_kept", "_process", "_since", "limits", "parent")

    def __init__(self, limits: Limits) -> None:
        run = f"from amicity.sources._serving import serve; serve({limits.memory:d})"
        paths = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter; -P, lest it import what lies in the folder it is run in)
            [sys.executable, "-P", "-c", run],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": paths, "PATH": os.defpath, "LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2"},
        )
        self._kept, self._jobs, self._since = bytearray(), 0, time.monotonic()
        self.limits, self.parent = limits, os.getpid()

    def give(self, *parts: bytes) -> None:
        """Hands over a job. Raises OSError where the child is gone."""
        assert self._process.stdin  # noqa: S101 (for the type checker)
        self._jobs += 1
        for part in parts:
            self._process.stdin.write(part)
        self._process.stdin.flush()

    def answer(self, seconds: float) -> Answer | None:
        """The next answer; None after the last. Raises TimeoutError, and EOFError where the child has died."""
        until, start = time.monotonic() + seconds, 0
        while (end := self._kept.find(b"\n", start)) < 0:
            start = len(self._kept)
            if start > _LONGEST_LINE:
                raise ValueError("a line without end")
            self._kept += self._more(until - time.monotonic())
        line = bytes(self._kept[:end])
        del self._kept[: end + 1]
        return answer_in(line)

    def _more(self, seconds: float) -> bytes:
        assert self._process.stdout  # noqa: S101 (for the type checker)
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._process.stdout, selectors.EVENT_READ)
            if seconds <= 0 or not waiting.select(seconds):
                raise TimeoutError
        if not (chunk := os.read(self._process.stdout.fileno(), _CHUNK)):
            raise EOFError
        return chunk

    def left(self) -> bool:
        """Whether it went of itself, as it does when its memory was all taken and it has said so."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        return self._process.returncode == 0

    def cause(self, limits: Limits) -> str:
        """Why it died, as far as its last signal tells."""
        if self._process.returncode == -signal.SIGXCPU:
            return f"takes more than {limits.processor} seconds of work to read"
        return f"makes its reader break down within {limits.memory // 1024**2} MB of memory"

    def fit(self, limits: Limits) -> bool:
        """Whether it can do another job under these limits."""
        return self.parent == os.getpid() and self.limits == limits and self._jobs < _DOCUMENTS and self._process.poll() is None

    def fresh(self) -> bool:
        """Whether it has not waited so long that it may be about to leave."""
        return time.monotonic() - self._since < 30

    def rest(self) -> None:
        """It waits from now on."""
        self._since = time.monotonic()

    def end(self) -> None:
        """Ends it, whatever it does."""
        if self.parent != os.getpid():
            return
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        self._process.wait()


_idle: list[_Child] = []
_lock = threading.Lock()


def _take(limits: Limits) -> _Child:
    """A child that waits, or a new one."""
    with _lock:
        waiting, _idle[:] = _idle[:], []
    keep: _Child | None = None
    for child in waiting:
        if keep is None and child.fit(limits) and child.fresh():
            keep = child
        else:
            child.end()
    return keep or _Child(limits)


def _put_back(child: _Child) -> None:
    child.rest()
    with _lock:
        if not _idle and child.fit(child.limits):
            _idle.append(child)
            return
    child.end()


@atexit.register
def _end_all() -> None:
    for child in _idle:
        child.end()
