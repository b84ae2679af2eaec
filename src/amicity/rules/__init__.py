"""What jurisdictions and authorities say of ties: one file (TOML) each. They warn and explain, with their source; they never block."""

from functools import cache
from pathlib import Path

from amicity.rules.check import advice
from amicity.rules.division import division_of
from amicity.rules.load import RulePackError, load
from amicity.rules.questions import Case
from amicity.terms.place import Place
from amicity.terms.rule_pack import RulePack

__all__ = ["Case", "RulePackError", "advice", "packs", "packs_for"]


@cache
def packs() -> dict[str, RulePack]:
    """Every pack, by name. Raises RulePackError with every slip of the first file that has one."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    return {file.stem: load(file.read_text(encoding="utf-8"), name=file.stem) for file in files}


def packs_for(place: Place) -> tuple[RulePack, ...]:
    """The packs for a place: those of its country and division, and the neutral one where the country has none.

    Where the place's division is unknown, the packs of its country's divisions are given too; their rules then say "if".
    """
    own = tuple(pack for pack in packs().values() if place.country in pack.countries and _within(place, pack))
    return own if any(not pack.divisions for pack in own) else (*own, *(pack for pack in packs().values() if not pack.countries))


def _within(place: Place, pack: RulePack) -> bool:
    return not pack.divisions or (division_of(place) or pack.divisions[0]) in pack.divisions
