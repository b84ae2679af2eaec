"""``amicity import``: tables whose rows state findings by themselves."""

from dataclasses import dataclass, field
from pathlib import Path

import click
import orjson

from amicity import sources
from amicity.cli._output import whole
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.source import Refusal
from amicity.terms.wire import finding_to_json

_NAMED = 20


@dataclass(slots=True)
class _Summary:
    """How many rows were read, and what became of them."""

    new: int = 0
    known: int = 0
    unsure: int = 0
    refused: list[Refusal] = field(default_factory=list)
    pairs: set[tuple[str, ...]] = field(default_factory=set)

    def count(self, finding: Finding) -> None:
        """A pair stated before, either way round, is known; a finding graded C is unsure besides."""
        pair = tuple(sorted(place.key for place in finding.places("party")))
        self.known += pair in self.pairs
        self.new += pair not in self.pairs
        self.unsure += finding.confidence is Confidence.C
        self.pairs.add(pair)

    def __str__(self) -> str:
        rows = self.new + self.known + len(self.refused)
        return (
            f"{rows:,} rows read: {self.new:,} new, {self.known:,} known (stated before in this table), "
            f"{len(self.refused):,} refused; {self.unsure:,} unsure (a place unknown, or with a rival as likely)"
        )


@click.command("import", short_help="Turn a table of ties into findings, one a row.")
@click.argument("kind", type=click.Choice(sorted(name for name, source in sources.sources().items() if source.states)))
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the findings there, whole or not at all.")
@click.option("--dry-run", is_flag=True, help="Say what would be imported, and write nothing.")
def import_(kind: str, path: Path, output: Path | None, dry_run: bool) -> int:
    """Import FILE, a table of the given KIND, as findings in JSON Lines; each quotes its row.

    \b
      amicity import pairs twin-towns.csv --dry-run
      amicity import pairs twin-towns.csv -o findings.jsonl

    A table of pairs has the columns city, country, partner and partner_country. Its findings are graded B, for a list says that
    a tie stands and neither since when nor on what paper; C where the gazetteer cannot tell a place.
    """
    stated = sources.sources()[kind].states
    try:
        report = sources.load(path)
    except sources.SourceError as error:
        raise click.UsageError(str(error)) from error
    if stated is None or sources.sources()[kind].media != report.media:
        raise click.UsageError(f"{path}: is no table of the kind {kind!r} (its first line must name its columns)")
    summary = _Summary()
    with whole(Path("/dev/null") if dry_run else output) as file:
        for each in stated(report):
            if isinstance(each, Refusal):
                summary.refused.append(each)
            else:
                summary.count(each)
                file.write(orjson.dumps(finding_to_json(each)) + b"\n")
    _say(summary, path=path)
    return 1 if summary.refused else 0


def _say(summary: _Summary, *, path: Path) -> None:
    for refusal in summary.refused[:_NAMED]:
        click.echo(f"amicity: {path}, line {refusal.line}: {refusal.reason}", err=True)
    if len(summary.refused) > _NAMED:
        click.echo(f"amicity: … and {len(summary.refused) - _NAMED} more lines refused", err=True)
    click.echo(f"amicity: {summary}", err=True)


COMMAND = import_
