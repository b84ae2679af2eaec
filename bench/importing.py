"""How fast a list of pairs is imported and its places told, by the command line, in seconds of one core."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from bench.row import Row

_PAIRS = Path("../shared/data/wikipedia-pairs/pairs.csv")


def measure() -> Iterator[Row]:
    """The whole of Wikipedia's pairs."""
    if not _PAIRS.exists():
        return
    with TemporaryDirectory() as folder:
        out = Path(folder) / "findings.jsonl"
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        command = [sys.executable, "-m", "amicity", "import", "table", str(_PAIRS), "-o", str(out)]
        subprocess.run(command, check=False, capture_output=True)
        took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        findings = [orjson.loads(line) for line in out.read_bytes().splitlines()]
    sides = [party["id"] for finding in findings for party in finding["roles"]["party"]]
    unsure = sum(finding["confidence"] == "C" for finding in findings)
    yield Row("23,514 pairs imported and reconciled", took, "s", 15, ceiling=True, beside=f"{23_514 / took:,.0f} rows/s, command and all")
    beside = f"{unsure / len(findings):.1%} of the ties are unsure and wait"
    yield Row("  their places resolved", 100 * sum(map(bool, sides)) / len(sides), "%", 95, beside=beside)
