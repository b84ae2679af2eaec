"""The difference to Wikidata: only what the register holds by other sources, what Wikidata surely lacks, and with a reference."""

import csv
import io
import re
import zipfile
from dataclasses import replace

from amicity.exports import exports
from amicity.register import fold
from amicity.terms.export import Edition
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.mention import Mention
from amicity.terms.place import Place
from amicity.terms.span import Span
from builders import BELFAST, DALIAN, KARACHI, SAPPORO, SHENYANG, accept_all, judge, relation
from exports.editions import DAY

ITEMS = {SHENYANG.key: "Q11720", KARACHI.key: "Q8660", SAPPORO.key: "Q37951", BELFAST.key: "Q10686", DALIAN.key: "Q74881"}
TIME = r"\+\d{4}-\d\d-\d\dT00:00:00Z/(?:9|10|11)"
STATEMENT = re.compile(rf'Q\d+\tP190\tQ\d+(?:\tP580\t{TIME})?\tS854\t"https?://[^"\t\n]+"(?:\tS577\t{TIME})?')
TWIN, FRESH = relation(SHENYANG, SAPPORO, when="1980-11-18", report="list"), relation(SHENYANG, KARACHI, when="2021-12-09", report="news")


def link(one: Place, other: Place, report: str = "dump") -> Finding:
    """What a reader of Wikidata finds: ``one`` states ``other``."""
    sides = tuple(Mention(Span(0, 9, f"{place.name} ({ITEMS[place.key]})"), place=place) for place in (one, other))
    told = relation(one, other, report=report, at=int(ITEMS[one.key][1:]) + int(ITEMS[other.key][1:]))
    return replace(told, roles={**told.roles, "party": sides}, reader="wikidata 1")


def compared(*findings: Finding, address: str | None = "https://city.example/list", said: tuple[Judgement, ...] = ()) -> dict[str, str]:
    judgements = (accept_all(), *said, *(judge(Verdict.REJECT, f.id) for f in findings if f.reader.startswith("wikidata")))
    imprints = [Imprint(f.report, f.source, "T", None, None, address if not f.reader else None) for f in findings]
    whole = Edition(fold(findings, judgements, imprints=imprints), DAY, None, findings, judgements)
    archive = zipfile.ZipFile(io.BytesIO(exports()["quickstatements"].write(whole)))
    return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def why(files: dict[str, str]) -> list[str]:
    return [row["why"] for row in csv.DictReader(io.StringIO(files["left-out.csv"]))]


def test_a_tie_that_wikidata_lacks_is_stated_from_both_sides_with_its_day_and_reference() -> None:
    files = compared(FRESH, link(SHENYANG, SAPPORO), link(SAPPORO, SHENYANG), link(KARACHI, BELFAST))
    tail = 'P580\t+2021-12-09T00:00:00Z/11\tS854\t"https://city.example/list"'
    assert sorted(files["statements.txt"].splitlines()) == [f"Q11720\tP190\tQ8660\t{tail}", f"Q8660\tP190\tQ11720\t{tail}"]
    assert "**The register has 1 tie that Wikidata lacks, with references**" in files["difference.md"]
    assert all(STATEMENT.fullmatch(line) for line in files["statements.txt"].splitlines())


def test_what_wikidata_has_is_not_stated_again() -> None:
    assert compared(TWIN, link(SHENYANG, SAPPORO), link(SAPPORO, SHENYANG))["statements.txt"] == ""


def test_a_one_way_link_lacks_the_other_way() -> None:
    files = compared(TWIN, link(SHENYANG, SAPPORO), link(SAPPORO, DALIAN))
    assert [line.split("\t")[:3] for line in files["statements.txt"].splitlines()] == [["Q37951", "P190", "Q11720"]]
    assert "1 link that Wikidata states from one side only" in files["difference.md"]


def test_nothing_is_stated_for_an_item_that_was_not_looked_at() -> None:
    files = compared(FRESH, link(SHENYANG, SAPPORO), link(SAPPORO, KARACHI))
    assert [line[:6] for line in files["statements.txt"].splitlines()] == ["Q11720"]
    assert why(files) == ["it is not known what Q8660 states: get that item first"]


def test_what_only_wikidata_says_is_not_given_back_to_it() -> None:
    assert compared(replace(FRESH, reader="wikidata 1"), link(SHENYANG, SAPPORO))["statements.txt"] == ""


def test_without_a_report_on_the_web_nothing_is_stated() -> None:
    files = compared(FRESH, link(SHENYANG, SAPPORO), link(KARACHI, BELFAST), address=None)
    assert (files["statements.txt"], set(why(files))) == ("", {"no report behind it has an address on the web"})
    for bad in ('https://x.example/"\tP31\tQ5', "javascript:alert(1)", "https://x.example/a b"):
        assert compared(FRESH, link(SHENYANG, SAPPORO), link(KARACHI, BELFAST), address=bad)["statements.txt"] == ""


def test_other_forms_and_unknown_items_are_left_out_and_said() -> None:
    memo = relation(SHENYANG, BELFAST, form="memorandum", when="2016", report="memo")
    nowhere = relation(SHENYANG, Place("Nowhere", "CN"), when="2016", report="nowhere")
    files = compared(memo, nowhere, link(SHENYANG, SAPPORO))
    assert files["statements.txt"] == ""
    assert sorted(why(files)) == ["its form is memorandum, and P190 says twinned", "nobody knows the item of Nowhere (CN)"]


def test_two_items_for_one_place_are_nobodys_guess() -> None:
    twice = replace(KARACHI, name="Karachi")
    other = link(twice, BELFAST)
    mention = replace(other.roles["party"][0], span=Span(0, 9, "Karachi Division (Q999)"))
    rival = replace(other, roles={**other.roles, "party": (mention, other.roles["party"][1])}, quote=Span(500, 509, "x" * 9))
    assert why(compared(FRESH, link(SHENYANG, SAPPORO), other, rival)) == [
        "nobody knows the item of Karachi (PK) (it may be Q8660 or Q999: say in the register that they are the same place)"
    ]


def test_a_person_may_say_which_item_a_place_is() -> None:
    item = Place("Karachi", None, "wikidata:Q8660")
    links = (link(SHENYANG, SAPPORO), replace(link(KARACHI, BELFAST), roles={"party": (_side(item), _side(BELFAST))}))
    assert "it may be Q8660" in why(compared(FRESH, *links))[0]
    same = Judgement(Verdict.SAME_AS, (KARACHI.key, item.key), "Li", "2026-01-03T00:00:00Z")
    assert len(compared(FRESH, *links, said=(same,))["statements.txt"].splitlines()) == 2


def test_a_place_that_lists_know_by_its_item_needs_no_number_of_geonames() -> None:
    karachi, sapporo = (Place(name, None, f"wikidata:{ITEMS[key]}") for name, key in (("Karachi", KARACHI.key), ("Sapporo", SAPPORO.key)))
    pairs = [
        replace(link(KARACHI, SAPPORO), roles={"party": (_side(karachi), _side(sapporo))}),
        replace(link(SAPPORO, KARACHI), roles={"party": (_side(sapporo), _side(karachi))}, quote=Span(700, 709, "x" * 9)),
    ]
    known = [replace(place, known_by=(f"wikidata:{ITEMS[place.key]}",)) for place in (KARACHI, SAPPORO, SHENYANG)]
    fresh = [relation(known[2], place, report=f"list {place.name}") for place in known[:2]]
    told = compared(*fresh, relation(known[0], known[1], report="a page"), *pairs)
    wanted = [("Q37951", "Q11720"), ("Q8660", "Q11720")]
    assert sorted(tuple(line.split("\t")[:3:2]) for line in told["statements.txt"].splitlines()) == wanted
    assert why(told) == ["it is not known what Q11720 states: get that item first"] * 2


def test_of_several_items_the_one_that_states_links_is_taken() -> None:
    shenyang = replace(SHENYANG, known_by=("wikidata:Q11720", "wikidata:Q999"))
    told = compared(relation(shenyang, SAPPORO, report="list"), link(SHENYANG, DALIAN), link(SAPPORO, DALIAN))
    assert [line.split("\t")[0] for line in told["statements.txt"].splitlines()] == ["Q11720", "Q37951"]


def test_a_reports_source_is_its_reference_where_it_is_an_address() -> None:
    finding = replace(FRESH, source="https://city.example/news")
    assert "https://city.example/news" in compared(finding, link(SHENYANG, SAPPORO), link(KARACHI, BELFAST), address=None)["statements.txt"]


def _side(place: Place) -> Mention:
    return Mention(Span(0, 9, f"{place.name} ({ITEMS.get(place.key, place.key.removeprefix('wikidata:'))})"), place=place)


def test_a_day_that_the_report_does_not_give_is_not_stated() -> None:
    undated = relation(SHENYANG, KARACHI, report="a page")
    files = compared(undated, link(SHENYANG, SAPPORO), link(KARACHI, BELFAST))
    assert files["statements.txt"]
    assert "P580" not in files["statements.txt"]


def test_a_register_without_wikidata_says_what_to_do() -> None:
    files = compared(TWIN)
    assert files["statements.txt"] == ""
    assert "amicity import wikidata" in files["difference.md"]
