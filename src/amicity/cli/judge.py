"""``amicity judge``: accept, reject, correct or withdraw, with your name on it; say what is the same or different."""

import json
from pathlib import Path

import click

from amicity.cli._asked import now
from amicity.cli._pile import Pile, append
from amicity.review import JudgementError, Known, check
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.wire import WireError, finding_from_json


@click.command("judge")
@click.argument("verdict", type=click.Choice([verdict.value for verdict in Verdict]))
@click.argument("subjects", nargs=-1)
@click.option("-r", "--register", "where", required=True, type=click.Path(exists=True, path_type=Path), help="The register folder or file.")
@click.option("--by", required=True, help="Who judges.")
@click.option("--reason", default="", help="Why.")
@click.option("--at", help="When, as an ISO 8601 instant (default: now).")
@click.option("--correction", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The finding as it should read.")
@click.option("--confidence", multiple=True, type=click.Choice(list(Confidence)), help="For policy: admit these (default: any).")
@click.option("--source", multiple=True, help="For policy: admit these sources; * stands for anything.")
@click.option("--kind", multiple=True, help="For policy: admit these kinds.")
def judge(
    *,
    verdict: str,
    subjects: tuple[str, ...],
    where: Path,
    by: str,
    reason: str,
    at: str | None,
    correction: Path | None,
    confidence: tuple[str, ...],
    source: tuple[str, ...],
    kind: tuple[str, ...],
) -> int:
    """Add a judgement on SUBJECTS (ids of findings; places' keys, or names as person:, organisation: or series:NAME, for same_as
    and different; a judgement's id for withdraw).

    Nothing is ever taken out of the register: withdraw an earlier judgement, and it is as if that had never been.

    \b
      amicity judge accept 4ac2e7ec1beea75e66fb -r register --by "Li Na"
      amicity judge policy --confidence A --source 'city-site/*' -r register --by "Li Na"
    """
    said = Verdict(verdict)
    admitted = Policy(tuple(Confidence(c) for c in confidence), source, kind) if said is Verdict.POLICY else None
    judgement = Judgement(said, subjects, by, at or now(), reason, _correction(correction), admitted)
    pile = Pile().add([where])
    try:
        check(judgement, Known.of(pile.findings.values(), pile.judgements.values()))
    except JudgementError as error:
        raise click.UsageError(str(error)) from None
    append(judgement, where)
    click.echo(judgement.id)
    return 0


def _correction(file: Path | None) -> Finding | None:
    if file is None:
        return None
    try:
        return finding_from_json(json.loads(file.read_bytes()))
    except (WireError, ValueError) as error:
        raise click.UsageError(f"{file}: {error}") from None


COMMAND = judge
