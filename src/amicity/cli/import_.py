"""``amicity import``: turn a list of ties into findings, each quoting its row."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import click
import orjson

from amicity import sources
from amicity.cli._output import whole
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source
from amicity.terms.wire import finding_to_json, imprint_to_json

_NAMED = 20
_EVERY = 500
_CACHE = Path("~/.cache/amicity")
_TEXTS = ("text/plain", "text/csv", "text/tab-separated-values")
_DOUBTS = {
    "place_unknown": "a place that the gazetteer does not know",
    "place_rivalled": "a place with a rival as likely",
    "date_unread": "a date that cannot be told",
    "status_unread": "a status in unknown words",
    "nameless": "an item whose name is not given",
    "undated": "a date that cannot be told",
    "one_way": "a tie that one side alone states",
}


@dataclass(slots=True)
class _Summary:
    """How many rows were read, and what became of them."""

    new: int = 0
    known: int = 0
    unsure: int = 0
    findings: int = 0
    refused: list[tuple[str, Refusal]] = field(default_factory=list)
    doubts: Counter[str] = field(default_factory=Counter)
    pairs: set[tuple[str, ...]] = field(default_factory=set)
    _row: tuple[str, int] | None = None

    def count(self, finding: Finding) -> None:
        """Counts a row by its first finding. A pair stated before, either way round, is known; a finding graded C is unsure besides."""
        self.findings += 1
        row = (finding.report, finding.quote.start)
        if row == self._row:
            return
        self._row = row
        pair = tuple(sorted(place.key for place in finding.places("party"))) if finding.kind == "relation" else (finding.id,)
        self.known += pair in self.pairs
        self.new += pair not in self.pairs
        self.pairs.add(pair)
        if finding.confidence is Confidence.C:
            self.unsure += 1
            self.doubts.update([flag for flag in finding.flags if flag in _DOUBTS] or ["place_rivalled"])

    @property
    def rows(self) -> int:
        """How many there were."""
        return self.new + self.known + len(self.refused)

    def __str__(self) -> str:
        why = ", ".join(f"{number:,} {_DOUBTS[doubt]}" for doubt, number in self.doubts.most_common())
        return (
            f"{self.rows:,} rows read: {self.new:,} new, {self.known:,} known (stated before in this table), "
            f"{len(self.refused):,} refused; {self.unsure:,} unsure{f' ({why})' if why else ''}; {self.findings:,} findings"
        )


class _UnreadableError(click.ClickException):
    """The file is not what it was said to be: the message says what it is, and what to do."""

    exit_code = 2


@click.command("import")
@click.argument("kind", type=click.Choice(sorted(name for name, source in sources.sources().items() if source.states)))
@click.argument("path", type=click.Path(path_type=Path), metavar="[FILE]", required=False)
@click.option(
    "--map", "columns", metavar="FIELD=HEAD,…", help="Which column holds what, where its head does not tell: city=Stadt,partner=Partner."
)
@click.option("--sheet", help="The sheet of a workbook; without it, every sheet that is a table of ties.")
@click.option("--place", help="Whose partners they are, where the table does not say: “Shenyang (CN)”.")
@click.option(
    "--names", type=click.Path(path_type=Path), metavar="FILE", help="The names to a list of ids, an id, a tab and a name a line."
)
@click.option("--address", help="Where on the web the list is from: what is made of it can then cite it.")
@click.option("--host", default="", help="Where a service is asked, if not at its own address: https://wikibase.example.org.")
@click.option("--cache", type=click.Path(path_type=Path, file_okay=False), help="Where a service's answers are kept for a day.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the findings there, whole or not at all.")
@click.option("--dry-run", is_flag=True, help="Say what would be imported, and write nothing.")
def import_(
    kind: str,
    path: Path | None,
    *,
    columns: str | None,
    sheet: str | None,
    place: str | None,
    names: Path | None,
    address: str | None,
    host: str,
    cache: Path | None,
    output: Path | None,
    dry_run: bool,
) -> int:
    """Import FILE, a list of the given KIND, as findings in JSON Lines; each quotes its row.

    \b
      amicity import table twin-towns.xlsx --dry-run
      amicity import table twin-towns.csv -o findings.jsonl
      amicity import table partner.ods --map partner=Name,since=Jahr --place "Shenyang (CN)" -o findings.jsonl
      amicity import wikidata --place Shenyang -o findings.jsonl

    A table (CSV, TSV, XLSX, ODS) may have its columns in any order; the heads tell, in many languages, or --map does:
    city, country, partner, partner_country, since, signed, ended, form, status, and for either place its division, id, latitude
    and longitude. Each row is a tie, and a paper too where it tells a day of signing, and an ending where it tells one. Its
    findings are graded B, for a list seldom says on what a tie rests; C where a place or a date cannot be told. To repeat an
    import changes nothing.
    """
    source, wanted, summary = sources.sources()[kind], _wanted(columns), _Summary()
    if wanted and source.mapped is None:
        raise click.UsageError(f"--map is for tables: a list of the kind {kind!r} says by itself what is what")
    try:
        if path is None:
            reports = [_asked(source, place, host=host, cache=cache)]
        else:
            reports = [replace(report, owner=place or report.owner) for report in _reports(path, source, sheet=sheet, names=names)]
        with whole(Path("/dev/null") if dry_run else output) as file:
            for report in reports:
                _layout(report, source, wanted)
                for each in _counted(_stated(report, source, wanted), output=output):
                    if isinstance(each, Refusal):
                        summary.refused.append((report.source, each))
                    else:
                        summary.count(each)
                        file.write(orjson.dumps(finding_to_json(each)) + b"\n")
                if address or report.address:
                    printed = Imprint.of(replace(report, address=address or report.address))
                    file.write(orjson.dumps(imprint_to_json(printed)) + b"\n")
            if path and not summary.rows:
                raise _UnreadableError(f"{path}: states nothing that could be imported (what was wanted is {source.says})")
    except sources.SourceError as error:
        raise _UnreadableError(str(error)) from error
    _say(summary)
    return 1 if summary.refused else 0


def _asked(source: Source, place: str | None, *, host: str, cache: Path | None) -> Report:
    """What the service says of the place. Raises SourceError and UsageError."""
    if source.asks is None:
        raise click.UsageError(f"Missing argument 'FILE': a list of the kind {source.name!r} is imported from a file.")
    if not place:
        raise click.UsageError(f"Missing argument 'FILE', or --place to ask {source.name} for one place.")
    return source.asks(place, host=host, cache=cache or _CACHE.expanduser() / source.name, now=lambda: datetime.now(UTC))


def _reports(path: Path, source: Source, *, sheet: str | None, names: Path | None) -> list[Report]:
    """The reports of this kind in the file; a text that the kind may be told to be is taken for one. Raises SourceError and UsageError."""
    if not (sheet or source.mapped or source.reads or source.media in _TEXTS):
        return [sources.load_as(source.name, path, *([names] if names else ()))]
    if sheet:
        named = Path(f"{path}#{sheet}")
        try:
            found: list[Report | sources.SourceError] = [sources.load(named)]
        except sources.SourceError as error:
            sheets = _sheets(path)
            there = f"its sheets are {sheets}" if sheets else "it is no workbook: leave --sheet out"
            raise sources.SourceError(error.what, error.where, there) from error
    else:
        found = list(sources.load_all(path))
    reports = [each for each in found if isinstance(each, Report)]
    fitting = [report for report in reports if report.media == source.media]
    if not fitting and source.mapped:
        fitting = [replace(report, media=source.media) for report in reports if report.media in _TEXTS]
        if len(fitting) > 1:
            raise _UnreadableError(
                f"{path}: no sheet names partners by its heads: say which by --sheet, and --map (they are {_sheets(path)})"
            )
    if not fitting:
        said = next(
            (str(each) for each in found if isinstance(each, sources.SourceError)),
            f"{path}: is no list of the kind {source.name!r} ({source.says})",
        )
        raise _UnreadableError(said)
    return fitting


def _sheets(path: Path) -> str:
    names = [each.source.rpartition("#")[2] for each in sources.load_all(path) if isinstance(each, Report) and "#" in each.source]
    return ", ".join(names)


def _stated(report: Report, source: Source, wanted: Mapping[str, str]) -> Iterable[Finding | Refusal]:
    if source.mapped:
        return source.mapped(report, wanted)
    return source.states(report) if source.states else ()


def _layout(report: Report, source: Source, wanted: Mapping[str, str]) -> None:
    """Says how the columns are read."""
    if source.mapped:
        from amicity.sources.table import outlined

        click.echo(f"amicity: {report.source}: {outlined(report, wanted).columns.told}", err=True)


def _wanted(columns: str | None) -> dict[str, str]:
    """The wishes of ``--map``. Raises UsageError."""
    wishes = [wish.partition("=") for wish in (columns or "").split(",") if wish.strip()]
    for field_name, sign, _ in wishes:
        if not sign:
            raise click.UsageError(f"--map: {field_name!r} is no FIELD=HEAD, as in city=Stadt")
    return {field_name.strip(): head.strip() for field_name, _, head in wishes}


def _counted(stated: Iterable[Finding | Refusal], *, output: Path | None) -> Iterator[Finding | Refusal]:
    """The same, with a count on stderr while people wait for a file."""
    shown = output is not None and sys.stderr.isatty()
    for number, each in enumerate(stated, 1):
        if shown and number % _EVERY == 0:
            click.echo(f"\r{number:,} findings", nl=False, err=True)
        yield each
    if shown:
        click.echo("\r\x1b[K", nl=False, err=True)


def _say(summary: _Summary) -> None:
    for where, refusal in summary.refused[:_NAMED]:
        click.echo(f"amicity: {where}, line {refusal.line}: {refusal.reason}", err=True)
    if len(summary.refused) > _NAMED:
        click.echo(f"amicity: … and {len(summary.refused) - _NAMED} more lines refused", err=True)
        reasons = Counter(refusal.reason for _, refusal in summary.refused)
        click.echo(f"amicity: refused: {', '.join(f'{number:,} {reason}' for reason, number in reasons.most_common(8))}", err=True)
    click.echo(f"amicity: {summary}", err=True)


COMMAND = import_
