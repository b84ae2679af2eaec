"""Parquet: an archive with a report in each row (``pile.parquet#17``); its columns are told from their names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from amicity.sources._archive_columns import columns, report_of
from amicity.terms.report import Report
from amicity.terms.source import Load, Source, SourceError

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]

_MAGIC = b"PAR1"
_ROWS = 64
_SAVE = "write it again, or save it as JSON Lines"


def _fits(head: bytes, _name: str) -> int:
    return 3 if head.startswith(_MAGIC) else 0


def _reads(file: BinaryIO, name: str, _load: Load) -> Iterator[Report | SourceError]:
    try:
        from pyarrow import ArrowException  # type: ignore[import-untyped]
    except ImportError as error:
        raise SourceError("is a Parquet file, and what reads them is not installed", name, "pip install 'amicity[documents]'") from error
    number = 0
    try:
        archive = _opened(file)
        chosen = columns(archive.schema_arrow.names)
        if "text" not in chosen:
            raise SourceError(f"has no column of texts, only {', '.join(archive.schema_arrow.names)[:200]}", name, "name one `text`")
        for batch in archive.iter_batches(batch_size=_ROWS, columns=sorted(set(chosen.values())), use_threads=False):
            for row in batch.to_pylist():
                number += 1
                try:
                    yield report_of(row, where=f"{name}#{number}", chosen=chosen)
                except SourceError as error:
                    yield error
    except (ArrowException, OSError, ValueError) as error:
        raise SourceError(f"is broken after row {number} ({type(error).__name__})", name, _SAVE) from error


def _opened(file: BinaryIO) -> "ParquetFile":
    from pyarrow import set_cpu_count, set_io_thread_count
    from pyarrow.parquet import ParquetFile

    set_cpu_count(1)
    set_io_thread_count(1)
    return ParquetFile(file, pre_buffer=False, memory_map=False, buffer_size=1 << 20)


SOURCE = Source(
    name="parquet",
    says="a Parquet archive, a report a row",
    media="application/vnd.apache.parquet",
    fits=_fits,
    reads=_reads,
    binary=True,
)
