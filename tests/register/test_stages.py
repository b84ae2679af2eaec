"""The stations of a tie's life, and who may join and leave it."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amicity.register import fold
from amicity.register.instruments import instruments
from amicity.register.rounds import rounds, run_out
from amicity.register.stages import rungs, stations
from amicity.register.vitality import RULE, vitality
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Verdict
from amicity.terms.partial_date import PartialDate
from amicity.terms.relation import Ending, Relation, Stage, TieStatus
from amicity.terms.status import Status
from builders import BELFAST, KARACHI, PAKISTAN, SAPPORO, SHENYANG, accept_all, agreement, finding, judge, relation, story, visit

PAIR = (SHENYANG, BELFAST)
SIGNED = agreement(*PAIR, when="2003-10-23")


def tie_of(*findings: Finding) -> Relation:
    (tie,) = fold(findings, [accept_all()]).relations
    return tie


def ended(when: str, quote: str, *, report: str = "end", **more: object) -> Finding:
    return finding("termination", when=when, report=report, quote=quote, party=PAIR, **more)


@pytest.mark.parametrize(
    ("quote", "ending"),
    [
        ("The agreement between Shenyang and Belfast expired at the end of 2019.", Ending.EXPIRED),
        ("Belfast did not renew its agreement with Shenyang.", Ending.EXPIRED),
        ("Belfast terminated the agreement, which would have expired in 2025.", Ending.TERMINATED),
        ("The state's law prohibits the tie of Belfast and Shenyang.", Ending.PROHIBITED),
        ("The tie was superseded by that of the two provinces.", Ending.SUPERSEDED),
        ("It is over between Belfast and Shenyang.", Ending.TERMINATED),
    ],
)
def test_a_lapse_is_no_termination_and_a_ban_is_neither(quote: str, ending: Ending) -> None:
    tie = tie_of(SIGNED, ended("2019-12-31", quote))
    assert (tie.status, tie.ending) == (TieStatus.ENDED, ending)
    assert stations(tie)[-1].stage.value == ending.value


def test_each_side_ends_on_its_own_day_by_its_own_act() -> None:
    council = ended("2019-10-07", "Belfast voted to terminate it", actor=BELFAST, reason="its clause")
    tie = tie_of(SIGNED, council, ended("2019-10-09", "Shenyang terminated it", report="other", actor=SHENYANG))
    told = {side.place.name: (str(side.since), side.ending, side.step and side.step.reason) for side in tie.sides}
    assert told == {"Belfast": ("2019-10-07", Ending.TERMINATED, "its clause"), "Shenyang": ("2019-10-09", Ending.TERMINATED, None)}


def test_each_side_has_the_label_of_its_own_page() -> None:
    ours = relation(*PAIR, when="2003", report="ours", label="友好城市")
    theirs = relation(*PAIR, when="2003", report="theirs", label="twin town")
    pages = [Imprint(ours.report, "ours.txt", owner="Shenyang"), Imprint(theirs.report, "theirs.txt", owner=BELFAST.key)]
    (tie,) = fold([ours, theirs], [accept_all()], imprints=pages).relations
    assert {side.place.name: side.label for side in tie.sides} == {"Shenyang": "友好城市", "Belfast": "twin town"}


STEPS = {
    Stage.PROPOSED: agreement(*PAIR, when="2001", report="p", status=Status.PROPOSED),
    Stage.LETTER_OF_INTENT: agreement(*PAIR, form="letter_of_intent", when="2002", report="l"),
    Stage.APPLIED: agreement(*PAIR, when="2002-06", report="q", act="applied"),
    Stage.APPROVED: agreement(*PAIR, when="2003-01", report="r", act="adopted"),
    Stage.SIGNED: SIGNED,
    Stage.ACTIVE: relation(*PAIR, when="2004", report="s"),
    Stage.RENEWED: finding("renewal", when="2008", report="t", party=PAIR),
    Stage.SUSPENDED: finding("suspension", when="2010", report="u", party=PAIR, actor=BELFAST),
    Stage.REVIVED: finding("renewal", when="2012", report="v", party=PAIR),
    Stage.EXPIRED: ended("2013-12-31", "It expired.", report="w"),
}


def test_every_station_is_reached_from_evidence_and_only_from_it() -> None:
    tie = tie_of(*STEPS.values())
    assert [station.stage for station in stations(tie)] == list(STEPS)
    assert all(station.step.findings == (STEPS[station.stage].id,) for station in stations(tie))
    for stage in (Ending.TERMINATED, Ending.PROHIBITED, Ending.SUPERSEDED):
        words = {"terminated": "terminated", "prohibited": "prohibited by law", "superseded": "superseded by another"}[stage]
        assert stations(tie_of(SIGNED, ended("2020", words)))[-1].stage.value == stage.value


def test_a_tie_of_which_nothing_is_told_comes_to_be_dormant_by_the_rule() -> None:
    register = fold([SIGNED, visit(*PAIR, when="2004-05", report="b")], [accept_all()])
    (tie,) = register.relations
    before, after = (stations(tie, vitality(tie, register, day)) for day in (date(2009, 5, 30), date(2009, 5, 31)))
    assert [station.stage for station in before] == [Stage.SIGNED] == [station.stage for station in stations(tie)]
    asleep = after[-1]
    assert [station.stage for station in after] == [Stage.SIGNED, Stage.DORMANT]
    assert (str(asleep.when), asleep.step, asleep.sleep and asleep.sleep.rule) == ("2009-05-31", None, RULE)
    assert asleep.findings == register.events[-1].findings, "its last sign of life"


@pytest.mark.parametrize(
    "later",
    [
        ended("2006", "Belfast terminated it"),
        finding("suspension", when="2006", report="s", party=PAIR),
        finding("suspension", when="2006", report="s", party=PAIR, actor=BELFAST),
        visit(*PAIR, when="2018", report="v"),
    ],
    ids=["ended", "suspended", "suspended by one", "met"],
)
def test_what_does_not_stand_or_does_not_sleep_is_not_dormant(later: Finding) -> None:
    register = fold([SIGNED, later], [accept_all()])
    (tie,) = register.relations
    assert Stage.DORMANT not in [station.stage for station in stations(tie, vitality(tie, register, date(2020, 1, 1)))]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(sorted(STEPS)), min_size=1))
def test_no_station_without_a_step_and_no_step_out_of_order(chosen: set[Stage]) -> None:
    tie = tie_of(*(STEPS[stage] for stage in chosen))
    found = stations(tie)
    assert {id_ for station in found for id_ in station.step.findings} <= set(tie.findings)
    assert all(left.step.start <= right.step.start for left, right in pairwise(found))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(story()), unique_by=lambda f: f.id, min_size=1), st.integers(1, 4))
def test_telling_a_report_again_elsewhere_changes_no_count(findings: list[Finding], copies: int) -> None:
    once = fold(findings, [accept_all()])
    again = [_copied(f, n) for f in findings for n in range(copies)]
    twice = fold([*findings, *again], [accept_all()])
    for shelf in ("relations", "events", "promises", "posts", "figures", "other"):
        assert len(getattr(once, shelf)) == len(getattr(twice, shelf)), shelf
    assert [(t.form, t.status, str(t.since)) for t in once.relations] == [(t.form, t.status, str(t.since)) for t in twice.relations]


def _copied(found: Finding, number: int) -> Finding:
    return replace(found, report=f"{number}{found.report[1:]}", source=f"mirror-{number}/{found.source}")


def test_a_higher_form_supersedes_the_lower() -> None:
    held = rungs(tie_of(story()[0], story()[3]))
    assert [(rung.form, str(rung.since), str(rung.until)) for rung in held] == [
        (Form.LETTER_OF_INTENT, "2018-08", "2021-12-09"),
        (Form.SISTER, "2021-12-09", "None"),
    ]


def test_terms_run_out_and_rounds_are_counted() -> None:
    first = agreement(*PAIR, when="2014-11-16", term="three years")
    second = finding("renewal", when="2018", report="b", party=PAIR, term="until 2020")
    third = finding("renewal", when="2021-01", report="c", party=PAIR, term="to 2022-12")
    tie = tie_of(first, second, third)
    assert [(each.number, str(each.until)) for each in rounds(tie)] == [(1, "2017-11-16"), (2, "2020"), (3, "2022-12")]
    assert run_out(tie, PartialDate("2022-12-31").latest) is None
    over = run_out(tie, PartialDate("2023-01-01").latest)
    assert over is not None
    assert over.number == 3
    assert tie.status is TieStatus.STANDING


@pytest.mark.parametrize(
    ("term", "until"),
    [
        ("five years", "2019-11-16"),
        ("a 3-year term", "2017-11-16"),
        ("Twenty-five years", "2039-11-16"),
        ("ninety nine years", "2113-11-16"),
        ("fifteen years, then from year to year", "2029-11-16"),
        ("5年", "2019-11-16"),
        ("2019-06", "2019-06"),
        ("through 2020-12-31", "2020-12-31"),
        ("until the end of 2020", "2020"),
        ("until 2020-13", "None"),
        ("for the time being", "None"),
        ("reviewed every autumn", "None"),
    ],
)
def test_a_term_runs_from_the_day_of_its_paper(term: str, until: str) -> None:
    (only,) = rounds(tie_of(agreement(*PAIR, when="2014-11-16", term=term)))
    assert str(only.until) == until


def test_three_ties_of_two_are_no_tie_of_three() -> None:
    pairs = [
        relation(*pair, when="1996", report=str(n)) for n, pair in enumerate(((SHENYANG, BELFAST), (BELFAST, SAPPORO), (SAPPORO, SHENYANG)))
    ]
    assert sorted(len(tie.parties) for tie in fold(pairs, [accept_all()]).relations) == [2, 2, 2]


def test_members_join_and_leave_a_tie_of_three_where_a_person_says_so() -> None:
    three = agreement(SHENYANG, BELFAST, SAPPORO, when="2014")
    four = agreement(SHENYANG, BELFAST, SAPPORO, KARACHI, when="2017", report="b")
    left = finding("termination", when="2020", report="c", party=(SHENYANG, BELFAST, SAPPORO, KARACHI), actor=BELFAST)
    apart = fold([three, four, left], [accept_all()])
    assert sorted(len(tie.parties) for tie in apart.relations) == [3, 4]
    (tie,) = fold([three, four, left], [accept_all(), judge(Verdict.SAME_AS, three.id, four.id)]).relations
    sides = {side.place.name: (side.status, str(side.since)) for side in tie.sides}
    assert sides["Karachi"] == (TieStatus.STANDING, "2017")
    assert sides["Shenyang"] == (TieStatus.STANDING, "2014")
    assert sides["Belfast"] == (TieStatus.ENDED, "2020")
    assert tie.status is TieStatus.STANDING


def test_a_paper_tells_who_signed_it_in_which_capacity() -> None:
    signed = agreement(
        SHENYANG, KARACHI, when="2021-12-09", signer=("Lü Zhicheng", "Moin ul Haque"), channel="video", title="Sister city agreement"
    )
    acting = finding("post", when="2021-12", at=60, person="Lü Zhicheng", post="mayor", place=SHENYANG, tenure="acting")
    envoy = finding("post", when="2021-12", at=80, person="Moin ul Haque", post="ambassador", place=PAKISTAN, tenure="current")
    register = fold([signed, acting, envoy], [accept_all()])
    (paper,) = instruments(register.relations[0], register)
    assert (paper.title, paper.channel, paper.texts) == ("Sister city agreement", "video", ("a.txt",))
    assert [str(signer) for signer in paper.signers] == [
        "Lü Zhicheng, acting mayor of Shenyang",
        "Moin ul Haque, ambassador of Pakistan, in place of a party",
    ]
