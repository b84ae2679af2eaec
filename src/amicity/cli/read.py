"""``amicity read``: reports in, findings out, each with the passage it rests on."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

import click
import orjson

from amicity import sources
from amicity.cli import _table
from amicity.cli._output import whole
from amicity.cli._web import fetcher, is_address
from amicity.runners import Outcome, read_all, read_many
from amicity.terms.wire import finding_to_json

_EVERY = 200
_BESIDE = {".md", ".toml", ".json", ".jsonl", ".yaml", ".yml"}
"""What lies beside reports in a folder and is none: notes, gold, findings."""


class _Writer(Protocol):
    def __call__(self, outcome: Outcome) -> None: ...


@dataclass(slots=True)
class _Tally:
    """What became of the sources, for the last line and the exit code."""

    read: int = 0
    findings: int = 0
    failed: int = 0
    again: int = 0
    seen: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> int:
        if not self.failed:
            return 0 if self.read else 2
        return 1 if self.read else 2

    def __str__(self) -> str:
        said = f"{_count(self.read, 'report')} read, {_count(self.findings, 'finding')}"
        said += f"; {_count(self.again, 'report')} given twice and read once" if self.again else ""
        return said + (f"; {_count(self.failed, 'source')} not read, named above" if self.failed else "")


@click.command("read")
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="FILE|FOLDER|ADDRESS|- …")
@click.option("--json", "as_json", is_flag=True, help="One finding a line, as JSON in the codebook's shape.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write there, whole or not at all.")
@click.option("--workers", type=click.IntRange(1), help="Processes to read with (default: one a core for many files).")
def read(paths: tuple[str, ...], as_json: bool, output: Path | None, workers: int | None) -> int:
    """Read files, folders of them, addresses on the web, or standard input (``-``).

    A file is text, a page (HTML), PDF, Word (DOCX), e-mail (with what is attached) or a feed; archives (WARC, JSON Lines, Parquet) hold
    many reports, each with a name of its own (crawl.warc.gz#17). An address is fetched as the site's robots.txt allows; of a feed
    or a sitemap the pages that it points to are read, at most a hundred. `amicity follow` reads only what is new.

    A folder is read with all that lies in it, but for hidden files and those that lie beside reports (.md, .toml, .json, .jsonl,
    .yaml), which are read only when named. A file that cannot be read is named on stderr and the rest is read; two files with the
    same text are read once.

    \b
      amicity read report.txt
      amicity read reports/ --json -o findings.jsonl
      amicity read news.eml programme.pdf crawl.warc.gz pile.jsonl
      amicity read https://example.org/news
      curl -s https://example.org/news | amicity read - --json
    """
    tally = _Tally()
    with whole(output) as file:
        write = _writer(file, as_json=as_json, alone=output is None)
        for outcome in _outcomes(paths, workers=workers):
            if _take(outcome, tally=tally):
                write(outcome)
            _progress(tally, done=False, output=output)
    _progress(tally, done=True, output=output)
    click.echo(f"amicity: {tally}", err=True)
    return tally.code


def _outcomes(paths: tuple[str, ...], *, workers: int | None) -> Iterator[Outcome]:
    """Standard input and addresses are read where they stand among the paths."""
    for path in paths:
        if path == "-":
            content = sys.stdin.buffer.read(sources.LIMIT + 1)
            yield from read_all(sources.load_all_bytes(content, source="-"), source="-")
        elif is_address(path):
            yield from read_all(sources.visit(path, fetcher=fetcher()), source=path)
        else:
            yield from read_many(_files(Path(path)), workers=workers)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path, onerror=_cannot_walk):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith(".") and Path(name).suffix.lower() not in _BESIDE)


def _cannot_walk(error: OSError) -> None:
    raise click.FileError(str(error.filename), hint=f"this folder cannot be listed: {error.strerror}")


def _take(outcome: Outcome, *, tally: _Tally) -> bool:
    """Counts the outcome and says what is to be said; whether its findings are new."""
    if outcome.report is None:
        tally.failed += 1
        click.echo(f"amicity: {outcome.error}", err=True)
        return False
    for note in outcome.report.notes:
        click.echo(f"amicity: {outcome.source}: {note}", err=True)
    first = tally.seen.setdefault(outcome.report.digest, outcome.source)
    if first != outcome.source:
        tally.again += 1
        click.echo(f"amicity: {outcome.source}: the same text as {first}, read once", err=True)
        return False
    tally.read += 1
    tally.findings += len(outcome.findings)
    return True


def _writer(file: IO[bytes], *, as_json: bool, alone: bool) -> _Writer:
    if as_json:
        return lambda outcome: _lines(file, (orjson.dumps(finding_to_json(f)) + b"\n" for f in outcome.findings))
    if alone and sys.stdout.isatty():
        return _show
    return lambda outcome: _lines(file, (line.encode("utf-8", "replace") for line in _table.tabbed(outcome.findings)))


def _lines(file: IO[bytes], lines: Iterable[bytes]) -> None:
    file.writelines(lines)


def _show(outcome: Outcome) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    title = outcome.report.title if outcome.report else None
    table = Table(title=Text(f"{outcome.source}  {title or ''}".strip()), title_justify="left", box=box.SIMPLE, expand=True, leading=1)
    for head, width in zip(_table.HEADS, (None, None, 10, 4, None), strict=True):
        table.add_column(head, width=width, ratio=None if width else 1)
    for finding in outcome.findings:
        table.add_row(*(Text(cell) for cell in _table.cells(finding)))
    Console().print(table if outcome.findings else Text(f"{outcome.source}: says nothing of ties between places"))


def _progress(tally: _Tally, *, done: bool, output: Path | None) -> None:
    """A count on stderr while people wait for a file."""
    if output is None or not sys.stderr.isatty():
        return
    seen = tally.read + tally.failed + tally.again
    if done:
        click.echo("\r\x1b[K", nl=False, err=True)
    elif seen % _EVERY == 0:
        click.echo(f"\r{tally.read} read, {tally.findings} findings", nl=False, err=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


COMMAND = read
