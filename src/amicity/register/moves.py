"""What happened to a place's ties between two published counts, and how much of a change that explains."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import product

from amicity.register.counting import COUNTERS, count, standing_on
from amicity.register.edition import tie_on
from amicity.register.life import in_order
from amicity.register.published import FigureSet, successive
from amicity.terms.form import Form
from amicity.terms.register import Register
from amicity.terms.relation import Change, Relation, TieStatus, Transition

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Move:
    """On ``day`` a tie went from how it stood before (None: not at all) to how it stands after."""

    day: date
    tie: Relation
    before: Relation | None
    after: Relation | None


@dataclass(frozen=True, slots=True)
class Account:
    """What the register can say of the change from one set to the next.

    ``first`` and ``second`` are the days on which the counts are taken to have been made, chosen within the dates published so
    that the most is explained; ``narrowed`` is True where the choice mattered. ``moves`` lie between the two; ``effects`` gives
    for each measure the change that they make, ``changes`` the change published.
    """

    before: FigureSet
    after: FigureSet
    first: date
    second: date
    narrowed: bool
    moves: tuple[Move, ...]
    changes: dict[str, int]
    effects: dict[str, int]


_OnDay = Callable[[date], tuple[Relation, ...]]
"""The ties that stood on a day."""


def accounts(register: Register, place: str, sets: Iterable[FigureSet], *, day: date) -> list[Account]:
    """The account of the change from each set (oldest first) to the next that publishes one of its measures, as known on the day."""
    ties = _told_from_ever(register, place)
    all_moves = _moves(ties, until=day)
    on = cache(lambda then: standing_on(ties, then))
    return [
        _account(place, all_moves, on, before=before, after=after, measures=measures, day=day)
        for before, after, measures in successive(sets, COUNTERS)
    ]


def _account(
    place: str, all_moves: Iterable[Move], on: _OnDay, *, before: FigureSet, after: FigureSet, measures: Sequence[str], day: date
) -> Account:
    changes = {measure: (after.exact(measure) or 0) - (before.exact(measure) or 0) for measure in measures}
    moves = [move for move in all_moves if before.when.earliest <= move.day <= after.when.latest]
    firsts = _cuts(moves, earliest=before.when.earliest, latest=before.when.latest)
    seconds = _cuts(moves, earliest=after.when.earliest, latest=min(after.when.latest, day))
    best = min(
        ((first, second) for first, second in product(reversed(firsts), reversed(seconds)) if first <= second),
        key=lambda cut: _unexplained(on, place, changes=changes, first=cut[0], second=cut[1]),
        default=(before.when.latest, after.when.latest),
    )
    effects = _effects(on, place, measures=measures, first=best[0], second=best[1])
    between = tuple(move for move in moves if best[0] < move.day <= best[1])
    narrowed = best != (firsts[-1], seconds[-1])
    return Account(before, after, best[0], best[1], narrowed, between, changes, effects)


def bearing(move: Move, place: str, measure: str) -> int:
    """What a move does to a measure that counts ties: +1, 0 or -1 (for countries: whether the tie entered or left the count)."""
    return len(count(_some(move.after), place, measure).ties) - len(count(_some(move.before), place, measure).ties)


def _some(tie: Relation | None) -> tuple[Relation, ...]:
    return (tie,) if tie is not None and tie.status is TieStatus.STANDING else ()


def _told_from_ever(register: Register, place: str) -> tuple[Relation, ...]:
    """The place's international ties; a claim that one stands, without a day on which it began, is no change of that day.

    It says "since ever", unless a step of the same form is told with its day: then it is taken to speak of that.
    """
    return tuple(replace(tie, transitions=in_order(_beginnings(tie.transitions))) for tie in register.ties_of(place) if not tie.domestic)


def _beginnings(steps: Sequence[Transition]) -> Iterator[Transition]:
    firsts: dict[Form | None, date] = {}
    for step in steps:
        if step.counts and step.change in (Change.PAPER, Change.STANDS) and _begun(step):
            firsts[step.form] = min(step.start, firsts.get(step.form, date.max))
    for step in steps:
        if step.change is not Change.STANDS or _begun(step):
            yield step
        else:
            first = firsts.get(step.form, date.min)
            yield replace(step, start=first if step.when is None or step.when.latest >= first else date.min)


def _begun(step: Transition) -> bool:
    return step.when is not None and step.when.earliest > date.min


def _moves(ties: Iterable[Relation], *, until: date) -> tuple[Move, ...]:
    """Every change in how these ties stood, to the last day."""
    found = []
    for tie in ties:
        for day in sorted({step.start for step in tie.transitions if step.counts and step.start <= until} - {date.min}):
            before, after = tie_on(tie, day - _DAY), tie_on(tie, day)
            if (before and (before.form, before.status)) != (after and (after.form, after.status)):
                found.append(Move(day, tie, before, after))
    return tuple(sorted(found, key=lambda move: (move.day, move.tie.id)))


def _cuts(moves: Iterable[Move], *, earliest: date, latest: date) -> list[date]:
    """The days within a date between which the moves make a difference: the eve of each move, and the last day."""
    eves = {move.day - _DAY for move in moves if earliest < move.day <= latest}
    return sorted(eves | {latest})


def _effects(on: _OnDay, place: str, *, measures: Iterable[str], first: date, second: date) -> dict[str, int]:
    then, now = on(first), on(second)
    return {measure: count(now, place, measure).number - count(then, place, measure).number for measure in measures}


def _unexplained(on: _OnDay, place: str, *, changes: dict[str, int], first: date, second: date) -> int:
    effects = _effects(on, place, measures=changes, first=first, second=second)
    return sum(effects[measure] != change for measure, change in changes.items())
