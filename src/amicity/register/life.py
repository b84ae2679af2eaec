"""How a tie stands after a row of steps: the rules of the ladder and of sides, and nothing about text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from amicity.terms.form import Form
from amicity.terms.ladder import height
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.relation import Change, Side, TieStatus, Transition

_ORDER = {change: place for place, change in enumerate(Change)}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a tie stands: its highest form, since when, when it first stood, and each side's own status."""

    form: Form | None
    status: TieStatus
    since: PartialDate | None
    begun: PartialDate | None
    sides: tuple[Side, ...]


@dataclass(slots=True)
class _State:
    sides: dict[str, tuple[TieStatus, Transition | None]]
    forms: dict[Form | None, list[Transition]] = field(default_factory=dict)
    named: Form | None = None
    ended: date | None = None


def in_order(steps: Iterable[Transition]) -> tuple[Transition, ...]:
    """Steps in the order in which they are taken: by day, on one day papers before claims, changes last."""
    return tuple(sorted(steps, key=lambda step: (step.start, _ORDER[step.change], step.findings)))


def stand(parties: Sequence[Place], steps: Iterable[Transition]) -> Standing:
    """How the tie between these parties stands after these steps, given in order.

    A new paper after an end or a suspension makes the tie stand again; a side that acts alone moves only its own status,
    and the tie stands as its weakest side does.
    """
    state = _State({place.key: (TieStatus.PROSPECT, None) for place in parties})
    first: Transition | None = None
    for step in steps:
        if step.counts:
            first = first or (step if step.change in (Change.PAPER, Change.STANDS) else None)
            _take(state, step)
    form = max(state.forms, key=height) if state.forms else state.named
    return Standing(form, _weakest(state), _since(state.forms.get(form, [])), first.when if first else None, _sides(parties, state))


def _take(state: _State, step: Transition) -> None:
    match step.change:
        case Change.PAPER | Change.STANDS:
            _add_form(state, step)
        case Change.RENEWED:
            state.named = step.form or state.named
            if not state.forms or step.form is not None:
                state.forms.setdefault(step.form, []).append(step)
            _move(state, step, TieStatus.STANDING)
        case Change.SUSPENDED | Change.ENDED:
            state.named = state.named or step.form
            _move(state, step, TieStatus.ENDED if step.change is Change.ENDED else TieStatus.SUSPENDED)
            state.ended = step.start if step.change is Change.ENDED else state.ended


def _add_form(state: _State, step: Transition) -> None:
    broken = any(status in (TieStatus.ENDED, TieStatus.SUSPENDED) for status, _ in state.sides.values())
    if broken and step.change is Change.STANDS and (step.when is None or step.when.earliest == date.min):
        return
    if broken and state.ended is not None:
        state.forms, state.ended = {}, None
    state.forms.setdefault(step.form, []).append(step)
    if broken or len(state.forms) == 1:
        _move(state, step, TieStatus.STANDING)


def _move(state: _State, step: Transition, status: TieStatus) -> None:
    for key in step.actors or tuple(state.sides):
        if key in state.sides and state.sides[key][0] is not status:
            state.sides[key] = (status, step)


def _weakest(state: _State) -> TieStatus:
    statuses = {status for status, _ in state.sides.values()}
    for status in (TieStatus.ENDED, TieStatus.SUSPENDED, TieStatus.STANDING):
        if status in statuses:
            return status
    return TieStatus.PROSPECT


def _since(steps: Sequence[Transition]) -> PartialDate | None:
    """The date of the first dated step, as precisely as a step that may be the same day tells it."""
    dated = [step.when for step in steps if step.when is not None]
    if not dated:
        return None
    return min((when for when in dated if when.compatible(dated[0])), key=lambda when: (when.latest - when.earliest, when.edtf))


def _sides(parties: Sequence[Place], state: _State) -> tuple[Side, ...]:
    told = {key: step.when if step else None for key, (_, step) in state.sides.items()}
    return tuple(Side(place, state.sides[place.key][0], told[place.key]) for place in parties)
