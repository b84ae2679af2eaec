"""``amicity follow``: read what is new in feeds and sitemaps since last time."""

import json
import os
from dataclasses import asdict, replace
from pathlib import Path

import click
import orjson

from amicity import sources
from amicity.cli._output import whole
from amicity.cli._web import fetcher
from amicity.runners import read_all
from amicity.terms.report import Report
from amicity.terms.wire import finding_to_json


@click.command("follow")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS …")
@click.option("--state", required=True, type=click.Path(path_type=Path, dir_okay=False), help="Where what was seen is kept (JSON).")
@click.option("--keep", type=click.Path(path_type=Path, dir_okay=False), help="Add each report's text to this JSON Lines archive.")
@click.option("--most", type=click.IntRange(1, 10_000), default=100, show_default=True, help="Pages fetched of each list, newest first.")
@click.option("--delay", type=click.FloatRange(0.5, 3600), default=2.0, show_default=True, help="Seconds between two requests to a host.")
def follow(addresses: tuple[str, ...], state: Path, keep: Path | None, most: int, delay: float) -> int:
    """Print the findings of the pages that are new in the feeds and sitemaps at these ADDRESSes, as JSON Lines.

    Run it as often as you like: a list that has not changed is not sent again, a page is fetched once, robots.txt is kept to, and a
    host has one request at a time. With --keep the findings quote the archive (kept.jsonl#17), which `amicity read` and the site
    read like any other.

    \b
      amicity follow https://example.org/feed --state watch.json --keep kept.jsonl >> findings.jsonl
    """
    seen = _seen(state)
    reports = sources.follow(addresses, seen=seen, fetcher=fetcher(delay), most=most)
    shelf = _Shelf(keep)
    read = failed = 0
    try:
        for outcome in read_all((shelf.kept(each) for each in reports), source=addresses[0]):
            if outcome.report is None:
                failed += 1
                click.echo(f"amicity: {outcome.error}", err=True)
                continue
            read += 1
            with whole(None) as out:
                out.writelines(orjson.dumps(finding_to_json(finding)) + b"\n" for finding in outcome.findings)
    finally:
        _save(seen, state)
    click.echo(f"amicity: {read} new, {failed} not had", err=True)
    return 1 if failed else 0


def _seen(state: Path) -> sources.Seen:
    """What was seen so far; nothing where the file is not there yet. Raises click.ClickException for a file of another kind."""
    try:
        told = orjson.loads(state.read_bytes())
        return sources.Seen(lists=dict(told["lists"]), pages=dict(told["pages"]))
    except FileNotFoundError:
        return sources.Seen()
    except OSError as error:
        raise click.FileError(str(state), hint=error.strerror) from None
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        raise click.ClickException(f"{state}: is no file that `amicity follow` wrote (name another, and all counts as new)") from None


def _save(seen: sources.Seen, state: Path) -> None:
    with whole(state) as file:
        file.write(orjson.dumps(asdict(seen), option=orjson.OPT_INDENT_2))


class _Shelf:
    """An archive that reports are added to, so that what is quoted stays at hand; without a file, reports pass as they are."""

    def __init__(self, file: Path | None) -> None:
        self._file, self._lines = file, 0
        if file and file.exists():
            with file.open("rb") as lines:
                self._lines = sum(1 for _ in lines)

    def kept(self, each: Report | sources.SourceError) -> Report | sources.SourceError:
        """The report under its name in the archive, after it was written there, whole or not at all."""
        if self._file is None or not isinstance(each, Report):
            return each
        row = {"text": each.text, "url": each.address, "title": each.title, "date": each.published.edtf if each.published else None}
        row |= {"publisher": each.publisher, "language": each.language, "fetched": each.fetched, "sha256": each.digest}
        self._add(json.dumps({name: said for name, said in row.items() if said}).encode() + b"\n")
        self._lines += 1
        return replace(each, source=f"{self._file}#{self._lines}")

    def _add(self, line: bytes) -> None:
        assert self._file  # noqa: S101 (for the type checker)
        with self._file.open("ab") as file:
            end = file.seek(0, os.SEEK_END)
            try:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)
                raise


COMMAND = follow
