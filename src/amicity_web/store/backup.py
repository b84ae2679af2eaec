"""A whole, consistent copy of the SQLite database, taken while the site is at work."""

import sqlite3
from pathlib import Path

from django.db import connection


class BackupError(Exception):
    """No copy was made; the message says why and what to do."""


def back_up(destination: Path) -> int:
    """Copy the database to a new file through SQLite's own backup, all pages at once. Gives the copy's size in bytes.

    The copy appears under its name only when it is whole and found sound. Raises BackupError.
    """
    if connection.vendor != "sqlite":
        raise BackupError("the database is on PostgreSQL: use pg_dump")
    if destination.exists():
        raise BackupError(f"{destination} exists already: choose another name, nothing is overwritten")
    part = destination.with_name(destination.name + ".part")
    try:
        _copy(part)
        part.rename(destination)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise BackupError(f"{destination} could not be written ({error}): see that the folder exists and has room") from error
    return destination.stat().st_size


def _copy(part: Path) -> None:
    connection.ensure_connection()
    target = sqlite3.connect(part)
    try:
        connection.connection.backup(target, pages=-1)
        if target.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the copy is not sound")
    finally:
        target.close()
