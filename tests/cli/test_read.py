"""``amicity read``: everything readable is read, everything else is named, nothing is half-written."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from amicity.terms.wire import finding_from_json
from cli.runs import COMMAND, SENTENCE, amicity, environment, process


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(100):
        (reports / f"{number:03}.txt").write_text(f"Report {number}.\n\n{SENTENCE}")
    return reports


def findings(lines: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines.splitlines()]


def test_a_file_gives_findings_in_the_codebooks_shape(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    done = process("read", "a.txt", "--json", cwd=tmp_path)
    assert done.returncode == 0
    for written in findings(done.stdout):
        finding = finding_from_json(written)
        assert finding.source == "a.txt"
        assert SENTENCE[finding.quote.start : finding.quote.end] == finding.quote.text
    assert findings(done.stdout)


def test_plain_output_is_one_line_a_finding_with_its_quote(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    lines = amicity("read", "a.txt", cwd=tmp_path).stdout.decode().splitlines()
    assert lines
    assert all(line.split("\t")[0] == "a.txt" and len(line.split("\t")) == 6 for line in lines)
    assert any("Karachi" in line and "agreement" in line for line in lines)


def test_standard_input(tmp_path: Path) -> None:
    done = amicity("read", "-", "--json", stdin=SENTENCE.encode())
    assert {each["source"] for each in findings(done.stdout)} == {"-"}


def test_one_bad_file_in_a_folder_of_a_hundred(folder: Path) -> None:
    (folder / "050.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    done = amicity("read", folder, "--json")
    assert done.returncode == 1
    assert "050.txt: is a PNG image, not text" in done.stderr.decode()
    assert "99 reports read" in done.stderr.decode()
    assert len({each["source"] for each in findings(done.stdout)}) == 99


def test_every_sort_of_bad_file_is_named_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SENTENCE)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "huge.txt").touch()
    os.truncate(tmp_path / "huge.txt", 200_000_000)
    (tmp_path / "odd.txt").write_bytes(bytes(range(128, 256)) * 3)
    (tmp_path / "cut.txt").write_bytes(("沈阳 " + SENTENCE + "沈").encode()[:-1])
    (tmp_path / ".hidden").write_bytes(b"\x00")
    done = amicity("read", tmp_path, "absent.txt")
    said = done.stderr.decode()
    assert done.returncode == 1
    for part in (
        "empty.txt: is empty (",
        "huge.txt: is 200 MB",
        "odd.txt: is in no encoding",
        "cut.txt: breaks off",
        "absent.txt: does not exist (",
    ):
        assert part in said
    assert "2 reports read" in said
    assert ".hidden" not in said


def test_what_lies_beside_reports_is_read_only_when_named(tmp_path: Path) -> None:
    for name in ("a.txt", "README.md", "gold.json"):
        (tmp_path / name).write_text(f"{name}: {SENTENCE}")
    assert {each["source"] for each in findings(amicity("read", ".", "--json", cwd=tmp_path).stdout)} == {"a.txt"}
    assert {each["source"] for each in findings(amicity("read", "README.md", "--json", cwd=tmp_path).stdout)} == {"README.md"}


def test_nothing_readable_is_code_2(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert amicity("read", tmp_path / "empty.txt").returncode == 2
    empty = tmp_path / "nothing"
    empty.mkdir()
    assert amicity("read", empty).returncode == 2


def test_a_report_given_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SENTENCE)
    once, twice = amicity("read", "a.txt", "--json", cwd=tmp_path), amicity("read", ".", "--json", cwd=tmp_path)
    assert len(findings(once.stdout)) == len(findings(twice.stdout))
    assert twice.returncode == 0
    assert "b.txt: the same text as a.txt, read once" in twice.stderr.decode()


def test_two_workers_write_what_one_writes(folder: Path) -> None:
    alone, together = amicity("read", folder, "--json", "--workers", "1"), process("read", folder, "--json", "--workers", "2")
    assert alone.stdout == together.stdout != b""


def test_a_full_disk_is_said_and_ends_with_1(folder: Path) -> None:
    done = process("read", folder, "--json", "-o", "/dev/full")
    assert done.returncode == 1
    assert "/dev/full: the disk is full" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_full_standard_output_is_said_and_ends_with_1(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "read", folder, "--json"], stdout=full, stderr=subprocess.PIPE, check=False, env=environment())
    assert done.returncode == 1
    assert "the disk is full" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert "Exception ignored" not in done.stderr.decode()


def test_a_target_that_cannot_be_written_leaves_nothing(folder: Path) -> None:
    done = amicity("read", folder, "--json", "-o", folder / "no" / "such" / "folder.jsonl")
    assert done.returncode == 1
    assert "No such file or directory" in done.stderr.decode()


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_half_way_leaves_the_target_absent_or_whole(folder: Path, tmp_path: Path) -> None:
    for number in range(100, 1500):
        (folder / f"{number:04}.txt").write_text(f"Report {number}.\n\n{SENTENCE * 20}")
    target = tmp_path / "out.jsonl"
    target.write_text("as it was\n")
    started = subprocess.Popen(
        [*COMMAND, "read", folder, "--json", "-o", target, "--workers", "2"],
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    )
    while not list(tmp_path.glob(".out.jsonl.*")) and started.poll() is None:
        time.sleep(0.02)
    time.sleep(0.3)
    os.killpg(started.pid, signal.SIGINT)
    said = started.communicate(timeout=30)[1].decode()
    assert started.returncode == 130
    assert target.read_text() == "as it was\n"
    assert not list(tmp_path.glob(".out.jsonl.*"))
    assert "interrupted" in said
    assert "Traceback" not in said


def test_running_again_replaces_the_whole_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    for _ in range(2):
        assert amicity("read", folder, "--json", "-o", target).returncode == 0
    assert len({each["source"] for each in findings(target.read_bytes())}) == 100
    assert not list(tmp_path.glob(".out.jsonl.*"))


def test_a_reader_of_our_output_may_leave(folder: Path) -> None:
    first = subprocess.run(
        f"{' '.join(COMMAND)} read {folder} --json | head -1",
        shell=True,
        capture_output=True,
        check=False,
        env=environment(),
    )
    assert first.stdout.count(b"\n") == 1
    assert b"Traceback" not in first.stderr
