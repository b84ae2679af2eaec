"""``amicity --register URL judge``: say what you think of a finding on a site, in your token's name."""

from urllib.parse import quote

import click

from amicity.cli._show import safe
from amicity.sources._site import Site


@click.command("judge")
@click.argument("verdict", type=click.Choice(["accept", "reject", "withdraw"]))
@click.argument("finding")
@click.option("--reason", default="", help="Why.")
@click.option("--judgement", help="For withdraw: the judgement that is taken back (default: the one that decides).")
@click.option("--seen", help="The finding's state (ETag) as you saw it (default: as it is now).")
@click.pass_obj
def judge(site: Site, /, *, verdict: str, finding: str, reason: str, judgement: str | None, seen: str | None) -> int:
    """Judge a FINDING (its id). Nothing is judged that has been judged since it was seen."""
    path = f"findings/{quote(finding, safe='')}"
    held = site.get(path)
    told: dict[str, object] = {"verdict": verdict, "reason": reason}
    if verdict == "withdraw":
        told["judgement"] = judgement or held.told()["ruling"]["judgement"]
    ruling = site.post(f"{path}/judgements", told, seen=seen or held.headers.get("etag", "")).told()["ruling"]
    click.echo(safe(f"{finding}: {ruling['fate']}" + (f" by {ruling['by']}" if ruling["by"] else "")))
    return 0


COMMAND = judge
