"""What is asked day by day: promises, hand-over, offices, pulse, stations, changes, and what was known."""

from datetime import date

from amicity.answers import answers
from amicity.register import fold, known_at, passed_by
from amicity.terms.answer import Query, Result, Table
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from builders import BELFAST, KARACHI, SAPPORO, SHENYANG, accept_all, agreement, finding, imprint, judge, relation, story, visit

DAY = date(2022, 10, 17)


def ask(name: str, *findings: Finding, day: date = DAY, said: tuple[Judgement, ...] = (), **more: object) -> Result:
    register = fold(findings, [accept_all(), *said], imprints=[imprint("lead", "2018-08-10"), imprint("new", "2022-01-01")])
    query: dict[str, object] = {"place": SHENYANG.key} | more
    return answers()[name].ask(register, Query(day, **query))  # type: ignore[arg-type]


def rows(table: Table, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row.cells[column] for column in columns) for row in table.rows]


INVITED = story()[2]
CAME = visit(SHENYANG, KARACHI, "2018-12-11", report="fair")
LATE = visit(SHENYANG, KARACHI, "2020-01-05", report="late")


def test_the_machine_proposes_and_a_person_confirms_or_denies() -> None:
    assert rows(ask("promises", INVITED, CAME).tables[0], "state", "sure") == [("kept", "proposed: a person may confirm it")]
    confirmed = ask("promises", INVITED, CAME, said=(judge(Verdict.SAME_AS, INVITED.id, CAME.id),))
    assert rows(confirmed.tables[0], "state", "sure") == [("kept", "a person")]
    denied = ask("promises", INVITED, CAME, said=(judge(Verdict.DIFFERENT, INVITED.id, CAME.id),))
    assert rows(denied.tables[0], "state", "sure") == [("overdue", None)]


def test_what_may_keep_a_promise_is_named_and_nothing_more() -> None:
    pledge = finding("promise", report="lead", at=60, by=KARACHI, to=SHENYANG, action="sign a memorandum", strength="pledge")
    paper = agreement(SHENYANG, KARACHI, form="memorandum", when="2019-03-02", report="paper")
    result = ask("promises", pledge, paper, visit(SHENYANG, SAPPORO, "2019", report="b"))
    assert rows(result.tables[0], "state") == [("open",)]
    assert rows(result.tables[1], "confirm") == [(f"amicity judge same_as {pledge.id} {paper.id}",)]
    assert len(ask("promises", pledge, LATE).tables) == 1


def test_a_new_mayor_takes_over_what_is_open() -> None:
    old = finding("post", when="2018-08", report="lead", at=80, person="Jiang Youwei", post="mayor", place=SHENYANG, tenure="current")
    new = finding("post", when="2022-01", report="new", person="Lü Zhicheng", post="mayor", place=SHENYANG, tenure="current")
    result = ask("handover", INVITED, old, new)
    assert "mayor of Shenyang: Jiang Youwei → Lü Zhicheng, who is seen from 2022-01." in result.sentences
    assert rows(result.tables[1], "office", "due", "state") == [("mayor of Shenyang", "2018-12", "lapsed")]


def test_the_mayor_in_a_month() -> None:
    seen = [
        finding("post", when=when, report=when, person=person, post="mayor", place=SHENYANG, tenure="current")
        for when, person in (("2018-08", "Jiang Youwei"), ("2019-06", "Jiang Youwei"), ("2021-12", "Lü Zhicheng"))
    ]
    assert rows(ask("posts", *seen, day=date(2019, 6, 15)).tables[0], "person", "sure") == [("Jiang Youwei", "surely")]
    assert rows(ask("posts", *seen, day=date(2019, 3, 31)).tables[0], "person", "sure") == [("Jiang Youwei", "surely")]
    assert [row[1] for row in rows(ask("posts", *seen, day=date(2020, 3, 31)).tables[0], "person", "sure")] == ["possibly", "possibly"]
    assert rows(ask("posts", *seen, day=date(2026, 1, 1)).tables[0], "person", "sure") == [("Lü Zhicheng", "probably")]


def test_asleep_on_one_side_asleep_and_awake() -> None:
    tie = agreement(SHENYANG, BELFAST, when="2001")
    paused = finding("suspension", when="2022-04", report="b", party=(SHENYANG, BELFAST), actor=BELFAST)
    hoping = finding("promise", when="2022", report="c", by=SHENYANG, to=BELFAST, action="meet", strength="hope")
    pulses = {
        "asleep": ask("dormant", tie),
        "asleep on one side": ask("dormant", tie, paused),
        "awake": ask("dormant", tie, visit(BELFAST, SHENYANG, "2021-05", report="d")),
    }
    assert {name: rows(result.tables[0], "pulse") for name, result in pulses.items()} == {name: [(name,)] for name in pulses}
    assert rows(ask("dormant", tie, hoping).tables[0], "pulse", "why") == [
        ("asleep on one side", "Nothing is told since 2001, 20 years before. Shenyang still reaches out.")
    ]
    assert any("The rule: asleep after 5 years" in note for note in pulses["asleep"].notes)


def test_what_changed_between_two_days() -> None:
    ended = finding("termination", when="2020-05-01", report="end", party=(SHENYANG, BELFAST), actor=BELFAST)
    findings = (agreement(SHENYANG, BELFAST, when="2016"), ended, INVITED, CAME)
    result = ask("changes", *findings, since=date(2018, 9, 1), day=date(2021, 1, 1))
    assert rows(result.tables[0], "on", "what", "before", "after") == [
        ("2018-12", "promise", "open", "kept"),
        ("2018-12-11", "visit", None, "told"),
        ("2020-05-01", "tie", "sister city, standing", "sister city, ended"),
    ]
    backwards = ask("changes", *findings, since=date(2021, 1, 1), day=date(2018, 9, 1))
    assert backwards.sentences == result.sentences
    assert ask("changes", *findings, since=DAY).tables == ()


def test_stations_and_papers_of_a_tie() -> None:
    result = ask("life", *story(), partner=KARACHI.key)
    tables = {table.title: table for table in result.tables}
    assert rows(tables["Stations"], "when", "stage") == [("2018-08", "letter of intent"), ("2021-12-09", "signed")]
    assert rows(tables["Papers"], "when", "form") == [("2018-08", "letter of intent"), ("2021-12-09", "sister city")]


def test_known_at_leaves_out_what_was_said_later() -> None:
    early, late = relation(SHENYANG, SAPPORO, when="1980", report="lead"), relation(SHENYANG, BELFAST, when="1980", report="new")
    imprints = {each.report: each for each in (imprint("lead", "2018-08-10"), imprint("new", "2022-01-01"))}
    assert known_at([early, late], date(2020, 1, 1), recorded={}, imprints=imprints) == (early,)
    rejected = judge(Verdict.REJECT, early.id, at="2026-01-02T23:30:00-02:00")
    back = judge(Verdict.WITHDRAW, rejected.id, at="2026-01-05T00:00:00Z")
    assert passed_by([accept_all(), rejected, back], date(2026, 1, 2)) == (accept_all(),)
    assert passed_by([accept_all(), rejected, back], date(2026, 1, 3)) == (accept_all(), rejected)
