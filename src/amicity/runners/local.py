"""Reads many files with the processes of this machine: in order, in bounded memory, past whatever fails."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, groupby, islice
from pathlib import Path

from amicity import sources
from amicity.runners.outcome import Outcome, read_all, read_path

_BATCH = 16
_AHEAD = 3
_WORTH_A_PROCESS = 256

_Batch = tuple[Path, ...]


def read_many(paths: Iterable[Path], *, workers: int | None = None) -> Iterator[Outcome]:
    """One outcome a report, in the order of the paths given. ``workers`` is the number of processes (1: this process alone).

    Where nobody says how many, it is one a core, and this process alone for a few files, which a process is not worth.
    At most three batches of sixteen files a worker are under way, however many paths there are. A worker that dies takes
    along only the file that killed it: its batch is read again file by file. The reports of a container are read here one by
    one, while the child process that parses it is ahead by a few.
    """
    for many, some in groupby(paths, key=sources.holds_many):
        if many:
            for path in some:
                yield from read_all(sources.load_all(path), source=str(path))
        else:
            yield from _read_single(some, workers=workers)


def _read_single(paths: Iterable[Path], *, workers: int | None) -> Iterator[Outcome]:
    waiting = iter(paths)
    first = tuple(islice(waiting, _WORTH_A_PROCESS))
    if workers is None:
        workers = len(os.sched_getaffinity(0)) if len(first) == _WORTH_A_PROCESS else 1
    if workers == 1:
        yield from map(read_path, chain(first, waiting))
    else:
        yield from _in_processes(chain(first, waiting), workers=workers)


def _in_processes(paths: Iterator[Path], *, workers: int) -> Iterator[Outcome]:
    pool = _pool(workers)
    under_way: deque[tuple[_Batch, Future[list[Outcome]]]] = deque()
    try:
        while True:
            while len(under_way) < _AHEAD * workers and (batch := tuple(islice(paths, _BATCH))):
                under_way.append((batch, _submit(pool, batch)))
            if not under_way:
                return
            batch, future = under_way.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                yield from _one_by_one(batch)
                pool = _pool(workers)
                under_way = deque((waiting, _submit(pool, waiting)) for waiting, _ in under_way)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(batch: _Batch) -> Iterator[Outcome]:
    """Each file by itself, after a worker died of one of them or of a neighbour's."""
    pool = _pool(1)
    for path in batch:
        try:
            yield from _submit(pool, (path,)).result()
        except BrokenProcessPool:
            yield Outcome(str(path), error=f"{path}: its reader was killed, perhaps for want of memory (read it by itself)")
            pool = _pool(1)
    pool.shutdown()


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


def _submit(pool: ProcessPoolExecutor, batch: _Batch) -> "Future[list[Outcome]]":
    """Hands over a batch. A worker that this starts inherits the blocked interrupt: ^C is the parent's to deal with."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_read_batch, batch)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read_batch(batch: _Batch) -> list[Outcome]:
    return [read_path(path) for path in batch]
