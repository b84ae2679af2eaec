"""A register on files alone: built, asked, judged, exported, and clear about what is wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amicity.cli._main import group
from amicity.terms.wire import finding_to_json
from builders import SAPPORO, SHENYANG, relation, story

FINDINGS = [*story(), relation(SHENYANG, SAPPORO, when="1980-11-18", report="list")]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


def fine(*arguments: object) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def findings(tmp_path: Path) -> Path:
    file = tmp_path / "findings.jsonl"
    file.write_text("".join(json.dumps(finding_to_json(f)) + "\n" for f in FINDINGS))
    return file


@pytest.fixture
def built(tmp_path: Path, findings: Path) -> Path:
    fine("register", "build", findings, "--accept", "A", "--by", "Li", "-o", tmp_path / "register")
    return tmp_path / "register"


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_building_again_adds_nothing(built: Path, findings: Path) -> None:
    before = files(built)
    result = run("register", "build", findings, findings, "--accept", "A", "--by", "Li", "-o", built)
    assert files(built) == before
    assert "(0 new)" in result.stderr
    assert set(before) == {"findings.jsonl", "judgements.jsonl"}


def test_a_register_may_be_one_file(tmp_path: Path, built: Path) -> None:
    fine("register", "build", built, "-o", tmp_path / "one.jsonl")
    assert fine("register", "ties", "-r", tmp_path / "one.jsonl", "--json") == fine("register", "ties", "-r", built, "--json")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"kind": "relation"', "no JSON"),
        ("[1]", "neither a finding nor a judgement"),
        ('{"a": 1}', "neither a finding"),
        ('{"kind": "relation"}', "the field 'source' is missing"),
        ('{"verdict": "reject", "subjects": ["x"], "by": "li", "at": "soon"}', "Invalid isoformat"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(tmp_path: Path, findings: Path, line: str, says: str) -> None:
    findings.write_text(findings.read_text() + line + "\n")
    result = run("register", "build", findings, "-o", tmp_path / "register")
    assert result.exit_code != 0
    assert f"findings.jsonl:{len(FINDINGS) + 1}: " in result.stderr
    assert says in result.stderr
    assert not (tmp_path / "register").exists()


def test_show_ties_and_why(built: Path) -> None:
    assert f"{len(FINDINGS)} accepted and 0 waiting, 2 ties" in fine("register", "show", "-r", built)
    assert "Sapporo\tJP\tsister" in fine("register", "ties", "-r", built, "--place", "shenyang", "--as-of", "2020-01-01")
    told = fine("register", "why", "geonames-1174872+geonames-2034937", "-r", built)
    assert "! The press inflates" in told
    assert f"“{FINDINGS[0].quote.text}”" in told
    assert "accepted by policy of Li" in told
    assert fine("register", "why", FINDINGS[0].id, "-r", built).count("[agreement-") == 1


def test_the_story_is_told_in_words(built: Path) -> None:
    said = fine("answer", "figures", "-r", built, "--place", "Shenyang", "--as-of", "2022-10-17")
    assert "explained, because Karachi became a sister city on 2021-12-09" in said
    assert "Partner countries went from 44 (2021) to 43 (2022-10-17): unexplained." in said


def test_findings_may_be_asked_without_a_register(findings: Path) -> None:
    result = run("answer", "ties", "--findings", findings, "--place", "Shenyang", "--json")
    assert "no finding is accepted yet" in result.stderr
    told = json.loads(
        fine("answer", "ties", "--findings", findings, "--accept", "A", "--place", "Shenyang", "--as-of", "2022-10-17", "--json")
    )
    assert [row["partner"] for row in told["tables"][0]["rows"]] == ["Sapporo", "Karachi"]


@pytest.mark.parametrize(
    ("place", "says"),
    [("Sheniang", "near: Shenyang"), ("Shenyang,PK", "knows no place"), ("Zzzzzz", "knows no place")],
)
def test_an_unknown_place_is_met_with_near_ones(built: Path, place: str, says: str) -> None:
    result = run("answer", "ties", "-r", built, "--place", place)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_judgement_changes_the_register_and_its_withdrawal_restores_it(built: Path) -> None:
    before = fine("register", "ties", "-r", built, "--json", "--as-of", "2022-10-17")
    said = fine("judge", "reject", FINDINGS[3].id, "-r", built, "--by", "Wu", "--reason", "not signed").strip()
    assert fine("register", "ties", "-r", built, "--json", "--as-of", "2022-10-17") != before
    assert "is rejected" in run("register", "why", FINDINGS[3].id, "-r", built).stderr
    fine("judge", "withdraw", said, "-r", built, "--by", "Wu")
    assert fine("register", "ties", "-r", built, "--json", "--as-of", "2022-10-17") == before
    assert run("judge", "withdraw", said, "-r", built, "--by", "Wu").exit_code == 2


def test_a_judgement_that_cannot_be_passed_is_not_written(built: Path) -> None:
    before = files(built)
    result = run("judge", "accept", "0" * 20, "-r", built, "--by", "Wu")
    assert result.exit_code == 2
    assert "no finding 00000000000000000000 is known" in result.stderr
    assert files(built) == before


def test_a_correction_is_read_from_a_file(tmp_path: Path, built: Path) -> None:
    corrected = relation(SHENYANG, SAPPORO, when="1981", report="list")
    (tmp_path / "corrected.json").write_text(json.dumps(finding_to_json(corrected)))
    fine("judge", "correct", FINDINGS[-1].id, "-r", built, "--by", "Wu", "--correction", tmp_path / "corrected.json")
    assert "Sapporo\tJP\tsister\t1981" in fine("register", "ties", "-r", built, "--place", "Shenyang")


def test_an_export_is_written_whole(tmp_path: Path, built: Path) -> None:
    fine("export", "csv", "-r", built, "--as-of", "2022-10-17", "-o", tmp_path / "ties.csv")
    assert (tmp_path / "ties.csv").read_text("utf-8-sig").count("\n") == 3


def test_what_is_no_register_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "which register?" in run("answer", "ties").stderr
    assert "is no register" in run("answer", "ties", "-r", tmp_path).stderr
    assert run("register", "build", "absent.jsonl", "-o", "register").exit_code != 0


def test_a_finding_keeps_the_time_at_which_it_was_recorded(findings: Path, tmp_path: Path) -> None:
    register = tmp_path / "register"
    fine("register", "build", findings, "--accept", "A", "-o", register)
    first = (register / "findings.jsonl").read_text()
    fine("register", "build", findings, "-o", register)
    assert (register / "findings.jsonl").read_text() == first
    assert all("recorded" in json.loads(line) for line in first.splitlines())
    ask = ("answer", "ties", "--place", "Shenyang", "-r", register, "--accept", "A")
    assert "Sapporo" in fine(*ask)
    assert "Sapporo" in fine(*ask, "--published-by", "2025-01-01")
    assert "knows no place" in run(*ask, "--known-at", "2025-01-01").output


def test_a_register_that_tells_no_times_goes_by_its_reports(findings: Path) -> None:
    assert "Sapporo" in fine("answer", "ties", "--place", "Shenyang", "--findings", findings, "--accept", "A", "--known-at", "2025-01-01")
