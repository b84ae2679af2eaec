"""Results for people: on a terminal as tables, in a pipe as lines with tabs."""

import sys
from collections.abc import Iterable

import click

from amicity.terms.answer import Result, Table


def result(shown: Result) -> None:
    """A result: its title, its sentences, its tables and its notes."""
    click.secho(shown.title, bold=True)
    click.echo()
    lines((*shown.sentences, ""))
    for each in shown.tables:
        table(each)
    lines(f"Note: {note}" for note in shown.notes)


def table(shown: Table) -> None:
    """A table under its title."""
    click.secho(shown.title, bold=True)
    rows = [[_cell(row.cells.get(name)) for name in shown.columns] for row in shown.rows]
    if sys.stdout.isatty():
        _drawn(list(shown.columns.values()), rows)
    else:
        for cells in (list(shown.columns.values()), *rows):
            click.echo("\t".join(cells))
    click.echo()


def lines(said: Iterable[str]) -> None:
    """Lines, safe for a terminal."""
    for line in said:
        click.echo(safe(line))


def _drawn(heads: list[str], rows: list[list[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(*heads, box=box.SIMPLE)
    for cells in rows:
        drawn.add_row(*map(Text, cells))
    Console().print(drawn)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return safe(("yes" if value else "no") if isinstance(value, bool) else str(value))


def safe(text: str) -> str:
    """The text as a terminal may have it: control characters of a report do not reach it, nor lone surrogates the encoder."""
    printable = "".join(c if c.isprintable() or c == " " else " " for c in text)
    return printable.encode("utf-8", "replace").decode()
