"""A question at the prompt: the house's own numbers, and what is wrong with them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amicity.cli._main import _run, group
from amicity.rules import RulePackError
from amicity.terms.wire import finding_to_json
from builders import SAPPORO, SHENYANG, relation


@pytest.fixture
def findings(tmp_path: Path) -> Path:
    file = tmp_path / "findings.jsonl"
    file.write_text(json.dumps(finding_to_json(relation(SHENYANG, SAPPORO, when="1980-11-18"))) + "\n")
    return file


def asked(findings: Path, *more: str) -> Result:
    words = ["answer", "anniversaries", "--findings", str(findings), "--accept", "A", "--place", "Shenyang", "--as-of", "2025-11-01", *more]
    return CliRunner().invoke(group, words)


def test_the_house_goes_by_its_own_numbers(findings: Path) -> None:
    assert "None of them is celebrated: letters of congratulation." in asked(findings).stdout
    assert "Celebrate: sister city with Sapporo, 45 years" in asked(findings, "--rounds", "5, 10,25").stdout


@pytest.mark.parametrize("rounds", ["five", "0", "-5", "5;10", "5,1000", "٥.5"])
def test_numbers_that_are_none_are_refused_with_what_to_write(findings: Path, rounds: str) -> None:
    refused = asked(findings, "--rounds", rounds)
    assert refused.exit_code == 2
    assert "write years with commas between them, such as 5,10,25" in refused.stderr


def test_a_rule_pack_with_a_slip_is_one_message_and_no_trace(
    findings: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    slip = "rules/x.toml cannot be followed:\n  line 3, [rules]: there is no key 'wieght'"

    def broken() -> None:
        raise RulePackError(slip)

    monkeypatch.setattr("amicity.register.birthdays.packs", broken)
    words = ["answer", "anniversaries", "--findings", str(findings), "--accept", "A", "--place", "Shenyang", "--as-of", "2025-11-01"]
    monkeypatch.setattr("sys.argv", ["amicity", *words])
    assert _run() == 2
    told = capfd.readouterr().err
    assert f"amicity: {slip}" in told
    assert "Traceback" not in told
