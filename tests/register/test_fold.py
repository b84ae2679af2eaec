"""The fold: pure, free of order, divisible, and nothing left of what was withdrawn."""

from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import FrozenInstanceError, replace
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amicity.register import fold, partition, touched
from amicity.review.identity import group_keys
from amicity.terms.confidence import Confidence
from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import Finding
from amicity.terms.judgement import Verdict
from amicity.terms.note import Concern
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry, PromiseState
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation
from amicity.terms.ruling import Fate
from amicity.terms.status import Status
from amicity.terms.tenure import Tenure
from builders import (
    BELFAST,
    DALIAN,
    KARACHI,
    SAPPORO,
    SHENYANG,
    accept_all,
    agreement,
    figure,
    finding,
    imprint,
    judge,
    relation,
    story,
    visit,
)

T = TypeVar("T")
ELSEWHERE = visit(SHENYANG, BELFAST, "2018-12", report="fair too")
FINDINGS = [
    *story(),
    ELSEWHERE,
    relation(SHENYANG, SAPPORO, when="1980~", report="about"),
    relation(SHENYANG, DALIAN, when="1981", report="neighbour"),
    relation(SHENYANG, SAPPORO, when="1980", report="daily"),
    relation(SHENYANG, SAPPORO, when="1980-11-18", report="list"),
    relation(SHENYANG, SAPPORO, when="1981", report="rival"),
    visit(KARACHI, SHENYANG, "2018-08", report="lead", at=90, leader="Waseem Akhtar"),
    visit(KARACHI, SHENYANG, "2018-08-09", report="other", leader="Waseem Akhtar Khan"),
    visit(SHENYANG, KARACHI, "2018-12-11", report="fair"),
    finding("forum", when="2021-12-09", report="forum", at=50, name="Forum of 2021", participant=(SHENYANG, KARACHI)),
    finding("post", when="2018-08-10", report="lead", at=120, person="Jiang Youwei", post="mayor", place=SHENYANG),
    finding("termination", when="2023-05", report="end", party=(SHENYANG, BELFAST), actor=BELFAST),
    agreement(SHENYANG, BELFAST, when="2016", report="older", confidence=Confidence.C),
]
ROWS = ("relations", "events", "promises", "posts", "figures", "other")
LATER = "2026-02-01T00:00:00Z"
JUDGEMENTS = [
    accept_all(),
    judge(Verdict.REJECT, FINDINGS[-3].id),
    judge(Verdict.ACCEPT, FINDINGS[-3].id, by="wu", at=LATER),
    judge(Verdict.SAME_AS, FINDINGS[-8].id, FINDINGS[-7].id),
    judge(Verdict.SAME_AS, FINDINGS[-5].id, ELSEWHERE.id),
    judge(Verdict.CORRECT, FINDINGS[-9].id, correction=relation(SHENYANG, DALIAN, when="1981", report="rival")),
    judge(Verdict.WITHDRAW, judge(Verdict.REJECT, FINDINGS[-3].id).id, at=LATER),
]


@settings(max_examples=40, deadline=None)
@given(st.permutations([*FINDINGS, replace(FINDINGS[0], confidence=Confidence.B)]), st.sets(st.sampled_from(range(len(JUDGEMENTS)))))
def test_the_order_does_not_matter(findings: list[Finding], unsaid: set[int]) -> None:
    judgements = [accept_all(), *_but(JUDGEMENTS, unsaid)]
    one, other = fold(findings, judgements), fold(reversed(findings), reversed(judgements))
    assert one == other
    for way in ("items", "findings", "rulings", "places", "at", "told"):
        assert list(getattr(one, way).items()) == list(getattr(other, way).items()), way
    for row in ROWS:
        assert getattr(one, row) == getattr(other, row), row


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.sets(st.sampled_from(range(len(JUDGEMENTS)))))
def test_an_entry_says_the_same_whenever_it_is_asked(random: Random, unsaid: set[int]) -> None:
    judgements = [accept_all(), *_but(JUDGEMENTS, unsaid)]
    told, asked = fold(FINDINGS, judgements), fold(FINDINGS, judgements)
    ids = list(asked.items)
    random.shuffle(ids)
    said = {id_: asked.items[id_] for id_ in ids}
    assert said == dict(told.items)
    assert all(asked.items[id_] is said[id_] for id_ in ids)
    assert [item for row in ROWS for item in getattr(told, row)] == [item for row in ROWS for item in getattr(asked, row)]


def test_the_ways_to_an_entry_lead_to_it_and_nowhere_else() -> None:
    lost = finding("figure", when="2020", report="lost", measure="sister_cities", value=9)
    where = finding("promise", report="where", by=KARACHI, to=SHENYANG, action="open an office", place=DALIAN)
    register = fold([*FINDINGS, lost, where], [accept_all()])
    assert sorted(item.id for row in ROWS for item in getattr(register, row)) == list(register.items)
    assert dict(register.told) == _by(register, lambda item: item.findings)
    assert dict(register.at) == _by(register, lambda item: {place.key for place in _has_a_part(item)})
    assert [figure.findings for figure in register.adrift] == [(lost.id,)]


def _by(register: Register, ways: Callable[[Item], Iterable[str]]) -> dict[str, tuple[str, ...]]:
    led: dict[str, tuple[str, ...]] = {}
    for id_, item in register.items.items():
        for way in ways(item):
            led[way] = (*led.get(way, ()), id_)
    return led


def _has_a_part(item: Item) -> Iterable[Place]:
    match item:
        case Relation():
            return item.parties
        case Entry():
            return item.places()
        case PromiseEntry():
            return (*item.by, *item.to)
        case Tenure():
            return (item.place,) if item.place else ()
        case FigureClaim():
            return item.about


def test_a_register_cannot_be_written_to() -> None:
    register = fold(FINDINGS, [accept_all()])
    for way in ("items", "findings", "rulings", "imprints", "places", "at", "told"):
        assert not isinstance(getattr(register, way), MutableMapping), way
        with pytest.raises(TypeError):
            getattr(register, way)["geonames:1"] = None
    with pytest.raises(FrozenInstanceError):
        register.items = {}  # type: ignore[misc]


def test_what_is_said_to_be_one_meets_across_groups() -> None:
    fair, judgements = FINDINGS[-5], [accept_all(), judge(Verdict.SAME_AS, FINDINGS[-5].id, ELSEWHERE.id)]
    (trip,) = [entry for entry in fold(FINDINGS, judgements).events if fair.id in entry.findings]
    assert set(trip.findings) == {fair.id, ELSEWHERE.id}


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(range(len(JUDGEMENTS)))), st.sampled_from(FINDINGS), st.sampled_from(["accept", "reject", "same_as"]))
def test_a_withdrawn_judgement_leaves_no_trace(passed: set[int], subject: Finding, verdict: str) -> None:
    judgements = [JUDGEMENTS[n] for n in sorted(passed)]
    more = (FINDINGS[0].id,) if verdict == "same_as" and subject.id != FINDINGS[0].id else ()
    said = judge(Verdict(verdict), subject.id, *more, by="zhao", at=LATER)
    back = judge(Verdict.WITHDRAW, said.id, by="zhao", at="2026-03-01T00:00:00Z")
    assert fold(FINDINGS, [*judgements, said, back]) == fold(FINDINGS, judgements)


def test_a_withdrawn_withdrawal_restores() -> None:
    said = judge(Verdict.REJECT, FINDINGS[0].id, at=LATER)
    back = judge(Verdict.WITHDRAW, said.id, at="2026-03-01T00:00:00Z")
    again = judge(Verdict.WITHDRAW, back.id, at="2026-04-01T00:00:00Z")
    assert fold(FINDINGS, [accept_all(), said, back, again]) == fold(FINDINGS, [accept_all(), said])


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(range(len(FINDINGS)))), st.sets(st.sampled_from(range(len(JUDGEMENTS)))))
def test_folding_all_is_folding_each_group(untold: set[int], unsaid: set[int]) -> None:
    findings, judgements = _but(FINDINGS, untold), _but(JUDGEMENTS, unsaid)
    whole = fold(findings, judgements)
    parts = [fold(group, judgements) for group in partition(findings, judgements).values()]
    for shelf in ROWS:
        assert getattr(whole, shelf) == tuple(sorted(_all(parts, shelf), key=lambda item: item.id)), shelf
    assert dict(whole.rulings) == {id_: ruling for part in parts for id_, ruling in part.rulings.items()}


def _but(told: list[T], left_out: set[int]) -> list[T]:
    return [each for number, each in enumerate(told) if number not in left_out]


def _all(parts: Iterable[Register], shelf: str) -> list[Item]:
    return [item for part in parts for item in getattr(part, shelf)]


def test_nothing_unjudged_and_nothing_rejected_is_in_the_register() -> None:
    findings = story()
    assert fold(findings).relations == ()
    rejected = fold(findings, [judge(Verdict.REJECT, findings[0].id)], include_unjudged=True)
    assert findings[0].id not in rejected.findings
    assert rejected.rulings[findings[0].id].fate is Fate.REJECTED
    assert rejected.rulings[findings[1].id].fate is Fate.WAITING
    assert len(rejected.relations) == 1


def test_a_person_overrules_a_policy_and_the_disagreement_is_kept() -> None:
    claim = story()[3]
    first, second = judge(Verdict.ACCEPT, claim.id, by="wu"), judge(Verdict.REJECT, claim.id, at=LATER)
    ruling = fold([claim], [accept_all(at="2026-09-01T00:00:00Z"), first, second]).rulings[claim.id]
    assert (ruling.fate, ruling.by, ruling.overruled) == (Fate.REJECTED, "li", (first.id,))


def test_a_judgement_on_nothing_changes_nothing() -> None:
    empty = [judge(Verdict.REJECT), judge(Verdict.WITHDRAW), judge(Verdict.SAME_AS), judge(Verdict.ACCEPT, "0" * 20)]
    assert fold(FINDINGS, [accept_all(), *empty]) == fold(FINDINGS, [accept_all()])


def test_a_correction_moves_the_claim_and_keeps_its_id() -> None:
    claim = relation(SHENYANG, SAPPORO, when="1980")
    register = fold([claim], [judge(Verdict.CORRECT, claim.id, correction=relation(SHENYANG, DALIAN, when="1981"))])
    (tie,) = register.relations
    assert tie.parties == (DALIAN, SHENYANG)
    assert tie.findings == (claim.id,)
    assert tie.domestic is True


def test_one_event_of_two_reports_is_one_entry() -> None:
    register = fold(FINDINGS, [accept_all()])
    visits = [event for event in register.events if event.kind == "visit" and event.places("visitor")[0] == KARACHI]
    assert [(event.when.edtf if event.when else None, len(event.findings)) for event in visits] == [("2018-08-09", 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (visit(KARACHI, SHENYANG, "2018-08-09"), visit(KARACHI, SHENYANG, "2018-08-20", report="b")),
        (visit(KARACHI, SHENYANG), visit(KARACHI, SHENYANG, report="b")),
        (visit(KARACHI, SHENYANG, "2018", leader="Ali Khan"), visit(KARACHI, SHENYANG, "2018", report="b", leader="Omar Shah")),
        (visit(KARACHI, SHENYANG, "2018"), visit(SHENYANG, KARACHI, "2018", report="b")),
        (visit(KARACHI, SHENYANG, "2018"), visit(KARACHI, SHENYANG, "2018", report="b", status=Status.PLANNED)),
        (figure(SHENYANG, "sister_cities", 22, "2021"), figure(SHENYANG, "sister_cities", 23, "2021", report="b")),
    ],
)
def test_what_may_not_be_one_stays_two(one: Finding, other: Finding) -> None:
    register = fold([one, other], [accept_all()])
    assert len(register.events + register.figures) == 2


def test_people_may_say_that_two_are_one_or_not() -> None:
    one, other = visit(KARACHI, SHENYANG, "2018-08-09"), visit(KARACHI, SHENYANG, "2018-08-20", report="b")
    (joined,) = fold([one, other], [accept_all(), judge(Verdict.SAME_AS, one.id, other.id)]).events
    assert {note.concern for note in joined.notes} == {Concern.DATES}
    same = visit(KARACHI, SHENYANG, "2018-08-09", report="c")
    apart = fold([one, same], [accept_all(), judge(Verdict.DIFFERENT, f"visit-{one.id}", f"visit-{same.id}")])
    assert len(apart.events) == 2


def test_places_said_to_be_the_same_have_one_tie() -> None:
    mukden = Place("Mukden", "CN")
    findings = [relation(SHENYANG, SAPPORO, when="1980"), relation(mukden, SAPPORO, when="1980", report="old")]
    said = [accept_all(), judge(Verdict.SAME_AS, mukden.key, SHENYANG.key)]
    assert len(fold(findings, [accept_all()]).relations) == 2
    (tie,) = fold(findings, said).relations
    assert tie.id == "geonames-2034937+geonames-2128295"
    assert len(tie.findings) == 2


def test_an_invitation_is_kept_by_the_visit_and_only_by_a_fitting_one() -> None:
    invited = story()[2]
    assert _state([invited, visit(SHENYANG, KARACHI, "2018-12-11", report="fair")]) is PromiseState.KEPT
    assert _state([invited, visit(SHENYANG, KARACHI, "2020-12-11", report="fair")]) is PromiseState.OPEN
    assert _state([invited, visit(KARACHI, SHENYANG, "2018-12-11", report="fair")]) is PromiseState.OPEN
    denied = finding("promise", status=Status.DENIED, report="no", by=KARACHI, to=SHENYANG, action="visit the fair", strength="invitation")
    assert _state([invited, denied]) is PromiseState.WITHDRAWN


def test_a_person_may_say_what_keeps_a_promise() -> None:
    invited, came = story()[2], visit(SHENYANG, KARACHI, "2020-01-05", report="late")
    register = fold([invited, came], [accept_all(), judge(Verdict.SAME_AS, invited.id, came.id)])
    assert (register.promises[0].state, register.promises[0].kept_by) == (PromiseState.KEPT, (came.id,))


def _state(findings: list[Finding]) -> PromiseState:
    (promise,) = fold(findings, [accept_all()]).promises
    return promise.state


def test_an_undated_figure_is_as_of_its_report() -> None:
    (claim,) = fold([figure(SHENYANG, "sister_cities", 23)], [accept_all()], imprints=[imprint("a", "2022-10-17")]).figures
    assert claim.when is not None
    assert claim.when.edtf == "2022-10-17"


def test_every_accepted_finding_is_told_by_an_entry() -> None:
    register = fold(FINDINGS, [accept_all()])
    assert set(register.told) == set(register.findings)
    assert all(id_ in register.items[entry].findings for id_, entries in register.told.items() for entry in entries)


def test_a_judgement_touches_the_groups_of_its_findings() -> None:
    claim, corrected = FINDINGS[0], relation(SHENYANG, DALIAN, when="1981")
    said = judge(Verdict.CORRECT, claim.id, correction=corrected)
    assert touched(said, {claim.id: claim}) == {*group_keys(claim), *group_keys(corrected)}
    assert touched(accept_all(), {}) is None


def test_of_what_is_only_denied_there_is_no_tie() -> None:
    denied = agreement(SHENYANG, DALIAN, when="2018", report="no", status=Status.DENIED)
    assert fold([denied], [accept_all()]).relations == ()
    (tie,) = fold([denied, relation(SHENYANG, DALIAN, when="2019", report="yes")], [accept_all()]).relations
    assert denied.id in tie.findings
