"""How many reports a second one core reads."""

import re
import time
from collections.abc import Callable, Iterator

from amicity.gazetteer import open_gazetteer
from amicity.reading import read
from amicity.terms.report import Report
from bench.row import Row
from bench.texts import other, relevant

_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_CUES = re.compile(r"sister|twin|friendship|partner|agreement|signed|delegation|cooperation", re.IGNORECASE)


def measure() -> Iterator[Row]:
    """Relevant reports, reports of which two in a hundred are relevant, and two ways to do less."""
    texts = relevant()
    read(Report("warm", texts[0]))
    ours = _rate(lambda text: read(Report("bench", text)), texts, seconds=5)
    baseline = _rate(_co_occurrence, texts, seconds=2)
    yield Row("reading, all relevant, one core", ours, "reports/s", 300, beside=f"co-occurrence baseline × {baseline / ours:.1f}")
    dates = _rate(_dateparser, texts, seconds=3)
    yield Row("  beside dateparser.search, dates alone", dates, "reports/s", beside=f"we read everything × {ours / dates:.0f} as fast")
    mixed = [texts[at // 50 % len(texts)] if at % 50 == 0 else text for at, text in enumerate(other(2000))]
    yield Row("reading, 2 % relevant, one core", _rate(lambda text: read(Report("bench", text)), mixed, seconds=5), "reports/s", 5000)


def _rate(work: Callable[[str], object], texts: list[str], *, seconds: float) -> float:
    """Whole rounds over the texts until the time is up."""
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        for text in texts:
            work(text)
        done += len(texts)
    return done / (time.perf_counter() - start)


def _co_occurrence(text: str) -> list[tuple[str, ...]]:
    """The usual quick way: known names that stand in one paragraph with a cue. No status, no date, no roles."""
    places = open_gazetteer()
    found = []
    for paragraph in text.split("\n"):
        if _CUES.search(paragraph):
            names = {match.group() for match in _NAME.finditer(paragraph)}
            found.append(tuple(sorted(name for name in names if places.entries(name))))
    return [names for names in found if len(names) > 1]


def _dateparser(text: str) -> object:
    from dateparser.search import search_dates

    return search_dates(text[:600], languages=["en"])
