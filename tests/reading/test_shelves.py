"""What shelves leave out is nothing: every report is linked as if each draft were held against all others."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from amicity.grammar.draft import Draft
from amicity.reading import link, read
from amicity.sources import load
from amicity.terms.report import Report

ROOT = Path(__file__).parent.parent.parent
REPORTS = sorted(file for folder in ("gold/dev", "pile") for file in (ROOT / folder).iterdir() if file.suffix in (".txt", ".html"))


class _OneHeap:
    """All drafts of a kind together."""

    def __init__(self) -> None:
        self._drafts: list[Draft] = []

    def put(self, draft: Draft) -> None:
        self._drafts.append(draft)

    def beside(self, draft: Draft) -> Iterable[Draft]:
        return [d for d in self._drafts if d.kind == draft.kind]

    def of_its_parties(self, draft: Draft, *, kind: str) -> Iterable[Draft]:
        parties = {slot.key for slot in draft.roles["party"]}
        return [d for d in self._drafts if d.kind == kind and {slot.key for slot in d.roles["party"]} == parties]


def test_shelves_lose_no_repeat(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [load(file) for file in REPORTS]
    shelved = [read(report) for report in reports]
    monkeypatch.setattr(link, "Shelves", _OneHeap)
    assert [read(report) for report in reports] == shelved


def test_a_visit_of_another_day_is_another_and_one_of_no_day_may_be_either() -> None:
    visit = "A delegation from Vigo visited Lorient on {} July 2018."
    text = f"Vigo and Lorient are twin towns.\n\n{visit.format(3)}\n\n{visit.format(9)}\n\n{visit.format(3)}"
    found = [f for f in read(Report(source="t.txt", text=text)) if f.kind == "visit"]
    assert [(f.when.value.edtf, len(f.also)) for f in found if f.when] == [("2018-07-03", 1), ("2018-07-09", 0)]
