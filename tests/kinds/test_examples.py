"""Every rule has its examples beside it, and the near misses that it must let pass (examples/KIND.toml, a table a rule).

``text`` stands in a small report of its own; with ``whole`` it is the report. ``gives`` says the values that a finding of the kind must
have; ``status`` is "happened" unless told, and "" is no date. ``but`` makes it a counter-example and says why: the rule is tried and
yields nothing, nor does any other of its kind, unless ``gives`` tells what is read there all the same.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from amicity.kinds import frames
from amicity.reading import read
from amicity.reading.read import Explained, explain
from amicity.terms.report import Report
from kinds.told import Told, plain, small_report

FOLDER = Path(__file__).parent / "examples"
RULES = sorted(frame.name for of_kind in frames().values() for frame in of_kind)
EXAMPLES, COUNTER_EXAMPLES = 2, 1


class Example(NamedTuple):
    """One text, the rule that it stands beside, and what the table says of it."""

    rule: str
    text: str
    says: dict[str, Any]

    @property
    def kind(self) -> str:
        """The rule's kind of finding."""
        return self.rule.partition(".")[0]

    @property
    def report(self) -> Report:
        """The text as a report."""
        return Report(source="small.txt", text=self.text) if self.says.get("whole") else small_report(self.text)


def _examples() -> list[Example]:
    told = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
    return [
        Example(f"{kind}.{rule}", says["text"].strip("\n"), says)
        for kind, rules in told.items()
        for rule, entries in rules.items()
        for says in entries
    ]


ALL = _examples()
READ = [example for example in ALL if "but" not in example.says]
LET_PASS = [example for example in ALL if "but" in example.says]


def _fired(rule: str, sentences: tuple[Explained, ...]) -> bool:
    return any(name == rule for sentence in sentences for name, _ in sentence.fired)


def _tried(rule: str, sentences: tuple[Explained, ...]) -> bool:
    """Whether the rule found all that it needs in a sentence, and still let it pass."""
    return any(name == rule and not why.startswith("needs ") for sentence in sentences for name, why in sentence.passed_over)


def _told(example: Example) -> list[Told]:
    return [plain(finding) for finding in read(example.report) if finding.kind == example.kind]


def _fits(found: Told, gives: dict[str, Any]) -> bool:
    wanted = {"status": "happened", **gives}
    roles = {role: values for role, values in wanted.items() if role not in ("status", "when")}
    return (
        found.status == wanted["status"]
        and ("when" not in wanted or (found.when or "") == wanted["when"])
        and all(found.roles.get(role, []) == values for role, values in roles.items())
    )


def test_every_rule_has_two_examples_and_a_counter_example() -> None:
    read_as, let_pass = (Counter(example.rule for example in some) for some in (READ, LET_PASS))
    lacking = {rule: (read_as[rule], let_pass[rule]) for rule in RULES if read_as[rule] < EXAMPLES or let_pass[rule] < COUNTER_EXAMPLES}
    assert lacking == {}


def test_every_example_stands_beside_a_rule_and_says_what_it_gives() -> None:
    assert {example.rule for example in ALL} <= set(RULES)
    assert [example.text for example in READ if not example.says.get("gives")] == []
    assert [text for text, times in Counter((example.rule, example.text) for example in ALL).items() if times > 1] == []


@pytest.mark.parametrize("example", READ, ids=lambda example: f"{example.rule}: {example.text[:40]!r}")
def test_an_example_is_read_by_its_rule(example: Example) -> None:
    assert _fired(example.rule, explain(example.report))
    assert any(_fits(found, example.says["gives"]) for found in _told(example)), _told(example)


@pytest.mark.parametrize("example", LET_PASS, ids=lambda example: f"{example.rule}: {example.text[:40]!r}")
def test_a_counter_example_is_let_pass_by_its_rule(example: Example) -> None:
    sentences = explain(example.report)
    assert not _fired(example.rule, sentences)
    assert _tried(example.rule, sentences), "no near miss: the rule was not even tried"
    found = _told(example)
    assert [_fits(one, example.says["gives"]) for one in found] == [True] if "gives" in example.says else found == [], found
