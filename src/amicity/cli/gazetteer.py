"""``amicity gazetteer``: which place a name means, its rivals and the reasons."""

import click

from amicity.terms.place import Place


@click.command("gazetteer")
@click.argument("name", nargs=-1, required=True)
@click.option("--country", help="The country, as an ISO 3166-1 code or a name.")
@click.option("--admin", help="The first-level division, such as a state or a province.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def gazetteer(name: tuple[str, ...], country: str | None, admin: str | None, as_json: bool) -> int:
    """Resolve a place NAME as the reader would.

    \b
      amicity gazetteer Cambridge
      amicity gazetteer Cambridge --country US --json
    """
    from amicity.gazetteer import open_gazetteer

    place = open_gazetteer().resolve(" ".join(name), country=country, admin=admin)
    click.echo(_as_json(place) if as_json else _shown(place))
    return 0


def _as_json(place: Place) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(place), ensure_ascii=False)


def _shown(place: Place) -> str:
    if place.id is None and not place.candidates:
        return f"{place.label}: no place of this name is known"
    lines = [f"{place.label}  {place.level}  {place.id or 'undecided'}{_where(place)}"]
    lines += [
        f"  {c.score:.2f}  {c.name}{f' ({c.country})' if c.country else ''}  {c.id}  {'; '.join(c.reasons)}" for c in place.candidates
    ]
    return "\n".join(lines)


def _where(place: Place) -> str:
    return "" if place.latitude is None or place.longitude is None else f"  {place.latitude:.3f}, {place.longitude:.3f}"


COMMAND = gazetteer
