"""Runs every benchmark, or those named, and prints measured against promised."""

import sys
import time
from importlib import import_module

_ALL = ("reading", "starting", "folding", "pages", "site", "linking", "reconciling", "scale", "importing", "exporting", "documents")


def main() -> None:
    """Exits 0 whatever the figures: a machine may be slow or busy."""
    start = time.perf_counter()
    short = 0
    for name in sys.argv[1:] or _ALL:
        for row in import_module(f"bench.{name}").measure():
            print(row, flush=True)
            short += not row.holds
    print(
        f"\n{short} short of the target; {time.perf_counter() - start:.0f} s"
        if short
        else f"\nall targets met; {time.perf_counter() - start:.0f} s"
    )


main()
