"""Tables of any shape: what their heads tell, what their rows state, and what bad ones are refused for."""

import time
from dataclasses import replace

import pytest

from amicity.sources import SourceError, load_bytes
from amicity.sources._celldates import date_in, day_first
from amicity.sources._cells import Line, lines
from amicity.sources._columns import told
from amicity.sources.table import MEDIA, SOURCE, stating
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal

OWN = "Sister city\tCountry\tDate signed\tType\tStatus\n"


def rows(text: str, wanted: dict[str, str] | None = None, *, owner: str | None = None) -> list[Finding | Refusal]:
    return list(stating(Report("list.tsv", text, media=MEDIA, owner=owner), wanted))


def findings(text: str, wanted: dict[str, str] | None = None, *, owner: str | None = None) -> list[Finding]:
    found = [each for each in rows(text, wanted, owner=owner) if isinstance(each, Finding)]
    for finding in found:
        assert all(text[m.span.start : m.span.end] == m.span.text for ms in finding.roles.values() for m in ms)
        assert text[finding.quote.start : finding.quote.end] == finding.quote.text
    return found


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        ("city,country,partner,partner_country", "city country partner partner_country"),
        ("partner,partner_country,city,country", "partner partner_country city country"),
        ("City,Country,City,Country,Since", "city country partner partner_country since"),
        ("Country 1,City 1,Country 2,City 2", "country city partner_country partner"),
        ("Sister City,Country,Year", "partner partner_country since"),
        ("Stadt,Partnerstadt,Land,Seit", "city partner partner_country since"),
        ("Ville jumelée,Pays,Date de signature", "partner partner_country signed"),
        ("友好城市,国家,结好时间,类型", "partner partner_country since form"),
        ("姉妹都市,国名,提携年月日", "partner partner_country since"),
        ("No.,Name of the sister city,Country,State/Province,Type of relationship", "- partner partner_country partner_division form"),
        ("originCity,originCountry,sisterCity,destinationCountry", "city country partner partner_country"),
        ("name,age", "- -"),
    ],
)
def test_heads_tell_what_columns_hold(heads: str, fields: str) -> None:
    names = {number: field for field, number in told(heads.split(",")).fields.items()}
    assert " ".join(names.get(number, "-") for number in range(len(heads.split(",")))) == fields


def test_a_row_states_the_tie_its_paper_and_its_end() -> None:
    text = OWN + "Karachi\tPakistan\t9 December 2021\tFriendship city\tended\n"
    tie, paper, end = findings(text, owner="Shenyang (CN)")
    assert [each.kind for each in (tie, paper, end)] == ["relation", "agreement", "termination"]
    assert [place.id for place in tie.places("party")] == ["geonames:2034937", "geonames:1174872"]
    assert (tie.first("form"), tie.when and tie.when.value.edtf, tie.confidence) == ("friendship", "2021-12-09", Confidence.B)
    assert paper.when and paper.when.span and paper.when.span.text == "9 December 2021" and paper.first("act") == "signed"
    assert len({each.id for each in (tie, paper, end)}) == 3


def test_the_same_table_gives_the_same_findings() -> None:
    text = OWN + "Karachi\tPakistan\t2021\tSister city\tactive\n"
    assert [each.id for each in findings(text, owner="Shenyang")] == [each.id for each in findings(text, owner="Shenyang")]


def test_titles_above_the_head_and_an_empty_city_that_continues_the_row_above() -> None:
    text = "Twin towns of the district\n\nCity;Country;Partner;Land\nLille;France;Leeds;United Kingdom\n;;Cologne;Germany\n"
    first, second = findings(text)
    assert [place.name for place in second.places("party")] == ["Lille", "Cologne"]
    assert [span.text for span in second.also] == ["Lille"] and second.quote.text == ";;Cologne;Germany"
    assert first.also == ()


def test_ids_and_coordinates_outrank_names() -> None:
    text = "city,lat,lon,partner,partner_id\nColumbus,32.492,-84.940,Nowhere,geonames:1174872\n"
    (tie,) = findings(text)
    assert [place.id for place in tie.places("party")] == ["geonames:4188985", "geonames:1174872"]
    assert tie.confidence is Confidence.B


def test_an_unknown_place_keeps_the_lists_own_number() -> None:
    (tie,) = findings("qid_a,city_a,country_a,qid_b,city_b,country_b\nQ1,Nowhere-upon-Never,Japan,Q2,Lille,France\n")
    assert tie.places("party")[0].id == "wikidata:Q1"
    assert (tie.flags, tie.confidence) == (("place_unknown",), Confidence.C)


def test_what_cannot_be_told_makes_a_row_unsure_and_is_said() -> None:
    text = OWN + "Karachi\tPakistan\tsoon\tCooperation of a kind\tdozing\n"
    (tie,) = findings(text, owner="Shenyang")
    assert (set(tie.flags), tie.when, tie.first("form"), tie.first("label")) == (
        {"date_unread", "status_unread"},
        None,
        "cooperation",
        "Cooperation of a kind",
    )


def test_a_person_says_which_column_holds_what() -> None:
    text = "Wer,Wann,Mit wem\nLille,1958,Leeds\n"
    (tie,) = findings(text, {"city": "Wer", "since": "#2", "partner": "mit wem"})
    assert tie.when and tie.when.value.edtf == "1958"
    with pytest.raises(SourceError, match=r"has no column 'Ort' \(its columns are Wer, Wann, Mit wem\)"):
        rows(text, {"partner": "Ort"})
    with pytest.raises(SourceError, match=r"can have no column for 'colour' \(the fields are city, country"):
        rows(text, {"colour": "Wer"})


@pytest.mark.parametrize(
    ("text", "owner", "said"),
    [
        ("name,age\nAnna,3\n", None, "its columns are name, age"),
        (OWN + "Karachi\tPakistan\n", None, "has one column of places, the partners"),
        ("\n \n", None, "has no rows"),
        ('city,partner\nLille,Leeds\n"open,Leeds\nLille,Cologne\n', None, "opens quotation marks in line 3 that nothing closes"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(text: str, owner: str | None, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        rows(text, owner=owner)


def test_refused_rows_are_told_by_line() -> None:
    text = "city,partner\nLille,\nLille,Lille\n,\nLille,Leeds,x\nLille,a town that is a member of an association of many towns of Europe\n"
    assert [(each.line, each.reason.split(":")[0]) for each in rows(text) if isinstance(each, Refusal)] == [
        (2, "names no partner"),
        (3, "pairs Lille (FR) with itself"),
        (5, "has 3 cells where the head has 2"),
        (6, "has a remark where the partner should stand"),
    ]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        *(("1998", "1998"), ("1998-05-04", "1998-05-04"), ("4. Mai 1998", "1998-05-04"), ("May 4, 1998", "1998-05-04")),
        *(("4 de mayo de 1998", "1998-05-04"), ("1998年5月4日", "1998-05-04"), ("1998年", "1998"), ("05/1998", "1998-05")),
        *(("13/5/1998", "1998-05-13"), ("5/13/1998", "1998-05-13"), ("4/5/1998", "1998"), ("c. 1950", "1950~")),
        *(("31 Feb 1999", None), ("soon", None), ("35953", None), ("", None), ("0000", None), ("9" * 400, None)),
    ],
)
def test_dates_of_cells(written: str, edtf: str | None) -> None:
    found = date_in(written)
    assert (found.edtf if found else None) == edtf


def test_a_column_tells_which_number_is_the_day() -> None:
    assert (day_first(["4/5/1998", "13/5/1998"]), day_first(["5/13/1998"]), day_first(["4/5/1998"]), day_first(["13/5/98", "x"])) == (
        True,
        False,
        None,
        None,
    )
    tie = findings("city,partner,since\nLille,Leeds,4/5/1998\nLille,Cologne,23/5/1999\n")[0]
    assert tie.when and tie.when.value.edtf == "1998-05-04"


def test_prose_is_no_table() -> None:
    assert SOURCE.fits(b"The city, its partner, and friends\nwent, saw, and left\n", "news.txt") == 0
    assert SOURCE.fits(b"city,partner\nLille,Leeds\n", "twins.csv") == 2
    assert load_bytes(b"city\tpartner\nLille\tLeeds\n", source="paste").media == MEDIA


@pytest.mark.parametrize("hostile", ['"' * 100_000, '"a""b,' * 20_000, "," * 100_000, "\n" * 100_000, '"a"b,' * 20_000])
def test_a_hostile_table_costs_no_more_than_its_length(hostile: str) -> None:
    began = time.process_time()
    found = list(lines(f"city,partner\n{hostile}", ","))
    assert time.process_time() - began < 2.0
    assert isinstance(found[0], Line)


def test_the_report_is_the_text_as_it_was_given() -> None:
    report = load_bytes("city;partner\r\nKöln;Lille\r\n".encode("cp1252"), source="twins.csv")
    assert report.text == "city;partner\nKöln;Lille\n"
    assert [each.quote.text for each in findings(replace(report).text)] == ["Köln;Lille"]
