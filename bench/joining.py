"""How rightly a column of city names is joined to the gazetteer, beside a plain join by likeness (rapidfuzz) and record linkage (splink).

A place is right that lies within 30 km of where the list puts it; a division, where one of its own towns does. A false merge is a
place that lies elsewhere and is not graded unsure. What cannot be checked, a division far from towns whose division is known, is left out.
"""

import csv
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from amicity.gazetteer import Entry, open_gazetteer
from amicity.gazetteer.clue import Clue
from amicity.gazetteer.reconcile import reconciled, rivalled
from amicity.gazetteer.spelling import fold
from amicity.gazetteer.whereabouts import DIVISIONS, Point, around, kilometres, point_of, table
from amicity.terms.place import Level
from bench.row import Row

_LIST = Path("../shared/data/wikidata-2022/pairs.csv")
_RIGHT = 30.0
_SAMPLE = 600
_LIKE = 85
_LINKED = 0.5
City = tuple[str, str | None, Point]
Known = Mapping[str, Mapping[str, Entry]]


def measure() -> Iterator[Row]:
    """All cities of Wikidata's list with and without their coordinates; then some of them beside the two peers."""
    if not _LIST.exists():
        return
    cities = _cities()
    for said, name in ((True, "with coordinates"), (False, "by name and country")):
        reconciled.cache_clear()
        began = time.process_time()
        found = _ours(cities, located=said)
        rate = len(cities) / (time.process_time() - began)
        right, false = _shares(found, cities)
        yield Row(f"{len(cities):,} cities of Wikidata, {name}", rate, "names/s")
        yield Row("  resolved to the right place", right, "%", 97)
        yield Row("  false merges", false, "%", 0.2, ceiling=True)
    yield from _peers(cities[:: len(cities) // _SAMPLE])


def _peers(cities: Sequence[City]) -> Iterator[Row]:
    known = _names_by_country()
    joins = {"ours": _ours, "rapidfuzz": lambda cities: _fuzzy(cities, known)}
    if find_spec("splink"):
        joins["splink"] = lambda cities: _linked(cities, known)
    for name, join in joins.items():
        reconciled.cache_clear()
        began = time.process_time()
        found = join(cities)
        rate = len(cities) / (time.process_time() - began)
        right, false = _shares(found, cities)
        yield Row(f"{len(cities)} of them by name and country, {name}", rate, "names/s", beside=f"{right:.1f} % right, {false:.2f} % false")


def _cities() -> list[City]:
    """Each city of Wikidata's list once: its name, its country's code, and where it lies."""
    code = open_gazetteer().country_code
    with _LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {
        row[f"qid_{side}"]: (row[f"city_{side}"], code(row[f"country_{side}"]), (float(row[f"lat_{side}"]), float(row[f"lon_{side}"])))
        for row in rows
        for side in "ab"
    }
    return list(found.values())


Joined = list[tuple[Entry | None, bool]]
"""Each city's place, and whether it is sure."""


def _ours(cities: Sequence[City], *, located: bool = False) -> Joined:
    places = [reconciled(Clue(name, country, None, *(lies if located else (None, None)))) for name, country, lies in cities]
    return [(open_gazetteer().entry(place.id) if place.id else None, not rivalled(place)) for place in places]


def _fuzzy(cities: Sequence[City], known: Known) -> Joined:
    """The likest name of the country, and the largest place that bears it."""
    from rapidfuzz import fuzz, process

    found: Joined = []
    for name, country, _ in cities:
        names = known.get(country or "", {})
        best = process.extractOne(fold(name), names.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE)
        found.append((names[best[0]] if best else None, True))
    return found


def _linked(cities: Sequence[City], known: Known) -> Joined:
    """The likeliest pair of records by a model that splink fits to both lists, blocked by the country and the first two letters."""
    import pandas
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as compare

    asked = [(n, fold(name), country or "", fold(name)[:2]) for n, (name, country, _) in enumerate(cities)]
    entries = [(name, country, name[:2], entry) for country, names in known.items() for name, entry in names.items()]
    columns = ["unique_id", "name", "country", "begins"]
    left = pandas.DataFrame(asked, columns=columns)
    right = pandas.DataFrame([(n, *each[:3]) for n, each in enumerate(entries)], columns=columns)
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[compare.JaroWinklerAtThresholds("name", [0.97, 0.92, 0.85]), compare.ExactMatch("country")],
        blocking_rules_to_generate_predictions=[block_on("country", "begins")],
        probability_two_random_records_match=1 / len(entries),
    )
    engine = DuckDBAPI()
    linker = Linker(
        [engine.register(left, dataset_display_name="a"), engine.register(right, dataset_display_name="b")], settings, log_level=40
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("country", "begins"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("name"))
    pairs = linker.inference.predict(threshold_match_probability=_LINKED).as_pandas_dataframe()
    best: dict[int, tuple[float, int, Entry]] = {}
    for one, other, chance in zip(pairs["unique_id_l"], pairs["unique_id_r"], pairs["match_probability"], strict=True):
        entry = entries[other][3]
        best[one] = max(best.get(one, (0.0, 0, entry)), (chance, entry.weight, entry), key=lambda each: each[:2])
    return [(best[n][2] if n in best else None, True) for n in range(len(cities))]


def _shares(found: Joined, cities: Sequence[City]) -> tuple[float, float]:
    """How many in a hundred are right, and how many wrong without any doubt said."""
    told = [
        (entry is not None and _right(entry, city[2]), sure and entry is not None)
        for (entry, sure), city in zip(found, cities, strict=True)
    ]
    checked = [(right, sure) for right, sure in told if right is not None]
    false = sum(sure and not right for right, sure in checked)
    return 100 * sum(right for right, _ in checked) / len(checked), 100 * false / len(checked)


def _right(entry: Entry, lies: Point) -> bool | None:
    """Whether the place is the one that lies there; None where nothing tells."""
    point = point_of(entry)
    if point and kilometres(point, lies) <= _RIGHT:
        return True
    if point and entry.level not in (*DIVISIONS, Level.COUNTRY):
        return False
    near = {town.admin for town in around(lies) if town.country == entry.country and (town.admin or entry.level is Level.COUNTRY)}
    if not near:
        return None
    return entry.level is Level.COUNTRY or bool({entry.name, entry.name if point else entry.admin} & near)


def _names_by_country() -> Known:
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
