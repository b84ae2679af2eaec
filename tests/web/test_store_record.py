"""What the store writes: whole or not at all, append-only, chained, and the projection always as a rebuild would make it."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import DatabaseError, OperationalError, connection, transaction
from stories import call, letter, promotion

from amicity.review import JudgementError
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.span import Span
from amicity_web.store import chain, load, projection, record
from amicity_web.store.models import PROJECTION, FindingRow, JudgementRow, ReportRow, TieRow
from builders import BELFAST, SHENYANG, relation

pytestmark = pytest.mark.django_db
TIE = "geonames-1174872+geonames-2034937"
_clock = iter(range(10_000))


def judge(verdict: Verdict, *subjects: str, by: str = "li", **more: object) -> Judgement:
    at = f"2026-01-01T00:00:00.{next(_clock):06d}+00:00"
    return record.record_judgement(Judgement(verdict, subjects, by, at, **more))  # type: ignore[arg-type]


def keep(told: tuple[object, list[Finding]]) -> list[Finding]:
    record.record_report(told[0], told[1], by="test")  # type: ignore[arg-type]
    return told[1]


def snapshot() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the projection, without surrogate keys."""
    rows = {}
    for model in PROJECTION:
        fields = [f.attname for f in model._meta.fields if f.attname != "id" or model is TieRow]
        rows[model.__name__] = sorted(model.objects.values_list(*fields), key=repr)
    return rows


def test_a_report_known_by_its_text_is_not_doubled() -> None:
    keep(letter())
    again = record.record_report(*letter(), by="test")
    assert again.known and again.findings == 0
    assert ReportRow.objects.count() == 1 and FindingRow.objects.count() == 1


def test_findings_come_back_as_they_were() -> None:
    for finding in keep(promotion()):
        assert load.finding(finding.id) == finding
    assert load.any_report(promotion()[0].digest) == promotion()[0]


def test_nothing_is_in_the_register_before_somebody_accepts_it() -> None:
    (claim,) = keep(letter())
    assert not load.register_for("geonames:1174872").relations and not TieRow.objects.exists()
    judge(Verdict.ACCEPT, claim.id)
    tie = load.register_for_tie(TIE).relation(TIE)
    assert tie is not None and tie.findings == (claim.id,)
    assert TieRow.objects.get().form == "letter_of_intent"


def test_a_report_fails_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(projection, "add", fail)
    with pytest.raises(DatabaseError):
        keep(letter())
    assert not ReportRow.objects.exists() and not FindingRow.objects.exists()


def test_a_judgement_fails_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    (claim,) = keep(letter())

    def fail(*args: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(projection, "judged", fail)
    with pytest.raises(DatabaseError):
        judge(Verdict.ACCEPT, claim.id)
    assert not JudgementRow.objects.exists()


@pytest.mark.parametrize("table", ["store_reportrow", "store_findingrow", "store_judgementrow", "store_judgementsubject"])
@pytest.mark.parametrize("act", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_the_database_refuses_to_change_the_record(table: str, act: str) -> None:
    (claim,) = keep(letter())
    judge(Verdict.ACCEPT, claim.id)
    column = {"store_reportrow": "text='x'", "store_findingrow": "wire='x'", "store_judgementrow": "wire='x'"}.get(table, "subject='x'")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act.format(table, column))


def test_judgements_are_chained_and_a_slipped_in_row_shows() -> None:
    (claim,) = keep(letter())
    judge(Verdict.ACCEPT, claim.id)
    judge(Verdict.REJECT, claim.id)
    assert chain.verify() == 2
    JudgementRow.objects.create(id="x", wire="{}", verdict="accept", by="nobody", at="", previous="f" * 64, own="e" * 64)
    with pytest.raises(chain.BrokenChainError, match=r"\(x\) does not follow"):
        chain.verify()


class FailingAtError(OperationalError):
    """The n-th database call fails."""


@contextmanager
def failing_at(n: int, *, for_ever: bool) -> Iterator[None]:
    calls = itertools.count(1)

    def wrapper(execute: object, sql: str, *rest: object) -> object:
        if not sql.startswith(("SAVEPOINT", "ROLLBACK", "RELEASE")):
            number = next(calls)
            if number == n or (for_ever and number > n):
                raise FailingAtError(sql)
        return execute(sql, *rest)  # type: ignore[operator]

    with connection.execute_wrapper(wrapper):
        yield


@pytest.mark.parametrize("for_ever", [False, True])
@pytest.mark.parametrize("act", ["import", "accept", "undo"])
def test_when_any_database_call_fails_the_state_is_the_old_or_the_new(act: str, for_ever: bool) -> None:
    keep(letter())
    claims = promotion()[1] if act == "import" else keep(promotion())
    accepted = judge(Verdict.ACCEPT, claims[0].id) if act == "undo" else None
    acts = {
        "import": lambda: keep(promotion()),
        "accept": lambda: judge(Verdict.ACCEPT, claims[0].id),
        "undo": lambda: judge(Verdict.WITHDRAW, accepted.id),  # type: ignore[union-attr]
    }
    before = (snapshot(), ReportRow.objects.count(), FindingRow.objects.count(), JudgementRow.objects.count())
    for n in range(1, 200):
        try:
            with failing_at(n, for_ever=for_ever):
                acts[act]()
        except FailingAtError:
            now = (snapshot(), ReportRow.objects.count(), FindingRow.objects.count(), JudgementRow.objects.count())
            assert now == before, f"half-written when call {n} failed"
        else:
            break
    assert n > 5, "the act made no calls"
    assert (snapshot(), ReportRow.objects.count(), FindingRow.objects.count(), JudgementRow.objects.count()) != before
    kept = snapshot()
    projection.rebuild()
    assert snapshot() == kept


def test_undo_leaves_no_trace_in_the_register() -> None:
    first, second = keep(letter())[0], keep(promotion())[0]
    judge(Verdict.ACCEPT, first.id)
    before, rows = load.whole_register(), snapshot()
    accepted = judge(Verdict.ACCEPT, second.id)
    assert TieRow.objects.get(id=TIE).form == "sister" and snapshot() != rows
    judge(Verdict.WITHDRAW, accepted.id)
    after = load.whole_register()
    assert (after.relations, after.rulings, snapshot()) == (before.relations, before.rulings, rows)


def test_redo_is_undoing_the_undo() -> None:
    (claim,) = keep(letter())
    undone = judge(Verdict.WITHDRAW, judge(Verdict.ACCEPT, claim.id).id)
    assert not TieRow.objects.exists()
    judge(Verdict.WITHDRAW, undone.id)
    assert TieRow.objects.count() == 1


def test_what_cannot_be_passed_is_refused() -> None:
    (claim,) = keep(letter())
    accepted = judge(Verdict.ACCEPT, claim.id)
    judge(Verdict.WITHDRAW, accepted.id)
    for verdict, subject in ((Verdict.WITHDRAW, accepted.id), (Verdict.ACCEPT, "nothing"), (Verdict.WITHDRAW, "nothing")):
        with pytest.raises(JudgementError):
            judge(verdict, subject)
    with pytest.raises(JudgementError, match="not the finding's passage"):
        judge(Verdict.CORRECT, claim.id, correction=replace(corrected(claim), quote=Span(0, 8, "Shenyang")))
    assert JudgementRow.objects.count() == 2


def test_two_people_cannot_silently_overrule_each_other() -> None:
    (claim,) = keep(letter())
    seen = record.last_word(claim.id)
    accepted = judge(Verdict.ACCEPT, claim.id)
    with pytest.raises(record.ConflictError):
        record.record_judgement(Judgement(Verdict.REJECT, (claim.id,), "wang", "2026-01-02T00:00:00Z"), seen=seen)
    assert JudgementRow.objects.count() == 1
    seen = record.last_word(claim.id)
    judge(Verdict.WITHDRAW, accepted.id)
    assert record.last_word(claim.id) != seen


def test_the_projection_is_what_a_rebuild_makes() -> None:
    pairs = [keep(letter()), keep(promotion()), keep(call())]
    judge(Verdict.POLICY, policy=Policy(sources=("pile/letter.txt",)))
    judge(Verdict.ACCEPT, pairs[1][0].id)
    judge(Verdict.CORRECT, pairs[1][1].id, correction=corrected(pairs[1][1]))
    judge(Verdict.REJECT, pairs[2][0].id)
    judge(Verdict.WITHDRAW, judge(Verdict.ACCEPT, pairs[1][2].id).id)
    judge(Verdict.SAME_AS, pairs[0][0].id, pairs[1][0].id)
    judge(Verdict.SAME_AS, "geonames:2128295", "geonames:1174872")
    kept = snapshot()
    assert kept["TieRow"] and kept["Standing"]
    projection.rebuild()
    assert snapshot() == kept


def corrected(finding: Finding) -> Finding:
    return replace(finding, roles=relation(SHENYANG, BELFAST, when="1980").roles)


def test_a_correction_moves_the_tie_and_its_withdrawal_moves_it_back() -> None:
    claim = keep(promotion())[1]
    judge(Verdict.ACCEPT, claim.id)
    moved = judge(Verdict.CORRECT, claim.id, correction=corrected(claim))
    assert [tie.id for tie in TieRow.objects.all()] == ["geonames-2034937+geonames-2655984"]
    assert load.register_for("geonames:2655984").ties_of("geonames:2655984")
    judge(Verdict.WITHDRAW, moved.id)
    assert [tie.id for tie in TieRow.objects.all()] == ["geonames-2034937+geonames-2128295"]


def test_a_page_fetched_again_keeps_its_review() -> None:
    (claim,) = keep(letter())
    judge(Verdict.REJECT, claim.id)
    report = load.any_report(claim.report)
    assert report is not None
    grown = replace(report, text=f"{report.text}\nSomething else on the page.")
    again = replace(claim, report=grown.digest, reader="newer")
    record.record_report(grown, [again], by="li")
    assert load.any_findings(grown.digest) == [(again, "rejected")]
    projection.rebuild()
    assert load.any_findings(grown.digest) == [(again, "rejected")]


def test_a_scoped_register_has_whole_entries() -> None:
    for told in (letter(), promotion(), call()):
        keep(told)
    judge(Verdict.POLICY, policy=Policy())
    everything = load.whole_register()
    assert load.register_for_tie(TIE).relation(TIE) == everything.relation(TIE)
    for place in ("geonames:1174872", "geonames:2034937", "geonames:2128295"):
        assert load.register_for(place).of_place(place) == everything.of_place(place)


def test_drafts_are_never_public() -> None:
    first, second, _ = keep(promotion())
    digest = promotion()[0].digest
    assert load.public_report(digest) is None and not load.public_reports().exists() and not load.public_findings(digest)
    judge(Verdict.ACCEPT, first.id)
    assert load.public_report(digest) is not None and [f.id for f in load.public_findings(digest)] == [first.id]
    judge(Verdict.REJECT, second.id)
    assert [f.id for f in load.public_findings(digest)] == [first.id]
    assert "geonames:2128295" not in [place.key for place in load.places()]


def test_passages_come_in_one_query(django_assert_num_queries: object) -> None:
    claims = keep(promotion())
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = load.passages(claim.id for claim in claims)
    assert {passage.report for passage in found.values()} == {promotion()[0].digest} and len(found) == 3
