"""A tie's life: one ladder, counted once, each side for itself."""

from datetime import date

import pytest

from amicity.register import fold, tie_on
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.note import Concern
from amicity.terms.relation import Relation, TieStatus
from amicity.terms.status import Status
from builders import BELFAST, DALIAN, KARACHI, PAKISTAN, SAPPORO, SHENYANG, accept_all, agreement, finding, imprint, relation, story


def tie_of(*findings: Finding, published: tuple[tuple[str, str], ...] = ()) -> Relation:
    (tie,) = fold(findings, [accept_all()], imprints=[imprint(*each) for each in published]).relations
    return tie


def test_a_tie_climbs_and_is_counted_once() -> None:
    tie = tie_of(*story())
    assert (tie.form, tie.status, str(tie.since), str(tie.begun)) == (Form.SISTER, TieStatus.STANDING, "2021-12-09", "2018-08")
    assert len(tie.instruments) == 2


@pytest.mark.parametrize(
    ("day", "form"),
    [("2018-07-31", None), ("2018-08-01", Form.LETTER_OF_INTENT), ("2021-12-08", Form.LETTER_OF_INTENT), ("2021-12-09", Form.SISTER)],
)
def test_a_tie_on_a_day(day: str, form: Form | None) -> None:
    then = tie_on(tie_of(*story()), date.fromisoformat(day))
    assert (then.form if then else None) is form


def test_a_lower_paper_later_does_not_lower_the_tie() -> None:
    tie = tie_of(agreement(SHENYANG, SAPPORO, when="1980"), agreement(SHENYANG, SAPPORO, form="memorandum", when="2010", report="b"))
    assert (tie.form, str(tie.since)) == (Form.SISTER, "1980")


@pytest.mark.parametrize("status", [s for s in Status if s not in (Status.HAPPENED, Status.DENIED)])
def test_what_did_not_happen_never_stands(status: Status) -> None:
    assert tie_of(agreement(SHENYANG, SAPPORO, when="1980", status=status)).status is TieStatus.PROSPECT


def test_an_act_of_one_body_is_not_yet_a_paper() -> None:
    assert tie_of(agreement(SHENYANG, SAPPORO, when="1980", act="adopted")).status is TieStatus.PROSPECT


def test_the_press_inflates_and_the_register_says_so() -> None:
    tie = tie_of(*story()[:2])
    assert tie.form is Form.LETTER_OF_INTENT
    assert [note.concern for note in tie.notes] == [Concern.INFLATED]


def test_another_report_may_back_the_press_but_not_its_own_copy() -> None:
    letter, claim = story()[:2]
    backed = relation(SHENYANG, KARACHI, form="cooperation", when="2018-08", report="ministry")
    assert tie_of(letter, claim, backed).form is Form.COOPERATION
    copied = relation(SHENYANG, KARACHI, form="cooperation", when="2018-08", report="mirror", quote=claim.quote.text)
    assert any(note.concern is Concern.INFLATED for note in tie_of(letter, claim, copied).notes)


def test_a_side_may_act_alone_and_suspended_is_not_ended() -> None:
    sister = agreement(SHENYANG, BELFAST, when="2016")
    tie = tie_of(sister, finding("suspension", when="2022-04", report="b", party=(SHENYANG, BELFAST), actor=BELFAST))
    assert tie.status is TieStatus.SUSPENDED
    assert {side.place.name: side.status for side in tie.sides} == {"Belfast": TieStatus.SUSPENDED, "Shenyang": TieStatus.STANDING}
    assert [note.concern for note in tie.notes] == [Concern.ONE_SIDED]


def test_renewal_ends_a_suspension_and_a_new_paper_an_end() -> None:
    party = {"party": (SHENYANG, BELFAST)}
    sister = agreement(SHENYANG, BELFAST, when="2016")
    suspended = finding("suspension", when="2022-04", report="b", **party)
    ended = finding("termination", when="2023", report="d", **party)
    assert tie_of(sister, suspended, finding("renewal", when="2024", report="c", **party)).status is TieStatus.STANDING
    assert tie_of(sister, ended).status is TieStatus.ENDED
    again = tie_of(sister, ended, agreement(SHENYANG, BELFAST, form="friendship", when="2025", report="e"))
    assert (again.form, again.status, str(again.since)) == (Form.FRIENDSHIP, TieStatus.STANDING, "2025")


def test_a_passing_word_does_not_revive_what_ended() -> None:
    ended = finding("termination", when="2023", report="d", party=(SHENYANG, BELFAST))
    word = relation(SHENYANG, BELFAST, when="2024-01-05", report="e", derivation=Derivation.INHERITED)
    assert tie_of(agreement(SHENYANG, BELFAST, when="2016"), ended, word).status is TieStatus.ENDED


def test_two_dates_for_one_signing_are_both_kept() -> None:
    tie = tie_of(agreement(SHENYANG, SAPPORO, when="1980-11-18"), agreement(SHENYANG, SAPPORO, when="1980-11-20", report="b"))
    assert [note.concern for note in tie.notes] == [Concern.DATES]
    assert len(tie.notes[0].findings) == 2


def test_a_tie_signed_anew_is_no_contradiction() -> None:
    tie = tie_of(agreement(SHENYANG, SAPPORO, when="1980-11-18"), agreement(SHENYANG, SAPPORO, when="2000-11-20", report="b"))
    assert (tie.notes, str(tie.since)) == ((), "1980-11-18")


def test_a_more_precise_date_of_the_same_day_is_the_one_given() -> None:
    assert (
        str(tie_of(relation(SHENYANG, SAPPORO, when="1980"), agreement(SHENYANG, SAPPORO, when="1980-11-18", report="b")).since)
        == "1980-11-18"
    )


def test_an_undated_claim_takes_the_day_of_a_dated_one_else_of_its_report() -> None:
    undated = relation(SHENYANG, KARACHI, report="b")
    assert tie_on(tie_of(undated, agreement(SHENYANG, KARACHI, when="2021-12-09")), date(2020, 1, 1)) is None
    assert tie_on(tie_of(undated, published=(("b", "2022-10-17"),)), date(2020, 1, 1)) is None
    assert tie_on(tie_of(undated), date(2020, 1, 1)) is not None


def test_states_and_unnamed_partners_make_no_tie() -> None:
    assert fold([agreement(SHENYANG, PAKISTAN, when="2020")], [accept_all()]).relations == ()


def test_three_parties_are_one_tie_and_one_country_makes_it_domestic() -> None:
    assert len(tie_of(agreement(SHENYANG, KARACHI, SAPPORO, when="2020")).parties) == 3
    assert tie_of(relation(SHENYANG, DALIAN, when="2020")).domestic is True
