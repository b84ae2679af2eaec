"""The client of a site's API: where the token goes, what is followed, and what is said when a site is none."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from amicity.sources import _site
from amicity.sources._site import Site, SiteError

TOKEN = "amicity_" + "s" * 40
Seen = list[tuple[str, str, str | None]]


class Served:
    """A site that answers as told: path → status, headers and body; ``seen`` is who asked for what with which token."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.seen: Seen = []
        served = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                served.seen.append((self.command, self.path, self.headers.get("Authorization")))
                status, headers, body = served.pages.get(self.path, (404, {}, b"{}"))
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(body))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture
def two() -> Iterator[tuple[Served, Served]]:
    sites = Served(), Served()
    yield sites
    for each in sites:
        each.server.shutdown()
        each.server.server_close()


def test_the_token_goes_to_the_site_and_to_nobody_else(two: tuple[Served, Served]) -> None:
    site, other = two
    site.pages["/api/v1/a"] = (302, {"Location": "/api/v1/b"}, b"")
    site.pages["/api/v1/b"] = (302, {"Location": f"{other.address}/c"}, b"")
    other.pages["/c"] = (302, {"Location": f"{site.address.replace('127.0.0.1', 'localhost')}/api/v1/d"}, b"")
    site.pages["/api/v1/d"] = (200, {}, b'{"x": 1}')
    assert Site.at(site.address, TOKEN).get("a").told() == {"x": 1}
    assert [token for _, _, token in site.seen] == [f"Bearer {TOKEN}", f"Bearer {TOKEN}", None]
    assert other.seen == [("GET", "/c", None)]
    assert TOKEN not in repr(Site.at(site.address, TOKEN))


def test_nothing_is_sent_to_where_a_site_has_moved(two: tuple[Served, Served]) -> None:
    site, other = two
    site.pages["/api/v1/reports"] = (307, {"Location": f"{other.address}/api/v1/reports"}, b"")
    with pytest.raises(SiteError, match="has moved to"):
        Site.at(site.address, TOKEN).post("reports", {"text": "a"})
    assert not other.seen


@pytest.mark.parametrize("location", ["ftp://a.example/", "file:///etc/passwd", "javascript:alert(1)"])
def test_odd_redirects_are_not_followed(two: tuple[Served, Served], location: str) -> None:
    two[0].pages["/api/v1/a"] = (302, {"Location": location}, b"")
    with pytest.raises(SiteError, match="not safe to follow"):
        Site.at(two[0].address).get("a")


def test_a_circle_ends(two: tuple[Served, Served]) -> None:
    two[0].pages["/api/v1/a"] = (302, {"Location": "/api/v1/a"}, b"")
    with pytest.raises(SiteError, match="without end"):
        Site.at(two[0].address).get("a")
    assert len(two[0].seen) == 4


@pytest.mark.parametrize(
    ("status", "headers", "body", "says"),
    [
        (422, {}, b'{"detail": "No.", "errors": [{"where": "kind", "says": "is none"}]}', r"refuses \(422\): No\.; kind: is none"),
        (429, {"Retry-After": "7"}, b'{"detail": "Wait."}', r"Wait\. \(wait 7 seconds\)"),
        (404, {}, b"<html>", "gives no reason"),
        (500, {}, b'{"detail": 1, "errors": [1]}', "gives no reason"),
        (200, {}, b"<html>login</html>", "no JSON object"),
        (200, {}, b"[" * 100_000, "no JSON object"),
        (200, {"Content-Encoding": "gzip"}, b"not gzip", "does not answer"),
        (200, {"Content-Length": "100"}, b"short", "does not answer"),
    ],
)
def test_what_is_no_answer_is_said(two: tuple[Served, Served], status: int, headers: dict[str, str], body: bytes, says: str) -> None:
    two[0].pages["/api/v1/a"] = (status, headers, body)
    with pytest.raises(SiteError, match=says):
        Site.at(two[0].address).get("a").told()


def test_an_answer_has_a_largest_size(two: tuple[Served, Served], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_site, "LARGEST", 1000)
    two[0].pages["/api/v1/a"] = (200, {}, b"x" * 1001)
    with pytest.raises(SiteError, match="ask for one place"):
        Site.at(two[0].address).get("a")


@pytest.mark.parametrize("address", ["", "ftp://a.example", "https://", "https://a:b@c.example", "https://a.example/?x=1", "/var/register"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(SiteError, match="is no address"):
        Site.at(address)


def test_an_address_may_be_typed_short_or_long() -> None:
    assert Site.at("register.example").address == "https://register.example"
    assert Site.at("http://localhost:8000/api/v1/").address == "http://localhost:8000"
    with pytest.raises(SiteError, match="letters that no token has"):
        Site.at("register.example", "amicity_x\r\nHost: evil")
