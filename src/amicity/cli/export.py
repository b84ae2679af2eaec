"""``amicity export``: write a register in another format."""

from pathlib import Path

import click

from amicity.cli._asked import Asked, asked, day_of, place_key
from amicity.cli._output import whole
from amicity.exports import exports
from amicity.terms.export import Edition

_NAMES = "\n".join(f"  {name}: {export.says}" for name, export in exports().items())


@click.command("export", short_help="Write a register in another format.", help=f"Write a register in another format.\n\n\b\n{_NAMES}")
@click.argument("name", type=click.Choice(list(exports())), metavar="FORMAT")
@click.option("--place", help="Only what concerns this place: a name or a key.")
@click.option("--as-of", help="The day, as YYYY-MM-DD (default: today).")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write there, whole or not at all.")
@asked
def export(asked: Asked, name: str, place: str | None, as_of: str | None, output: Path | None) -> int:
    """Write one format."""
    key = place_key(asked.register, place) if place else None
    pile = asked.pile
    edition = Edition(asked.register, day_of(as_of), key, tuple(pile.findings.values()), tuple(pile.judgements.values()))
    with whole(output) as file:
        file.write(exports()[name].write(edition))
    return 0


COMMAND = export
