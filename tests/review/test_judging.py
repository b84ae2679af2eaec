"""A judgement that cannot be passed is refused with everything that is wrong with it."""

import pytest

from amicity.review import JudgementError, Known, check
from amicity.terms.judgement import Judgement, Verdict
from builders import DALIAN, SAPPORO, SHENYANG, accept_all, judge, relation

CLAIM = relation(SHENYANG, SAPPORO, when="1980")
OTHER = relation(SHENYANG, SAPPORO, when="1981", report="b")
ACCEPTED = judge(Verdict.ACCEPT, CLAIM.id)
TAKEN_BACK = judge(Verdict.WITHDRAW, ACCEPTED.id, at="2026-02-01T00:00:00Z")
KNOWN = Known.of([CLAIM, OTHER], [ACCEPTED, TAKEN_BACK])
LATER = "2026-03-01T00:00:00Z"


@pytest.mark.parametrize(
    "judgement",
    [
        judge(Verdict.REJECT, CLAIM.id),
        judge(Verdict.CORRECT, CLAIM.id, correction=relation(SHENYANG, DALIAN, when="1980")),
        judge(Verdict.SAME_AS, CLAIM.id, OTHER.id),
        judge(Verdict.SAME_AS, f"relation-{CLAIM.id}", OTHER.id),
        judge(Verdict.DIFFERENT, SHENYANG.key, SAPPORO.key),
        judge(Verdict.WITHDRAW, TAKEN_BACK.id, at=LATER),
        accept_all(),
    ],
)
def test_what_can_be_passed(judgement: Judgement) -> None:
    assert check(judgement, KNOWN) is judgement


@pytest.mark.parametrize(
    ("judgement", "wrong"),
    [
        (judge(Verdict.ACCEPT, "0" * 20), "no finding 00000000000000000000 is known"),
        (judge(Verdict.ACCEPT), "names 0 findings"),
        (ACCEPTED, "passed already"),
        (judge(Verdict.ACCEPT, CLAIM.id, by=" "), "nobody signs"),
        (judge(Verdict.ACCEPT, CLAIM.id, at="yesterday"), "no instant"),
        (judge(Verdict.CORRECT, CLAIM.id), "how the finding should read"),
        (judge(Verdict.CORRECT, CLAIM.id, correction=OTHER), "another report"),
        (judge(Verdict.CORRECT, CLAIM.id, correction=relation(SHENYANG, DALIAN, quote="made up")), "not the finding's passage"),
        (judge(Verdict.SAME_AS, CLAIM.id), "fewer than two"),
        (judge(Verdict.SAME_AS, CLAIM.id, SHENYANG.key), "mixes places with findings"),
        (judge(Verdict.SAME_AS, SHENYANG.key, "geonames:0"), "names the place geonames:0"),
        (Judgement(Verdict.POLICY, (), "li", LATER), "give the policy"),
        (judge(Verdict.WITHDRAW, "0" * 20), "no judgement"),
        (judge(Verdict.WITHDRAW, ACCEPTED.id, at=LATER), "withdrawn already"),
    ],
)
def test_what_cannot(judgement: Judgement, wrong: str) -> None:
    with pytest.raises(JudgementError, match=wrong):
        check(judgement, KNOWN)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(JudgementError, match=r"nobody signs it .*; .*no finding"):
        check(judge(Verdict.ACCEPT, "0" * 20, by=""), KNOWN)
