"""``amicity gazetteer`` and ``amicity explain``: why a name or a sentence was read so."""

import json
from pathlib import Path

from cli.runs import SENTENCE, amicity


def test_a_known_place() -> None:
    place = json.loads(amicity("gazetteer", "Karachi", "--json").stdout)
    assert (place["name"], place["country"], place["id"]) == ("Karachi", "PK", "geonames:1174872")


def test_rivals_come_with_their_reasons() -> None:
    lines = amicity("gazetteer", "Cambridge").stdout.decode().splitlines()
    assert len(lines) > 2
    assert any("(US)" in line for line in lines)


def test_an_unknown_place_stays_unknown() -> None:
    assert b"no place of this name is known" in amicity("gazetteer", "Nowhere-upon-Never").stdout


def test_explain_shows_each_sentence_and_what_was_recognised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    said = amicity("explain", tmp_path / "a.txt").stdout.decode()
    assert SENTENCE.strip() in said
    assert "recognised" in said
    assert "Karachi" in said


def test_explain_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    done = amicity("explain", tmp_path / "absent.txt")
    assert done.returncode == 2
    assert b"does not exist" in done.stderr
