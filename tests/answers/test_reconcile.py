"""Published figures against themselves, each other, the names given, the register by scope, and over time; and claims of rank."""

from dataclasses import replace
from datetime import date

import pytest

from amicity.answers import answers
from amicity.register import fold
from amicity.terms.answer import Query, Result
from amicity.terms.finding import Finding
from amicity.terms.place import Level, Place
from amicity.terms.status import Status
from builders import BELFAST, DALIAN, KARACHI, SAPPORO, SHENYANG, accept_all, agreement, figure, finding, imprint, relation, story, visit

DAY = date(2022, 10, 17)
TURIN = Place("Turin", "IT", "geonames:3165524")
SHANGHAI = Place("Shanghai", "CN", "geonames:1796236")
LIAONING = Place("Liaoning", "CN", "iso3166-2:CN-LN", level=Level.STATE)


def ask(*findings: Finding, place: Place = SHENYANG, day: date = DAY) -> Result:
    dated = [imprint(report, day) for report, day in (("lead", "2018-08-10"), ("forum", "2021-12-10"), ("old", "2010-01-01"))]
    return answers()["reconcile"].ask(fold(findings, [accept_all()], imprints=dated), Query(day, place.key))


def said(*findings: Finding, **more: object) -> str:
    return "\n".join(ask(*findings, **more).sentences)  # type: ignore[arg-type]


def cells(result: Result, title: str, *columns: str) -> list[tuple[object, ...]]:
    table = next((table for table in result.tables if table.title.startswith(title)), None)
    return [tuple(row.cells[column] for column in columns) for row in table.rows] if table else []


def test_the_story_of_karachi_is_explained_and_the_country_is_not() -> None:
    told = said(*story())
    assert "In themselves: 2 of 2 sums hold." in told
    assert "Explained: sister cities, 22 (2021) to 23 (2022-10-17), by what the register knows of Karachi." in told
    assert "Explained: cooperative cities, 78 (2021) to 77 (2022-10-17), by what the register knows of Karachi." in told
    assert "Unexplained: partner countries, 44 (2021) to 43 (2022-10-17); the register's own change is +0, so -1 is left." in told
    assert "The register knows no candidate; of the 44 it can name 1." in told


def test_candidates_are_listed_apart_with_their_evidence() -> None:
    lone = relation(SHENYANG, TURIN, when="1985", report="old")
    result = ask(*story(), lone)
    table = next(table for table in result.tables if table.title.startswith("Candidates"))
    turin = next(row for row in table.rows if "Turin" in str(row.cells["says"]))
    assert turin.cells["measure"] == "partner countries"
    assert "the only tie with IT, and no report since 2021-12-08 tells of it" in str(turin.cells["says"])
    assert turin.findings == (lone.id,)


@pytest.mark.parametrize(("when", "named"), [("2020-06", True), ("2010", False), ("2021-06", False)])
def test_a_partner_that_changed_as_a_place_between_two_counts_is_a_candidate(when: str, named: bool) -> None:
    counts = [figure(SHENYANG, "sister_cities", n, day, report=day) for n, day in ((11, "2020-01-01"), (10, "2021-01-01"))]
    merged = finding("place_change", when=when, place=TURIN, into=LIAONING, report="merger")
    others = [visit(TURIN, SHENYANG, "2020-06-05", report="v"), finding("offer", when="2020-06", place=TURIN, what="glass", report="o")]
    told = said(relation(SHENYANG, TURIN, when="1985"), *counts, merged, *others)
    assert (f"changed as a place on {when}" in told) is named, told


def test_what_would_move_the_count_the_other_way_is_no_candidate() -> None:
    undated = relation(SHENYANG, TURIN, form="cooperation", report="old")
    assert "Turin: since when" not in said(*story(), undated)
    rise = [figure(SHENYANG, "cooperative_cities", n, when, report=when) for n, when in ((10, "2020-01-01"), (11, "2021-01-01"))]
    assert "Turin: said to be a cooperation city, without a date" in said(*rise, undated)
    planned = agreement(SHENYANG, BELFAST, form="cooperation", when="2020-06", status=Status.PLANNED, report="plan")
    assert "Belfast: a cooperation city was planned, and no report tells whether it came" in said(
        *rise, relation(SHENYANG, BELFAST, form="cooperation", when="2022-05", report="x"), planned
    )


def test_sums_that_do_not_hold_by_measure_and_by_scope() -> None:
    wrong = [
        figure(SHENYANG, m, n, "2021", report="a") for m, n in (("partner_cities", 101), ("sister_cities", 22), ("cooperative_cities", 78))
    ]
    assert "As of 2021: 22 + 78 = 100, but the total says 101." in said(*wrong)
    whole = figure(SHANGHAI, "partner_places", 92, "2022-08-10", report="s")
    parts = [
        figure(SHANGHAI, "partner_places", n, "2022-08-10", report="s", at=n, scope=scope)
        for n, scope in ((31, "municipal"), (60, "districts"))
    ]
    told = said(whole, *parts, place=SHANGHAI)
    assert "0 of 1 sum holds" in told
    assert "60 (districts) + 31 (municipal) = 91, but the total says 92." in told
    right = said(whole, parts[0], figure(SHANGHAI, "partner_places", 61, "2022-08-10", report="s", at=9, scope="districts"), place=SHANGHAI)
    assert "but the total says" not in right


def test_figures_of_two_scopes_are_never_set_against_each_other() -> None:
    city = figure(SHANGHAI, "partner_places", 31, "2021", report="a", scope="municipal")
    everything = figure(SHANGHAI, "partner_places", 92, "2021", report="b")
    later = figure(SHANGHAI, "partner_places", 94, "2022", report="c")
    told = said(city, everything, later, place=SHANGHAI)
    assert "With each other" not in told
    assert "92 (2021) to 94 (2022)" in told
    assert "31 (2021) to" not in told


def test_reports_that_differ_for_one_day_are_both_kept() -> None:
    told = said(
        figure(SHENYANG, "partner_countries", 44, "2021", report="a"), figure(SHENYANG, "partner_countries", 43, "2021-06", report="b")
    )
    assert "With each other: reports give 43 (2021-06) and 44 (2021) for partner countries." in told


def test_thirteen_cities_in_twelve_countries_are_held_against_the_names() -> None:
    cities = (SHENYANG, KARACHI, SAPPORO, BELFAST)
    forum = finding("forum", when="2023-12-01", report="f", name="Forum", participant=cities, place=SHANGHAI)
    counts = [
        finding("figure", when="2023-12-01", report="f", at=n, about="Forum", measure=f"participating_{what}", value=n)
        for what, n in (("cities", 3), ("countries", 4))
    ]
    result = ask(forum, *counts, place=SHANGHAI, day=date(2024, 1, 1))
    assert "With the names given: a report counts 3 participating cities and names 4." in result.sentences
    assert sorted(cells(result, "With the names", "measure", "named", "says")) == [
        ("participating cities", 4, "names 1 more than it counts"),
        ("participating countries", 4, "as many as it counts"),
    ]


def test_the_partners_that_a_report_names_are_held_against_its_count() -> None:
    named = [relation(SHENYANG, other, report="list", at=n) for n, other in enumerate((SAPPORO, BELFAST, KARACHI))]
    count = figure(SHENYANG, "sister_cities", 2, "2020", report="list", at=50)
    assert "a report counts 2 sister cities and names 3." in said(*named, count)
    assert "With the names given" not in said(*named[:1], figure(SHENYANG, "sister_cities", 23, "2020", report="list", at=50))


def test_each_reading_of_a_count_stands_beside_it() -> None:
    ties = [
        relation(SHENYANG, SAPPORO, when="1980", report="a"),
        relation(SHENYANG, BELFAST, form="letter_of_intent", when="2019", report="b"),
        relation(SHENYANG, DALIAN, when="1999", report="c", domestic=True),
        relation(SHENYANG, TURIN, when="1985", report="d"),
        finding("suspension", when="2020", party=(SHENYANG, TURIN), report="e"),
        relation(SHENYANG, LIAONING, when="1990", report="g"),
    ]
    result = ask(*ties, figure(SHENYANG, "partner_cities", 3, "2021", report="f"))
    told = dict(cells(result, "With the register", "reading", "number"))
    assert told["the register's own: international ties of the place itself that stand"] == 2
    assert told["with suspended ties"] == 3
    assert told["without letters of intent and memoranda"] == 1
    agreeing = [reading for reading, says in cells(result, "With the register", "reading", "says") if says == "agrees"]
    assert "with suspended ties" in agreeing


def test_the_ties_of_districts_are_a_reading_of_their_own() -> None:
    shanghai = replace(SHANGHAI, latitude=31.22222, longitude=121.45806)
    jiading = Place("Jiading", "CN", "geonames:1806508", level=Level.DISTRICT, latitude=31.38, longitude=121.24)
    far = Place("Haidian", "CN", "geonames:1809104", level=Level.DISTRICT, latitude=39.96, longitude=116.3)
    ties = relation(shanghai, SAPPORO, when="1990"), relation(jiading, BELFAST, when="1986", report="b"), relation(far, KARACHI, report="c")
    result = ask(*ties, figure(shanghai, "partner_places", 2, "2021", report="f"), place=shanghai)
    assert cells(result, "With the register", "number", "says") == [(1, "1 not known to the register"), (2, "agrees")]


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("Karachi was the first sister city of Shenyang.", "contradicted: Sapporo came before, since 1980"),
        ("Karachi was the first sister city of Shenyang in South Asia.", "it is claimed in South Asia only"),
    ],
)
def test_a_claim_to_be_first_is_held_against_the_ties_and_its_limits(quote: str, verdict: str) -> None:
    claim = finding("ranking", about=KARACHI, measure="first_in_time", rank=1, among=SHENYANG, report="r", quote=quote)
    assert verdict in said(
        claim, relation(SHENYANG, SAPPORO, when="1980", report="a"), relation(SHENYANG, KARACHI, when="2021", report="b")
    )


def test_the_first_of_all_is_borne_out() -> None:
    claim = finding("ranking", about=SAPPORO, measure="first_in_time", rank=1, among=SHENYANG, report="r")
    ties = relation(SHENYANG, SAPPORO, when="1980", report="a"), relation(SHENYANG, KARACHI, when="2021", report="b")
    assert "borne out by the 2 dated ties" in said(claim, *ties)
    assert "no other dated tie" in said(claim, ties[0])


def test_a_rank_by_number_needs_a_rival() -> None:
    claim = finding("ranking", about=SHENYANG, measure="partner_cities", rank=1, among=LIAONING, report="r")
    own = figure(SHENYANG, "partner_cities", 100, "2022", report="a")
    assert "cannot be checked" in said(claim, own)
    assert "contradicted by the figures known of others: Dalian 120 (2022)" in said(
        claim, own, figure(DALIAN, "partner_cities", 120, "2022", report="b")
    )
    assert "fits the figures known of others: Dalian 80 (2022)" in said(
        claim, own, figure(DALIAN, "partner_cities", 80, "2022", report="b")
    )
    assert "cannot be checked" in said(claim, own, figure(SAPPORO, "partner_cities", 120, "2022", report="b"))


def test_nothing_published_is_said() -> None:
    assert ask(relation(SHENYANG, SAPPORO)).sentences == ("0 figures about Shenyang, in 0 sets of one report and day each.",)
