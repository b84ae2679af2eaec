"""Writers killed in the middle, many at once, and a full disk: ``stress.py`` runs them; the first two belong to ``make test-long``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("what", "says"),
    [
        pytest.param(["kill", "110"], "none lost", marks=pytest.mark.long),
        pytest.param(["crowd", "30"], "p99", marks=pytest.mark.long),
        (["full"], "writing goes on"),
    ],
)
def test_the_store_under_stress(what: list[str], says: str, tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "AMICITY_DATABASE"} | {"AMICITY_VAR": str(tmp_path)}
    script = Path(__file__).with_name("stress.py")
    done = subprocess.run([sys.executable, str(script), *what], env=env, capture_output=True, check=False, timeout=600)
    assert done.returncode == 0 and says in done.stdout.decode(), done.stderr.decode()[-3000:]
