"""The coming anniversaries of ties, and how each side keeps them by the rule of its house."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amicity.register.days import moved
from amicity.register.edition import tie_on
from amicity.rules import packs, packs_for
from amicity.terms.finding import FindingId
from amicity.terms.form import Form
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.relation import Change, Relation, TieStatus
from amicity.terms.rule_pack import Anniversaries


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


@dataclass(frozen=True, slots=True)
class Keeping:
    """How one side keeps an anniversary: whether it celebrates, what it does, and the custom that says so (None: the house's own)."""

    side: Place
    celebrates: bool
    does: str
    custom: Anniversaries | None


CELEBRATE = "celebrate"


def keepings(birthday: Birthday, *, rounds: tuple[int, ...] = (), house: str | None = None) -> tuple[Keeping, ...]:
    """How each side keeps an anniversary, by the custom of its country, else by the neutral one.

    ``rounds`` are the house's own numbers (their multiples are celebrated): for the place with the key ``house``, or for all sides.
    """
    return tuple(_keeping(side, birthday.years, rounds if house in (None, side.key) else ()) for side in birthday.tie.parties)


def _keeping(side: Place, years: int, rounds: tuple[int, ...]) -> Keeping:
    custom = custom_of(side)
    otherwise = custom.otherwise if custom else "nothing is told"
    celebrates = any(years % each == 0 for each in rounds) if rounds else custom is not None and custom.celebrates(years)
    return Keeping(side, celebrates, CELEBRATE if celebrates else otherwise, None if rounds else custom)


def custom_of(side: Place) -> Anniversaries | None:
    """The custom of a place's country, else the one of the packs that are for no country."""
    neutral = (pack for pack in packs().values() if not pack.countries)
    return next((pack.anniversaries for pack in (*packs_for(side), *neutral) if pack.anniversaries), None)


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
