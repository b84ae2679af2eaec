"""What ``python -m amicity_web`` can do."""

import os
import socket
import sys
from pathlib import Path

import click


@click.group(help="Amicity's site: run it, fill it, back it up.", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--var", type=click.Path(path_type=Path), help="The folder of the database and the secret key (default: var).")
def main(var: Path | None) -> None:
    """Choose the folder and the settings, then hand over to the sub-command."""
    if var:
        os.environ["AMICITY_VAR"] = str(var)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amicity_web.settings.local")


@main.command()
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="The port to serve on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve on.")
@click.option("--var", type=click.Path(path_type=Path), help="The folder of the database and the secret key (default: var).")
@click.option("--no-seed", is_flag=True, help="Do not read the bundled pile.")
@click.option("--threads", default=8, show_default=True, help="How many requests at once.")
def run(port: int, host: str, var: Path | None, no_seed: bool, threads: int) -> None:
    """Bring the store up to date, read the bundled pile, and serve."""
    refuse_taken_port(host, port=port)
    if var:
        os.environ["AMICITY_VAR"] = str(var)
    _django()
    _migrate()
    if not no_seed:
        _seed()
    click.echo(welcome(f"http://{host}:{port}"))
    sys.stdout.flush()
    serve = ["gunicorn", "amicity_web.wsgi:application", "--worker-class=gthread", f"--threads={threads}", f"--bind={host}:{port}"]
    os.execv(sys.executable, [sys.executable, "-m", *serve, "--log-level=warning", "--no-control-socket"])  # noqa: S606


@main.command()
def migrate() -> None:
    """Bring the database's tables up to date."""
    _django()
    _migrate()


@main.command()
def seed() -> None:
    """Read the bundled pile into the store; what is there already is passed over."""
    _django()
    _migrate()
    _seed()


@main.command()
def rebuild() -> None:
    """Drop the projection and fold it anew from the findings and judgements."""
    _django()
    from amicity_web.store.projection import rebuild as fold_anew

    click.echo(f"Folded anew: {fold_anew()} ties.")


@main.command("import-findings")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", default="import", show_default=True, help="In whose name.")
@click.option("--accept", is_flag=True, help="Accept these findings by a policy in that name.")
def import_findings(file: Path, by: str, accept: bool) -> None:
    """Record the findings in FILE (JSON Lines of `amicity read --json` or `amicity import`) with the reports that they quote."""
    _django()
    _migrate()
    from amicity_web.store.bring import BringError, bring

    try:
        click.echo(bring(file, by=by, accept=accept).sentence)
    except BringError as error:
        raise click.ClickException(str(error)) from error


@main.command()
@click.argument("destination", type=click.Path(dir_okay=False, path_type=Path))
def backup(destination: Path) -> None:
    """Copy the SQLite database, whole and consistent, to DESTINATION, also while the site is at work."""
    _django()
    from amicity_web.store.backup import BackupError, back_up

    try:
        click.echo(f"Backed up {back_up(destination):,} bytes to {destination}.")
    except BackupError as error:
        raise click.ClickException(str(error)) from error


@main.command("export-site")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export_site(folder: Path) -> None:
    """Write a still copy of all public pages and downloads into FOLDER, which any web server can show, and no database is needed."""
    _django()
    from amicity_web.public.still import StillError, make_still

    try:
        for line in make_still(folder.absolute()):
            click.echo(line)
    except StillError as error:
        raise click.ClickException(str(error)) from error


@main.command()
@click.option("--user", "name", help="For whom (default: the first administrator).")
@click.option("--address", default="http://127.0.0.1:8000", show_default=True, help="The site's address.")
def createlink(name: str | None, address: str) -> None:
    """Print a one-time link that lets somebody in to set a password."""
    _django()
    from django.contrib.auth.models import User

    from amicity_web.accounts.links import make_link
    from amicity_web.accounts.people import local_administrator

    user = User.objects.filter(username=name).first() if name else local_administrator()
    if user is None:
        raise click.ClickException(f"There is nobody named {name!r}. The names are on the page “People and roles”.")
    click.echo(address.rstrip("/") + make_link(user))


@main.command()
@click.argument("file", default="docs/openapi.json", type=click.Path(dir_okay=False, path_type=Path))
def openapi(file: Path) -> None:
    """Write the API's description (OpenAPI 3.1) to FILE anew; a test compares the committed one."""
    _django()
    from amicity_web.api.document import written

    file.write_text(written(), encoding="utf-8")
    click.echo(f"Written: {file}.")


@main.command("manage", context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def manage(words: tuple[str, ...]) -> None:
    """Hand WORDS to Django's own management command (check, shell, …)."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["amicity_web", *words])


def refuse_taken_port(host: str, *, port: int) -> None:
    """Raise click.ClickException, saying how to choose another, where the port cannot be served on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise click.ClickException(
                f"Port {port} on {host} cannot be used ({getattr(error, 'strerror', None) or error}): "
                f"another program may be serving there. Choose another port: make run PORT={port + 1 if port < 65535 else 8000}"
            ) from error


def welcome(address: str) -> str:
    """What to do now; with a one-time link while the administrator has no password."""
    from amicity_web.accounts.links import make_link
    from amicity_web.accounts.people import local_administrator

    administrator = local_administrator()
    if administrator.has_usable_password():
        desk = f"Sign in at {address}/accounts/login/ as {administrator.username}."
    else:
        desk = f"To sign in as the administrator, open this link once (it works for a day):\n\n    {address}{make_link(administrator)}"
    return f"\nThe register is at {address}/\n{desk}\n\nStop with Ctrl+C.\n"


def _django() -> None:
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _seed() -> None:
    from django.conf import settings

    from amicity_web.store.seed import seed as read_pile

    try:
        for line in read_pile(settings.PILE):
            click.echo(line)
    except KeyboardInterrupt:
        click.echo("\nStopped. Every report read so far is kept; run again to go on.", err=True)
        raise SystemExit(130) from None
