"""``amicity --register URL answer``: put a question to a register on a site."""

import json

import click

from amicity.cli import _show
from amicity.cli._remote._result import result_of
from amicity.sources._site import Site


@click.command("answer")
@click.argument("name", metavar="QUESTION")
@click.option("--place", help="A name, such as Shenyang or Shenyang,CN, or a place's key (default: the site's home city).")
@click.option("--partner", help="The other side, where only one tie is meant.")
@click.option("--as-of", help="The day, as YYYY-MM-DD (default: today).")
@click.option("--known-at", help="As was known on that day: only what was recorded and judged by then.")
@click.option("--since", help="The earlier day, where the question is about two.")
@click.option("--within", type=click.IntRange(0, 3660), default=365, show_default=True, help="Days, where the question looks ahead.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, each row with the findings it rests on.")
@click.pass_obj
def answer(site: Site, /, *, name: str, as_json: bool, **asked: str | int | None) -> int:
    """Put a QUESTION (ties, figures, timeline …) to the register; another word shows which there are."""
    told = site.get(f"answers/{name}", **asked).told()
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=True))
    else:
        _show.result(result_of(told))
    return 0


COMMAND = answer
