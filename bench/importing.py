"""How fast and how rightly lists are imported, beside a plain join by likeness over the same names.

A place is right that lies within 30 km of where the list puts it; a division, where one of its own towns does. A false merge is a
place that is not right and is not graded unsure.
"""

import csv
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from amicity.gazetteer import Entry, open_gazetteer
from amicity.gazetteer.reconcile import Clue, reconciled
from amicity.gazetteer.spelling import fold
from amicity.gazetteer.whereabouts import around, kilometres, point_of, table
from amicity.sources._placing import rivalled
from amicity.terms.place import Level, Place
from bench.row import Row

_LISTS = Path("../shared/data")
_RIGHT = 30.0
_SAMPLE = 600
_LIKE = 85
City = tuple[str, str | None, tuple[float, float]]


def measure() -> Iterator[Row]:
    """The whole of Wikipedia's pairs by the command line; Wikidata's cities with and without their coordinates; the peer."""
    if not _LISTS.exists():
        return
    yield from _command()
    cities = _cities()
    for said, name in ((True, "with coordinates"), (False, "by name and country")):
        began = time.perf_counter()
        places = [(reconciled(Clue(name, country, None, *(lies if said else (None, None)))), lies) for name, country, lies in cities]
        rate = len(places) / (time.perf_counter() - began)
        right, false = _shares(places)
        yield Row(f"{len(cities):,} cities of Wikidata, {name}", rate, "names/s")
        yield Row("  resolved to the right place", right, "%", 97 if said else None)
        yield Row("  false merges", false, "%", 0.2 if said else None, ceiling=True)
    yield from _peer(cities)


def _command() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "findings.jsonl"
        began = time.perf_counter()
        command = [sys.executable, "-m", "amicity", "import", "table", str(_LISTS / "wikipedia-pairs/pairs.csv"), "-o", str(out)]
        subprocess.run(command, check=False, capture_output=True)
        took = time.perf_counter() - began
        findings = [orjson.loads(line) for line in out.read_bytes().splitlines()]
    sides = [party["id"] for finding in findings for party in finding["roles"]["party"]]
    unsure = sum(finding["confidence"] == "C" for finding in findings)
    yield Row("23,514 pairs imported and reconciled", took, "s", 15, ceiling=True, beside=f"{23_514 / took:,.0f} rows/s, command and all")
    beside = f"{unsure / len(findings):.1%} of the ties are unsure and wait"
    yield Row("  their places resolved", 100 * sum(map(bool, sides)) / len(sides), "%", 95, beside=beside)


def _cities() -> list[City]:
    """Each city of Wikidata's list once: its name, its country's code, and where it lies."""
    code = open_gazetteer().country_code
    with (_LISTS / "wikidata-2022/pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {
        row[f"qid_{side}"]: (row[f"city_{side}"], code(row[f"country_{side}"]), (float(row[f"lat_{side}"]), float(row[f"lon_{side}"])))
        for row in rows
        for side in "ab"
    }
    return list(found.values())


def _shares(places: list[tuple[Place, tuple[float, float]]]) -> tuple[float, float]:
    """How many in a hundred are right, and how many wrong without any doubt said."""
    right = sum(_right(place, lies) for place, lies in places)
    false = sum(place.id is not None and not _right(place, lies) and not rivalled(place) for place, lies in places)
    return 100 * right / len(places), 100 * false / len(places)


def _right(place: Place, lies: tuple[float, float]) -> bool:
    entry = open_gazetteer().entry(place.id) if place.id else None
    if entry is None:
        return False
    point = point_of(entry)
    if point and kilometres(point, lies) <= _RIGHT:
        return True
    return (point is None or entry.level in (Level.STATE, Level.COUNTY, Level.REGION, Level.COUNTRY)) and _holds(entry, lies)


def _holds(division: Entry, lies: tuple[float, float]) -> bool:
    """Whether a town near the point lies in it, or, where it has no point, in what it is part of; no town near decides nothing."""
    towns = [town for town in around(lies) if town.country == division.country]
    inside = (division.name, division.admin if division.latitude is None else division.name)
    return not towns or division.level is Level.COUNTRY or any(town.admin in inside for town in towns)


def _peer(cities: list[City]) -> Iterator[Row]:
    """A plain join: the likest name of the country by rapidfuzz, the largest place that bears it."""
    from rapidfuzz import fuzz, process

    names = _names_by_country()
    sample = cities[:: max(1, len(cities) // _SAMPLE)]
    scorer: Callable[..., float] = fuzz.ratio
    began = time.perf_counter()
    found = []
    for name, country, lies in sample:
        known = names.get(country or "", {})
        best = process.extractOne(fold(name), known.keys(), scorer=scorer, score_cutoff=_LIKE)
        found.append((known[best[0]] if best else None, lies))
    peer = len(sample) / (time.perf_counter() - began)
    right = sum(entry is not None and _right(_bare(entry), lies) for entry, lies in found)
    false = sum(entry is not None and not _right(_bare(entry), lies) for entry, lies in found)
    reconciled.cache_clear()
    began = time.perf_counter()
    ours = [(reconciled(Clue(name, country)), lies) for name, country, lies in sample]
    rate = len(sample) / (time.perf_counter() - began)
    ours_right, ours_false = _shares(ours)
    yield Row(
        f"the same {len(sample)} names, by name and country", rate, "names/s", beside=f"rapidfuzz {peer:,.0f} names/s: × {rate / peer:.0f}"
    )
    yield Row("  right", ours_right, "%", beside=f"rapidfuzz {100 * right / len(sample):.1f} %")
    yield Row("  false merges", ours_false, "%", beside=f"rapidfuzz {100 * false / len(sample):.1f} %")


def _names_by_country() -> Mapping[str, dict[str, Entry]]:
    """Every name of the gazetteer, folded, with the largest place of each country that bears it."""
    known, found = table(), defaultdict[str, dict[str, Entry]](dict)
    entries: dict[int, Entry] = {}
    for name, number in known.names.items():
        for place, _ in known.bearers(number):
            entry = entries.setdefault(place, known.entry(place))
            if entry.level is not Level.COUNTRY:
                held = found[entry.country].setdefault(name, entry)
                found[entry.country][name] = max(held, entry, key=lambda each: (each.weight, each.id))
    return found


def _bare(entry: Entry) -> Place:
    return Place(entry.name, entry.country, entry.id, entry.level)
