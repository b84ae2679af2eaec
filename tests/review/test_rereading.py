"""A review is reset only where both the passage and the finding have changed."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicity.register import fold, partition
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.ruling import Fate
from builders import BELFAST, SAPPORO, SHENYANG, accept_all, judge, relation

FIRST = replace(relation(SHENYANG, SAPPORO, when="1980", quote="Shenyang and Sapporo became sister cities in 1980."), reader="1")
ELSEWHERE = "Sapporo has been a sister city of Shenyang since 1980."


def reread(*, when: str = "1980", quote: str | None = None, page: str = "fetched again") -> Finding:
    said = relation(SHENYANG, SAPPORO, when=when, quote=quote or FIRST.quote.text)
    return replace(said, reader="2", report=sha256(page.encode()).hexdigest())


def fate(newer: Finding, *said: Judgement) -> Fate:
    return fold([FIRST, newer], said).rulings[newer.id].fate


@pytest.mark.parametrize(("verdict", "kept"), [(Verdict.ACCEPT, Fate.ACCEPTED), (Verdict.REJECT, Fate.REJECTED)])
def test_the_review_stays_while_the_passage_or_the_finding_stays(verdict: Verdict, kept: Fate) -> None:
    said = judge(verdict, FIRST.id)
    assert fate(reread(), said) is kept
    assert fate(reread(when="1981"), said) is kept
    assert fate(reread(quote=ELSEWHERE), said) is kept
    assert fate(reread(when="1981", quote=ELSEWHERE), said) is Fate.WAITING


def test_what_a_person_accepted_is_what_is_read() -> None:
    newer = reread(when="1981")
    (tie,) = fold([FIRST, newer], [judge(Verdict.ACCEPT, FIRST.id)]).relations
    assert str(tie.since) == "1980"
    corrected = relation(SHENYANG, SAPPORO, when="1980-11-18", quote=FIRST.quote.text)
    (tie,) = fold([FIRST, newer], [judge(Verdict.CORRECT, FIRST.id, correction=corrected)]).relations
    assert str(tie.since) == "1980-11-18"
    assert set(tie.findings) == {FIRST.id, newer.id}


def test_a_word_on_the_new_reading_itself_counts_more() -> None:
    newer = reread(when="1981")
    assert fate(newer, judge(Verdict.ACCEPT, FIRST.id), judge(Verdict.REJECT, newer.id)) is Fate.REJECTED


def test_no_review_passes_to_a_sibling_or_to_another_source() -> None:
    sibling = relation(SHENYANG, SAPPORO, when="1999", quote=FIRST.quote.text)
    assert fate(replace(sibling, reader="1"), judge(Verdict.ACCEPT, FIRST.id)) is Fate.WAITING
    assert fate(replace(reread(), source="other.txt"), judge(Verdict.ACCEPT, FIRST.id)) is Fate.WAITING
    two = [FIRST, reread(when="1981"), reread(when="1999")]
    rulings = fold(two, [judge(Verdict.ACCEPT, FIRST.id)]).rulings
    assert [rulings[each.id].fate for each in two[1:]] == [Fate.WAITING, Fate.WAITING]


READINGS = [
    FIRST,
    reread(),
    reread(when="1981", page="third"),
    reread(quote=ELSEWHERE, page="fourth"),
    relation(SHENYANG, BELFAST, when="1999"),
]
SAID = [accept_all(), judge(Verdict.REJECT, FIRST.id), judge(Verdict.ACCEPT, READINGS[2].id)]


@given(st.permutations(READINGS), st.sets(st.sampled_from(range(len(SAID)))))
def test_order_does_not_matter_and_groups_fold_apart(readings: list[Finding], said: set[int]) -> None:
    judgements = [SAID[n] for n in sorted(said)]
    whole = fold(readings, judgements)
    assert whole == fold(READINGS, judgements)
    parts = [fold(group, judgements) for group in partition(readings, judgements).values()]
    assert dict(whole.rulings) == {id_: ruling for part in parts for id_, ruling in part.rulings.items()}
    back = [replace(judge(Verdict.WITHDRAW, each.id), at="2026-05-01T00:00:00Z") for each in judgements]
    assert fold(readings, [*judgements, *back]) == fold(readings)
