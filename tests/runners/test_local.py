"""Many reports at once: all of them, in order, whatever one of them does."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from amicity.runners import Outcome, local, read_many


@pytest.fixture
def folder(tmp_path: Path) -> list[Path]:
    files = [tmp_path / f"{number:03}.txt" for number in range(40)]
    for file in files:
        file.write_text(f"The report {file.name} speaks of the weather.\n")
    return files


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_one_outcome_a_path_in_the_order_given(folder: list[Path], workers: int | None) -> None:
    outcomes = list(read_many(reversed(folder), workers=workers))
    assert [outcome.source for outcome in outcomes] == [str(file) for file in reversed(folder)]
    assert all(outcome.report and not outcome.error for outcome in outcomes)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_report_is_named_and_the_rest_read(folder: list[Path], workers: int) -> None:
    folder[17].write_bytes(b"\x00\x01\x02")
    outcomes = list(read_many(folder, workers=workers))
    assert [outcome.source for outcome in outcomes if outcome.error] == [str(folder[17])]
    assert sum(outcome.report is not None for outcome in outcomes) == 39


def test_a_fault_of_the_reader_is_the_reports_outcome(folder: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_path: Path) -> None:
        raise ZeroDivisionError("by chance")

    monkeypatch.setattr("amicity.sources.load", fails)
    outcome = next(read_many(folder))
    assert outcome.report is None
    assert "ZeroDivisionError: by chance" in outcome.error


def _die_of_seventeen(batch: tuple[Path, ...]) -> list[Outcome]:
    if any(path.name == "017.txt" for path in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Outcome(str(path)) for path in batch]


def test_a_worker_that_dies_takes_along_only_the_file_that_killed_it(folder: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_read_batch", _die_of_seventeen)
    outcomes = list(read_many(folder[:20], workers=2))
    assert [outcome.source for outcome in outcomes] == [str(file) for file in folder[:20]]
    assert [outcome.source for outcome in outcomes if "killed" in outcome.error] == [str(folder[17])]


def test_paths_are_taken_as_they_are_wanted() -> None:
    taken = 0

    def endless() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield Path(f"absent-{taken}")

    outcomes = read_many(endless(), workers=2)
    for _ in range(10):
        assert "does not exist" in next(outcomes).error
    outcomes.close()
    assert taken < 256 + 200
