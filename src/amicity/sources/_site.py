"""A register on a site: the client of its API. The person typed the address, so any host is asked, localhost among them;
but a token goes to that host alone, whatever it redirects to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

LARGEST = 500_000_000
"""Bytes. The largest answer taken."""

_HOPS = 3
_SECONDS = 120
_MOVED = (301, 302, 303, 307, 308)


class SiteError(Exception):
    """The site does not answer, or refuses; the message says what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the site gave: its status, its headers (small letters) and its bytes."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    def told(self) -> dict[str, Any]:
        """The JSON object in it. Raises SiteError."""
        try:
            read = json.loads(self.content)
        except (ValueError, RecursionError):
            read = None
        if not isinstance(read, dict):
            raise SiteError("the site answers with something that is no JSON object: is this the address of a register?")
        return read


@dataclass(frozen=True, slots=True)
class Site:
    """A site at ``address`` (``https://register.example``), and the token that it is shown, if any."""

    address: str
    token: str = field(default="", repr=False)

    @classmethod
    def at(cls, address: str, token: str = "") -> "Site":
        """The site at an address as a person types it. Raises SiteError for what is none."""
        parts = urlsplit(address if "//" in address else f"https://{address}")
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query or parts.fragment:
            raise SiteError(f"{address} is no address of a register: write https://register.example")
        if token and not (token.isascii() and token.isprintable()):
            raise SiteError("the token has letters that no token has: copy it again")
        path = parts.path.rstrip("/").removesuffix("/api/v1")
        return cls(f"{parts.scheme}://{parts.netloc}{path}", token)

    def get(self, path: str, **asked: object) -> Reply:
        """What is at ``/api/v1/<path>``; what is None or empty is not asked. Raises SiteError."""
        query = urlencode({name: value for name, value in asked.items() if value not in (None, "")})
        return self._ask("GET", f"{self.address}/api/v1/{path}{'?' if query else ''}{query}")

    def post(self, path: str, told: Mapping[str, object], *, seen: str = "") -> Reply:
        """Send a JSON object; ``seen`` is the state (ETag) that must still hold. Raises SiteError."""
        headers = {"Content-Type": "application/json"} | ({"If-Match": seen} if seen else {})
        return self._ask("POST", f"{self.address}/api/v1/{path}", headers=headers, body=json.dumps(told).encode())

    def _ask(self, method: str, address: str, *, headers: Mapping[str, str] | None = None, body: bytes | None = None) -> Reply:
        for _ in range(_HOPS + 1):
            known = {"Authorization": f"Bearer {self.token}"} if self.token and _same_host(address, self.address) else {}
            reply = _request(method, address, headers={**(headers or {}), **known}, body=body)
            if reply.status not in _MOVED or "location" not in reply.headers:
                return _checked(reply, self.address)
            address = _onward(method, address, reply.headers["location"])
        raise SiteError(f"{self.address} sends from page to page without end: check the address")


def _request(method: str, address: str, *, headers: Mapping[str, str], body: bytes | None) -> Reply:
    import urllib3

    from amicity import __version__

    told = {"User-Agent": f"amicity/{__version__}", "Accept": "application/json, */*", "Accept-Encoding": "gzip", **headers}
    pool = urllib3.PoolManager(timeout=urllib3.Timeout(connect=10, read=_SECONDS), retries=False)
    try:
        answer = pool.request(method, address, headers=told, body=body, redirect=False, preload_content=False)
        content = answer.read(LARGEST + 1, decode_content=True)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise SiteError(f"{_origin(address)} does not answer ({_said(error)}): is the address right, and does the site run?") from None
    finally:
        pool.clear()
    if len(content) > LARGEST:
        raise SiteError(f"{_origin(address)} sends more than {LARGEST // 10**6} MB: ask for one place with --place")
    return Reply(answer.status, {name.lower(): value for name, value in answer.headers.items()}, content)


def _onward(method: str, address: str, location: str) -> str:
    """Where a redirect leads. Raises SiteError where it must not be followed."""
    onward = urljoin(address, location)
    if urlsplit(onward).scheme not in ("http", "https") or urlsplit(address).scheme == "https" != urlsplit(onward).scheme:
        raise SiteError(f"{_origin(address)} redirects to an address that is not safe to follow: check the address")
    if method != "GET":
        raise SiteError(f"{_origin(address)} has moved to {_origin(onward)}: give that address, nothing was sent there")
    return onward


def _checked(reply: Reply, address: str) -> Reply:
    """The reply where it is no refusal. Raises SiteError with what the site says."""
    if reply.status < 400:
        return reply
    try:
        told = json.loads(reply.content)
        says = str(told["detail"])[:500]
        says += "".join(f"; {each['where']}: {each['says']}"[:300] for each in told.get("errors", ())[:5])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        says = "it gives no reason: is this the address of a register?"
    wait = f" (wait {reply.headers['retry-after']} seconds)" if "retry-after" in reply.headers else ""
    raise SiteError(f"{address} refuses ({reply.status}): {says}{wait}")


def _same_host(one: str, other: str) -> bool:
    return _origin(one) == _origin(other)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _said(error: Exception) -> str:
    """The heart of urllib3's message, without the memory addresses in it."""
    return str(getattr(error, "reason", None) or error).rpartition(">: ")[2].rpartition("): ")[2][:200] or type(error).__name__
