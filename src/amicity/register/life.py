"""How a tie stands after a row of steps: the rules of the ladder and of sides, and nothing about text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from amicity.terms.form import Form
from amicity.terms.ladder import height
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.relation import Change, Side, TieStatus, Transition

_ORDER = {change: number for number, change in enumerate(Change)}
_STANDS = Change.STANDS
_STANDING = (Change.PAPER, _STANDS)
_NO_TIE, _TIED = TieStatus.PROSPECT, TieStatus.STANDING
_PAIR = 2
_BROKEN = frozenset({TieStatus.SUSPENDED, TieStatus.ENDED})
_WEAKEST = (TieStatus.ENDED, TieStatus.SUSPENDED, TieStatus.STANDING, TieStatus.PROSPECT)


class Standing(NamedTuple):
    """How a tie stands: its highest form, since when, when it first stood, and each side's own status."""

    form: Form | None
    status: TieStatus
    since: PartialDate | None
    begun: PartialDate | None
    sides: tuple[Side, ...]


@dataclass(slots=True)
class _State:
    sides: dict[str, TieStatus]
    moved: dict[str, Transition]
    forms: dict[Form | None, list[Transition]]
    named: Form | None = None
    broken: bool = False
    ended: bool = False


def in_order(steps: Iterable[Transition]) -> tuple[Transition, ...]:
    """Steps in the order in which they are taken: by day, on one day papers before claims, changes last."""
    told = tuple(steps)
    return told if len(told) == 1 else tuple(sorted(told, key=lambda step: (step.start, _ORDER[step.change], step.findings)))


def stand(parties: Sequence[Place], steps: Iterable[Transition]) -> Standing:
    """How the tie between these parties stands after these steps, given in order.

    A new paper after an end or a suspension makes the tie stand again; a side that acts alone moves only its own status,
    and the tie stands as its weakest side does. A tie of three or more stands while two of its sides do: one may join or leave.
    """
    counting = [step for step in steps if step.counts]
    if len(parties) == _PAIR and not [step for step in counting if step.change not in _STANDING]:
        return _only_climbed(parties, counting)
    state = _State({place.key: _NO_TIE for place in parties}, {}, {})
    for step in counting:
        _take(state, step)
    form = max(state.forms, key=height) if state.forms else state.named
    begun = next((step.when for step in counting if step.change in _STANDING), None)
    status = _together(state)
    return Standing(form, status, _since(state.forms.get(form, ())), begun, _sides(parties, state))


def _only_climbed(parties: Sequence[Place], steps: Sequence[Transition]) -> Standing:
    """How a tie stands that nothing has ever broken, as most: the same as step by step, sooner."""
    if not steps:
        return Standing(None, _NO_TIE, None, None, tuple([Side(place, _NO_TIE) for place in parties]))
    first = steps[0]
    form = max([step.form for step in steps], key=height) if len(steps) > 1 else steps[0].form
    since = _since([step for step in steps if step.form is form])
    return Standing(form, _TIED, since, first.when, tuple([Side(place, _TIED, first.when, first) for place in parties]))


def _together(state: _State) -> TieStatus:
    """How the tie stands, from how each side does."""
    statuses = list(state.sides.values())
    if len(statuses) > _PAIR and statuses.count(_TIED) >= _PAIR:
        return _TIED
    acted = [status for status in statuses if status is not _NO_TIE] if len(statuses) > _PAIR else statuses
    return min(acted or statuses, key=_WEAKEST.index)


def _take(state: _State, step: Transition) -> None:
    if step.change in _STANDING:
        _add_form(state, step)
    match step.change:
        case Change.RENEWED:
            state.named = step.form or state.named
            if not state.forms or step.form is not None:
                state.forms.setdefault(step.form, []).append(step)
            _move(state, step, _TIED)
        case Change.SUSPENDED | Change.ENDED:
            state.named = state.named or step.form
            state.ended = state.ended or step.change is Change.ENDED
            _move(state, step, TieStatus.ENDED if step.change is Change.ENDED else TieStatus.SUSPENDED)


def _add_form(state: _State, step: Transition) -> None:
    if state.broken and step.change is _STANDS and (step.when is None or step.when.earliest == date.min):
        return
    if state.broken and state.ended:
        state.forms, state.ended = {}, False
    fresh = state.broken or not state.forms
    state.forms.setdefault(step.form, []).append(step)
    if fresh or len(state.sides) > _PAIR:
        _move(state, step, _TIED, joining=not fresh)


def _move(state: _State, step: Transition, status: TieStatus, *, joining: bool = False) -> None:
    """Give the sides that acted, or that the step names, a new status; ``joining``: those alone that had none before."""
    for key in step.actors or step.particulars.parties or tuple(state.sides):
        held = state.sides.get(key)
        if held is not None and held is not status and (not joining or held is _NO_TIE):
            state.sides[key], state.moved[key] = status, step
    state.broken = not _BROKEN.isdisjoint(state.sides.values()) and _together(state) is not _TIED


def _since(steps: Sequence[Transition]) -> PartialDate | None:
    """The date of the first dated step, as precisely as a step that may be the same day tells it."""
    if len(steps) == 1:
        return steps[0].when
    dated = [step.when for step in steps if step.when is not None]
    same = [when for when in dated if when.compatible(dated[0])]
    return min(same, key=lambda when: (when.latest - when.earliest, when.edtf)) if len(same) > 1 else next(iter(same), None)


def _sides(parties: Sequence[Place], state: _State) -> tuple[Side, ...]:
    moved = ((place, state.moved.get(place.key)) for place in parties)
    return tuple([Side(place, state.sides[place.key], step.when if step else None, step) for place, step in moved])
