"""Claims of rank beside what else the register knows: first among whom, and is there a rival?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amicity.languages import languages
from amicity.register.wording import names, plain
from amicity.rules.division import division_of
from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import FindingId
from amicity.terms.form import Form
from amicity.terms.place import Level, Place
from amicity.terms.register import Register
from amicity.terms.relation import Relation


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim of rank in words, and what the register makes of it: True (borne out), False (contradicted) or None (cannot be told)."""

    entry: Entry
    claim: str
    holds: bool | None
    says: str
    findings: tuple[FindingId, ...]


def ranked(register: Register, place: str, day: date) -> Iterator[Ranked]:
    """Every rank claimed for a place, or among its ties, by the day."""
    for entry in register.of_place(place):
        if isinstance(entry, Entry) and entry.kind == "ranking" and (entry.when is None or entry.when.begun_by(day)):
            measure, rank = "".join(entry.texts("measure")[:1]), "".join(entry.texts("rank")[:1])
            among = names(entry.places("among")) or "nobody told"
            claim = f"{names(entry.places('about'))}: number {rank or '?'} by {plain(measure)}, among {among}"
            yield _first_in_time(register, entry, claim, day) if measure == "first_in_time" else _by_number(register, entry, claim, measure)


def _first_in_time(register: Register, entry: Entry, claim: str, day: date) -> Ranked:
    """The first partner of a place: does any other tie of the same form begin before?"""
    about, among = entry.places("about"), entry.places("among")
    host = next((key for place in (*among, *about) if register.ties_of(key := place.key)), None)
    ties = [tie for tie in (register.ties_of(host) if host else ()) if tie.begun and tie.form in (Form.SISTER, None) and not tie.domestic]
    own = next((tie for tie in ties if {p.key for p in (*about, *among)} == {p.key for p in tie.parties}), None)
    if own is None or own.begun is None:
        return Ranked(entry, claim, None, "the register knows no dated tie to compare", entry.findings)
    earlier = [tie for tie in ties if tie.id != own.id and tie.since and own.since and tie.since.surely_before(own.since)]
    if earlier:
        first = min(earlier, key=_since)
        if limit := _limit(register, entry):
            says = (
                f"cannot be told: it is claimed {limit} only; of all, {names(first.partners(host or ''))} came before, since {first.since}"
            )
            return Ranked(entry, claim, None, says, (*entry.findings, *first.findings))
        says = f"contradicted: {names(first.partners(host or ''))} came before, since {first.since}"
        return Ranked(entry, claim, False, says, (*entry.findings, *first.findings))
    if len(ties) < 2:
        return Ranked(entry, claim, None, "cannot be told: the register knows no other dated tie to compare", entry.findings)
    says = f"borne out by the {len(ties)} dated ties that the register knows: none began surely before {own.since}"
    return Ranked(entry, claim, True, says, (*entry.findings, *own.findings))


def _limit(register: Register, entry: Entry) -> str | None:
    """What the report limits a claim to be the first to: in South Asia; None where it says it of all.

    The place that has the ties is no limit.
    """
    placed = {place.name for place in entry.places()}
    for id_ in entry.findings:
        for limit in _limits(register.findings[id_].quote.text):
            if limit["where"] not in placed:
                return limit[0]
    return None


def _limits(passage: str) -> Iterator[re.Match[str]]:
    for language in languages().values():
        for first in language.first.finditer(passage) if language.first else ():
            yield from language.limited.finditer(first[0]) if language.limited else ()


def _since(tie: Relation) -> date:
    return tie.since.earliest if tie.since else date.max


def _by_number(register: Register, entry: Entry, claim: str, measure: str) -> Ranked:
    about = {place.key for place in entry.places("about")}
    own = [each for each in register.figures if each.measure == measure and {p.key for p in each.about} == about]
    value = max((each.value for each in own if isinstance(each.value, int)), default=None)
    rivals = [each for each in register.figures if each.measure == measure and _rival(each, entry, about)]
    if value is None or not rivals:
        says = "cannot be checked: the register knows no such figure of any other place among them"
        return Ranked(entry, claim, None, says, entry.findings)
    above = [each for each in rivals if isinstance(each.value, int) and each.value > value]
    told = "; ".join(f"{names(each.about)} {each.value} ({each.when})" for each in above or rivals)
    rank = next((int(text) for text in entry.texts("rank") if text.isdecimal()), None)
    holds = None if rank is None else len(above) < rank
    says = f"{'fits' if holds else 'contradicted by' if holds is False else 'beside'} the figures known of others: {told}"
    return Ranked(entry, claim, holds, says, (*entry.findings, *(id_ for each in above or rivals for id_ in each.findings)))


def _rival(claim: FigureClaim, entry: Entry, about: set[str]) -> bool:
    others = [place for place in claim.about if place.key not in about]
    return len(claim.about) == 1 == len(others) and any(_within(others[0], whole) for whole in entry.places("among"))


def _within(place: Place, whole: Place) -> bool:
    if whole.level is Level.COUNTRY:
        return place.country == whole.country
    return place.country == whole.country and division_of(place) == whole.name
