"""``amicity register``: make a register from findings and judgements, and look into it."""

import json
import shlex
from datetime import date
from pathlib import Path

import click

from amicity.cli import _show
from amicity.cli._asked import Asked, asked, day_of, folded, now, place_key, policy
from amicity.cli._pile import Pile, save
from amicity.register.wording import counted, told
from amicity.terms.answer import Query
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity.terms.rule_pack import Weight
from amicity.terms.ruling import Fate

_ONE_WAY = "; the other side does not say so"


@click.group("register")
def register() -> None:
    """A register is a folder (or one .jsonl file) of findings and judgements; all else is folded from them.

    \b
      amicity read reports/ --json -o findings.jsonl
      amicity register build findings.jsonl --accept A --by "Li Na" -o register
      amicity register ties --place Shenyang --as-of 2022-10-17
      amicity register why geonames-1174872+geonames-2034937
    """


@register.command("build")
@click.argument("findings", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FINDINGS.jsonl|REGISTER …")
@click.option("--judgements", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="Judgements, one JSON object a line.")
@click.option("--accept", metavar="A|AB|ABC", help="Pass a policy that accepts findings of these confidences.")
@click.option("--by", default="command line", show_default=True, help="The name on that policy.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A folder, or a file that ends in .jsonl.")
def build(findings: tuple[Path, ...], judgements: tuple[Path, ...], accept: str | None, by: str, output: Path) -> int:
    """Gather findings and judgements into a register; one that exists is added to, and nothing is doubled."""
    held = Pile().add([output]) if output.exists() else Pile()
    before = len(held.findings)
    held.add((*findings, *judgements))
    at = now()
    held.recorded |= {id_: at for id_ in list(held.findings)[before:] if id_ not in held.recorded}
    if accept and not _accepts(held, said := policy(accept, by=by)):
        held.judgements[said.id] = said
    made = folded(held, held.judgements.values())
    save(held, output)
    new = len(held.findings) - before
    click.echo(f"{output}: {counted(len(held.findings), 'finding', 'findings')} ({new} new), {_summary(made)}", err=True)
    return 0


def _accepts(pile: Pile, said: Judgement) -> bool:
    """Whether the same policy of the same person is there already."""
    return any((old.by, old.policy) == (said.by, said.policy) for old in pile.judgements.values())


def _summary(held: Register) -> str:
    waiting = sum(ruling.fate is Fate.WAITING for ruling in held.rulings.values())
    parts = (
        f"{len(held.findings)} accepted and {waiting} waiting",
        counted(len(held.relations), "tie", "ties"),
        counted(len(held.events), "event", "events"),
        counted(len(held.promises), "promise", "promises"),
        counted(len(held.figures), "figure", "figures"),
        counted(len(held.posts), "post", "posts"),
    )
    return ", ".join(parts)


@register.command("show")
@asked
def show(asked: Asked) -> int:
    """What the register holds: its counts, and its places with the number of entries at each."""
    held = asked.register
    click.echo(_summary(held))
    ranked = sorted(held.places.items(), key=lambda item: (-len(held.at.get(item[0], ())), item[0]))
    for key, place in ranked:
        click.echo("\t".join((str(len(held.at.get(key, ()))), _show.safe(place.label), _show.safe(key))))
    return 0


@register.command("ties")
@click.option("--place", help="A name, such as Shenyang or Shenyang,CN, or a place's key.")
@click.option("--as-of", help="The day, as YYYY-MM-DD (default: today).")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@asked
def ties(asked: Asked, place: str | None, as_of: str | None, as_json: bool) -> int:
    """The ties of a place, or all, as they stood on a day."""
    from amicity.answers import answers

    key = place_key(asked.register, place) if place else None
    result = answers()["ties"].ask(asked.register, Query(day_of(as_of), key))
    if as_json:
        click.echo(json.dumps(result.to_json(), ensure_ascii=True))
    else:
        _show.result(result)
    return 0


@register.command("alike")
@click.option("--json", "as_json", is_flag=True, help="As JSON, one pair a line.")
@asked
def alike(asked: Asked, as_json: bool) -> int:
    """Which places, people, bodies and series may be one under two names? Each pair with its score, its reasons and what to judge."""
    from amicity.review.likeness import likenesses
    from amicity.review.rulings import standing

    for pair in likenesses(asked.register.findings.values(), standing(asked.pile.judgements.values())):
        if as_json:
            told = {"left": pair.left, "right": pair.right, "score": pair.score, "reasons": pair.reasons}
            click.echo(json.dumps(told, ensure_ascii=True))
        else:
            judged = " ".join(shlex.quote(_show.safe(each)) for each in (pair.left, pair.right))
            click.echo(f"{pair.score}\t{_show.safe('; '.join(pair.reasons))}\tamicity judge same_as {judged}")
    return 0


@register.command("why")
@click.argument("entry")
@click.option("--as-of", help="The day for which rules are asked, as YYYY-MM-DD (default: today).")
@asked
def why(asked: Asked, entry: str, as_of: str | None) -> int:
    """Why does the register say so? Each claim behind ENTRY (an entry's or a finding's id), its passage, and who judged it.

    For a tie also what the rules of its sides say, each with its source (``amicity answer advice`` tells more).
    """
    held = asked.register
    ids = (entry,) if entry in held.items else held.told.get(entry[-20:], ())  # type: ignore[call-overload]
    if not ids:
        raise click.UsageError(_unknown(asked, entry))
    for id_ in ids:
        item = held.items[id_]
        _show.lines((f"{told(item)}  [{id_}]", *(f"  ! {note.says}" for note in item.notes)))
        for claim in item.findings:
            _show.lines(_evidence(held, held.findings[claim], claim))
        if isinstance(item, Relation):
            _show.lines(_ruled(held, item, day_of(as_of)))
    return 0


def _ruled(held: Register, tie: Relation, day: date) -> list[str]:
    """What the rules say of a tie, warnings first."""
    from amicity.register.advice import warnings_for

    spoken = sorted(warnings_for(tie, held, day), key=lambda each: each.weight is not Weight.WARNS)
    told = [(f"  {each.weight} [{each.rule}] {each.says}", *(f"    {source.cited}" for source in each.sources)) for each in spoken]
    return [line for lines in told for line in lines]


def _evidence(held: Register, finding: Finding, id_: str) -> list[str]:
    ruling = held.rulings[id_]  # type: ignore[index]
    how = "by policy of" if ruling.policy else "by"
    imprint = held.imprints.get(finding.report)
    published = f", {imprint.published}" if imprint and imprint.published else ""
    said = [
        f"  {finding.kind}, {finding.status}, {finding.when.value if finding.when else 'undated'}  [{id_}]",
        f"    “{finding.quote.text}”",
        *([f"    according to {finding.attribution}{_ONE_WAY if 'one_way' in finding.flags else ''}"] if finding.attribution else ()),
        f"    {finding.source}, characters {finding.quote.start} to {finding.quote.end}{published}",
        f"    {ruling.fate} {how} {ruling.by} on {ruling.at}" + (f": {ruling.reason}" if ruling.reason else ""),
    ]
    return said + [f"    against judgement {other}" for other in ruling.overruled]


def _unknown(asked: Asked, entry: str) -> str:
    ruling = asked.register.rulings.get(entry[-20:])  # type: ignore[call-overload]
    if ruling is not None:
        return f"the finding {entry} is {ruling.fate}: nothing in the register rests on it"
    from rapidfuzz import process

    near = [found for found, _, _ in process.extract(entry, list(asked.register.items), limit=3, score_cutoff=80)]
    return f"the register has no entry {entry!r}" + (f" (near: {', '.join(near)})" if near else " (`register ties --json` gives the ids)")


COMMAND = register
