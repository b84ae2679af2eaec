"""Runs the command line as people do: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

SENTENCE = "Shenyang Mayor Jiang Youwei and Karachi Mayor Waseem Akhtar signed a letter of intent on August 10, 2018.\n"
COMMAND = [sys.executable, "-m", "amicity"]


def amicity(*words: str | Path, cwd: Path | None = None, stdin: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*COMMAND, *map(str, words)], cwd=cwd, input=stdin, capture_output=True, check=False, timeout=60, env=environment()
    )


def environment() -> dict[str, str]:
    source = str(Path(__file__).resolve().parents[2] / "src")
    return os.environ | {"PYTHONPATH": source, "NO_COLOR": "1"}
