"""The ``amicity`` command itself: finds its sub-commands, and turns what goes wrong into a line and an exit code."""

import errno
import os
import sys
from typing import NoReturn, cast

import click

import amicity
from amicity.catalogue import CatalogueError, one, titles

FINE, SOME_FAILED, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 130
_HERE, _THERE = "amicity.cli", "amicity.cli._remote"


class _Commands(click.Group):
    """The files of this folder, each loaded only when its command is wanted; of ``_remote`` where a site's register is asked."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the files, without those that begin with an underscore."""
        return [file.rstrip("_") for file in titles(_folder(ctx))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The COMMAND of the file of that name. Raises CatalogueError where it has none."""
        folder = _folder(ctx)
        file = next((file for file in titles(folder) if file.rstrip("_") == cmd_name), None)
        return cast(click.Command, one(folder, file, "COMMAND")) if file else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, each with what the first line of its file says, so that none is loaded for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(file.rstrip("_"), _says(title)) for file, title in titles(_folder(ctx)).items()])


def _says(title: str) -> str:
    """``amicity read``: reports in … → Reports in …"""
    said = title.rpartition("``: ")[2]
    return said[:1].upper() + said[1:]


def _folder(ctx: click.Context) -> str:
    return _THERE if ctx.params.get("site") else _HERE


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(amicity.__version__, prog_name="amicity")
@click.option(
    "--register", "site", metavar="URL", is_eager=True, help="Ask the register of a site; --register URL --help says what can be asked."
)
@click.pass_context
def group(ctx: click.Context, site: str | None) -> None:
    """The evidence-backed register of city-to-city relations.

    Reports go in; findings come out, each with the exact passage it rests on; findings and people's judgements
    make the register; questions are answered from the register.

    \b
      amicity read reports/                               what do these reports say?
      amicity explain reports/000.txt                     why was it read so?
      amicity read reports/ --json -o findings.jsonl      the same for the next command
      amicity register build findings.jsonl --accept A --by "Li Na" -o register
      amicity answer figures --place Shenyang --as-of 2022-10-17
      amicity gazetteer Cambridge                         which place is meant?
      amicity --register https://register.example answer ties --place Shenyang

    Exit codes: 0 all went well; 1 some of the input failed and is named on stderr, the rest was done;
    2 nothing could be done; 130 interrupted.
    """
    if site:
        from amicity.sources._site import Site

        ctx.obj = Site.at(site, os.environ.get("AMICITY_TOKEN", ""))


def main() -> NoReturn:
    """Runs the command line and exits."""
    sys.exit(_run())


def _run() -> int:
    try:
        code = group.main(prog_name="amicity", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else FINE
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _end("interrupted: what was not finished was not written", INTERRUPTED)
    except BrokenPipeError:
        return _end("", SOME_FAILED)
    except _site_trouble() as error:
        return _end("".join(c if c.isprintable() else " " for c in str(error)), NOTHING_DONE)
    except CatalogueError as error:
        return _end(str(error), NOTHING_DONE)
    except OSError as error:
        return _end(_disk(error), SOME_FAILED)


def _site_trouble() -> type[Exception]:
    """Asked for only where something went wrong: what speaks to sites loads slowly."""
    from amicity.sources._site import SiteError

    return SiteError


def _end(said: str, code: int) -> int:
    """Says it and gives the code; what a full or closed standard output did not take is let go, or Python complains at exit."""
    if said:
        click.echo(f"amicity: {said}", err=True)
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _disk(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"{where}the disk is full, nothing was kept of this output (free some space and run again)"
    return f"{where}{error.strerror or error}"
