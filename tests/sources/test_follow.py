"""Following lists of news: only what is new, politely, and nothing lost when something fails."""

from collections.abc import Iterator

import pytest

from amicity.sources import Seen, SourceError, follow, visit
from amicity.terms.report import Report
from sources.documents import LETTER, pdf
from sources.web import Web, served


@pytest.fixture
def web() -> Iterator[Web]:
    with served() as web:
        yield web


def rss(web: Web, *pages: int) -> tuple[int, dict[str, str], bytes]:
    items = "".join(
        f"<item><title>News {n}</title><link>{web.site}/{n}</link><pubDate>{n:02} Aug 2018 10:00:00 GMT</pubDate></item>" for n in pages
    )
    return (
        200,
        {"Content-Type": "application/rss+xml", "ETag": f'"{pages}"'},
        f"<rss version='2.0'><channel>{items}</channel></rss>".encode(),
    )


def page(number: int) -> bytes:
    return f"<!DOCTYPE html><html><body><article><h1>News {number}</h1><p>{LETTER}</p></article></body></html>".encode()


def run(web: Web, seen: Seen, *paths: str, most: int = 100) -> tuple[list[str], list[str]]:
    """The addresses of the reports, and what went wrong."""
    web.asked.clear()
    found = list(follow([web.site + path for path in paths], seen=seen, fetcher=web.fetcher(delay=0, tries=1), most=most))
    reports = [str(each.address).removeprefix(web.site) for each in found if isinstance(each, Report)]
    return reports, [str(each) for each in found if isinstance(each, SourceError)]


def test_only_what_is_new_is_fetched(web: Web) -> None:
    web.pages |= {"/feed": rss(web, 1, 2)} | {f"/{n}": page(n) for n in range(1, 6)}
    seen = Seen()
    assert run(web, seen, "/feed") == (["/2", "/1"], [])
    assert web.paths == ["/robots.txt", "/feed", "/2", "/1"]
    assert run(web, seen, "/feed") == ([], [])
    assert web.paths == ["/robots.txt", "/feed"]
    assert web.asked[-1][1]["if-none-match"] == '"(1, 2)"'
    web.pages["/feed"] = rss(web, 2, 3)
    assert run(web, seen, "/feed") == (["/3"], [])


def test_a_server_that_says_unchanged_is_believed(web: Web) -> None:
    web.pages |= {"/feed": rss(web, 1), "/1": page(1)}
    seen = Seen()
    run(web, seen, "/feed")
    web.pages["/feed"] = (304, {}, b"")
    assert run(web, seen, "/feed") == ([], [])


def test_reports_carry_the_date_of_the_list_and_their_address(web: Web) -> None:
    web.pages |= {"/feed": rss(web, 9), "/9": pdf([LETTER])}
    (report,) = follow([f"{web.site}/feed"], seen=Seen(), fetcher=web.fetcher(delay=0))
    assert isinstance(report, Report)
    assert (report.text, str(report.published), report.title, report.address) == (LETTER, "2018-08-09", "News 9", f"{web.site}/9")
    assert report.source == f"{web.site}/9"


def test_the_rest_comes_next_time(web: Web) -> None:
    web.pages |= {"/feed": rss(web, 1, 2, 3)} | {f"/{n}": page(n) for n in range(1, 4)}
    seen = Seen()
    assert run(web, seen, "/feed", most=2) == (["/3", "/2"], [])
    assert run(web, seen, "/feed", most=2) == (["/1"], [])
    assert run(web, seen, "/feed", most=2) == ([], [])


def test_a_page_that_fails_is_tried_again_and_then_let_go(web: Web) -> None:
    web.pages |= {"/feed": rss(web, 1, 2), "/1": (500, {}, b""), "/2": page(2)}
    seen = Seen()
    assert run(web, seen, "/feed")[0] == ["/2"]
    for _ in range(2):
        reports, errors = run(web, seen, "/feed")
        assert (reports, len(errors)) == ([], 1)
        assert "busy (500)" in errors[0]
    assert run(web, seen, "/feed") == ([], [])
    web.pages["/feed"] = rss(web, 1, 2, 4)
    web.pages["/4"] = page(4)
    assert run(web, seen, "/feed") == (["/4"], [])


def test_robots_are_kept_to(web: Web) -> None:
    web.pages |= {"/feed": rss(web, 1, 2), "/1": page(1), "/2": page(2), "/robots.txt": b"User-agent: *\nDisallow: /2\n"}
    reports, errors = run(web, Seen(), "/feed")
    assert reports == ["/1"]
    assert "robots.txt" in errors[0]
    assert "/2" not in web.paths


def test_a_sitemap_of_sitemaps_and_pages_that_changed(web: Web) -> None:
    def sitemap(day: int) -> bytes:
        return f"<urlset><url><loc>{web.site}/1</loc><lastmod>2018-08-{day}</lastmod></url></urlset>".encode()

    def index(day: int) -> bytes:
        return f"<sitemapindex><sitemap><loc>{web.site}/a.xml</loc><lastmod>2018-08-{day}</lastmod></sitemap></sitemapindex>".encode()

    web.pages |= {"/sitemap.xml": index(10), "/a.xml": sitemap(10), "/1": page(1)}
    seen = Seen()
    assert run(web, seen, "/sitemap.xml") == (["/1"], [])
    assert run(web, seen, "/sitemap.xml") == ([], [])
    assert "/a.xml" not in web.paths
    web.pages |= {"/sitemap.xml": index(12), "/a.xml": sitemap(12)}
    assert run(web, seen, "/sitemap.xml") == (["/1"], [])


def test_a_sitemap_that_leads_to_itself_ends(web: Web) -> None:
    web.pages["/s.xml"] = f"<sitemapindex><sitemap><loc>{web.site}/s.xml</loc></sitemap></sitemapindex>".encode()
    assert run(web, Seen(), "/s.xml") == ([], [])
    assert len(web.asked) < 60


def test_a_page_in_the_place_of_a_feed_is_named_and_the_rest_goes_on(web: Web) -> None:
    web.pages |= {"/home": page(1), "/feed": rss(web, 2), "/2": page(2)}
    reports, errors = run(web, Seen(), "/home", "/gone", "/feed")
    assert reports == ["/2"]
    assert "neither a feed nor a sitemap" in errors[0]
    assert "is not there (404)" in errors[1]


def test_a_list_that_leads_inside_is_not_followed(web: Web) -> None:
    items = "".join(
        f"<item><link>{inside}</link></item>" for inside in ("http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://0x7f.1/")
    )
    web.pages["/feed"] = f"<rss version='2.0'><channel>{items}</channel></rss>".encode()
    reports, errors = run(web, Seen(), "/feed")
    assert (reports, len(errors)) == ([], 4)
    assert web.paths == ["/robots.txt", "/feed"]


def test_whoever_breaks_off_gets_the_last_report_again(web: Web) -> None:
    web.pages |= {"/feed": rss(web, 1, 2), "/1": page(1), "/2": page(2)}
    seen = Seen()
    reports = follow([f"{web.site}/feed"], seen=seen, fetcher=web.fetcher(delay=0))
    next(reports)
    next(reports)
    reports.close()  # type: ignore[attr-defined]
    assert run(web, seen, "/feed") == (["/1"], [])


def test_one_address_is_a_page_a_document_or_the_pages_of_a_list(web: Web) -> None:
    web.pages |= {"/feed": rss(web, 1), "/1": page(1), "/a.pdf": pdf([LETTER])}
    for path, address in (("/1", "/1"), ("/a.pdf", "/a.pdf"), ("/feed", "/1")):
        (report,) = visit(web.site + path, fetcher=web.fetcher(delay=0))
        assert isinstance(report, Report)
        assert report.address == web.site + address
        assert LETTER in report.text
