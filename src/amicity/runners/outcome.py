"""What came of one source: a report with its findings, or the reason why there are none."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amicity import sources
from amicity.runners.patience import patience
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal, SourceError

_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """``report`` is None exactly where ``error`` says what is wrong with the source."""

    source: str
    report: Report | None = None
    findings: tuple[Finding, ...] = ()
    error: str = ""


def read_path(path: Path) -> Outcome:
    """Loads and reads one file; whatever goes wrong is in the outcome, a reading that finds no end within a minute included."""
    try:
        with patience(_PATIENCE):
            return _read(sources.load(path))
    except SourceError as error:
        return Outcome(str(path), error=str(error))
    except Exception as error:  # one bad report must never stop the rest
        return Outcome(str(path), error=_unforeseen(path, error))


def read_all(reports: Iterator[Report | SourceError], *, source: str) -> Iterator[Outcome]:
    """Reads what a container, an address or standard input gives, a report after the other; it came from ``source``."""
    while True:
        try:
            each = next(reports, None)
        except SourceError as error:
            yield Outcome(source, error=str(error))
            return
        if each is None:
            return
        yield Outcome(each.where, error=str(each)) if isinstance(each, SourceError) else _patiently(each)


def _patiently(report: Report) -> Outcome:
    try:
        with patience(_PATIENCE):
            return _read(report)
    except Exception as error:  # one bad report must never stop the rest
        return Outcome(report.source, error=_unforeseen(report.source, error))


def _read(report: Report) -> Outcome:
    stated = sources.stated(report)
    if stated is not None:
        return Outcome(report.source, report, tuple(each for each in stated if not isinstance(each, Refusal)))
    from amicity.reading import read

    return Outcome(report.source, report, read(report))


def _unforeseen(path: Path | str, error: Exception) -> str:
    return f"{path}: could not be read, {type(error).__name__}: {error} (this is a fault of the reader: please report it with the file)"
