"""``amicity --register URL export``: take a register on a site away."""

from pathlib import Path

import click

from amicity.cli._output import whole
from amicity.sources._site import Site


@click.command("export")
@click.argument("name", metavar="FORMAT")
@click.option("--place", help="Only what concerns this place: a name or a key.")
@click.option("--as-of", help="The day, as YYYY-MM-DD (default: today).")
@click.option("--known-at", help="As was known on that day: only what was recorded and judged by then.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write there, whole or not at all.")
@click.pass_obj
def export(site: Site, /, *, name: str, output: Path | None, **asked: str | None) -> int:
    """Write the register in a FORMAT (csv, jsonl …); another word shows which there are."""
    content = site.get(f"exports/{name}", **asked).content
    with whole(output) as file:
        file.write(content)
    return 0


COMMAND = export
