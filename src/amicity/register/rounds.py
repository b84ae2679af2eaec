"""Papers that bind for a time: when each round runs out, and whether anything tells of its renewal."""

import re
from datetime import date
from typing import NamedTuple

from amicity.languages import languages
from amicity.register.days import moved
from amicity.terms.partial_date import PartialDate
from amicity.terms.relation import Change, Relation, Transition

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


class Round(NamedTuple):
    """One paper that binds for a time: its ``step``, the ``term`` as told, and the last day that it may bind (None: no telling)."""

    number: int
    step: Transition
    term: str
    until: PartialDate | None

    def over(self, day: date) -> bool:
        """Whether its time has surely run out on a day."""
        return self.until is not None and self.until.latest < day


def rounds(tie: Relation) -> tuple[Round, ...]:
    """The rounds of a tie on paper that binds for a time, in order; a renewal that tells a term is one."""
    steps = [step for step in tie.transitions if step.counts and step.change in (Change.PAPER, Change.RENEWED) and step.particulars.term]
    return tuple(Round(n, step, step.particulars.term or "", until(step)) for n, step in enumerate(steps, 1))


def until(step: Transition) -> PartialDate | None:
    """When a step's term runs out: told as a date, or counted in years from the step's own day."""
    said = step.particulars.term or ""
    try:
        if last := _last_day(said):
            return PartialDate(last)
    except ValueError:
        return None
    years = _years(said)
    if years is None or step.when is None or step.when.interval or step.when.latest == date.max:
        return None
    return _years_on(step.when, years)


def _last_day(said: str) -> str | None:
    if _DAY.fullmatch(said):
        return said
    told = (language.until.search(said) for language in languages().values() if language.until)
    return next((last["day"] for last in told if last), None)


def _years(said: str) -> int | None:
    for language in languages().values():
        if language.years and (told := language.years.search(said)):
            number = told["number"].lower().replace("-", " ")
            return int(number) if number.isdigit() else language.numbers[number]
    return None


def _years_on(when: PartialDate, years: int) -> PartialDate:
    first, last = (_moved_years(day, years) for day in (when.earliest, when.latest))
    return PartialDate(str(last)) if first == last else PartialDate(f"{first.year:04d}" if first.month != last.month else str(last)[:7])


def _moved_years(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return moved(date(day.year + years, 2, 28), 0) if day.year + years <= date.max.year else date.max


def run_out(tie: Relation, day: date) -> Round | None:
    """The last round, where its time has run out by a day and nothing tells of what came after."""
    told = rounds(tie)
    if not told or not told[-1].over(day):
        return None
    last = told[-1]
    after = any(step.counts and step.start > last.step.start and step.change in (Change.PAPER, Change.RENEWED) for step in tie.transitions)
    return None if after else last
