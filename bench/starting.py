"""How soon a command answers, and how much memory a read takes."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.row import Row
from bench.texts import relevant

_COMMANDS = (("--version",), ("--help",), ("read", "--help"), ("gazetteer", "Karachi"), ("answer", "--help"), ("register", "--help"))


def measure() -> Iterator[Row]:
    """The start of each command, and the peak memory of reading a folder."""
    for words in _COMMANDS:
        _seconds(words)
        yield Row(f"start of amicity {' '.join(words)}", statistics.median(_seconds(words) for _ in range(5)), "s", 0.5, ceiling=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(relevant() * 20):
            Path(folder, f"{number}.txt").write_text(f"{text} {number}", encoding="utf-8")
        yield Row("peak memory of reading a folder", _peak(folder), "MB", 400, ceiling=True)
        large = Path(folder, "large.txt")
        large.write_text("\n\n".join(relevant() * 100)[:5_000_000], encoding="utf-8")
        yield Row("peak memory of reading one text of 5 MB", _peak(str(large)), "MB", 400, ceiling=True)


def _seconds(words: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "amicity", *words], check=True, capture_output=True)
    return time.perf_counter() - start


def _peak(path: str) -> float:
    """Megabytes of the process at its largest."""
    started = subprocess.Popen(
        [sys.executable, "-m", "amicity", "read", path, "--json", "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(started.pid, 0)
    started.returncode = 0
    return usage.ru_maxrss / 1000
