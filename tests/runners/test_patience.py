"""A report that finds no end is given up, and the next one read."""

import re
import threading
from pathlib import Path

import pytest

from amicity.runners import outcome, read_many
from amicity.runners.patience import patience


def test_what_finds_no_end_is_given_up() -> None:
    with pytest.raises(TimeoutError, match=r"no end within 0\.05 seconds"), patience(0.05):
        re.match(r"(a+)+$", "a" * 40 + "b")


def test_what_ends_in_time_is_left_alone() -> None:
    with patience(5):
        pass


def test_another_thread_has_no_limit_and_no_trouble() -> None:
    done: list[bool] = []

    def body() -> None:
        with patience(1):
            done.append(True)

    thread = threading.Thread(target=body)
    thread.start()
    thread.join()
    assert done == [True]


def test_a_report_without_end_is_named_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / "endless.txt", tmp_path / "short.txt"]
    for file in files:
        file.write_text(f"{file.name}: the weather stays as it is.")
    read = outcome._read
    endless = re.compile(r"(a+)+$")
    monkeypatch.setattr(outcome, "_PATIENCE", 0.5)
    monkeypatch.setattr(outcome, "_read", lambda report: endless.match("a" * 40 + "b") if "endless" in report.source else read(report))
    first, second = read_many(files)
    assert first.report is None
    assert "no end within 0.5 seconds" in first.error
    assert second.report is not None
