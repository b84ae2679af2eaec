"""What the rule packs say of a tie of the register, on a day: warnings and explanations, each with its source. Nothing is blocked."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amicity.register.edition import tie_on
from amicity.rules import Case, advice, packs_for
from amicity.rules.recognised import Met, criteria_met, verdict
from amicity.terms.entry import Entry
from amicity.terms.finding import FindingId
from amicity.terms.place import Level, Place
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity.terms.rule_pack import Advice, Recognition, RulePack

_HOST = re.compile(r"https?://([^/:?#\s]+)", re.I)
TiesOf = Callable[[str], Iterable[Relation]]


@dataclass(frozen=True, slots=True)
class Standing:
    """One authority's recognition of a tie: the claims of its own list that tell of it, and its criteria beside what the register knows."""

    side: Place
    recognition: Recognition
    met: tuple[Met, ...]
    listed: tuple[FindingId, ...]
    listed_on: str | None

    @property
    def says(self) -> str:
        """Whether it is recorded as recognised, else what the criteria come to, in words."""
        if self.listed:
            return f"recorded: listed by it{f' ({self.listed_on})' if self.listed_on else ''}"
        return verdict(self.met)


def warnings_for(tie: Relation, register: Register, day: date, *, ties_of: TiesOf | None = None) -> tuple[Advice, ...]:
    """What the packs of each side say of the tie as it stands on the day, side by side in the order of its parties.

    ``ties_of`` gives all ties of a place (by its key) where the register holds only a part of them. A tie of which nothing is told
    by the day gets none, and so does a domestic one: the packs speak of ties between countries.
    """
    return tuple(each for case in cases(tie, register, day, ties_of=ties_of) for each in advice(packs_for(case.side), case))


def recognitions_for(tie: Relation, register: Register, day: date) -> tuple[Standing, ...]:
    """For each authority of each side, whether its own list has the tie, and how far the register knows its criteria to be met."""
    return tuple(
        _standing(recognition, case, register)
        for case in cases(tie, register, day)
        for pack in packs_for(case.side)
        for recognition in pack.recognitions
    )


def _standing(recognition: Recognition, case: Case, register: Register) -> Standing:
    steps = [step for step in case.tie.transitions if step.counts]
    listed = tuple(dict.fromkeys(id_ for step in steps for id_ in step.findings if _published_by(recognition, register, id_)))
    printed = (register.imprints.get(register.findings[id_].report) for id_ in listed)
    days = [imprint.published for imprint in printed if imprint and imprint.published and imprint.published.begun_by(case.day)]
    latest = max(days, key=lambda day: day.latest, default=None)
    return Standing(case.side, recognition, criteria_met(recognition, case), listed, str(latest) if latest else None)


def _published_by(recognition: Recognition, register: Register, id_: FindingId) -> bool:
    """Whether a claim stands in the authority's own list: its report's publisher or web host is the authority's."""
    imprint = register.imprints.get(register.findings[id_].report) if id_ in register.findings else None
    if imprint is None:
        return False
    found = _HOST.match(imprint.address or imprint.source)
    host = found[1].casefold() if found else ""
    publisher = (imprint.publisher or "").casefold()
    return any(name.casefold() == publisher or host == name or host.endswith(f".{name}") for name in recognition.lists)


def cases(tie: Relation, register: Register, day: date, *, ties_of: TiesOf | None = None) -> Iterator[Case]:
    """The tie as it stands on the day, seen from each side that rules can be about."""
    then = tie_on(tie, day)
    if then is None or then.domestic:
        return
    known = ties_of or register.ties_of
    papers = tuple(paper for id_ in then.instruments if isinstance(paper := register.items.get(id_), Entry))
    for side in then.parties:
        if side.level is not Level.COUNTRY:
            yield Case(then, side, day, papers, lambda key: _on(known(key), day))


def packs_of(tie: Relation) -> tuple[tuple[Place, RulePack], ...]:
    """The packs that speak of a tie, each once, with the first side that each is for."""
    found: dict[str, tuple[Place, RulePack]] = {}
    for side in tie.parties:
        for pack in packs_for(side):
            found.setdefault(pack.name, (side, pack))
    return tuple(found.values())


def _on(ties: Iterable[Relation], day: date) -> list[Relation]:
    return [then for tie in ties if (then := tie_on(tie, day)) is not None]
