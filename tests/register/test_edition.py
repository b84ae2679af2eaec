"""Editions: what was true on a day, and what could be known by then."""

from datetime import date

from amicity.register import as_of, fold, inferred, known_at, published_by
from amicity.terms.promise_entry import PromiseState
from builders import KARACHI, SHENYANG, accept_all, figure, imprint, story, visit


def test_an_edition_holds_what_had_happened_by_the_day() -> None:
    register = fold([*story(), visit(SHENYANG, KARACHI, "2018-12-11", report="fair")], [accept_all()])
    before, after = as_of(register, date(2018, 12, 1)), as_of(register, date(2019, 1, 1))
    assert [event.kind for event in before.events] == ["agreement"]
    assert sorted(event.kind for event in after.events) == ["agreement", "visit"]
    assert before.promises[0].state is PromiseState.OPEN
    assert after.promises[0].state is PromiseState.KEPT
    assert after.figures == ()
    assert set(after.items) == {id_ for ids in after.at.values() for id_ in ids}


def test_a_promise_lapses_when_its_day_has_passed() -> None:
    register = fold(story(), [accept_all()])
    assert as_of(register, date(2018, 12, 31)).promises[0].state is PromiseState.OPEN
    assert as_of(register, date(2019, 1, 1)).promises[0].state is PromiseState.LAPSED


def test_the_last_day_holds_everything() -> None:
    register = fold(story(), [accept_all()])
    assert as_of(register, date.max).relations == register.relations


def test_what_was_published_by_a_day() -> None:
    early, late, undated = (figure(SHENYANG, "sister_cities", 23, report=name) for name in ("a", "b", "c"))
    imprints = inferred([early, late, undated], [imprint("a", "2020-01-01"), imprint("b", "2022-01-01")])
    assert published_by([early, late, undated], date(2021, 1, 1), imprints=imprints) == (early, undated)


def test_known_at_a_day_is_what_was_recorded_by_then_else_published() -> None:
    early, late, old = (figure(SHENYANG, "sister_cities", 23, report=name) for name in ("a", "b", "c"))
    imprints = inferred([early, late, old], [imprint(name, "2020-01-01") for name in ("a", "b", "c")])
    recorded = {early.id: "2020-12-31T23:30:00Z", late.id: "2020-12-31T23:30:00-01:00"}
    assert known_at([early, late, old], date(2020, 12, 31), recorded=recorded, imprints=imprints) == (early, old)
    assert known_at([early, late, old], date(2019, 12, 31), recorded=recorded, imprints=imprints) == ()


def test_a_report_is_dated_by_what_its_findings_inherited() -> None:
    findings = story()
    imprints = inferred(findings)
    assert {str(imprints[f.report].published) for f in findings if f.source == "lead.txt"} == {"2018-08-10"}
    assert all(imprints[f.report].published is None for f in findings if f.source == "forum.txt")
