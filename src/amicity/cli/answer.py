"""``amicity answer``: put a question to a register."""

import json

import click

from amicity.answers import answer_to, questions
from amicity.cli import _show
from amicity.cli._asked import Asked, asked, day_of, place_key
from amicity.terms.answer import Query

_NAMES = "\n".join(f"  {name}: {question}" for name, question in questions().items())


@click.command("answer", help=f"Put a question to a register.\n\n\b\n{_NAMES}")
@click.argument("name", type=click.Choice(list(questions())), metavar="QUESTION")
@click.option("--place", help="A name, such as Shenyang or Shenyang,CN, or a place's key.")
@click.option("--partner", help="The other side, where only one tie is meant.")
@click.option("--as-of", help="The day, as YYYY-MM-DD (default: today).")
@click.option("--since", help="The earlier day, where the question is about two (default: --within days before).")
@click.option("--within", type=click.IntRange(0, 36500), default=365, show_default=True, help="Days, where the question looks ahead.")
@click.option("--rounds", help="Years whose multiples the house celebrates, such as 5,10,25 (default: by the rules of its country).")
@click.option("--json", "as_json", is_flag=True, help="As JSON, each row with the findings it rests on.")
@asked
def answer(
    *,
    asked: Asked,
    name: str,
    place: str | None,
    partner: str | None,
    as_of: str | None,
    since: str | None,
    within: int,
    rounds: str | None,
    as_json: bool,
) -> int:
    """Answer one question."""
    keys = [place_key(asked.register, each) if each else None for each in (place, partner)]
    query = Query(day_of(as_of), keys[0], keys[1], within, day_of(since) if since else None, rounds=_rounds(rounds))
    result = answer_to(name).ask(asked.register, query)
    if as_json:
        click.echo(json.dumps(result.to_json(), ensure_ascii=True))
    else:
        _show.result(result)
    return 0


def _rounds(written: str | None) -> tuple[int, ...]:
    numbers = [number.strip() for number in (written or "").split(",") if number.strip()]
    if all(number.isdecimal() and 0 < int(number) < 1000 for number in numbers):
        return tuple(map(int, numbers))
    raise click.UsageError(f"--rounds is {written!r}: write years with commas between them, such as 5,10,25")


COMMAND = answer
