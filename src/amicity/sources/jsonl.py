"""JSON Lines: an archive with a report on each line (``pile.jsonl#17``), packed with gzip or not; its columns are told from their names."""

import json
import re
import zlib
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from pathlib import PurePath
from typing import BinaryIO, cast

from amicity.sources._archive_columns import columns, report_of
from amicity.sources._unpack import beginning, unpacked
from amicity.terms.report import Report
from amicity.terms.source import Load, Source, SourceError

_LONGEST = 20_000_000
_KEY = re.compile(rb'"([^"\\]{1,40})"\s*:')
_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jl")
_EACH = 'each line is one object, such as {"text": "…", "url": "…", "date": "2022-09-05"}'


def _fits(head: bytes, name: str) -> int:
    inside = beginning(head).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not inside.startswith(b"{"):
        return 0
    named = name.lower().endswith(_SUFFIXES) and ".jsonl#" not in PurePath(name).name
    line, newline, _ = inside.partition(b"\n")
    keys = (key.decode("utf-8", "replace") for key in _KEY.findall(line))
    if "text" not in columns(keys):
        return 0
    if named:
        return 3
    try:
        return 2 if newline and isinstance(json.loads(line), dict) else 0
    except (ValueError, RecursionError):
        return 0


def _reads(file: BinaryIO, name: str, _load: Load) -> Iterator[Report | SourceError]:
    lines = BufferedReader(cast(RawIOBase, unpacked(file)))
    number = 0
    try:
        while line := lines.readline(_LONGEST + 1):
            number += 1
            if len(line) > _LONGEST:
                raise SourceError(f"has a line of more than {_LONGEST / 1e6:g} MB", f"{name}#{number}", _EACH)
            if line.strip():
                yield _row(line, where=f"{name}#{number}", first=number == 1)
    except (EOFError, OSError, zlib.error):
        yield SourceError(f"is packed in a broken way after line {number}: what stands before was read", name, "fetch the file again")


def _row(line: bytes, *, where: str, first: bool) -> Report | SourceError:
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf") if first else line)
    except (ValueError, RecursionError) as error:
        return SourceError(f"is no JSON ({str(error)[:80]})", where, _EACH)
    if not isinstance(row, dict):
        return SourceError("is no object", where, _EACH)
    try:
        return report_of(row, where=where, chosen=columns(row))
    except SourceError as error:
        return error


SOURCE = Source(
    name="jsonl", says="a JSON Lines archive, a report a line", media="application/jsonl", fits=_fits, reads=_reads, binary=True
)
