"""The same store tests on PostgreSQL, where a server answers on this machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SERVER = "postgres@127.0.0.1:5432"
HERE = Path(__file__).parent


@pytest.mark.long
def test_the_store_holds_on_postgresql_too() -> None:
    psycopg = pytest.importorskip("psycopg")
    try:
        psycopg.connect(f"postgresql://{SERVER}/postgres", connect_timeout=2).close()
    except psycopg.OperationalError:
        pytest.skip(f"no PostgreSQL server answers at {SERVER}")
    database = f"postgres://{SERVER}/amicity_{os.getpid()}"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(HERE / "test_store_record.py")]
    done = subprocess.run(
        command, cwd=HERE.parent.parent, env=os.environ | {"AMICITY_DATABASE": database}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode()[-3000:]
