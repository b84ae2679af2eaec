"""How SQLite is opened: the journal that its version can be trusted with, and where its file may lie."""

import sqlite3
from pathlib import Path

NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "glusterfs", "lustre"})


class NetworkFileSystemError(Exception):
    """The database file would lie on a file system whose locks SQLite cannot trust."""


def journal(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """``WAL`` where the write-ahead log's reset is safe (3.44.6, 3.50.7, 3.51.3 and later), else the rollback journal.

    SQLite 3.7.0 to 3.51.2 may corrupt a database when a write-ahead log is reset under load.
    """
    fixed = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return "WAL" if fixed else "PERSIST"


def options() -> dict[str, object]:
    """The OPTIONS of Django's SQLite back end: write locks taken at once, waited for, and every commit on the disk."""
    pragmas = f"PRAGMA journal_mode={journal()};PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA cache_size=-65536"
    return {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}


def refuse_network_file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> None:
    """Raise NetworkFileSystemError where the folder lies on one. Says nothing where the system does not tell (no ``/proc``)."""
    if not mounts.exists():
        return
    kinds = {point: kind for _, point, kind, *_ in (line.split() for line in mounts.read_text().splitlines())}
    held = max((p for p in kinds if folder.resolve().is_relative_to(p)), key=len, default="/")
    if kinds.get(held) in NETWORK_FILE_SYSTEMS:
        raise NetworkFileSystemError(
            f"{folder} lies on a network file system ({kinds[held]}), where SQLite may lose writes. "
            "Choose a local folder with --var, or a PostgreSQL server with AMICITY_DATABASE=postgres://…"
        )
