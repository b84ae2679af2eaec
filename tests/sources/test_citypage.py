"""A city's own page of its partners."""

from dataclasses import replace

import pytest

from amicity.sources import SourceError, sources
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal

SOURCE = sources()["citypage"]
HEAD = "<html><head><title>Sister cities | City of Sapporo</title></head><body><ul><li>Contact</li><li>Paris</li></ul>"


def report_of(body: str, head: str = HEAD) -> Report:
    return SOURCE.read((head + body).encode(), "page.html")  # type: ignore[misc]


def rows(report: Report) -> list[Finding | Refusal]:
    found = list(SOURCE.states(report))  # type: ignore[misc]
    for each in found:
        if isinstance(each, Finding):
            assert report.text[each.quote.start : each.quote.end] == each.quote.text
    return found


def told(body: str) -> list[tuple[str, str, str | None, str | int | float | None]]:
    return [
        (each.kind, each.places("party")[1].label, each.when and each.when.value.edtf, each.first("form"))
        for each in rows(report_of(body))
        if isinstance(each, Finding)
    ]


def test_a_list_under_a_heading_that_speaks_of_ties_and_no_other() -> None:
    body = "<h2>Our sister cities</h2><ul><li>Portland (USA) - 17 November 1959</li><li>Shenyang, China</li></ul>"
    body += "<h2>News</h2><ul><li>Paris</li></ul>"
    assert told(body) == [("relation", "Portland (US)", "1959-11-17", "sister"), ("relation", "Shenyang (CN)", None, "sister")]


def test_nested_lists_by_continent_and_country() -> None:
    body = "<h2>Partnerstädte</h2><ul><li>Europe<ul><li>Germany<ul><li>Munich (1972)</li></ul></li></ul></li></ul>"
    assert told(body) == [("relation", "Munich (DE)", "1972", "sister")]


def test_a_table_whose_first_row_heads_it() -> None:
    body = "<h2>Friendship cities</h2><table><tr><td>Partner</td><td>Country</td><td>Signed</td></tr>"
    body += "<tr><td>Daejeon</td><td>Republic of Korea</td><td>October 22, 2010</td></tr><tr><td></td><td>France</td><td></td></tr></table>"
    assert told(body) == [
        ("relation", "Daejeon (KR)", "2010-10-22", "friendship"),
        ("agreement", "Daejeon (KR)", "2010-10-22", "friendship"),
    ]
    assert [each.reason for each in rows(report_of(body)) if isinstance(each, Refusal)] == ["names no partner"]


def test_a_line_that_ends_in_a_colon_heads_the_list_below() -> None:
    body = "<p>Former sister cities:</p><ul><li>Novosibirsk, Russia (1990 to 2022)</li></ul>"
    assert [each[0] for each in told(body)] == ["relation", "termination"]


def test_a_table_without_heads_is_refused_row_by_row() -> None:
    refused = rows(report_of("<h2>Sister cities</h2><table><tr><td>1</td><td>2</td></tr><tr><td>Portland</td><td>1959</td></tr></table>"))
    assert [each.reason for each in refused if isinstance(each, Refusal)] == ["stands in a table whose heads name no partners"] * 2


def test_whose_page_it_is_a_person_may_say() -> None:
    report = replace(report_of("<h2>Sister cities</h2><ul><li>Trier</li></ul>", "<title>Partners</title>"), owner="Weimar (DE)")
    (found,) = rows(report)
    assert isinstance(found, Finding)
    assert [place.label for place in found.places("party")] == ["Weimar (DE)", "Trier (DE)"]


@pytest.mark.parametrize(
    ("title", "body", "says"),
    [
        ("Partners", "<h2>Sister cities</h2><ul><li>Trier</li></ul>", "does not say whose partners it lists: its title names no place"),
        ("Sapporo and Munich", "<h2>Sister cities</h2><ul><li>Trier</li></ul>", r"its title names Sapporo \(JP\) and Munich \(DE\)"),
        ("Sapporo", "<h2>News</h2><ul><li>Trier</li></ul>", "has no heading that speaks of partners"),
        ("Sapporo", "<ul><li>Trier</li></ul><h2>Sister cities</h2><p>Soon.</p>", "has no list and no table under a heading"),
    ],
)
def test_pages_that_do_not_say_enough_are_named(title: str, body: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        rows(report_of(body, f"<title>{title}</title>"))
