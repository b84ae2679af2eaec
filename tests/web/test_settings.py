"""The settings: how SQLite is opened, where it may lie, the secret key, and what Django's own check says of production."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from amicity_web.settings import sqlite
from amicity_web.settings.database import database
from amicity_web.settings.secret import secret_key


@pytest.mark.django_db
def test_sqlite_is_opened_as_measured() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the tests run on another database")
    pragmas = {}
    with connection.cursor() as cursor:
        for name in ("synchronous", "foreign_keys", "busy_timeout"):
            cursor.execute(f"PRAGMA {name}")
            pragmas[name] = cursor.fetchone()[0]
    assert pragmas == {"synchronous": 2, "foreign_keys": 1, "busy_timeout": 20_000}
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert connection.settings_dict["CONN_MAX_AGE"] == 0 and not connection.settings_dict["ATOMIC_REQUESTS"]


@pytest.mark.django_db
def test_a_database_file_is_opened_with_the_journal_that_this_version_can_be_trusted_with(tmp_path: Path) -> None:
    opened = ConnectionHandler({"default": database("", var=tmp_path)})["default"]
    with opened.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] == sqlite.journal().lower()
    opened.close()


@pytest.mark.parametrize(
    ("version", "journal"),
    [
        ((3, 40, 1), "PERSIST"),
        ((3, 44, 5), "PERSIST"),
        ((3, 44, 6), "WAL"),
        ((3, 45, 0), "PERSIST"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 2), "PERSIST"),
        ((3, 51, 3), "WAL"),
        ((3, 52, 0), "WAL"),
    ],
)
def test_the_write_ahead_log_only_where_its_reset_is_safe(version: tuple[int, ...], journal: str) -> None:
    assert sqlite.journal(version) == journal


def test_a_network_file_system_is_refused(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n")
    with pytest.raises(sqlite.NetworkFileSystemError, match="nfs4"):
        sqlite.refuse_network_file_system(tmp_path / "var", mounts)
    mounts.write_text("disk / ext4 rw 0 0\n")
    sqlite.refuse_network_file_system(tmp_path / "var", mounts)


def test_the_secret_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    key = secret_key(tmp_path / "var")
    assert len(key) > 60 and secret_key(tmp_path / "var") == key != secret_key(tmp_path / "other")
    assert stat.S_IMODE((tmp_path / "var" / "secret-key").stat().st_mode) == 0o600


def test_a_database_by_address(tmp_path: Path) -> None:
    told = database("postgres://an%40na:s%2Fecret@db.example:5433/register", var=tmp_path)
    assert (told["USER"], told["PASSWORD"], told["HOST"], told["PORT"], told["NAME"]) == (
        "an@na",
        "s/ecret",
        "db.example",
        "5433",
        "register",
    )
    with pytest.raises(ValueError, match="mysql"):
        database("mysql://x", var=tmp_path)


def test_djangos_own_check_has_nothing_to_say_of_production(tmp_path: Path) -> None:
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "amicity_web.settings.production",
        "AMICITY_VAR": str(tmp_path),
        "AMICITY_HOSTS": "a.example",
    }
    command = [sys.executable, "-m", "amicity_web", "manage", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert done.returncode == 0 and b"no issues" in done.stdout, done.stderr.decode()
