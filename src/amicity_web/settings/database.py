"""Which database: SQLite in the site's own folder, or PostgreSQL by address."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from amicity_web.settings import sqlite


def database(address: str, *, var: Path) -> dict[str, Any]:
    """Django's description of the database at ``postgres://user:password@host:port/name``; of ``var/amicity.sqlite3`` where it is empty.

    Raises ValueError for any other scheme.
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(var / "amicity.sqlite3"),
            "OPTIONS": sqlite.options(),
            "CONN_MAX_AGE": 0,
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(
            f"AMICITY_DATABASE starts with {parts.scheme!r}: write postgres://user:password@host:5432/name, or leave it empty for SQLite"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "amicity",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or 5432),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
