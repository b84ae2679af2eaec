"""How many reports a second one core reads, beside other ways to read them."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from amicity.reading import read
from amicity.terms.report import Report
from bench import readers, ties
from bench.row import Row
from bench.texts import other, relevant

_FIRST = """
import sys
from amicity.reading import read
from amicity.terms.report import Report
read(Report("first", sys.argv[1]))
import time
print(time.process_time())
"""
_TIMES = 10
_LENGTHENED = 5


def measure() -> Iterator[Row]:
    """Reports of three mixtures, the first of a process, a long one; then peers: who is tied with whom, dates, figures, names."""
    texts = relevant()
    read(Report("warm", texts[0]))
    ours = _rate(_read, texts, seconds=5)
    news = other(2000)
    mixed = [texts[at // 50 % len(texts)] if at % 50 == 0 else text for at, text in enumerate(news)]
    yield Row("reading, all relevant, one core", ours, "reports/s", 300)
    yield Row("reading, 2 % relevant, one core", _rate(_read, mixed, seconds=5), "reports/s", 5000)
    yield Row("reading, none relevant, one core", _rate(_read, news, seconds=2), "reports/s", 10000)
    yield Row("first report of a process, start included", _first(texts[0]), "s", 0.6, ceiling=True)
    yield Row(f"a text {_TIMES} times as long, for each part", _lengthened(texts), "times", 1.3, ceiling=True)
    tied = ties.f1(ties.ours)
    yield Row("ties between places, on the gold", tied, "F1")
    for name, maker in (("co-occurrence", readers.co_occurrence), ("spaCy blank, two matchers", readers.spacy_blank)):
        yield from _beside(name, maker, texts, ours=ours, tied=tied)
    for name, part in (
        ("dateparser, dates alone", readers.dates),
        ("quantulum3, figures", readers.figures),
        ("flashtext2, names", readers.names),
    ):
        yield from _beside(name, part, texts, ours=ours)


def _read(text: str) -> object:
    return read(Report("bench", text))


def _beside(
    name: str, maker: Callable[[], Callable[[str], object]], texts: list[str], *, ours: float, tied: float | None = None
) -> Iterator[Row]:
    """How fast a peer is on the same texts, and how well it finds ties where it finds any; a row that says so where it is not installed."""
    try:
        work = maker()
    except ImportError as missing:
        yield Row(f"  beside {name}", float("nan"), "reports/s", beside=f"not measured: {missing}")
        return
    theirs = _rate(work, texts, seconds=3)
    well = f", F1 {ties.f1(work):.2f} to our {tied:.2f}" if tied is not None else ""  # type: ignore[arg-type]
    yield Row(f"  beside {name}", theirs, "reports/s", beside=f"we are × {ours / theirs:.2g} as fast{well}")


def _rate(work: Callable[[str], object], texts: list[str], *, seconds: float) -> float:
    """Whole rounds over the texts until the time of the processor is up."""
    done, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for text in texts:
            work(text)
        done += len(texts)
    return done / (time.process_time() - start)


def _first(text: str) -> float:
    """The middle of five fresh processes."""
    runs = (subprocess.run([sys.executable, "-c", _FIRST, text], check=True, capture_output=True, text=True) for _ in range(5))
    return sorted(float(run.stdout) for run in runs)[2]


def _lengthened(texts: list[str]) -> float:
    """How much longer a part takes inside a long text than by itself: 1 where the time grows as the text does."""
    parts = [texts[at : at + _TIMES] for at in range(0, _LENGTHENED * _TIMES, _TIMES)]
    alone = sum(_seconds(text) for several in parts for text in several)
    return sum(_seconds("\n\n".join(several)) for several in parts) / alone


def _seconds(text: str) -> float:
    start = time.process_time()
    _read(text)
    return time.process_time() - start
