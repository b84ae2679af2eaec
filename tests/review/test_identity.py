"""Ids that people can read, and groups that hold what belongs together."""

from hypothesis import given
from hypothesis import strategies as st

from amicity.review import aliases, group_keys, place_slug, tie_id
from amicity.terms.judgement import Verdict
from amicity.terms.place import Place
from builders import KARACHI, PAKISTAN, SAPPORO, SHENYANG, agreement, figure, finding, judge, relation, visit


def test_a_tie_has_one_id_whatever_the_order() -> None:
    assert tie_id([SHENYANG.key, KARACHI.key]) == tie_id([KARACHI.key, SHENYANG.key]) == "geonames-1174872+geonames-2034937"


def test_a_name_that_loses_letters_keeps_a_digest() -> None:
    assert place_slug(Place("Port Sudan", "SD").key) == "name-port-sudan-sd"
    assert place_slug(Place("Saint-Denis", "FR").key) != place_slug(Place("Saint Denis", "FR").key)


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_names_never_share_a_slug_and_every_slug_fits_an_address(one: str, other: str) -> None:
    keys = {Place(one, "CN").key, Place(other, "CN").key}
    slugs = {place_slug(key) for key in keys}
    assert len(slugs) == len(keys)
    assert all(slug.isascii() and slug.replace("-", "").isalnum() for slug in slugs)


def test_what_may_meet_is_in_one_group() -> None:
    assert group_keys(visit(KARACHI, SHENYANG)) == group_keys(relation(SHENYANG, KARACHI)) == (tie_id([SHENYANG.key, KARACHI.key]),)
    assert group_keys(agreement(SHENYANG, KARACHI, PAKISTAN)) == group_keys(relation(SHENYANG, KARACHI))
    assert group_keys(figure(SHENYANG, "sister_cities", 22)) == group_keys(figure(SHENYANG, "sister_cities", 23))
    assert group_keys(finding("forum", name="A Forum")) == ("forum:a forum",)


def test_the_same_place_by_a_chain_of_judgements_and_apart_by_the_last() -> None:
    mukden, fengtian = Place("Mukden", "CN"), Place("Fengtian", "CN")
    said = [judge(Verdict.SAME_AS, mukden.key, fengtian.key), judge(Verdict.SAME_AS, fengtian.key, SHENYANG.key)]
    assert aliases(said) == {mukden.key: SHENYANG.key, fengtian.key: SHENYANG.key}
    assert aliases([*said, judge(Verdict.DIFFERENT, mukden.key, fengtian.key)]) == {fengtian.key: SHENYANG.key}
    assert aliases([judge(Verdict.SAME_AS, "f" * 20, "e" * 20)]) == {}
    assert group_keys(relation(mukden, SAPPORO), {mukden.key: SHENYANG.key}) == group_keys(relation(SHENYANG, SAPPORO))
