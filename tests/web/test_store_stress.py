"""Writers killed in the middle, and many at once: a short run of ``stress.py``, and a long one for ``make test-long``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("what", "says"),
    [
        (["kill", "3"], "none lost"),
        pytest.param(["kill", "110"], "none lost", marks=pytest.mark.long),
        (["crowd", "1"], "p99"),
        pytest.param(["crowd", "30"], "p99", marks=pytest.mark.long),
        (["full"], "writing goes on"),
    ],
)
def test_the_store_under_stress(what: list[str], says: str, tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "AMICITY_DATABASE"} | {"AMICITY_VAR": str(tmp_path)}
    script = Path(__file__).with_name("stress.py")
    done = subprocess.run([sys.executable, str(script), *what], env=env, capture_output=True, check=False, timeout=600)
    assert done.returncode == 0 and says in done.stdout.decode(), done.stderr.decode()[-3000:]
