"""The tie page tells each side for itself, the papers with who signed, the term and the pulse; old addresses lead to the new."""

from dataclasses import replace

import pytest
from django.test import Client

from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.place import Place
from amicity.terms.report import Report
from amicity.terms.status import Status
from amicity_web.store.record import record_judgement, record_report
from builders import BELFAST, SHENYANG, accept_all, agreement, finding, relation
from public.test_public_pages import read

TIE = "geonames-2034937+geonames-2655984"
PAIR = {"party": (SHENYANG, BELFAST)}
pytestmark = pytest.mark.django_db


def keep(*findings: Finding) -> None:
    for number, claim in enumerate(findings):
        report = Report(f"{number}.txt", f"{claim.quote.text} {number}", owner="Belfast" if number == 0 else None)
        record_report(report, [replace(claim, report=report.digest, source=report.source)], by="test")
    record_judgement(accept_all())


def test_each_side_for_itself_and_a_lapse_is_no_end() -> None:
    council = finding(
        "termination", when="2019-10-07", report="b", actor=BELFAST, reason="a clause", quote="Belfast voted to end it", **PAIR
    )
    lapse = finding("termination", when="2019-12-31", report="c", actor=SHENYANG, quote="Shenyang let it expire", **PAIR)
    named = relation(SHENYANG, BELFAST, when="2016", label="twin city")
    signed = agreement(SHENYANG, BELFAST, when="2016", report="d", signer="Lord Mayor", channel="video", term="two years", at=0)
    keep(named, council, lapse, signed)
    page = read(Client(), f"/ties/{TIE}/")
    assert [(side["name"], side["state_name"], side["since"], side["label"], side["reason"]) for side in page["sides"]] == [  # type: ignore[attr-defined]
        ("Shenyang", "expired", "31 December 2019", "", ""),
        ("Belfast", "terminated", "7 October 2019", "twin city", "a clause"),
    ]
    assert page["lede"] == "A sister city tie that has run out and was not renewed; it began in 2016."
    assert [(paper["signers"], paper["channel"]) for paper in page["paper_list"]] == [("Lord Mayor", "by video")]  # type: ignore[attr-defined]
    assert str(page["term"]).startswith("until 2018; it ran out")
    assert page["pulse"] == {}
    standing = read(Client(), f"/ties/{TIE}/?as_of=2017-05-01")
    assert standing["pulse"]["name"] == "awake"  # type: ignore[index]
    assert standing["term"] == "until 2018"


def test_an_old_name_of_a_place_leads_to_the_new() -> None:
    mukden = Place("Mukden", "CN", "geonames:1")
    keep(relation(mukden, BELFAST, when="1980"), relation(SHENYANG, BELFAST, when="1980", report="b"))
    client = Client()
    assert client.get("/places/mukden-1/").status_code == 200
    said = Judgement(Verdict.SAME_AS, (SHENYANG.key, mukden.key), "li", "2026-02-01T00:00:00Z")
    record_judgement(said)
    tops = client.get("/places/shenyang-2034937/"), client.get("/places/mukden-1/")
    assert sorted(answer.status_code for answer in tops) == [200, 302]
    moved = next(answer for answer in tops if answer.status_code == 302)
    assert client.get(moved["Location"]).status_code == 200
    ties = client.get(f"/ties/{TIE}/"), client.get("/ties/geonames-1+geonames-2655984/")
    assert sorted(answer.status_code for answer in ties) == [200, 302]
    record_judgement(Judgement(Verdict.WITHDRAW, (said.id,), "li", "2026-03-01T00:00:00Z"))
    assert client.get("/places/mukden-1/").status_code == client.get(f"/ties/{TIE}/").status_code == 200
    assert client.get("/ties/geonames-1+geonames-9/").status_code == 404


def test_a_story_is_told_by_its_days_and_an_end_comes_last_on_its_day() -> None:
    signed = agreement(SHENYANG, BELFAST, form="other", instrument="agreement", when="2016-03")
    pause = finding("suspension", when="2019-10-09", report="b", actor=BELFAST, quote="Belfast suspended it", **PAIR)
    end = finding("termination", when="2019-10-09", report="c", actor=BELFAST, quote="Belfast ended it", **PAIR)
    plan = finding(
        "termination", when="2019-10-07", report="d", status=Status.PLANNED, actor=SHENYANG, quote="Shenyang will end it", **PAIR
    )
    keep(signed, end, plan, pause)
    page = read(Client(), f"/ties/{TIE}/")
    assert [(step["when"], step["says"]) for step in page["story"]] == [  # type: ignore[attr-defined]
        ("March 2016", "Agreement signed"),
        ("7 October 2019", "End of the tie by Shenyang"),
        ("9 October 2019", "Tie suspended by Belfast"),
        ("9 October 2019", "Tie ended by Belfast"),
    ]
    assert str(page["lede"]).startswith("A tie that has ended")
    assert [paper["title"] for paper in page["paper_list"]] == ["Agreement"]  # type: ignore[attr-defined]


def test_sides_that_stand_alike_are_named_only_where_they_call_it_otherwise() -> None:
    keep(relation(SHENYANG, BELFAST, when="2016", label="twin city"))
    sides = read(Client(), f"/ties/{TIE}/")["sides"]
    assert [(side["name"], side["state_name"], side["since"], side["label"]) for side in sides] == [("Belfast", "", "", "twin city")]  # type: ignore[attr-defined]
