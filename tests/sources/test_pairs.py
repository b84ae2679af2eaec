"""A table of twin towns, whole and broken."""

import pytest

from amicity.sources import SourceError, load_bytes, stated
from amicity.terms.finding import Finding
from amicity.terms.source import Refusal

HEAD = "city,country,partner,partner_country\n"
ROW = "Shenyang,China,Karachi,Pakistan\n"


def rows(table: str) -> list[Finding | Refusal]:
    report = load_bytes(table.encode(), source="pairs.csv")
    return list(stated(report) or ())


def quotes(table: str) -> list[str]:
    return [each.quote.text for each in rows(table) if isinstance(each, Finding)]


def test_quotes_the_rows_whatever_the_order_of_columns_and_the_separator() -> None:
    assert quotes("partner;partner_country;city;country\nKarachi;Pakistan;Shenyang;China\n") == ["Karachi;Pakistan;Shenyang;China"]
    assert quotes("\ufeff" + HEAD + ROW) == [ROW.strip()]
    assert quotes(HEAD.replace("\n", "\r\n") + ROW.replace("\n", "\r\n")) == [ROW.strip()]


def test_a_quoted_cell_may_hold_commas_and_line_ends() -> None:
    table = HEAD + '"Washington,\nD.C.",United States,"Seoul",South Korea\n' + ROW
    assert quotes(table) == ['"Washington,\nD.C.",United States,"Seoul",South Korea', ROW.strip()]


def test_the_same_name_twice_is_told_apart_by_its_passage() -> None:
    found = rows(HEAD + "Cambridge,United Kingdom,Cambridge,United States\n")[0]
    assert isinstance(found, Finding)
    first, second = found.roles["party"]
    assert (first.span.start, second.span.start) == (len(HEAD), len(HEAD) + len("Cambridge,United Kingdom,"))
    assert [mention.place.country for mention in (first, second) if mention.place] == ["GB", "US"]


def test_empty_lines_are_passed_over_and_a_table_of_none_says_nothing() -> None:
    assert quotes(HEAD + "\n\n" + ROW + "\n") == [ROW.strip()]
    assert rows(HEAD) == []


@pytest.mark.parametrize("rest", ['"Karachi,Pakistan,Shenyang,China\n' + ROW * 3, '"' + "x" * 200_000])
def test_a_table_that_breaks_off_inside_quotation_marks_is_not_half_imported(rest: str) -> None:
    with pytest.raises(SourceError, match="in line 3 that nothing closes"):
        rows(HEAD + ROW + rest)


def test_a_pair_of_one_country_is_domestic() -> None:
    assert [each.domestic for each in rows(HEAD + "Beijing,China,Shenyang,China\n" + ROW) if isinstance(each, Finding)] == [True, False]


def test_a_country_in_any_of_its_spellings() -> None:
    found = rows(HEAD + "Chicago,the_United_States,Daejeon,South_Korea\n")[0]
    assert isinstance(found, Finding)
    assert [place.country for place in found.places("party")] == ["US", "KR"]
