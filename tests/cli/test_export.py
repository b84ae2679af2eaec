"""``amicity export``: every format from the prompt, what belongs beside it, and the whole register there and back."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amicity.cli._main import group
from amicity.exports import exports
from amicity.terms.wire import finding_to_json, imprint_to_json
from builders import SAPPORO, SHENYANG, imprint, relation, story

FINDINGS = [*story(), relation(SHENYANG, SAPPORO, when="1980-11-18", report="list")]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


@pytest.fixture
def built(tmp_path: Path) -> Path:
    file = tmp_path / "findings.jsonl"
    lines = [*map(finding_to_json, FINDINGS), imprint_to_json(imprint("list", "2010"))]
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    assert run("register", "build", file, "--accept", "A", "--by", "Li", "-o", tmp_path / "register").exit_code == 0
    return tmp_path / "register"


@pytest.mark.parametrize("name", exports())
@pytest.mark.parametrize("place", [(), ("--place", "Karachi")])
def test_every_format_is_written_from_the_prompt(built: Path, name: str, place: tuple[str, ...]) -> None:
    target = built.parent / f"out.{exports()[name].suffix}"
    result = run("export", name, "-r", built, "--as-of", "2022-10-17", *place, "-o", target)
    assert result.exit_code == 0, result.output
    assert target.stat().st_size > 100


@pytest.mark.parametrize(("name", "target", "beside"), [("csv", "a.csv", "a.csv-metadata.json"), ("sqlite", "a.db", "a-metadata.json")])
def test_what_describes_a_file_lies_beside_it(built: Path, name: str, target: str, beside: str) -> None:
    said = ("--licence", "ODbL-1.0", "--publisher", "Office of Shenyang")
    assert run("export", name, "-r", built, *said, "-o", built.parent / target).exit_code == 0
    description = (built.parent / beside).read_text()
    assert "opendatacommons.org" in description
    assert "Office of Shenyang" in description


def test_the_whole_register_goes_out_and_comes_back_the_same(built: Path) -> None:
    out, again = built.parent / "all.jsonl", built.parent / "again"
    assert run("export", "jsonl", "-r", built, "-o", out).exit_code == 0
    assert run("register", "build", out, "-o", again).exit_code == 0
    for file in ("findings.jsonl", "judgements.jsonl"):
        assert sorted((again / file).read_text().splitlines()) == sorted((built / file).read_text().splitlines())
    assert set((built / "imprints.jsonl").read_text().splitlines()) <= set((again / "imprints.jsonl").read_text().splitlines())
    assert run("register", "show", "-r", built).stdout == run("register", "show", "-r", again).stdout


def test_an_unknown_licence_is_refused_with_those_there_are(built: Path) -> None:
    result = run("export", "csv", "-r", built, "--licence", "MINE")
    assert result.exit_code == 2
    assert "CC-BY-4.0" in result.output


def test_links_lead_to_the_site_that_was_named(built: Path) -> None:
    assert "https://r.example/reports/" in run("export", "atom", "-r", built, "--address", "https://r.example").stdout
