"""What the rule packs say of a tie of the register, on a day: warnings and explanations, each with its source. Nothing is blocked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amicity.register.edition import tie_on
from amicity.rules import Case, advice, packs_for
from amicity.rules.recognised import Met, criteria_met, verdict
from amicity.terms.entry import Entry
from amicity.terms.place import Level, Place
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity.terms.rule_pack import Advice, Recognition, RulePack

TiesOf = Callable[[str], Iterable[Relation]]


@dataclass(frozen=True, slots=True)
class Standing:
    """One authority's recognition of a tie, told by its criteria beside what the register knows."""

    side: Place
    recognition: Recognition
    met: tuple[Met, ...]

    @property
    def says(self) -> str:
        """What the criteria come to, in words."""
        return verdict(self.met)


def warnings_for(tie: Relation, register: Register, day: date, *, ties_of: TiesOf | None = None) -> tuple[Advice, ...]:
    """What the packs of each side say of the tie as it stands on the day, side by side in the order of its parties.

    ``ties_of`` gives all ties of a place (by its key) where the register holds only a part of them. A tie of which nothing is told
    by the day gets none, and so does a domestic one: the packs speak of ties between countries.
    """
    return tuple(each for case in cases(tie, register, day, ties_of=ties_of) for each in advice(packs_for(case.side), case))


def recognitions_for(tie: Relation, register: Register, day: date) -> tuple[Standing, ...]:
    """For each authority of each side, whether the tie meets its criteria as far as the register knows on the day."""
    return tuple(
        Standing(case.side, recognition, criteria_met(recognition, case))
        for case in cases(tie, register, day)
        for pack in packs_for(case.side)
        for recognition in pack.recognitions
    )


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
