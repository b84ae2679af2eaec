"""Saved pages: their text, what they say about themselves, and the pages that have none."""

import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path

import pytest

from amicity.sources import SourceError, load_bytes
from amicity.terms.report import Report

PARAGRAPHS = "".join(
    f"<p>On day {day} of the visit the delegation from Karachi saw the works of Shenyang and spoke with its engineers at length.</p>"
    for day in range(1, 8)
)


def load_page(body: str, *, head: str = "<title>Karachi visits | Example City News</title>") -> Report:
    return load_bytes(f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>".encode(), source="page.html")


def test_the_article_without_what_stands_around_it() -> None:
    report = load_page(
        f"<nav><a href='/'>Home</a></nav><article><h1>Karachi visits</h1><h2>Seven days</h2>{PARAGRAPHS}</article>"
        "<footer>Copyright Example City</footer><script>alert('no')</script>"
    )
    assert report.text.startswith("Karachi visits\n")
    assert "Seven days" in report.text.splitlines()
    assert report.text.count("the delegation from Karachi") == 7
    assert not any(word in report.text for word in ("Home", "Copyright", "alert"))
    assert (report.title, report.language, report.media) == ("Karachi visits", "en", "text/html")


def test_rows_of_lists_and_tables_stay_lines() -> None:
    report = load_page(
        "<main><h1>Sister cities</h1><h2>Asia</h2><ul><li><a href='/k'>Karachi</a>, Pakistan (2021)</li><li>Sapporo, Japan (1980)</li></ul>"
        "<table><thead><tr><th>City</th><th>Date signed</th></tr></thead>"
        "<tbody><tr><td>Chicago</td><td>1985</td></tr></tbody></table></main>"
    )
    lines = [line.removeprefix("- ") for line in report.text.splitlines()]
    for row in ("Asia", "Karachi, Pakistan (2021)", "Sapporo, Japan (1980)", "City | Date signed", "Chicago | 1985"):
        assert row in lines


def test_rows_under_a_cell_that_reaches_over_them_begin_with_an_empty_one() -> None:
    report = load_page(
        "<main><h1>Sister cities</h1><table><tr><th>Country</th><th>City</th><th>Since</th></tr>"
        "<tr><td rowspan=2>Japan</td><td>Sapporo</td><td rowspan='2'>1980</td></tr><tr><td>Kawasaki</td></tr>"
        "<tr><td rowspan=x>Italy</td><td>Turin</td><td>1985</td></tr></table></main>"
    )
    rows = [line for line in report.text.splitlines() if "|" in line]
    assert rows == ["Country | City | Since", "Japan | Sapporo | 1980", "| Kawasaki", "Italy | Turin | 1985"]


def test_a_title_that_the_article_leaves_out_comes_first() -> None:
    report = load_page(f"<article>{PARAGRAPHS}</article>", head="<meta property='og:title' content='Mayor of Karachi in Shenyang'>")
    assert report.text.splitlines()[0] == report.title == "Mayor of Karachi in Shenyang"


LINKED = json.dumps(
    {
        "@graph": [
            {"@type": "Organization", "name": "Nobody"},
            {
                "@type": ["NewsArticle"],
                "headline": "Karachi visits",
                "datePublished": "2018-08-10T23:30:00+08:00",
                "publisher": {"name": "Example Times"},
            },
        ]
    }
)


@pytest.mark.parametrize(
    ("head", "published", "publisher", "address"),
    [
        (f"<script type='application/ld+json'>{LINKED}</script>", "2018-08-10", "Example Times", None),
        (
            "<meta property='article:published_time' content='2018-08'><meta property='og:site_name' content='Times'>"
            "<link rel=canonical href='https://example.org/a'>",
            "2018-08",
            "Times",
            "https://example.org/a",
        ),
        ("<script type='application/ld+json'>{broken</script><meta property='og:url' content='javascript:x'>", None, None, None),
        ("<meta name=date content='2018-02-31'><meta name=date content='10 August'>", None, None, None),
        (f"<script type='application/ld+json'>{'[' * 100_000}</script>", None, None, None),
    ],
)
def test_what_a_page_says_about_itself(head: str, published: str | None, publisher: str | None, address: str | None) -> None:
    report = load_page(f"<article>{PARAGRAPHS}</article>", head=head)
    assert (str(report.published) if report.published else None, report.publisher, report.address) == (published, publisher, address)


def test_the_time_element_dates_a_page_that_says_no_more() -> None:
    assert str(load_page(f"<article><time datetime='2021-12-09'>Thursday</time>{PARAGRAPHS}</article>").published) == "2021-12-09"


def test_a_page_in_the_encoding_that_it_names() -> None:
    markup = f"<html><head><meta charset='gb2312'></head><body><p>{'沈阳市与卡拉奇市签署友好城市意向书。' * 20}</p></body></html>"
    assert "沈阳市与卡拉奇市" in load_bytes(markup.encode("gb2312"), source="page.html").text


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    report = load_bytes(f"<html><body><article>{PARAGRAPHS}<p>And then the may".encode(), source="cut.html")
    assert report.text.count("the delegation from Karachi") == 7
    assert report.notes == ("breaks off before the page ends: what is there was read",)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<div id=root></div><script src=app.js></script>", "page without text"),
        ("<form>Please sign in <input name=user><input type=password></form>", "sign-in page"),
    ],
)
def test_pages_without_a_text_are_refused(body: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        load_page(body, head="")


def test_a_page_beyond_five_megabytes_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a page of 6.0 MB, more than the 5 MB"):
        load_page("x" * 6_000_000)


@pytest.mark.parametrize(
    "hostile",
    [
        *("<div>" * 100_000, "<b>" * 100_000, "<table><tr><td>" * 30_000, "<ul><li>" * 50_000, "<" * 500_000, "&" * 500_000),
        *("<!--" * 200_000, "<a " + "x=1 " * 200_000, "<p><script>" * 50_000, "<table>" + "<tr><td>x" * 50_000),
    ],
    ids=["div", "b", "tables", "lists", "angles", "ampersands", "comments", "attributes", "scripts", "rows"],
)
def test_hostile_markup_neither_crashes_nor_hangs(hostile: str) -> None:
    start = time.monotonic()
    report = load_page(f"<article>{PARAGRAPHS}</article>{hostile}")
    assert "the delegation from Karachi" in report.text
    assert time.monotonic() - start < 5


def test_control_characters_in_a_table_do_no_harm() -> None:
    report = load_page(f"<article>{PARAGRAPHS}<table><tr><td>Sap\x01poro</td><td>1980&#x0b;</td></tr>\x02</table></article>")
    assert "Sapporo | 1980" in report.text


def test_real_pages_give_their_article() -> None:
    folder = Path("../shared/data/pages")
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    scores = [_f1(_page_text(folder / "html" / f"{name}.html.gz"), truth[name]["articleBody"]) for name in sorted(truth)[::6]]
    assert sum(scores) / len(scores) > 0.92


def _page_text(file: Path) -> str:
    return load_bytes(gzip.decompress(file.read_bytes()), source=file.name).text


def _f1(found: str, wanted: str) -> float:
    have, want = _shingles(found), _shingles(wanted)
    return 2 * sum((have & want).values()) / (sum(have.values()) + sum(want.values()))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))
