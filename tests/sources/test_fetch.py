"""Fetching: guarded on every hop, bounded, and polite."""

import gzip
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler

import pytest

from amicity.sources._fetch import Fetcher, FetchError
from amicity.sources._robots import robots_in
from sources.web import Reply, Web, served


@pytest.fixture
def web() -> Iterator[Web]:
    with served() as web:
        yield web


def refused(fetcher: Fetcher, address: str, **more: bool) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.get(address, **more)
    return caught.value


def test_a_page_with_what_is_to_be_given_back_next_time(web: Web) -> None:
    def page(request: BaseHTTPRequestHandler) -> Reply:
        if request.headers["If-None-Match"] == '"7"' or request.headers["If-Modified-Since"]:
            return 304, {}, b""
        headers = {"ETag": '"7"', "Last-Modified": "Mon, 05 Sep 2022 10:00:00 GMT", "Content-Type": "Text/HTML; charset=utf-8"}
        return 200, headers, b"Shenyang"

    web.pages["/a"] = page
    fetched = web.fetcher(clock=lambda: datetime(2022, 9, 5, 12, tzinfo=UTC)).get(f"{web.site}/a")
    assert (fetched.status, fetched.content, fetched.media, fetched.etag) == (200, b"Shenyang", "text/html", '"7"')
    assert fetched.at == "2022-09-05T12:00:00+00:00"
    assert fetched.since
    assert "amicity/" in web.asked[0][1]["user-agent"]
    assert web.fetcher().get(f"{web.site}/a", etag=fetched.etag).unchanged
    assert web.fetcher().get(f"{web.site}/a", since=fetched.since).unchanged


def test_without_the_allowance_of_a_test_this_machine_is_out_of_reach(web: Web) -> None:
    assert "port" in refused(Fetcher(), f"{web.site}/").what
    assert web.asked == []


def test_redirects_are_followed_and_each_is_checked(web: Web) -> None:
    web.pages |= {"/1": (302, {"Location": "/2"}, b""), "/2": (301, {"Location": f"{web.site}/3"}, b""), "/3": b"there"}
    fetched = web.fetcher().get(f"{web.site}/1")
    assert (fetched.address, fetched.content) == (f"{web.site}/3", b"there")
    for inside in ("http://169.254.169.254/latest/", "http://localhost/", "file:///etc/passwd", "http://127.0.0.1/", "//0x7f.1/"):
        web.pages["/in"] = (302, {"Location": inside}, b"")
        assert refused(web.fetcher(), f"{web.site}/in").status == 0


def test_a_redirect_without_end(web: Web) -> None:
    web.pages["/round"] = (302, {"Location": "/round"}, b"")
    assert "on and on" in refused(web.fetcher(), f"{web.site}/round").what
    assert len(web.asked) == 6


@pytest.mark.parametrize(
    ("status", "said"), [(404, "is not there"), (403, "is refused"), (401, "password"), (410, "gone"), (418, "cannot be had")]
)
def test_what_a_server_refuses_is_said_and_not_asked_again(web: Web, status: int, said: str) -> None:
    web.pages["/x"] = (status, {}, b"")
    error = refused(web.fetcher(), f"{web.site}/x")
    assert (error.status, len(web.asked)) == (status, 1)
    assert said in error.what


def test_a_busy_server_is_given_the_time_it_asks_for(web: Web) -> None:
    replies = [(429, {"Retry-After": "7"}, b""), (503, {"Retry-After": "Mon, 05 Sep 2022 10:00:40 GMT"}, b""), (200, {}, b"at last")]
    web.pages["/busy"] = lambda _: replies.pop(0)
    assert web.fetcher(delay=0, clock=lambda: datetime(2022, 9, 5, 10, tzinfo=UTC)).get(f"{web.site}/busy").content == b"at last"
    assert web.slept == [7, 40]


def test_a_server_that_stays_busy_or_asks_for_too_long(web: Web) -> None:
    web.pages |= {"/busy": (503, {}, b""), "/long": (429, {"Retry-After": "86400"}, b"")}
    assert refused(web.fetcher(delay=0.5), f"{web.site}/busy").status == 503
    assert [wait for wait in web.slept if wait >= 1] == [1, 2]
    assert refused(web.fetcher(), f"{web.site}/long").status == 429
    assert web.paths == ["/busy"] * 3 + ["/long"]


def test_one_host_has_a_pause_between_two_requests(web: Web) -> None:
    web.pages["/a"] = b"a"
    fetcher = web.fetcher(delay=3.0)
    fetcher.get(f"{web.site}/a")
    assert web.slept == []
    fetcher.get(f"{web.site}/a")
    assert 2.5 < sum(web.slept) <= 3


def test_robots_are_asked_first_and_kept(web: Web) -> None:
    web.pages |= {
        "/robots.txt": b"User-agent: *\nDisallow: /desk\nCrawl-delay: 9\n",
        "/a": b"a",
        "/to": (302, {"Location": "/desk/1"}, b""),
    }
    fetcher = web.fetcher()
    assert fetcher.get(f"{web.site}/a", robots=True).content == b"a"
    assert web.slept
    assert max(web.slept) > 8
    for path in ("/desk/1", "/to"):
        assert "robots.txt" in refused(fetcher, f"{web.site}{path}", robots=True).what
    assert web.paths == ["/robots.txt", "/a", "/to"]


def test_a_site_whose_robots_cannot_be_had_is_left_alone(web: Web) -> None:
    web.pages |= {"/robots.txt": (500, {}, b""), "/a": b"a"}
    assert "robots.txt" in refused(web.fetcher(), f"{web.site}/a", robots=True).what
    del web.pages["/robots.txt"]
    assert web.fetcher().get(f"{web.site}/a", robots=True).content == b"a"


def test_packed_pages_and_bombs(web: Web) -> None:
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(deflate.compress(bytes(1 << 20)) for _ in range(200)) + deflate.flush()
    web.pages |= {
        "/good": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"Shenyang" * 100)),
        "/bomb": (200, {"Content-Encoding": "gzip"}, bomb),
        "/broken": (200, {"Content-Encoding": "gzip"}, b"no gzip at all"),
        "/cut": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"Shenyang" * 100)[:-9]),
        "/odd": (200, {"Content-Encoding": "br"}, b"x"),
    }
    assert web.fetcher().get(f"{web.site}/good").content == b"Shenyang" * 100
    assert "more than the 1 MB" in refused(web.fetcher(limit=1_000_000), f"{web.site}/bomb").what
    assert "broken" in refused(web.fetcher(), f"{web.site}/broken").what
    assert "packed as 'br'" in refused(web.fetcher(), f"{web.site}/odd").what
    assert "no answer" in refused(web.fetcher(tries=1), f"{web.site}/cut").what


def test_an_answer_without_end_is_left_at_the_limit(web: Web) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        try:
            while True:
                request.wfile.write(bytes(1 << 16))
        except OSError:
            pass

    web.pages["/endless"] = endless
    assert "more than the 1 MB" in refused(web.fetcher(limit=1_000_000), f"{web.site}/endless").what


@pytest.mark.parametrize("where", ["head", "body"])
def test_an_answer_that_drips_is_ended_when_its_time_is_up(web: Web, where: str) -> None:
    def drips(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"X-Slow: " if where == "head" else b"\r\n"))
        try:
            for _ in range(100):
                request.wfile.write(b"x")
                request.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    web.pages["/drip"] = drips
    start = time.monotonic()
    assert "more than 0.3 seconds" in refused(web.fetcher(tries=1, seconds=0.3), f"{web.site}/drip").what
    assert time.monotonic() - start < 2


def test_a_connection_that_breaks_off_is_tried_again(web: Web) -> None:
    replies = [(200, {"Content-Length": "500"}, b"short"), (200, {}, b"whole")]
    web.pages["/a"] = lambda _: replies.pop(0)
    assert web.fetcher().get(f"{web.site}/a").content == b"whole"


def test_an_etag_that_would_smuggle_a_header(web: Web) -> None:
    web.pages["/a"] = b"a"
    with pytest.raises(FetchError):
        web.fetcher(tries=1).get(f"{web.site}/a", etag='"1"\r\nX-Smuggled: yes')
    assert web.asked == []


ROBOTS = """
# comment
User-agent: other
User-agent: amicity
Disallow: /secret
Allow: /secret/open
Disallow: /*.pdf$
Disallow: /search*page=

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        *(("/", True), ("/secret/a", False), ("/secret/open/a", True), ("/a.pdf", False), ("/a.pdf?x", True), ("/%73ecret", False)),
        *(("/search?q=a&page=2", False), ("/search?q=a", True), ("/robots.txt", True)),
    ],
)
def test_the_longest_rule_for_us_counts(path: str, allowed: bool) -> None:
    assert robots_in(ROBOTS, agent="amicity/1.0 (reads)").allow(path) is allowed


def test_rules_for_everybody_hold_where_we_are_not_named() -> None:
    assert not robots_in(ROBOTS.replace("amicity", "nobody"), agent="amicity/1.0").allow("/a")
    assert robots_in("Disallow: /\n<html>", agent="amicity/1.0").allow("/a")


def test_hostile_robots_take_no_time() -> None:
    start = time.monotonic()
    assert robots_in("User-agent: *\nDisallow: /" + "*a" * 5000 + "b", agent="amicity").allow("/" + "a" * 4000)
    assert time.monotonic() - start < 0.5
