"""``amicity explain``: for each sentence what was recognised, which rule fired, and why the rest did not."""

from pathlib import Path

import click

from amicity import sources


@click.command("explain")
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
def explain(path: Path) -> int:
    """Show for each sentence of FILE what was recognised in it, which rules fired and why the others did not."""
    from amicity.reading import explain

    try:
        report = sources.load(path)
    except sources.SourceError as error:
        raise click.UsageError(str(error)) from error
    for sentence in explain(report):
        click.echo(" ".join(sentence.text.split()))
        for head, lines in (("recognised", sentence.recognised), ("fired", sentence.fired), ("passed over", sentence.passed_over)):
            for line in lines:
                click.echo(f"    {head:<12} {_plain(line)}")
    return 0


def _plain(line: object) -> str:
    """``place · Liaoning Province · Liaoning``; what says one thing twice says it once."""
    return " · ".join(dict.fromkeys(map(str, line))) if isinstance(line, tuple) else str(line)


COMMAND = explain
