"""``python -m amicity.gazetteer.compile [--out FOLDER] [--smallest 1000]``: compile the gazetteer."""

import argparse
import gc
import sys
import time
from pathlib import Path

from amicity.gazetteer.compile import cities, countries, regions, subdivisions
from amicity.gazetteer.compile.write import write
from amicity.gazetteer.gazetteer import COMPILED

SMALLEST = 1000


def compile_to(folder: Path, *, smallest: int = SMALLEST) -> None:
    """Compile the gazetteer into a folder, and say on standard error what is being done."""
    began = time.monotonic()
    _say(f"gazetteer: reading places of {smallest} people and more …")
    towns = list(cities.drafts(smallest))
    capitals = {
        draft.entry.country: (draft.entry.latitude, draft.entry.longitude)
        for draft in towns
        if draft.entry.capital and draft.entry.latitude is not None and draft.entry.longitude is not None
    }
    by_code = subdivisions.towns(draft for draft in towns if draft.own)
    _say(f"gazetteer: {len(towns)} towns; adding countries, divisions and regions …")
    others = [*countries.drafts(capitals), *subdivisions.drafts(by_code), *subdivisions.counties(), *regions.drafts()]
    _say("gazetteer: writing …")
    counts = write([*towns, *others], folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    _say(f"gazetteer: {counts['entries']} places, {counts['names']} names, {size / 1e6:.1f} MB, {time.monotonic() - began:.0f} s")


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m amicity.gazetteer.compile", description="Compile the gazetteer from its packages.")
    parser.add_argument("--out", type=Path, default=COMPILED, help="the folder to write (default: the package's own)")
    parser.add_argument(
        "--smallest", type=int, default=SMALLEST, choices=(500, 1000, 5000, 15000), help="the smallest towns to know, in people"
    )
    options = parser.parse_args()
    gc.disable()  # millions of objects are made here, and none is left to collect
    compile_to(options.out, smallest=options.smallest)


if __name__ == "__main__":
    main()
