"""Wikipedia's lists, as page and as wikitext."""

import time
from dataclasses import replace
from typing import Any

import pytest

from amicity.sources import SourceError, load_bytes, sources, stated
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal

NAME = "List_of_twin_towns_and_sister_cities_in_Germany.wiki"
INTRO = "This is a list of towns in [[Germany]].\n==A==\n'''[[Aachen]]'''<ref>{{cite web|url=https://example.org}}</ref>\n"


def report_of(text: str, name: str = NAME) -> Report:
    return load_bytes(text.encode(), source=name)


def rows(report: Report) -> list[Finding | Refusal]:
    found = list(stated(report) or ())
    for each in found:
        if isinstance(each, Finding):
            spans = [each.quote, *each.also, *(m.span for mentions in each.roles.values() for m in mentions)]
            spans += [each.when.span] if each.when and each.when.span else []
            assert all(report.text[span.start : span.end] == span.text for span in spans)
    return found


def told(text: str, name: str = NAME) -> list[tuple[Any, ...]]:
    return [
        (each.kind, *(place.label for place in each.places("party")), each.when and each.when.value.edtf)
        for each in rows(report_of(text, name))
        if isinstance(each, Finding)
    ]


def refusals(text: str) -> list[str]:
    return [each.reason for each in rows(report_of(text)) if isinstance(each, Refusal)]


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ("{{flagicon|FRA}} [[Reims]], France", ("Reims (FR)", None)),
        ("[[Reims]], France (1967)", ("Reims (FR)", "1967")),
        ("[[Reims]] (France), since 28 January 1967", ("Reims (FR)", "1967-01-28")),
        ("[[Reims|Rheims]], France, est. 1967", ("Reims (FR)", "1967")),
        ("{{flag|France}} [[Reims]] – 28.1.1967", ("Reims (FR)", "1967-01-28")),
        ("[[Reims]], France (c. 1967; the oldest of all)", ("Reims (FR)", "1967~")),
        ("[[Arlington County, Virginia|Arlington]], United States", ("Arlington (US)", None)),
        ("[[Toledo, Ohio]], United States", ("Toledo (US)", None)),
        ("[[Toledo, Spain|Toledo]], Spain", ("Toledo (ES)", None)),
        ("[[Washington, D.C.]], United States", ("Washington (US)", None)),
        ("[[Kuwait City]], Kuwait", ("Kuwait City (KW)", None)),
        ("{{nowrap|[[Frankfurt (Oder)]]}}, Germany", ("Frankfurt (Oder) (DE)", None)),
        ("[[Nowhere-on-Sea]], France", ("Nowhere-on-Sea (FR)", None)),
    ],
)
def test_an_item(item: str, says: tuple[str, str | None]) -> None:
    assert told(f"{INTRO}* {item}<ref name=a/>\n") == [("relation", "Aachen (DE)", *says)]


def test_the_page_that_a_link_leads_to_tells_namesakes_apart() -> None:
    (found,) = rows(report_of(INTRO + "* [[Arlington County, Virginia|Arlington]], United States\n"))
    assert isinstance(found, Finding)
    assert found.places("party")[1].id == "geonames:4744709"


@pytest.mark.parametrize(
    ("item", "kind", "when"),
    [
        ("[[Omsk]], Russia (1990–2022)", "termination", "2022"),
        ("[[Omsk]], Russia (until 2022)", "termination", "2022"),
        ("[[Omsk]], Russia (former)", "termination", None),
        ("<s>[[Omsk]], Russia</s>", "termination", None),
        ("[[Omsk]], Russia, suspended in 2022", "suspension", "2022"),
    ],
)
def test_what_is_over_is_told_as_over(item: str, kind: str, when: str | None) -> None:
    assert told(f"{INTRO}* {item}\n")[1] == (kind, "Aachen (DE)", "Omsk (RU)", when)


def test_the_quote_keeps_the_references_though_they_run_over_lines() -> None:
    (found,) = rows(report_of(INTRO + "* [[Reims]], France<ref>City of\nAachen, https://example.org/a</ref>\n"))
    assert isinstance(found, Finding)
    assert (
        found.quote.text.startswith("* [[Reims]], France<ref>City of")
        and "https://example.org/a" in report_of(INTRO).text + found.quote.text
    )


def test_nested_items_belong_to_the_city_or_the_country_above() -> None:
    assert told(
        "== Saxony ==\n* [[Leipzig]]\n** [[Houston]], United States\n** France\n*** [[Lyon]]\n* [[Dresden]]\n** Coventry, UK\n"
    ) == [
        ("relation", "Leipzig (DE)", "Houston (US)", None),
        ("relation", "Leipzig (DE)", "Lyon (FR)", None),
        ("relation", "Dresden (DE)", "Coventry (GB)", None),
    ]


def test_a_table_whose_cells_reach_over_rows() -> None:
    table = (
        '{| class="wikitable"\n! City !! Twin town !! Country !! Year\n|-\n| rowspan="2" | [[Weimar]] || [[Trier]] || Germany || 1987\n|-\n'
    )
    table += "| [[Blois]]\n| {{flag|France}}\n| 18 February 1995\n|}\n"
    assert told(table) == [("relation", "Weimar (DE)", "Trier (DE)", "1987"), ("relation", "Weimar (DE)", "Blois (FR)", "1995-02-18")]


def test_what_is_no_partner_is_refused_and_said() -> None:
    text = f"{INTRO}* the town has many good friends in the world\n* France\n* [[Aachen]], Germany\n* 1967\n==B==\n* [[Reims]], France\n"
    assert refusals(text) == [
        "has a remark where the partner should stand",
        "names a country, France, where a partner should stand",
        "pairs Aachen (DE) with itself",
        "names no partner",
        "does not say whose partner Reims is",
    ]


def test_what_stands_under_see_also_is_no_partner() -> None:
    assert rows(report_of(f"{INTRO}==See also==\n* [[Reims]], France\n")) == []


def test_the_title_says_in_which_country_or_state_the_places_lie() -> None:
    here = "=== Cambridge ===\n* [[Coimbra]], Portugal\n"
    titles = ("List of sister cities in Massachusetts.wiki", "List of twin towns in the United Kingdom.wiki")
    assert [told(here, title)[0][1] for title in titles] == ["Cambridge (US)", "Cambridge (GB)"]
    taipei = "=== Taipei ===\n* [[Coimbra]], Portugal\n"
    assert told(taipei, "List of sister cities in Taiwan (Republic of China).wiki")[0][1] == "Taipei (TW)"


def test_what_tells_where_a_district_lies_stays_with_its_name() -> None:
    (found,) = rows(
        report_of("=== Jung (Seoul) ===\n* [[Marrickville (Inner West)]], Australia\n", "List of sister cities in South Korea.wiki")
    )
    assert isinstance(found, Finding)
    assert [mention.span.text for mention in found.roles["party"]] == ["Jung (Seoul)", "Marrickville (Inner West)"]
    assert "geonames:1835848" not in [place.id for place in found.places("party")]
    (found,) = rows(report_of("=== Sarajevo – Centar ===\n* [[Fatih]], Turkey – 2001\n"))
    assert isinstance(found, Finding)
    assert [mention.span.text for mention in found.roles["party"]] == ["Sarajevo – Centar", "Fatih"]


@pytest.mark.parametrize(
    "line",
    [
        "Aachen is a member of the Example, a network of towns.",
        "'''Aachen is a member of the Example, a network of towns of all Europe and some more beyond it.'''",
    ],
)
def test_the_members_of_a_network_are_nobodys_partners(line: str) -> None:
    assert refusals(f"{INTRO}{line}\n* [[Reims]], France\n") == ["is listed among the members of a network: Reims need be nobody's partner"]
    assert told(f"{INTRO}{line}\n'''[[Weimar]]'''\n* [[Reims]], France\n") == [("relation", "Weimar (DE)", "Reims (FR)", None)]


def test_a_district_is_not_the_town_of_its_name() -> None:
    (found,) = rows(report_of(INTRO + "* [[Celle (district)]], Germany\n"))
    assert isinstance(found, Finding)
    assert found.roles["party"][1].span.text == "Celle (district)"


def test_two_unknown_places_of_one_name_in_two_divisions_are_two() -> None:
    both = rows(report_of(INTRO + "* [[Nowhere]], [[Victoria]], Australia\n* [[Nowhere]], [[New South Wales]], Australia\n"))
    keys = {each.places("party")[1].key for each in both if isinstance(each, Finding)}
    assert len(keys) == 2


PAGE = """<!DOCTYPE html><html><head><title>List of twin towns and sister cities in Germany - Wikipedia</title></head>
<body class="mediawiki"><h1>List of twin towns and sister cities in Germany</h1><div id="toc" class="toc"><ul><li>Contents</li></ul></div>
<div class="mw-parser-output"><h2>A<span class="mw-editsection">[edit]</span></h2><p><b><a href="/wiki/Aachen">Aachen</a></b></p>
<ul><li><span class="flagicon"><a title="France"><img alt=""></a></span><a href="/wiki/Reims">Reims</a> (1967)<sup class="reference"><a
href="#cite_note-1">[1]</a></sup></li><li><s><a href="/wiki/Omsk">Omsk</a>, Russia</s></li>
<li><a href="/wiki/Arlington_County" title="Arlington County, Virginia">Arlington</a>, United States</li></ul>
<table><tr><th>City</th><th>Twin town</th><th>Year</th></tr><tr><td rowspan=2>Weimar</td><td>Trier, Germany</td><td>1987</td></tr>
<tr><td>Blois, France</td><td>1995</td></tr></table><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">^</span>
City of Aachen. <a href="https://example.org/a">Partners</a></li></ol></div></body></html>"""


def test_a_page_with_flags_footnotes_and_a_table() -> None:
    found = [each for each in rows(report_of(PAGE, "page.html")) if isinstance(each, Finding)]
    assert [(each.kind, each.places("party")[1].label, each.when and each.when.value.edtf) for each in found] == [
        ("relation", "Reims (FR)", "1967"),
        ("relation", "Omsk (RU)", None),
        ("termination", "Omsk (RU)", None),
        ("relation", "Arlington (US)", None),
        ("relation", "Trier (DE)", "1987"),
        ("relation", "Blois (FR)", "1995"),
    ]
    assert found[0].quote.text == "- {France} Reims (1967) [City of Aachen. Partners https://example.org/a]"
    assert found[0].also[0].text == "Aachen"
    assert found[-1].places("party")[0].label == "Weimar (DE)"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<!DOCTYPE html><title>x</title><form><input type=password></form>", "is a sign-in page"),
        (b"<!DOCTYPE html><title>x</title><p>Nothing here.</p>", "has no list and no table"),
        (b"<!DOCTYPE html><title>News</title><ul><li>Paris</li></ul>", "speaks of twin towns in neither its title nor its headings"),
        (b"<!DOCTYPE html><ul>" + b"<li>R" * 50_001, "has 50,001 lines"),
        (b"<!DOCTYPE html>" + b"x" * 6_000_000, "is a page of 6.0 MB"),
        (b"Shenyang and Karachi signed a letter of intent.", "is no wikitext of a list"),
        (b"", "is no wikitext of a list"),
    ],
)
def test_what_is_no_list_is_named(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as caught:
        sources()["wikilist"].read(content, "page")  # type: ignore[misc]
    assert caught.value.remedy


@pytest.mark.parametrize(
    "hostile",
    ["<ref>", "<!--", "[[", "{{", "[https://x ", "* {{nowrap|", "=" * 50 + " ", "'''", "<a ", "(", "| a = b ", "&x;", "* 1 Ma 19", "\t"],
)
def test_hostile_wikitext_takes_no_time(hostile: str) -> None:
    text = f"{INTRO}{{|\n* " + hostile * (100_000 // len(hostile))
    start = time.process_time()
    list(stated(replace(report_of(INTRO), text=text)) or ())
    assert time.process_time() - start < 2.0


def test_a_deeply_nested_page_ends_well() -> None:
    page = "<!DOCTYPE html><html><body>" + "<ul><li>" * 3000 + "Reims" + "</li></ul>" * 3000
    with pytest.raises(SourceError, match="has no list"):
        sources()["wikilist"].read(page.encode(), "page")  # type: ignore[misc]
