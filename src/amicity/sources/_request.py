"""One request: to the number that was checked, within a time and a size, and what came of it."""

import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from amicity.sources._guard import Target
from amicity.terms.source import SourceError

MOVED = (301, 302, 303, 307, 308)
GONE = (404, 410)
_CHUNK = 1 << 16
_SAVE = "save the page in a browser and give the file"
_CERTIFICATE = "cannot show that it is who it says"


class FetchError(SourceError):
    """A page cannot be fetched; ``status`` is the server's answer, or 0 where there was none."""

    def __init__(self, what: str, where: str, remedy: str, status: int = 0) -> None:
        super().__init__(what, where, remedy)
        self.status = status


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave: the ``address`` that answered in the end, its ``status`` (200, or 304 where nothing has changed since), the
    unpacked ``content``, its ``media`` type in small letters without parameters, and ``etag`` and ``since`` to be given back next time."""

    address: str
    status: int
    content: bytes
    media: str = ""
    etag: str | None = None
    since: str | None = None
    at: str | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the server says that the content is as it was."""
        return self.status == 304


class NoAnswerError(Exception):
    """No whole answer came."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request brought."""

    status: int
    headers: dict[str, str]
    content: bytes
    at: str | None

    @property
    def moved(self) -> str | None:
        """Where the page has gone to."""
        return self.headers.get("location") if self.status in MOVED else None

    def fetched(self, here: Target) -> Fetched:
        """The same for the caller. Raises FetchError for any status but 2xx and 304."""
        if self.status != 304 and not 200 <= self.status < 300:
            said, remedy = _SAID.get(self.status, ("cannot be had", "check the address in a browser"))
            raise FetchError(f"{said} ({self.status})", here.address, remedy, self.status)
        media = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(here.address, self.status, self.content, media, self.headers.get("etag"), self.headers.get("last-modified"), self.at)


_SAID = {
    401: ("wants a password", _SAVE),
    403: ("is refused to us", _SAVE),
    404: ("is not there", "check the address"),
    410: ("is gone for good", "take it off the list"),
}


def ask(here: Target, number: str, headers: dict[str, str], *, seconds: float, limit: int, at: Callable[[], datetime] | None) -> Answer:
    """One request to that number, ended by force when its time is up. Raises NoAnswerError, and FetchError for too large an answer."""
    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.exceptions import HTTPError

    plain = here.scheme == "http"
    connection = (
        HTTPConnection(number, here.port, timeout=seconds)
        if plain
        else HTTPSConnection(number, here.port, timeout=seconds, ssl_context=ssl.create_default_context(), server_hostname=here.host)
    )
    ended = threading.Event()
    opened: list[socket.socket] = []  # the connection itself forgets its socket when the answer is to end with it

    def end() -> None:
        ended.set()
        for each in [*opened, connection.sock]:
            with suppress(OSError):
                if each:
                    each.shutdown(socket.SHUT_RDWR)

    watch = threading.Timer(seconds, end)
    watch.daemon = True
    watch.start()
    try:
        connection.connect()
        opened.append(connection.sock)
        connection.request(
            "GET", here.path, headers=headers | {"Host": here.origin.partition("://")[2]}, preload_content=False, decode_content=False
        )
        response = connection.getresponse()
        told = {name.lower(): value for name, value in response.headers.items()}
        content = b"" if response.status in (*MOVED, 304) else _body(response.read1, told, limit=limit, where=here.address, ended=ended)
        return Answer(response.status, told, content, at().isoformat(timespec="seconds") if at else None)
    except ssl.SSLError as error:
        raise FetchError(_CERTIFICATE, here.address, "its certificate is not in order: tell its owner") from error
    except (HTTPError, OSError, ValueError, EOFError) as error:
        if isinstance(error.__cause__, ssl.SSLCertVerificationError):
            raise FetchError(_CERTIFICATE, here.address, "its certificate is not in order: tell its owner") from error
        raise NoAnswerError(
            f"took more than {seconds:g} seconds" if ended.is_set() else f"gives no answer ({type(error).__name__})"
        ) from error
    finally:
        watch.cancel()
        connection.close()


def _body(read: Callable[[int], bytes], told: dict[str, str], *, limit: int, where: str, ended: threading.Event) -> bytes:
    """The content, unpacked, never more than the limit in memory. Raises FetchError, and OSError where it breaks off."""
    packing = told.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip"):
        raise FetchError(f"comes packed as {packing[:20]!r}, which was not asked for", where, _SAVE)
    unpack = zlib.decompressobj(wbits=31) if "gzip" in packing else None
    content, taken = bytearray(), 0
    while chunk := read(_CHUNK):
        taken += len(chunk)
        try:
            content += unpack.decompress(chunk, max(1, limit + 1 - len(content))) if unpack else chunk
        except zlib.error as error:
            raise FetchError("comes packed in a broken way", where, _SAVE) from error
        if len(content) > limit or taken > limit:
            raise FetchError(
                f"is more than the {limit / 1e6:g} MB that a report may have", where, "save what matters of it and give the file"
            )
    if ended.is_set() or (unpack and not unpack.eof and taken):
        raise EOFError
    return bytes(content)
