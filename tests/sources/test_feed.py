"""Feeds and sitemaps: what they say themselves, and where they lead."""

import gzip
import time

import pytest

from amicity.sources import SourceError, leads, load_all_bytes, load_bytes
from amicity.terms.report import Report
from sources.documents import LETTER

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>City news</title>
<item><title>A &amp; B</title><link>https://news.example/1</link><pubDate>Fri, 10 Aug 2018 10:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>{LETTER}</p><script>alert(1)</script><ul><li>One</li></ul>]]></content:encoded></item>
<item><title>Second</title><link>https://news.example/2</link><description>Only a summary.</description></item>
</channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>City news</title><entry><title>Visit</title><id>urn:1</id>
<link href="https://news.example/1"/><published>2018-08-10T10:00:00Z</published><updated>2018-08-12T10:00:00Z</updated>
<summary>{LETTER}</summary></entry></feed>""".encode()
NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
SITEMAP = f"""<?xml version="1.0"?><urlset {NAMES}><url><loc> https://news.example/1 </loc><lastmod>2018-08-12</lastmod>
<news:news><news:publication_date>2018-08-10</news:publication_date><news:title>Visit</news:title></news:news></url>
<url><loc>javascript:alert(1)</loc></url><url><loc>https://news.example/2</loc></url></urlset>""".encode()
INDEX = f"<sitemapindex {NAMES}><sitemap><loc>https://news.example/a.xml</loc><lastmod>2018</lastmod></sitemap></sitemapindex>".encode()


def test_each_entry_is_a_report_of_what_the_feed_says() -> None:
    first, second = load_all_bytes(RSS, source="feed.xml")
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == f"A & B\n\n{LETTER}\nOne"
    assert (first.source, first.address, str(first.published)) == ("feed.xml#1", "https://news.example/1", "2018-08-10")
    assert (second.text, second.published) == ("Second\n\nOnly a summary.", None)
    assert load_bytes(ATOM, source="-").text == f"Visit\n\n{LETTER}"


def test_feeds_and_sitemaps_lead_on() -> None:
    found = leads(RSS, source="-") or ()
    assert [(lead.address, lead.title) for lead in found] == [("https://news.example/1", "A & B"), ("https://news.example/2", "Second")]
    (entry,) = leads(ATOM, source="-") or ()
    assert (entry.address, str(entry.published), entry.changed) == ("https://news.example/1", "2018-08-10", "2018-08-12T10:00:00Z")
    for content in (SITEMAP, gzip.compress(SITEMAP)):
        page, other = leads(content, source="-") or ()
        assert (page.address, str(page.published), page.changed, page.title) == (
            "https://news.example/1",
            "2018-08-10",
            "2018-08-12",
            "Visit",
        )
        assert (other.address, other.published, other.changed, other.more) == ("https://news.example/2", None, None, False)
    assert [(lead.address, lead.more) for lead in leads(INDEX, source="-") or ()] == [("https://news.example/a.xml", True)]


def test_a_page_and_a_text_lead_nowhere() -> None:
    assert leads(b"<!DOCTYPE html><html><body>Feed me</body></html>", source="-") is None
    assert leads(LETTER.encode(), source="-") is None


def test_a_sitemap_is_no_report() -> None:
    with pytest.raises(SourceError, match="amicity follow"):
        load_bytes(SITEMAP, source="sitemap.xml")


@pytest.mark.parametrize("content", [SITEMAP[:-60], gzip.compress(SITEMAP)[:-20], b"<urlset>" + b"<url>" * 100_000])
def test_a_broken_sitemap_is_named(content: bytes) -> None:
    with pytest.raises(SourceError, match="broken sitemap"):
        leads(content, source="sitemap.xml")


def test_a_feed_without_entries_is_named() -> None:
    with pytest.raises(SourceError, match="without entries"):
        load_bytes(b"<rss version='2.0'><channel><title>City news</title></channel></rss>", source="feed.xml")


@pytest.mark.parametrize(
    "hostile",
    [
        b"<rss version='2.0'>" + b"<channel>" * 50_000,
        b"<rss version='2.0'><channel>" + b"<item><title>x</title></item>" * 3_000,
        b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item>',
        b"<rss version='2.0'><channel><item><title>" + b"&lt;b&gt;" * 50_000,
        b"<?xml " + b" " * 5_000 + b"?>" + b"<!--" * 5_000,
    ],
    ids=["deep", "many", "entities", "marks", "comments"],
)
def test_hostile_feeds_end_in_reports_or_a_clear_refusal(hostile: bytes) -> None:
    start = time.monotonic()
    try:
        assert all(isinstance(each, Report | SourceError) for each in load_all_bytes(hostile, source="feed.xml"))
    except SourceError as error:
        assert error.remedy
    assert time.monotonic() - start < 25
