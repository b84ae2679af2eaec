"""Fetches from the public web: guarded, bounded and polite.

The door is ``Fetcher.get``. Every hop's address is checked (``_guard``), its name is looked up once, and the connection goes to the very
number that was checked. Time, size (packed and unpacked) and redirects have limits; a host gets one request at a time, with a pause
between two, and where it says that it is busy we wait as long as it asks.
"""

import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from amicity import __version__
from amicity.sources._guard import Resolve, Target, connectable, target
from amicity.sources._request import Answer, Fetched, FetchError, NoAnswerError, ask
from amicity.sources._robots import NOTHING, Robots, robots_in
from amicity.terms.source import SourceError

AGENT = f"amicity/{__version__} (reads public reports of ties between cities)"
ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.5"
_BUSY = (429, 500, 502, 503, 504)
_LONGEST_WAIT = 120.0
_SAVE = "save the page in a browser and give the file"

__all__ = ["ACCEPT", "AGENT", "FetchError", "Fetched", "Fetcher"]


@dataclass(slots=True)
class _Host:
    """Whose turn it is with a host, and when it was last asked."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    last: float | None = None


@dataclass(slots=True)
class Fetcher:
    """A polite reader of the public web; one may be shared by threads.

    ``seconds`` is the time for one request as a whole, ``limit`` the bytes of one answer, ``delay`` the pause between two requests to
    a host, ``clock`` what tells the day and the hour (where it is given, ``Fetched.at`` says when). ``resolve``, ``sleep`` and ``trusted``
    (hosts and ports that are let through unchecked) are for tests: no setting and no option of a command reaches them.
    """

    agent: str = AGENT
    limit: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5
    tries: int = 3
    delay: float = 1.0
    clock: Callable[[], datetime] | None = None
    resolve: Resolve | None = None
    sleep: Callable[[float], None] = time.sleep
    trusted: Collection[tuple[str, int]] = ()
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _robots: dict[str, Robots | FetchError] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(
        self, address: str, *, etag: str | None = None, since: str | None = None, accept: str = ACCEPT, robots: bool = False
    ) -> Fetched:
        """What is at the address, redirects followed.

        With ``etag`` or ``since`` of an earlier answer the server may say that nothing has changed (``Fetched.unchanged``). With
        ``robots`` the site's robots.txt is asked first. Raises FetchError (a SourceError) where the address is not of the public web,
        the server cannot be reached, refuses, stays busy after ``tries`` tries, or gives more than the limits.
        """
        headers = {"User-Agent": self.agent, "Accept": accept, "Accept-Encoding": "gzip", "Connection": "close"}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": since} if since else {}
        here = self._target(address)
        for _ in range(self.redirects + 1):
            if robots and not self.robots(here).allow(here.path):
                raise FetchError(
                    "is closed to programs by the site's robots.txt", here.address, "save the page in a browser and give the file"
                )
            answer = self._patiently(here, headers)
            if not answer.moved:
                return answer.fetched(here)
            here = self._target(urljoin(here.address, answer.moved))
        raise FetchError(
            f"leads on and on, more than {self.redirects} times", address, "open it in a browser and give the address it ends at"
        )

    def robots(self, site: Target) -> Robots:
        """The rules of a site: everything is allowed where it has none, nothing where it cannot say.

        Raises FetchError where it is out of reach; it is not asked again.
        """
        if site.origin not in self._robots:
            self._robots[site.origin] = self._asked_for_robots(site)
        known = self._robots[site.origin]
        if isinstance(known, FetchError):
            raise FetchError(known.what, site.address, known.remedy)
        return known

    def _asked_for_robots(self, site: Target) -> Robots | FetchError:
        try:
            fetched = self.get(f"{site.origin}/robots.txt", accept="text/plain")
        except FetchError as error:
            if not error.status:
                return error
            return Robots() if 400 <= error.status < 500 and error.status != 429 else NOTHING
        return robots_in(fetched.content.decode("utf-8", "replace"), agent=self.agent)

    def _target(self, address: str) -> Target:
        try:
            return target(address, trusted=self.trusted)
        except SourceError as error:
            raise FetchError(error.what, error.where, error.remedy) from error

    def _patiently(self, here: Target, headers: dict[str, str]) -> Answer:
        """The answer, after as many tries as it takes and we have."""
        for left in range(self.tries - 1, -1, -1):
            wait = self.delay * 2 ** (self.tries - left)
            try:
                answer = self._once(here, headers)
            except NoAnswerError as error:
                if not left:
                    raise FetchError(str(error), here.address, "try again later") from error
            else:
                if answer.status not in _BUSY:
                    return answer
                wait = max(wait, self._asked_to_wait(answer.headers.get("retry-after", "")))
                if not left or wait > _LONGEST_WAIT:
                    raise FetchError(f"is busy ({answer.status})", here.address, "try again later", answer.status)
            self.sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _asked_to_wait(self, said: str) -> float:
        """The seconds of a Retry-After, in seconds or as a date."""
        if said.isascii() and said.isdigit():
            return float(said[:9])
        with suppress(ValueError, TypeError):
            if self.clock:
                return (parsedate_to_datetime(said).astimezone(UTC) - self.clock().astimezone(UTC)).total_seconds()
        return 0.0

    def _once(self, here: Target, headers: dict[str, str]) -> Answer:
        try:
            number = connectable(here, resolve=self.resolve, trusted=self.trusted)
        except SourceError as error:
            raise FetchError(error.what, error.where, error.remedy) from error
        with self._turn(here):
            return ask(here, number, headers, seconds=self.seconds, limit=self.limit, at=self.clock)

    @contextmanager
    def _turn(self, here: Target) -> Iterator[None]:
        """One request a host at a time, and a pause after each."""
        with self._lock:
            host = self._hosts.setdefault(here.host, _Host())
        known = self._robots.get(here.origin)
        pause = max(self.delay, known.delay if isinstance(known, Robots) else 0.0)
        with host.lock:
            if host.last is not None and (wait := host.last + pause - time.monotonic()) > 0:
                self.sleep(wait)
            try:
                yield
            finally:
                host.last = time.monotonic()
