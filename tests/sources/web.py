"""A small web server on this machine, and a fetcher that may reach it; only tests can have one."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from amicity.sources._fetch import Fetcher

Reply = tuple[int, dict[str, str], bytes]
Page = bytes | Reply | Callable[[BaseHTTPRequestHandler], Reply | None]


@dataclass(slots=True)
class Web:
    """What the server gives by path, and what it was asked for, in order."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def fetcher(self, **more: Any) -> Fetcher:
        return Fetcher(**{"trusted": [("127.0.0.1", self.port)], "sleep": self.slept.append, "seconds": 5.0} | more)


@contextmanager
def served() -> Iterator[Web]:
    """A server on a free port until the block ends; what it does not have is 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = web.pages.get(self.path, (404, {}, b"no such page"))
            reply = page(self) if callable(page) else page
            if reply is None:
                return
            status, headers, content = reply if isinstance(reply, tuple) else (200, {"Content-Type": "text/html"}, reply)
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(content))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web = Web(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
