"""The coming anniversaries of ties."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amicity.register.days import moved
from amicity.register.edition import tie_on
from amicity.terms.finding import FindingId
from amicity.terms.form import Form
from amicity.terms.partial_date import PartialDate
from amicity.terms.relation import Change, Relation, TieStatus


@dataclass(frozen=True, slots=True)
class Birthday:
    """``years`` since the tie took its ``form`` on ``since``; ``on`` is as precise as that date: a day, a month or a year."""

    tie: Relation
    form: Form | None
    since: PartialDate
    on: PartialDate
    years: int
    findings: tuple[FindingId, ...]

    @property
    def round(self) -> bool:
        """Whether it is one of the tens, which many house rules celebrate alone."""
        return self.years % 10 == 0


def birthdays(ties: Iterable[Relation], *, day: date, within: int) -> tuple[Birthday, ...]:
    """The anniversaries, from the day on and within so many days, of ties that stand on it, soonest first.

    A year or month without a day counts while it lasts, and ahead where all of it lies within. Each form that a tie has held has
    its own anniversary.
    """
    last = moved(day, within)
    standing = (then for tie in ties if (then := tie_on(tie, day)) and then.status is TieStatus.STANDING)
    coming = [birthday for tie in standing for birthday in _of(tie, day=day, last=last)]
    return tuple(sorted(coming, key=lambda b: (b.on.latest, b.on.earliest, b.tie.id, b.since.edtf)))


def _of(tie: Relation, *, day: date, last: date) -> Iterator[Birthday]:
    firsts: dict[Form | None, tuple[PartialDate, list[FindingId]]] = {}
    for step in tie.transitions:
        if step.counts and step.when and step.change in (Change.PAPER, Change.STANDS) and step.when.year and not step.when.interval:
            since, told = firsts.setdefault(step.form, (step.when, []))
            if step.when.compatible(since):
                narrower = min(since, step.when, key=lambda d: (d.latest - d.earliest, d.edtf))
                firsts[step.form] = (narrower, [*told, *step.findings])
    for form, (since, told) in firsts.items():
        for year in range(day.year, last.year + 1):
            on = _in_year(since, year)
            ahead = on.latest >= day and (on.latest <= last or on.earliest <= day)
            if ahead and year > since.earliest.year:
                yield Birthday(tie, form, since, on, year - since.earliest.year, tuple(told))


def _in_year(since: PartialDate, year: int) -> PartialDate:
    """The date in another year, as precise as it was; 29 February falls on the 28th where there is none."""
    first = since.earliest
    if first != since.latest:
        whole_year = (first.month, since.latest.month) == (1, 12)
        return PartialDate(f"{year:04d}" if whole_year or first.month != since.latest.month else f"{year:04d}-{first.month:02d}")
    try:
        return PartialDate(first.replace(year=year).isoformat())
    except ValueError:
        return PartialDate(f"{year:04d}-02-28")
