"""The child process in which untrusted bytes are parsed: it takes one job after the other, under limits it cannot lift itself.

A job is a line of JSON (``task``, ``kind``, ``name``, ``seconds`` and either the ``length`` of the bytes that follow or a ``path``);
the answers are lines of JSON, and the last one says so.
"""

import json
import os
import resource
import selectors
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any, BinaryIO

from amicity.sources._choice import read_here, sources
from amicity.sources._letters import Answer, written
from amicity.terms.source import SourceError

_IDLE = 60.0
_REMEDY = "it may be damaged or made to do harm; save its text as .txt"
_END = b'{"end":true}\n'


def serve(memory: int) -> None:
    """Does the jobs that come on standard input until it ends, or none has come for a minute."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is the parent's to deal with
    _limit(memory)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not stand among the answers
    with suppress(BrokenPipeError):
        while _wakes() and (line := sys.stdin.buffer.readline()):
            _do(json.loads(line), answers)
            answers.write(_END)
            answers.flush()


def _limit(memory: int) -> None:
    """Memory as asked, and no files, no core dumps. macOS knows the limit of memory and does not keep it."""
    for what, wanted in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _wakes() -> bool:
    with selectors.DefaultSelector() as waiting:
        waiting.register(0, selectors.EVENT_READ)
        return bool(waiting.select(_IDLE))


def _do(job: dict[str, Any], answers: BinaryIO) -> None:
    """Writes the answers to one job; whatever goes wrong is the last of them. Out of memory, it is the last job too."""
    name, seconds = job["name"], job["seconds"]
    _grant(seconds)
    try:
        for answer in _answers(job):
            answers.write(written(answer))
            answers.flush()
            _grant(seconds)
    except SourceError as error:
        answers.write(written(error))
    except MemoryError:
        answers.write(written(SourceError("takes too much memory to read", name, _REMEDY)))
        answers.flush()
        os._exit(0)
    except (BrokenPipeError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # parsers raise whatever they like over bytes that somebody bent; Rust's panics are no Exception
        said = f"cannot be read: {type(error).__name__}: {str(error)[:200]}"
        answers.write(written(SourceError(said, name, "it seems to be damaged: open it and save it anew, or save its text as .txt")))


def _grant(seconds: int) -> None:
    """Processor time for the next report, counted from now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = ceil(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _answers(job: dict[str, Any]) -> Iterator[Answer]:
    name, source = job["name"], sources()[job["kind"]]
    with ExitStack() as open_files:
        file: BinaryIO = open_files.enter_context(Path(job["path"]).open("rb")) if "path" in job else BytesIO(_exactly(job["length"]))
        match job["task"]:
            case "reads" if source.reads:
                yield from source.reads(file, name, read_here)
            case "read" if source.read:
                yield source.read(file.read(), name)
            case "leads" if source.leads:
                yield from source.leads(file.read(), name)
            case task:
                raise ValueError(f"no source {source.name} does {task}")


def _exactly(length: int) -> bytes:
    content = sys.stdin.buffer.read(length)
    if len(content) < length:
        raise BrokenPipeError
    return content
