"""How often one may ask: counted minute by minute in a small SQLite file that all workers of a machine share.

Not in Django's cache, which by default each worker has for itself, and whose file-based kind does not count safely; nor in the
database of the register, where each count would wait for the disk. What is lost when the machine stops is a minute's counting.
"""

import sqlite3
import threading
import time
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

_SCHEMA = "CREATE TABLE IF NOT EXISTS spent (who TEXT, minute INTEGER, times INTEGER, PRIMARY KEY (who, minute)) WITHOUT ROWID"
_SPEND = "INSERT INTO spent VALUES (?, ?, 1) ON CONFLICT (who, minute) DO UPDATE SET times = times + 1 WHERE times <= ? RETURNING times"
_held = threading.local()


def spend(who: str, sort: str, *, now: float | None = None) -> int:
    """Count one request of this sort (``read``, ``reconcile``, ``export``, ``write``). Gives the seconds to wait, 0 where it may pass."""
    moment = time.time() if now is None else now
    minute = int(moment // 60)
    allowed: int = settings.API_LIMITS[sort]
    try:
        counted = _ask(_SPEND, (f"{sort} {who}", minute, allowed))
        if counted and counted[0] == 1:
            _ask("DELETE FROM spent WHERE minute < ?", (minute - 1,))
    except sqlite3.Error:
        _close()
        return 0
    return 0 if counted and counted[0] <= allowed else max(1, int((minute + 1) * 60 - moment + 0.999))


def address_of(request: HttpRequest) -> str:
    """Where the request comes from: the nearest address that the site's own proxy saw; for IPv6 its network of 64 bits."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    written = seen.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(written)
    except ValueError:
        return "unknown"
    return f"{IPv6Address(int(address) >> 64 << 64)}/64" if isinstance(address, IPv6Address) else str(address)


def _ask(statement: str, values: tuple[object, ...]) -> tuple[int] | None:
    found: tuple[int] | None = _open().execute(statement, values).fetchone()
    return found


def _open() -> sqlite3.Connection:
    """This thread's connection: nothing is synced, and the journal stays in memory."""
    file = settings.VAR / "api-limits.sqlite3"
    if getattr(_held, "file", None) != file:
        connection = sqlite3.connect(file, timeout=1, isolation_level=None)
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_SCHEMA)
        _held.connection, _held.file = connection, file
    opened: sqlite3.Connection = _held.connection
    return opened


def _close() -> None:
    """Let go of a file that failed: the next request opens it anew."""
    _held.file = None
