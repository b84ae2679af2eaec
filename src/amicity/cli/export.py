"""``amicity export``: write a register in another format."""

from dataclasses import replace
from pathlib import Path

import click

from amicity.cli._asked import Asked, asked, day_of, place_key
from amicity.cli._output import whole
from amicity.exports import exports
from amicity.terms.export import Edition
from amicity.terms.licence import CC_BY, LICENCES

_WIDE = max(map(len, exports())) + 2
_NAMES = "\n".join(f"  {f'{name}:':<{_WIDE}} {export.says}" for name, export in exports().items())
_HELP = f"""Write a register in another format.

With -o a format that needs a description beside it (csv, sqlite) writes that too: FILE-metadata.json.

\b
{_NAMES}"""


@click.command("export", help=_HELP)
@click.argument("name", type=click.Choice(list(exports())), metavar="FORMAT")
@click.option("--place", help="Only what concerns this place: a name or a key.")
@click.option("--as-of", help="The day, as YYYY-MM-DD (default: today).")
@click.option(
    "--licence", type=click.Choice(list(LICENCES)), default=CC_BY.name, show_default=True, help="On what terms others may use it."
)
@click.option("--publisher", default="", help="Whom users of the file shall credit.")
@click.option("--address", default="", help="Where a site shows this register, such as https://example.org, for formats that link to it.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write there, whole or not at all.")
@asked
def export(asked: Asked, name: str, place: str | None, as_of: str | None, output: Path | None, **whose: str) -> int:
    """Write one format, and what belongs beside it."""
    edition = _edition(asked, place=place_key(asked.register, place) if place else None, as_of=as_of)
    edition = replace(edition, licence=LICENCES[whose["licence"]], publisher=whose["publisher"], address=whose["address"])
    chosen = exports()[name]
    with whole(output) as file:
        file.write(chosen.write(edition))
    if chosen.beside and output is not None and output.is_file():
        for beside, content in chosen.beside(edition, output.name).items():
            with whole(output.with_name(beside)) as file:
                file.write(content)
    return 0


def _edition(asked: Asked, *, place: str | None, as_of: str | None) -> Edition:
    """What was asked for, as of a day."""
    findings, judgements = tuple(asked.pile.findings.values()), tuple(asked.pile.judgements.values())
    return Edition(
        asked.register,
        day_of(as_of),
        place,
        findings,
        judgements,
        revision=len(findings) + len(judgements),
        recorded=asked.pile.recorded,
    )


COMMAND = export
