"""One person, place or body under two names: proposed with reasons, joined by a judgement, and apart again without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amicity.register import fold, partition
from amicity.review import JudgementError, Known, check
from amicity.review.likeness import likenesses, plain_name
from amicity.review.naming import renamed, renamings
from amicity.terms.finding import Finding
from amicity.terms.judgement import Verdict
from amicity.terms.place import Place
from builders import KARACHI, SAPPORO, SHENYANG, accept_all, finding, judge, relation, visit


def mayor(name: str, when: str, report: str) -> Finding:
    return finding("post", when=when, report=report, person=name, post="mayor", place=SHENYANG, tenure="current")


MAYORS = [mayor("Lü Zhicheng", "2021-12-09", "a"), mayor("Lyu Zhicheng", "2022", "b"), mayor("吕志成", "2021-12-09", "c")]
FORUMS = [
    finding("forum", when="2021", report="f", name="Sister Cities Forum", participant=(SHENYANG, KARACHI)),
    finding("forum", when="2021", report="g", name="Forum of Sister Cities", participant=(SHENYANG, KARACHI)),
]
SAME = judge(Verdict.SAME_AS, "person:Lü Zhicheng", "person:Lyu Zhicheng", "person:吕志成")


@pytest.mark.parametrize("name", ["Lü Zhicheng", "Lyu Zhicheng", "LV ZHICHENG", "Lu  Zhi’cheng".replace("  Zhi’", " Zhi’")])
def test_one_sound_has_one_plain_name(name: str) -> None:
    assert plain_name(name) == "lu zhicheng"


def test_names_in_two_scripts_are_proposed_by_their_office() -> None:
    found = {frozenset((pair.left, pair.right)): pair for pair in likenesses(MAYORS)}
    latin = found[frozenset(("person:Lü Zhicheng", "person:Lyu Zhicheng"))]
    assert (latin.score, latin.reasons[0]) == (99, "one name, written in two ways")
    scripts = found[frozenset(("person:Lü Zhicheng", "person:吕志成"))]
    assert scripts.reasons == ("two scripts", "office mayor of Shenyang", "on 2021-12-09")
    assert scripts.score > found[frozenset(("person:Lyu Zhicheng", "person:吕志成"))].score


def test_what_is_judged_is_not_proposed_again() -> None:
    assert likenesses(MAYORS, [SAME]) == ()
    assert len(likenesses(MAYORS, [judge(Verdict.DIFFERENT, "person:lü zhicheng", "person:Lyu Zhicheng")])) == 2


def test_strangers_are_not_proposed() -> None:
    assert likenesses([mayor("Jiang Youwei", "2018", "a"), mayor("Wang Xinwei", "2019", "b")]) == ()
    dull = Place("Dull", "GB")
    assert likenesses([relation(dull, SAPPORO), relation(SHENYANG, KARACHI, report="b")]) == ()


@pytest.mark.parametrize(
    ("name", "proposed"), [("Budapest XIII", False), ("Budapest IX", False), ("Budapesht II", True), ("Budapest", True)]
)
def test_what_is_counted_apart_is_not_proposed(name: str, proposed: bool) -> None:
    claims = [relation(Place("Budapest II", "HU"), SAPPORO), relation(Place(name, "HU"), SAPPORO, report="b")]
    assert bool(likenesses(claims)) == proposed


def test_a_place_that_the_gazetteer_does_not_know_is_proposed_beside_its_like() -> None:
    misspelt = Place("Shen-yang", "CN")
    (pair,) = likenesses([relation(misspelt, SAPPORO), relation(SHENYANG, SAPPORO, report="b")])
    assert {pair.left, pair.right} == {misspelt.key, SHENYANG.key}
    assert "both beside Sapporo" in pair.reasons


def test_one_person_under_three_names_holds_one_office() -> None:
    assert len(fold(MAYORS, [accept_all()]).posts) == 3
    posts = fold(MAYORS, [accept_all(), SAME]).posts
    assert sorted((post.person, str(post.first), len(post.findings)) for post in posts) == [
        ("Lyu Zhicheng", "2021-12-09", 2),
        ("Lyu Zhicheng", "2022", 1),
    ]
    back = judge(Verdict.WITHDRAW, SAME.id, at="2026-03-01T00:00:00Z")
    assert fold(MAYORS, [accept_all(), SAME, back]) == fold(MAYORS, [accept_all()])


def test_one_visit_led_by_one_person_under_two_names() -> None:
    visits = [visit(SHENYANG, KARACHI, "2019", report=r, leader=n) for r, n in (("a", "Lü Zhicheng"), ("c", "吕志成"))]
    assert len(fold([*visits, *MAYORS], [accept_all()]).events) == 2
    assert len(fold([*visits, *MAYORS], [accept_all(), SAME]).events) == 1


def test_a_series_under_two_names() -> None:
    said = judge(Verdict.SAME_AS, "series:Sister Cities Forum", "series:Forum of Sister Cities")
    assert len(fold(FORUMS, [accept_all()]).events) == 2
    assert len(fold(FORUMS, [accept_all(), said]).events) == 1


@given(st.permutations([SAME, judge(Verdict.DIFFERENT, "person:Lü Zhicheng", "person:Lyu Zhicheng", by="wu"), accept_all()]))
def test_order_and_groups(said: list[object]) -> None:
    claims = [*MAYORS, *FORUMS]
    whole = fold(claims, said)  # type: ignore[arg-type]
    assert whole == fold(claims, [accept_all(), SAME, judge(Verdict.DIFFERENT, "person:Lü Zhicheng", "person:Lyu Zhicheng", by="wu")])
    parts = [fold(group, said) for group in partition(claims, said).values()]  # type: ignore[arg-type]
    assert sorted(post.id for part in parts for post in part.posts) == [post.id for post in whole.posts]


@pytest.mark.parametrize(
    ("subjects", "wrong"),
    [
        (("person:Nobody", "person:Lü Zhicheng"), "no finding names the person Nobody"),
        (("person:Lü Zhicheng", "organisation:Lü Zhicheng"), "it mixes people, bodies and series"),
        (("person:Lü Zhicheng", SHENYANG.key), "names with either"),
        (("person:Lü Zhicheng", MAYORS[0].id), "names with either"),
    ],
)
def test_what_cannot_be_said_of_names(subjects: tuple[str, ...], wrong: str) -> None:
    with pytest.raises(JudgementError, match=wrong):
        check(judge(Verdict.SAME_AS, *subjects), Known.of(MAYORS))


def test_a_finding_without_such_a_name_is_left_alone() -> None:
    claim = relation(SHENYANG, SAPPORO)
    assert renamed(claim, renamings([SAME])) is claim
