"""``amicity --register URL read``: send reports to a register on a site, where they are read and wait for a judgement."""

from pathlib import Path

import click

from amicity.cli._show import safe
from amicity.register.wording import counted
from amicity.sources import SourceError, load
from amicity.sources._site import Site, SiteError


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE …")
@click.pass_obj
def read(site: Site, /, *, files: tuple[Path, ...]) -> int:
    """Send the text of each FILE; what is there already is passed over. Exits 1 where some could not be sent."""
    failed = 0
    for file in files:
        try:
            click.echo(safe(f"{file}: {_sent(site, file)}"))
        except (SourceError, SiteError) as error:
            failed += 1
            click.echo(safe(f"amicity: {error}" if isinstance(error, SourceError) else f"amicity: {file}: {error}"), err=True)
    return 0 if not failed else 1 if failed < len(files) else 2


def _sent(site: Site, file: Path) -> str:
    report = load(file)
    told = {"text": report.text, "grade": report.grade.value, "published": report.published.edtf if report.published else None}
    told |= {"title": report.title, "publisher": report.publisher, "address": report.address}
    taken = site.post("reports", {name: value for name, value in told.items() if value is not None}).told()
    known = "known already" if taken.get("known") else counted(int(taken.get("findings", 0)), "finding", "findings")
    return f"{known}  [{taken.get('digest')}]"


COMMAND = read
