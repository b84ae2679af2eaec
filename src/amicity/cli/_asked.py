"""What commands about a register share: where it lies, what is accepted, and which place a name means in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from amicity.terms.confidence import Confidence
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.register import Register

if TYPE_CHECKING:
    from amicity.cli._pile import Pile

HERE = Path("register")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """The pile that a command was pointed at, and the register that it folds to."""

    pile: "Pile"
    register: Register


def asked(command: Callable[..., int]) -> Callable[..., int]:
    """Options that say which register is meant; the command is called with ``asked``."""

    @click.option("-r", "--register", "where", type=click.Path(path_type=Path), help="A register folder or file (default: ./register).")
    @click.option("--findings", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="More findings, from `read --json`.")
    @click.option("--judgements", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="More judgements, one JSON a line.")
    @click.option("--known-at", help="As was known on that day: only what was recorded (else published) and judged by then.")
    @click.option("--published-by", help="Only from reports published by that day.")
    @click.option("--accept", metavar="A|AB|ABC", help="For this call only, accept findings of these confidences that nobody judged.")
    @wraps(command)
    def called(
        *,
        where: Path | None,
        findings: tuple[Path, ...],
        judgements: tuple[Path, ...],
        known_at: str | None,
        published_by: str | None,
        accept: str | None,
        **more: Any,
    ) -> int:
        from amicity.cli._pile import Pile

        paths = [*_place_of_register(where, findings), *findings, *judgements]
        pile = Pile().add(paths)
        known = _known(pile, day_of(known_at)) if known_at else pile
        known = _published(known, day_of(published_by)) if published_by else known
        register = folded(known, [*known.judgements.values(), *([policy(accept, by="this call")] if accept else [])])
        if pile.findings and not register.findings:
            click.echo("amicity: no finding is accepted yet: judge some (`amicity judge`), or add --accept A", err=True)
        return command(asked=Asked(pile, register), **more)

    return called


def _known(pile: "Pile", day: date) -> "Pile":
    """What of a pile could be known on a day."""
    from amicity.register import inferred, known_at, passed_by

    printed = inferred(pile.findings.values(), pile.imprints.values())
    out = known_at(pile.findings.values(), day, recorded=pile.recorded, imprints=printed)
    said = passed_by(pile.judgements.values(), day)
    return replace(pile, findings={finding.id: finding for finding in out}, judgements={each.id: each for each in said})


def _published(pile: "Pile", day: date) -> "Pile":
    from amicity.register import inferred, published_by

    printed = inferred(pile.findings.values(), pile.imprints.values())
    return replace(pile, findings={finding.id: finding for finding in published_by(pile.findings.values(), day, imprints=printed)})


def _place_of_register(where: Path | None, findings: Iterable[Path]) -> list[Path]:
    if where is not None:
        return [where]
    if any(True for _ in findings):
        return []
    if not HERE.exists():
        raise click.UsageError("which register? Give -r FOLDER, or --findings FILE, or make ./register with `amicity register build`")
    return [HERE]


def folded(pile: "Pile", judgements: Iterable[Judgement]) -> Register:
    """The register of a pile's findings under these judgements."""
    from amicity.register import fold, inferred

    printed = inferred(pile.findings.values(), pile.imprints.values())
    return fold(pile.findings.values(), judgements, imprints=printed.values())


def policy(letters: str, *, by: str) -> Judgement:
    """A policy that admits findings of these confidences. Raises click.UsageError for other letters."""
    unknown = set(letters) - set(Confidence)
    if unknown:
        raise click.UsageError(f"--accept takes the letters A, B and C, not {''.join(sorted(unknown))}")
    admitted = Policy(tuple(Confidence(letter) for letter in sorted(set(letters))))
    return Judgement(Verdict.POLICY, (), by, now(), f"accepted with --accept {letters}", policy=admitted)


def now() -> str:
    """This instant in UTC, as judgements write it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def day_of(text: str | None) -> date:
    """A day given as YYYY-MM-DD, or the last of a month or a year (YYYY-MM, YYYY); today where none is given.

    Raises click.UsageError for anything else.
    """
    try:
        return PartialDate(text).latest if text else datetime.now(UTC).date()
    except ValueError as error:
        raise click.UsageError(f"{text!r} is no day: write YYYY-MM-DD, such as 2022-10-17 ({error})") from None


def place_key(register: Register, name: str) -> str:
    """The key of the place of that name (``Shenyang``, ``Shenyang,CN`` or a key) in the register.

    Raises click.UsageError with what there is, where the name means none or several.
    """
    if name in register.places:
        return name
    bare, _, country = (part.strip() for part in name.partition(","))
    same = [key for key, place in register.places.items() if _bears(place, bare, country)] or _by_gazetteer(register, bare, country)
    if len(same) == 1:
        return same[0]
    if same:
        choices = "; ".join(f"{register.places[key].label} is {key}" for key in same)
        raise click.UsageError(f"several places are called {name!r}: {choices}. Name one by country ({bare},CN) or key")
    raise click.UsageError(f"the register knows no place {name!r}{_near(register, bare)}")


def _bears(place: Place, name: str, country: str) -> bool:
    return (place.name or "").casefold() == name.casefold() and country.upper() in ("", place.country or "")


def _by_gazetteer(register: Register, name: str, country: str) -> list[str]:
    """Another name of a place in the register (奉天, Mukden), as the gazetteer knows it."""
    from amicity.gazetteer import open_gazetteer

    entries = (entry for entry in open_gazetteer().entries(name) if country.upper() in ("", entry.country))
    return [entry.id for entry in entries if entry.id in register.places][:1]


def _near(register: Register, name: str) -> str:
    from rapidfuzz import process

    names = sorted({place.name for place in register.places.values() if place.name})
    near = [found for found, _, _ in process.extract(name, names, limit=3, score_cutoff=_NEAR)]
    return f" (near: {', '.join(near)})" if near else f" (it knows {len(names)} places; `amicity register show` lists them)"
