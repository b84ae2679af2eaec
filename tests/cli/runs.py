"""Runs the command line as people do: in this process, or in one of its own where the process itself is what matters."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

from amicity.cli._main import _run

SENTENCE = "Shenyang Mayor Jiang Youwei and Karachi Mayor Waseem Akhtar signed a letter of intent on August 10, 2018.\n"
COMMAND = [sys.executable, "-m", "amicity"]

Done = subprocess.CompletedProcess[bytes]


def amicity(*words: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> Done:
    """What the command prints, and the code with which its process would end."""
    told = [str(word) for word in words]
    given, out, err = (io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="") for content in (stdin, b"", b""))
    with (
        mock.patch.object(sys, "argv", ["amicity", *told]),
        mock.patch.object(sys, "stdin", given),
        mock.patch.dict(os.environ, {"NO_COLOR": "1"}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.chdir(cwd or Path.cwd()),
    ):
        code = _run()
    return subprocess.CompletedProcess(told, code, _bytes(out), _bytes(err))


def process(*words: str | Path, cwd: Path | None = None) -> Done:
    """The same, of a process of its own."""
    return subprocess.run([*COMMAND, *map(str, words)], cwd=cwd, capture_output=True, check=False, timeout=60, env=environment())


def environment() -> dict[str, str]:
    source = str(Path(__file__).resolve().parents[2] / "src")
    return os.environ | {"PYTHONPATH": source, "NO_COLOR": "1"}


def _bytes(written: io.TextIOWrapper) -> bytes:
    written.flush()
    content: bytes = written.buffer.getvalue()  # type: ignore[attr-defined]
    return content
