"""What holds for every question, and each question's own case."""

import inspect
import json
from datetime import date
from pathlib import Path

import pytest

from amicity.answers import answers, questions
from amicity.register import fold
from amicity.terms.answer import Answer, Query, Result, Table
from amicity.terms.finding import Finding
from amicity.terms.judgement import Verdict
from builders import (
    BELFAST,
    DALIAN,
    KARACHI,
    SAPPORO,
    SHENYANG,
    accept_all,
    agreement,
    figure,
    finding,
    imprint,
    judge,
    relation,
    story,
    visit,
)

NOTHING = "Nothing in the register fulfils it."
DAY = date(2022, 10, 17)
OF_THE_QUERY = ("partner", "since", "within", "rounds")
STORY = [
    *story(),
    relation(SHENYANG, SAPPORO, when="1980-11-18", report="daily", at=70),
    relation(SHENYANG, BELFAST, report="daily", at=90),
    relation(SHENYANG, DALIAN, when="1999", report="daily", at=110),
    visit(SHENYANG, KARACHI, "2018-12-11", report="fair"),
    agreement(SHENYANG, SAPPORO, form="friendship", when="2030", report="plan"),
]
FOLDED = fold(STORY, [accept_all()], imprints=[imprint("daily", "2022-10-17")])


def ask(name: str, *findings: Finding, day: date = DAY, place: str | None = SHENYANG.key, **more: object) -> Result:
    register = fold(findings, [accept_all()]) if findings else FOLDED
    return answers()[name].ask(register, Query(day, place, **more))  # type: ignore[arg-type]


def rows(table: Table, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row.cells[column] for column in columns) for row in table.rows]


@pytest.mark.parametrize("name", answers())
@pytest.mark.parametrize("place", [SHENYANG.key, None, "geonames:0"])
@pytest.mark.parametrize("day", [date.min, DAY, date.max])
def test_every_answer_is_json_and_names_its_evidence(name: str, place: str | None, day: date) -> None:
    result = ask(name, place=place, day=day)
    assert json.loads(json.dumps(result.to_json()))["title"] == result.title
    assert result.sentences
    for table in result.tables:
        assert table.rows
        for row in table.rows:
            assert set(row.cells) == set(table.columns)
            assert row.findings
            assert set(row.findings) <= set(FOLDED.findings)


def test_every_answer_goes_by_its_file_name_and_its_first_line() -> None:
    assert {name: answer.name for name, answer in answers().items()} == {name: name for name in answers()}
    assert {name: answer.question for name, answer in answers().items()} == questions()


def test_the_ties_of_a_place() -> None:
    result = ask("ties")
    assert result.sentences[0] == "On 2022-10-17 the register knows 3 international ties of Shenyang, in 3 countries: 3 sister cities."
    assert [table.title for table in result.tables] == ["Ties", "Domestic pairs"]
    assert rows(result.tables[0], "partner", "since", "papers") == [
        ("Sapporo", "1980-11-18", None),
        ("Karachi", "2021-12-09", "letter of intent, 2018-08; sister, 2021-12-09"),
        ("Belfast", None, None),
    ]


def test_published_figures_are_explained_or_said_not_to_be() -> None:
    said = "\n".join(ask("figures").sentences)
    karachi = "because Karachi became a sister city on 2021-12-09 (before: letter of intent)"
    assert "22 + 78 = 100: the arithmetic holds." in said
    assert "23 + 77 = 100: the arithmetic holds." in said
    assert f"Sister cities went from 22 (2021) to 23 (2022-10-17): explained, {karachi}." in said
    assert f"Cooperative cities went from 78 (2021) to 77 (2022-10-17): explained, {karachi}." in said
    assert "Partner countries went from 44 (2021) to 43 (2022-10-17): unexplained." in said
    assert "Partner cities stayed at 100" in said
    assert "Of the 23 sister cities published as of 2022-10-17 the register can name 3: Belfast, Karachi and Sapporo." in said
    assert "was made on or before 2021-12-08" in said


def test_figures_know_nothing_of_the_promotion_without_its_evidence() -> None:
    letter, claim, invited, _, *counts = story()
    said = "\n".join(ask("figures", letter, claim, invited, *counts).sentences)
    assert "Sister cities went from 22 (2021) to 23 (2022-10-17): unexplained." in said
    assert "explained, because" not in said


def test_figures_that_do_not_add_up_and_changes_half_explained() -> None:
    counts = {"partner_cities": (101, 104), "sister_cities": (22, 25), "cooperative_cities": (78, 79)}
    sets = [
        figure(SHENYANG, measure, values[n], year, report=year)
        for measure, values in counts.items()
        for n, year in enumerate(("2020", "2022-01-01"))
    ]
    said = "\n".join(ask("figures", *sets, story()[3]).sentences)
    assert "22 + 78 = 100: the arithmetic does not hold, for the total says 101." in said
    assert "Sister cities went from 22 (2020) to 25 (2022-01-01): not fully explained." in said
    assert "which makes +1; +2 stays unexplained" in said


def test_a_published_figure_that_is_no_exact_number_is_shown_and_not_reckoned_with() -> None:
    vague = [figure(SHENYANG, "sister_cities", 20, when, report=when, comparator="more_than") for when in ("2020", "2022")]
    result = ask("figures", *vague)
    assert "Published as of 2020: more than 20 sister cities." in result.sentences
    assert [table.title for table in result.tables] == ["Published figures beside the register"]


def test_the_timeline_is_in_order_and_tells_a_paper_once() -> None:
    result = ask("timeline", partner=KARACHI.key)
    assert [str(when) for (when,) in rows(result.tables[0], "when")] == ["2018-08", "../2018-08-10", "2018-12", "2018-12-11", "2021-12-09"]


def test_promises_overdue_due_and_kept() -> None:
    invited, came = story()[2], visit(SHENYANG, KARACHI, "2018-12-11", report="fair")
    state = lambda result: rows(result.tables[0], "state")  # noqa: E731
    assert state(ask("promises", invited, day=date(2018, 9, 1))) == [("open",)]
    assert state(ask("promises", invited, day=date(2018, 11, 15))) == [("due",)]
    late = ask("promises", invited, day=date(2019, 1, 1))
    assert state(late) == [("overdue",)]
    assert late.sentences[1] == "Overdue since 2018-12: Invitation by Karachi to Shenyang: visit the fair. " + NOTHING
    kept = ask("promises", invited, came, day=date(2019, 1, 1))
    assert rows(kept.tables[0], "state", "kept_by") == [("kept", "Visit of Shenyang to Karachi")]
    assert set(kept.tables[0].rows[0].findings) == {invited.id, came.id}


@pytest.mark.parametrize(
    ("since", "day", "on", "years"),
    [
        ("1980-11-18", date(2020, 1, 1), "2020-11-18", 40),
        ("1980-11-18", date(2020, 11, 18), "2020-11-18", 40),
        ("1980-11-18", date(2020, 11, 19), "2021-11-18", 41),
        ("1980-02-29", date(2021, 1, 1), "2021-02-28", 41),
        ("1980", date(2020, 6, 1), "2020", 40),
        ("1980-06", date(2020, 6, 30), "2020-06", 40),
    ],
)
def test_the_next_anniversary(since: str, day: date, on: str, years: int) -> None:
    result = ask("anniversaries", relation(SHENYANG, SAPPORO, when=since), day=day, within=364)
    assert rows(result.tables[0], "on", "years", "round")[0] == (on, years, years == 40)


def test_a_year_is_told_once_and_each_form_for_itself() -> None:
    letter, sister = relation(SHENYANG, SAPPORO, form="friendship", when="1979"), relation(SHENYANG, SAPPORO, when="1980", report="b")
    result = ask("anniversaries", letter, sister, day=date(2020, 1, 10))
    assert rows(result.tables[0], "on", "what", "years") == [("2020", "friendship city", 41), ("2020", "sister city", 40)]


def test_what_has_ended_or_has_no_day_has_no_anniversary() -> None:
    ended = finding("termination", when="2020", party=(SHENYANG, SAPPORO), report="b")
    assert ask("anniversaries", relation(SHENYANG, SAPPORO, when="1980"), ended).tables == ()
    assert ask("anniversaries", relation(SHENYANG, SAPPORO)).tables == ()


def test_a_tie_is_dormant_until_somebody_meets() -> None:
    tie = relation(SHENYANG, SAPPORO, when="1980")
    assert rows(ask("dormant", tie).tables[0], "partner", "years") == [("Sapporo", 41)]
    assert ask("dormant", tie, visit(SAPPORO, SHENYANG, "2019", report="b")).tables[0].title == "Awake"


def test_a_brief_tells_the_tie_the_people_and_what_is_open() -> None:
    mayor = finding("post", report="lead", at=9, person="Waseem Akhtar", post="mayor", place=KARACHI)
    result = ask("brief", *story(), mayor, visit(KARACHI, SHENYANG, "2018-08-09", report="b"), partner=KARACHI.key)
    assert result.sentences == (
        "Karachi – Shenyang: sister city since 2021-12-09.",
        "Last contact: Agreement of Shenyang and Karachi: sister, 2021-12-09.",
        "In office: Waseem Akhtar, mayor of Karachi.",
        "1 promise between them not yet kept.",
    )
    assert [table.title for table in result.tables] == ["Last contacts", "Promises not yet kept", "People"]


def test_rejecting_the_evidence_changes_the_answer() -> None:
    sister = story()[3]
    register = fold(STORY, [accept_all(), judge(Verdict.REJECT, sister.id)])
    said = "\n".join(answers()["figures"].ask(register, Query(DAY, SHENYANG.key)).sentences)
    assert "Sister cities went from 22 (2021) to 23 (2022-10-17): unexplained." in said


def test_the_example_in_the_docs_answers() -> None:
    page = (Path(__file__).parents[2] / "docs" / "add-an-answer.md").read_text()
    made: dict[str, Answer] = {}
    exec(page.split("```python\n")[1].split("```")[0], made)  # noqa: S102
    assert made["ANSWER"].ask(FOLDED, Query(DAY, SHENYANG.key)).tables[0].rows


def test_a_claim_of_a_promotion_beside_its_paper_does_not_hide_that_it_explains() -> None:
    claim = relation(SHENYANG, KARACHI, when="../2021-12", report="forum", at=50)
    said = "\n".join(ask("figures", *story(), claim).sentences)
    assert "Sister cities went from 22 (2021) to 23 (2022-10-17): explained, because Karachi became a sister city" in said


def test_one_tie_tells_each_side_the_rungs_and_the_steps() -> None:
    left = finding("termination", when="2019-10-07", party=(SHENYANG, KARACHI), actor=KARACHI, report="b", reason="silence")
    later = finding("termination", when="2019-10-09", party=(SHENYANG, KARACHI), actor=SHENYANG, report="c")
    tie = (*story()[:2], relation(SHENYANG, KARACHI, when="2019-01-01", report="d"), left, later)
    result = ask("tie", *tie, day=date(2019, 10, 8), partner=KARACHI.key)
    assert "Karachi: terminated since 2019-10-07." in result.sentences
    sides, rungs, steps, rules = result.tables
    assert rows(sides, "side", "status", "acts") == [
        ("Karachi", "terminated", "2019-10-07: tie: terminated (silence)"),
        ("Shenyang", "standing", None),
    ]
    assert rows(rungs, "rung", "on") == [("letter of intent", False), ("sister city", True)]
    assert [by for (by,) in rows(steps, "by")] == [None, None, None, "Karachi"]
    assert all("http" in str(source) for (source,) in rows(rules, "source"))
    after = ask("tie", *tie, day=date(2019, 10, 10), partner=KARACHI.key)
    assert rows(after.tables[0], "side", "status", "since") == [
        ("Karachi", "terminated", "2019-10-07"),
        ("Shenyang", "terminated", "2019-10-09"),
    ]
    assert ask("tie").sentences == ("Name a place and a partner: this question is about the tie between them.",)
    assert "nothing of a tie" in ask("tie", partner="geonames:0").sentences[0]


def test_anniversaries_go_by_the_rule_of_the_house() -> None:
    told = relation(SHENYANG, SAPPORO, when="1980-11-18")
    five = ask("anniversaries", told, day=date(2025, 11, 1), within=30)
    assert rows(five.tables[0], "years", "here", "there") == [(45, "letters of congratulation", "celebrate")]
    assert five.sentences[1] == "None of them is celebrated: letters of congratulation."
    assert any("http" in note for note in five.notes)
    own = ask("anniversaries", told, day=date(2025, 11, 1), within=30, rounds=(5,))
    assert own.sentences[1] == "Celebrate: sister city with Sapporo, 45 years, 2025-11-18."
    both = ask("anniversaries", told, day=date(2025, 11, 1), within=30, place=None)
    assert rows(both.tables[0], "here") == [("Shenyang: letters of congratulation; Sapporo: celebrate",)]


@pytest.mark.parametrize("answer", answers().values(), ids=list(answers()))
def test_a_question_heeds_what_it_says(answer: Answer) -> None:
    source = Path(inspect.getfile(answer.ask)).read_text(encoding="utf-8")
    assert set(answer.heeds) == {field for field in OF_THE_QUERY if f"query.{field}" in source}
    assert not answer.of_two or "partner" in answer.heeds
