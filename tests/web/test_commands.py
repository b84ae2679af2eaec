"""``python -m amicity_web``: ports, seeding that may be stopped at any time, importing, backing up."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from stories import promotion

from amicity.terms.wire import finding_to_json
from amicity_web.store import seed
from amicity_web.store.bring import BringError, bring
from amicity_web.store.models import FindingRow, JudgementRow, ReportRow, TieRow

ROOT = Path(__file__).parent.parent.parent
REPORT = "SHENYANG, Aug 10 (Wire) -- Shenyang and Karachi signed letter of intent {n} on sister-city ties in August 2018.\n"


def command(*words: str, var: Path, **env: str) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AMICITY_") and name != "DJANGO_SETTINGS_MODULE"}
    told = [sys.executable, "-m", "amicity_web", *words]
    return subprocess.Popen(told, env=kept | {"AMICITY_VAR": str(var)} | env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)


def make_pile(folder: Path, reports: int) -> Path:
    folder.mkdir()
    listing = ['[home]\nname = "Shenyang"\nid = "geonames:2034937"\n[policy]\nby = "li"\nat = "2026-01-01T00:00:00Z"\nreason = "ours"']
    listing.append('confidences = ["A", "B", "C"]\ngrades = ["city"]')
    for n in range(reports):
        (folder / f"{n}.txt").write_text(REPORT.format(n=n))
        listing.append(f'[[report]]\nfile = "{n}.txt"\ngrade = "city"\npublished = "2018-08-10"')
    (folder / "pile.toml").write_text("\n".join(listing))
    return folder


def test_a_port_in_use_is_told_with_another_one(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = command("run", "--port", str(port), var=tmp_path)
        _, said = run.communicate(timeout=30)
    assert run.returncode == 1 and f"Port {port} on 127.0.0.1 cannot be used" in said.decode() and f"PORT={port + 1}" in said.decode()
    assert not list(tmp_path.iterdir()), "nothing was begun"


@pytest.mark.usefixtures("interruptible")
def test_seeding_stopped_half_way_goes_on_where_it_was(tmp_path: Path) -> None:
    pile = make_pile(tmp_path / "pile", 40)
    run = command("seed", var=tmp_path / "var", AMICITY_PILE=str(pile))
    assert run.stdout
    while b"[8/40]" not in run.stdout.readline():
        pass
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert run.returncode == 130 and "run again to go on" in said.decode()
    database = sqlite3.connect(tmp_path / "var" / "amicity.sqlite3")
    reports = database.execute("SELECT COUNT(*) FROM store_reportrow").fetchone()[0]
    assert 8 <= reports < 40
    again = command("seed", var=tmp_path / "var", AMICITY_PILE=str(pile))
    said, _ = again.communicate(timeout=60)
    assert again.returncode == 0 and f"{reports} reports of the pile are known already" in said.decode()
    assert database.execute("SELECT COUNT(*) FROM store_reportrow").fetchone() == (40,)


@pytest.mark.usefixtures("interruptible")
def test_the_site_runs_and_prints_a_link_until_there_is_a_password(tmp_path: Path) -> None:
    from urllib.request import urlopen

    pile = make_pile(tmp_path / "pile", 2)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = command("run", "--port", str(port), "--var", str(tmp_path / "var"), var=tmp_path / "var", AMICITY_PILE=str(pile))
    try:
        assert run.stdout
        said = b""
        while b"Stop with" not in said:
            line = run.stdout.readline()
            assert line, run.stderr and run.stderr.read().decode()
            said += line
        link = next(word for word in said.decode().split() if "/accounts/link/" in word)
        for _ in range(50):
            try:
                assert b"Welcome, administrator" in urlopen(link, timeout=5).read()  # noqa: S310
                break
            except OSError:
                time.sleep(0.1)
        else:
            pytest.fail("the site does not answer")
    finally:
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=20)


@pytest.mark.django_db
def test_a_pile_with_a_bad_report_names_it_and_reads_the_rest(tmp_path: Path) -> None:
    pile = make_pile(tmp_path / "pile", 3)
    (pile / "1.txt").write_bytes(b"")
    said = list(seed.seed(pile))
    assert "not read" in said[1] and "1.txt" in said[1]
    assert ReportRow.objects.count() == 2 and JudgementRow.objects.get().verdict == "policy"
    assert TieRow.objects.exists()
    assert list(seed.seed(pile))[1] == "  2 reports of the pile are known already."
    assert JudgementRow.objects.count() == 1


@pytest.mark.django_db
def test_findings_are_brought_in_with_the_report_that_they_quote(tmp_path: Path) -> None:
    import json

    report, findings = promotion()
    source = tmp_path / "promotion.txt"
    source.write_text(report.text)
    lines = tmp_path / "findings.jsonl"
    lines.write_text("".join(json.dumps(finding_to_json(f) | {"source": str(source)}) + "\n" for f in findings))
    brought = bring(lines, by="wang", accept=True)
    assert brought.sentence == "3 findings of 1 reports recorded." and TieRow.objects.count() == 2
    assert bring(lines, by="wang").known == 1 and FindingRow.objects.count() == 3
    source.write_text("Another text.")
    with pytest.raises(BringError, match="is not the one that the findings quote"):
        bring(lines, by="wang")
    lines.write_text("{}\n")
    with pytest.raises(BringError, match="line 1"):
        bring(lines, by="wang")


def test_a_backup_is_whole_and_overwrites_nothing(tmp_path: Path) -> None:
    pile = make_pile(tmp_path / "pile", 2)
    seeding = command("seed", var=tmp_path / "var", AMICITY_PILE=str(pile))
    assert seeding.wait(30) == 0, seeding.stderr and seeding.stderr.read()
    copy, database = tmp_path / "copy.sqlite3", tmp_path / "var" / "amicity.sqlite3"
    first = command("backup", str(copy), var=tmp_path / "var")
    assert first.wait(30) == 0, first.stderr and first.stderr.read()
    copied, kept = (sqlite3.connect(path).execute("SELECT digest FROM store_reportrow").fetchall() for path in (copy, database))
    assert copied == kept and len(kept) == 2
    again, lost = (command("backup", str(place), var=tmp_path / "var") for place in (copy, tmp_path / "nowhere" / "copy"))
    assert again.wait(30) == 1 and again.stderr and b"nothing is overwritten" in again.stderr.read()
    assert lost.wait(30) == 1 and lost.stderr and b"could not be written" in lost.stderr.read()
