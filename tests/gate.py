"""The gate: prints how well the reader reads the gold, and fails where a kind has fallen under its floor in gold/floors.json.

python tests/gate.py            show the table and check it
python tests/gate.py --pin      raise the floors to just under what is measured
python tests/gate.py --lower    set them so even where that lowers one: say why in the commit
"""

import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from gold_score import MEASURES, Tally, score

GOLD = Path(__file__).parent.parent / "gold"
FLOORS = GOLD / "floors.json"
SIDES = ("dev", "held", "fresh")
SLACK = 0.03
ALL = "ALL"

Floors = dict[str, dict[str, float]]


def digest() -> str:
    """The SHA-256 of every gold report and annotation with its name: floors hold for this gold and no other."""
    files = sorted(file for side in SIDES for file in (GOLD / side).iterdir() if file.suffix in (".txt", ".json"))
    return sha256(b"".join(file.name.encode() + sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def measured() -> dict[str, Tally]:
    """The tally of each kind over all gold, of all kinds together, and of all kinds in each set."""
    sides = {side: score(GOLD / side) for side in SIDES}
    rows: dict[str, Tally] = {kind: Tally() for kind in sorted({kind for tallies in sides.values() for kind in tallies})}
    rows |= {ALL: Tally()} | {f"{ALL} {side}": Tally() for side in SIDES}
    for side, tallies in sides.items():
        for kind, tally in tallies.items():
            for row in (kind, ALL, f"{ALL} {side}"):
                rows[row] += tally
    return rows


def reached(rows: Mapping[str, Tally]) -> Floors:
    """What is measured of each kind: F1 of findings and of values, and the share of right statuses and dates."""
    return {kind: {measure: rate[-1] for measure, rate in tally.rates().items()} for kind, tally in rows.items()}


def floors_under(rows: Mapping[str, Tally]) -> Floors:
    """Floors for what is measured: lower by SLACK, and where a kind has few gold findings by what one of them is worth."""
    counted = {kind: tally.counted() for kind, tally in rows.items()}
    return {
        kind: {measure: round(max(rate - max(SLACK, 1 / max(1, counted[kind][measure])), 0), 3) for measure, rate in measures.items()}
        for kind, measures in reached(rows).items()
    }


def fallen(now: Floors, floors: Floors) -> list[str]:
    """A sentence for every floor that is broken."""
    return [
        f"{kind}: {measure} {now.get(kind, {}).get(measure, 0):.3f}, floor {floor:.3f}"
        for kind, measures in floors.items()
        for measure, floor in measures.items()
        if now.get(kind, {}).get(measure, 0) < floor
    ]


def problems(now: Floors) -> list[str]:
    """What stands in the way of the gate: floors that fit another gold, or floors broken."""
    pinned = _pinned()
    if pinned["gold"] != digest():
        return ["the gold has changed since the floors were pinned: pin them anew (python tests/gate.py --pin)"]
    return fallen(now, pinned["floors"])


def _pinned() -> dict[str, Any]:
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"gold": None, "floors": {}}


def pin(new: Floors, *, lower: bool) -> None:
    """Write these floors; none is lowered unless ``lower`` says so."""
    floors: Floors = {} if lower else _pinned()["floors"]
    for kind, measures in new.items():
        held = floors.setdefault(kind, {})
        for measure, floor in measures.items():
            held[measure] = max(floor, held.get(measure, 0))
    FLOORS.write_text(json.dumps({"gold": digest(), "floors": floors}, indent=1) + "\n", encoding="utf-8")


def table(rows: Mapping[str, Tally]) -> str:
    """Precision, recall and F1 of findings and of values, and the share of right statuses and dates, a kind a line."""
    lines = [f"{'kind':<14}{'gold':>5}   {'findings P   R   F1':>19}   {'values P   R   F1':>19}  status  date"]
    for kind, tally in rows.items():
        rates = tally.rates()
        cells = [" ".join(f"{rate:6.2f}" for rate in rates.get(measure, ())) for measure in MEASURES]
        lines.append(f"{kind:<14}{tally.found + tally.missed:>5}  {cells[0]:>20}  {cells[1]:>20}  {cells[2]:>6} {cells[3]:>6}")
    return "\n".join(lines)


def main(words: list[str]) -> int:
    """The gate as a command; gives the exit status."""
    if not set(words) <= {"--pin", "--lower"}:
        print(__doc__)
        return 2
    rows = measured()
    print(table(rows))
    if words:
        pin(floors_under(rows), lower="--lower" in words)
    broken = problems(reached(rows))
    for each in broken:
        print(f"gate: {each}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
