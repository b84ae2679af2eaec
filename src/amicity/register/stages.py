"""The stations of a tie's life: who proposed, what was signed, renewed, suspended, ended and revived, and whether it sleeps, and when."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from amicity.register.days import moved
from amicity.register.vitality import Pulse, Vitality
from amicity.terms.finding import FindingId
from amicity.terms.form import Form
from amicity.terms.ladder import height
from amicity.terms.partial_date import PartialDate
from amicity.terms.relation import Change, Ending, Relation, Stage, TieStatus, Transition
from amicity.terms.status import Status

SIGNED_ANEW_DAYS = 366
"""A paper of a form that stands already, farther than this from the one before, is a renewal and not the same signing told again."""

_ENDINGS = {
    Ending.TERMINATED: Stage.TERMINATED,
    Ending.EXPIRED: Stage.EXPIRED,
    Ending.PROHIBITED: Stage.PROHIBITED,
    Ending.SUPERSEDED: Stage.SUPERSEDED,
}


class Station(NamedTuple):
    """One station: the ``stage`` that the tie came to by a ``step``, on a day as precise as that is told.

    To be dormant takes no step: the verdict of ``sleep`` gives the reason and the rule.
    """

    stage: Stage
    step: Transition | None
    sleep: Vitality | None = None

    @property
    def when(self) -> PartialDate | None:
        """When the tie came to it; to be dormant, the first day on which the rule takes it to sleep."""
        if self.step is not None:
            return self.step.when
        return PartialDate(str(self.sleep.asleep)) if self.sleep and self.sleep.asleep else None

    @property
    def findings(self) -> tuple[FindingId, ...]:
        """The claims it rests on; of a dormant tie, those of its last sign of life."""
        if self.step is not None:
            return self.step.findings
        return self.sleep.last.findings if self.sleep and self.sleep.last else ()


class Rung(NamedTuple):
    """A form that the tie has held: from when, and until a higher one took its place or the tie ended (None: it still stands)."""

    form: Form | None
    since: PartialDate | None
    until: PartialDate | None
    by: Transition | None


def stations(tie: Relation, verdict: Vitality | None = None) -> tuple[Station, ...]:
    """The stations of a tie, in the order of its steps; a claim that the register does not follow is none.

    What was only hoped for, planned or denied is at most PROPOSED or APPLIED, and never counts. ``verdict`` is what ``vitality``
    gives for this tie on a day: one that stands and sleeps on that day has come to DORMANT, last of all.
    """
    told = tuple(Station(stage, step) for stage, step in _told(tie))
    if verdict is None or verdict.pulse is not Pulse.ASLEEP or tie.status is not TieStatus.STANDING:
        return told
    return (*told, Station(Stage.DORMANT, None, verdict))


def _told(tie: Relation) -> Iterator[tuple[Stage, Transition]]:
    down: Transition | None = None
    papers: dict[Form | None, date] = {}
    for step in tie.transitions:
        if not step.counts:
            if (before := _before_the_tie(step)) is not None:
                yield before, step
            continue
        match step.change:
            case Change.PAPER:
                yield _signed(step, down=down, before=papers.get(step.form)), step
                papers[step.form], down = step.start, None
            case Change.STANDS:
                revived = down is not None and step.start > down.start
                yield (Stage.REVIVED if revived else Stage.ACTIVE), step
                down = None if revived else down
            case Change.RENEWED:
                yield (Stage.REVIVED if down is not None else Stage.RENEWED), step
                down = None
            case Change.SUSPENDED:
                yield Stage.SUSPENDED, step
                down = step
            case Change.ENDED:
                yield _ENDINGS[step.ending or Ending.TERMINATED], step
                down = step


def _before_the_tie(step: Transition) -> Stage | None:
    if step.change is Change.APPROVED and step.status is Status.HAPPENED:
        return Stage.APPLIED if step.particulars.act == "applied" else Stage.APPROVED
    if step.status is Status.DENIED or step.status is Status.HAPPENED or step.change in (Change.SUSPENDED, Change.ENDED):
        return None
    return Stage.APPLIED if step.particulars.act == "applied" else Stage.PROPOSED


def _signed(step: Transition, *, down: Transition | None, before: date | None) -> Stage:
    if down is not None:
        return Stage.REVIVED
    if before is not None and step.start > moved(before, SIGNED_ANEW_DAYS):
        return Stage.RENEWED
    return Stage.LETTER_OF_INTENT if step.form is Form.LETTER_OF_INTENT else Stage.SIGNED


def rungs(tie: Relation) -> tuple[Rung, ...]:
    """The forms that a tie has held, in order: each until a higher one superseded it, or the tie ended."""
    held: list[Rung] = []
    for step in tie.transitions:
        if not step.counts:
            continue
        now = held[-1] if held and held[-1].until is None and held[-1].by is None else None
        if step.change in (Change.PAPER, Change.STANDS) and (now is None or height(step.form) > height(now.form)):
            if now is not None:
                held[-1] = now._replace(until=step.when, by=step)
            held.append(Rung(step.form, step.when, None, None))
        elif step.change is Change.ENDED and now is not None and _ends_all(step, tie):
            held[-1] = now._replace(until=step.when, by=step)
    return tuple(held)


def _ends_all(step: Transition, tie: Relation) -> bool:
    """Whether a step ended the tie for the last side that still held to it."""
    return not step.actors or (tie.ending is not None and step == max((s for s in tie.transitions if s.ending), key=lambda s: s.start))
