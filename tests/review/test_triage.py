"""What the deciders say: first the findings on which each must be silent."""

from dataclasses import replace

import pytest

from amicity.review import Known, triage
from amicity.review.triage import DECIDERS
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Verdict
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.report import Grade
from amicity.terms.status import Status
from builders import KARACHI, SAPPORO, SHENYANG, accept_all, agreement, figure, finding, judge, relation, story, visit

GRADES = {"mirror": Grade.MIRROR, "robot": Grade.MACHINE, "gazette": Grade.OFFICIAL, "paper": Grade.NEWSPAPER}


def known(*findings: Finding) -> Known:
    printed = [
        Imprint(f.report, f.source, published=PartialDate("2021-01-01"), grade=GRADES.get(f.source[:-4], Grade.CITY)) for f in findings
    ]
    return Known.of(findings, [accept_all()], imprints=printed, partners={SHENYANG.key: frozenset({"PK"})})


def said(subject: Finding, *others: Finding) -> set[str]:
    return {reason.name for reason in triage(subject, known(subject, *others)).reasons}


def test_a_plain_claim_beside_a_known_tie_needs_no_look() -> None:
    known = agreement(SHENYANG, SAPPORO, form="friendship", when="1979", report="old")
    told = triage(claim := agreement(SHENYANG, SAPPORO, when="1980"), Known.of([claim, known], [accept_all()]))
    assert [reason.name for reason in told.reasons] == ["alone"]
    assert told.proposed is Verdict.ACCEPT


def _read_by(reader: str, when: str) -> Finding:
    return replace(relation(SHENYANG, SAPPORO, when=when), reader=reader)


AGENCY = "The cities of Shenyang and Sapporo have been sister cities since 1980, officials said on Monday."
COPY = AGENCY.replace("Monday", "Tuesday")
CASES = {
    "weak": (relation(SHENYANG, SAPPORO, confidence=Confidence.C),),
    "unresolved": (relation(SHENYANG, Place("Qimmatville", "GL")),),
    "contradiction": (agreement(SHENYANG, SAPPORO, when="1980-11-18"), agreement(SHENYANG, SAPPORO, when="1980-11-20", report="b")),
    "inflated": (story()[1], story()[0]),
    "arithmetic": tuple(
        figure(SHENYANG, measure, value, "2022", at=n)
        for n, (measure, value) in enumerate({"partner_cities": 101, "sister_cities": 23, "cooperative_cities": 77}.items())
    ),
    "duplicate": (visit(KARACHI, SHENYANG, "2018-08-09"), visit(KARACHI, SHENYANG, "2018-08", report="b")),
    "fulfils": (visit(SHENYANG, KARACHI, "2018-12-10", report="fair"), story()[2]),
    "new_partner": (relation(SHENYANG, SAPPORO),),
    "alone": (relation(SHENYANG, SAPPORO),),
    "outranked": (agreement(SHENYANG, SAPPORO, when="1980-11-18"), agreement(SHENYANG, SAPPORO, when="1980-11-20", report="gazette")),
    "against_paper": (relation(SHENYANG, SAPPORO, when="1995"), agreement(SHENYANG, SAPPORO, when="2003", report="b")),
    "after_the_end": (relation(SHENYANG, SAPPORO, when="2020"), finding("termination", when="2019", report="b", party=(SHENYANG, SAPPORO))),
    "ahead": (visit(SHENYANG, KARACHI, "2021-02-01"),),
    "poor": (relation(SHENYANG, SAPPORO, report="mirror"),),
    "reread": (
        _read_by("2", "1981"),
        _read_by("1", "1980"),
    ),
    "new_country": (relation(SHENYANG, SAPPORO),),
    "copied": (
        relation(SHENYANG, SAPPORO, quote=AGENCY),
        relation(SHENYANG, SAPPORO, report="b", quote=COPY),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_decider_speaks_where_it_should(name: str) -> None:
    if name != "reread":
        assert name in said(*CASES[name])


def test_a_passage_judged_in_another_reading_is_said() -> None:
    newer, older = CASES["reread"]
    told = triage(newer, Known.of([newer, older], [judge(Verdict.REJECT, older.id)]))
    assert "reread" not in {reason.name for reason in told.reasons}
    told = triage(newer, Known.of([newer, older], [judge(Verdict.ACCEPT, older.id)]))
    assert "reread" in {reason.name for reason in told.reasons}


def test_every_decider_has_a_case() -> None:
    assert {decider.name for decider in DECIDERS} == {*CASES, "repaired"}


@pytest.mark.parametrize(
    ("name", "findings"),
    [
        ("contradiction", (agreement(SHENYANG, SAPPORO, when="1980-11-18"), agreement(SHENYANG, SAPPORO, when="2000-11-18", report="b"))),
        ("contradiction", (figure(SHENYANG, "sister_cities", 22, "2021"), figure(SHENYANG, "sister_cities", 23, "2022", report="b"))),
        ("duplicate", (visit(KARACHI, SHENYANG, "2018-08-09"), visit(SHENYANG, KARACHI, "2018-08-09", report="b"))),
        ("alone", (relation(SHENYANG, SAPPORO), relation(SHENYANG, SAPPORO, report="b"))),
        ("new_partner", (relation(SHENYANG, SAPPORO), agreement(SHENYANG, SAPPORO, form="friendship", report="b"))),
        ("new_partner", (visit(SHENYANG, SAPPORO, "2018"),)),
        ("poor", (relation(SHENYANG, SAPPORO, report="mirror"), relation(SHENYANG, SAPPORO, report="paper"))),
        (
            "outranked",
            (
                agreement(SHENYANG, SAPPORO, when="1980-11-18", report="gazette"),
                agreement(SHENYANG, SAPPORO, when="1980-11-20", report="paper"),
            ),
        ),
        ("against_paper", (relation(SHENYANG, SAPPORO, when="../1995"), agreement(SHENYANG, SAPPORO, when="1990", report="b"))),
        (
            "after_the_end",
            (relation(SHENYANG, SAPPORO, when="2018"), finding("termination", when="2019", report="b", party=(SHENYANG, SAPPORO))),
        ),
        ("ahead", (visit(SHENYANG, KARACHI, "2021"),)),
        ("new_country", (relation(SHENYANG, KARACHI),)),
        (
            "copied",
            (
                relation(SHENYANG, SAPPORO, quote=AGENCY),
                relation(SHENYANG, SAPPORO, report="b", quote="They have been twinned for forty years, it is said there."),
            ),
        ),
        ("fulfils", (visit(SHENYANG, KARACHI, "2019-12-10", report="fair"), story()[2])),
    ],
)
def test_deciders_are_silent_where_they_should_be(name: str, findings: tuple[Finding, ...]) -> None:
    assert name not in said(*findings)


def test_a_rejected_claim_contradicts_nothing() -> None:
    one, other = CASES["contradiction"]
    known = Known.of([one, other], [accept_all(), judge(Verdict.REJECT, other.id)])
    assert triage(one, known).contradictions == ()


def test_a_denial_contradicts() -> None:
    denied = relation(SHENYANG, SAPPORO, status=Status.DENIED, report="b")
    told = triage(claim := relation(SHENYANG, SAPPORO), Known.of([claim, denied]))
    assert told.contradictions == (denied.id,)
    assert told.proposed is None


def test_a_person_without_places_is_no_trouble() -> None:
    assert said(finding("declaration", title="Shenyang Declaration")) == {"alone"}
