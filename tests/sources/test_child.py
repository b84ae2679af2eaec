"""The child process: what it does to this one, which is nothing, whatever it is given."""

import os
import resource
import signal
import threading
import time
from pathlib import Path

import pytest

from amicity.sources import SourceError, _child, load_all_bytes, load_bytes
from amicity.sources._child import Limits, ask
from amicity.sources._letters import answer_in, written
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade, Report
from amicity.terms.source import Lead
from sources.documents import LETTER, pdf
from sources.hostile import NAMES, hostile


@pytest.mark.parametrize(
    "answer",
    [
        Report("a#1", "Köln \ud800 \x00", published=PartialDate("2018-08"), grade=Grade.CITY, notes=("a", "b"), fetched="2018"),
        Lead("https://a.example/", published=PartialDate("2018"), more=True),
    ],
)
def test_answers_arrive_as_they_were_sent(answer: Report | Lead) -> None:
    assert answer_in(written(answer)) == answer


def test_an_error_arrives_whole() -> None:
    arrived = answer_in(written(SourceError("is empty", "a.txt", "write")))
    assert str(arrived) == "a.txt: is empty (write)"


def answers(limits: Limits, content: bytes = b"", *, kind: str = "pdf") -> list[str]:
    return [str(each) for each in ask("read", kind, "a.pdf", content=content or pdf([LETTER]), limits=limits)]


def test_too_little_memory_is_said() -> None:
    limits = Limits(memory=75 * 1024 * 1024)
    (said,) = map(str, ask("reads", "jsonl", "a.jsonl", content=b'{"text": "' + b"x" * 19_900_000 + b'"}', limits=limits))
    assert "takes too much memory" in said or "break down within 75 MB" in said


def test_too_much_work_is_ended() -> None:
    content = hostile()["operators.pdf"]
    start = time.monotonic()
    (said,) = answers(Limits(processor=1), content)
    assert "1 seconds of work" in said
    assert time.monotonic() - start < 15


def test_a_child_that_hangs_is_ended() -> None:
    content = hostile()["operators.pdf"]
    start = time.monotonic()
    (said,) = answers(Limits(clock=0.05), content)
    assert "takes more than 0.05 seconds" in said
    assert time.monotonic() - start < 5


def test_one_child_serves_many_documents_and_a_dead_one_is_replaced() -> None:
    assert load_bytes(pdf([LETTER]), source="a.pdf").text == LETTER
    (first,) = _child._idle
    assert load_bytes(pdf([LETTER]), source="b.pdf").text == LETTER
    assert _child._idle == [first]
    os.kill(first._process.pid, signal.SIGKILL)
    first._process.wait()
    assert load_bytes(pdf([LETTER]), source="c.pdf").text == LETTER
    assert _child._idle != [first]


def test_threads_do_not_get_in_each_others_way() -> None:
    texts: dict[int, str] = {}

    def work(number: int) -> None:
        for turn in range(2):
            texts[number * 10 + turn] = load_bytes(pdf([f"Report {number} {turn}."]), source=f"{number}.pdf").text

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == {number * 10 + turn: f"Report {number} {turn}." for number in range(4) for turn in range(2)}
    assert len(_child._idle) == 1


def test_a_reader_who_leaves_half_way_leaves_no_child_behind() -> None:
    rows = b'{"text": "' + LETTER.encode() + b'"}\n'
    reports = load_all_bytes(rows * 10_000, source="pile.jsonl")
    next(reports)
    before = {child._process.pid for child in _child._idle}
    reports.close()  # type: ignore[attr-defined]
    assert {child._process.pid for child in _child._idle} == before


def test_nothing_of_the_environment_goes_along(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AMICITY_SECRET", "told")
    for child in _child._idle:
        child.end()
    _child._idle.clear()
    (tmp_path / "json.py").write_text("raise SystemExit('taken from the folder')")
    monkeypatch.chdir(tmp_path)
    assert load_bytes(pdf([LETTER]), source="a.pdf").text == LETTER
    environment = Path(f"/proc/{_child._idle[0]._process.pid}/environ")
    if environment.exists():
        assert b"AMICITY_SECRET" not in environment.read_bytes()


def test_there_are_forty_of_them() -> None:
    assert len(hostile()) >= 40
    assert sorted(hostile()) == sorted(NAMES)
    assert all(len(content) < 10_000_000 for content in hostile().values())


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_ends_in_a_report_or_a_clear_refusal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_child, "LIMITS", Limits(processor=2, clock=30.0))
    content = hostile()[name]
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    try:
        answers = list(load_all_bytes(content, source=name))
    except SourceError as error:
        answers = [error]
    for answer in answers:
        assert isinstance(answer, Report) or (answer.what and answer.remedy and "fault of the reader" not in answer.remedy)
        assert "root:" not in getattr(answer, "text", "")
    assert time.monotonic() - start < 60
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
    assert load_bytes(pdf([LETTER]), source="after.pdf").text == LETTER
