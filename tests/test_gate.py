"""No kind is read worse than its floor; and the scorer and the pins do what they say."""

import json
from pathlib import Path

import pytest

import gate
from gold_score import Tally, score

REPORT = "Shenyang, 12 August 2018\n\nShenyang and Karachi signed a sister city agreement on 10 August 2018.\n"
SIGNED = {
    "kind": "agreement",
    "status": "happened",
    "when": ["2018-08-10"],
    "roles": {"party": [["Shenyang|CN"], ["Karachi|PK"]], "form": [["sister"]]},
}


def _folder(folder: Path, *findings: dict, unlisted: tuple[str, ...] = ()) -> Path:
    told = {"report": "a", "published": "2018-08-12", "open_kinds": list(unlisted), "findings": list(findings)}
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "a.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def test_no_kind_has_fallen_under_its_floor() -> None:
    assert gate.problems(gate.reached(gate.measured())) == []


def test_what_is_read_as_told_scores_in_full(tmp_path: Path) -> None:
    rates = score(_folder(tmp_path, SIGNED))["agreement"].rates()
    assert rates["findings"] == (1, 1, 1) and rates["status"] == (1,) and rates["date"] == (1,)


def test_a_wrong_status_and_date_cost_no_finding(tmp_path: Path) -> None:
    tally = score(_folder(tmp_path, SIGNED | {"status": "planned", "when": ["2019"]}))["agreement"]
    assert (tally.found, tally.missed, tally.status, tally.date) == (1, 0, 0, 0)


def test_another_pair_is_another_agreement(tmp_path: Path) -> None:
    other = SIGNED | {"roles": {"party": [["Shenyang|CN"], ["Sapporo|JP"]]}}
    tally = score(_folder(tmp_path, other))["agreement"]
    assert (tally.found, tally.missed, tally.spurious) == (0, 1, 1)
    assert tally.values["missed"] == 2


def test_what_may_be_read_or_not_counts_neither_way(tmp_path: Path) -> None:
    assert "agreement" not in score(_folder(tmp_path, SIGNED | {"optional": True}))
    assert "agreement" not in score(_folder(tmp_path, unlisted=("agreement",)))


def test_a_floor_is_raised_but_lowered_only_when_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    assert "pin them anew" in gate.problems({})[0]
    good, bad = {"agreement": {"findings": 0.9}}, {"agreement": {"findings": 0.5}}
    gate.pin(good, lower=False)
    gate.pin(bad, lower=False)
    assert gate.problems(good) == []
    assert gate.problems(bad) == ["agreement: findings 0.500, floor 0.900"]
    assert gate.problems({}) == ["agreement: findings 0.000, floor 0.900"]
    gate.pin(bad, lower=True)
    assert gate.problems(bad) == []


def test_a_floor_lies_a_little_under_what_is_measured_and_forgives_one_of_few() -> None:
    rows = {"agreement": Tally(found=90, missed=10), "award": Tally(found=5)}
    floors = gate.floors_under(rows)
    assert (floors["agreement"]["findings"], floors["award"]["findings"]) == (0.917, 0.8)
