"""Papers that bind for a time: when each round runs out, and whether anything tells of its renewal."""

import re
from datetime import date
from typing import NamedTuple

from amicity.register.days import moved
from amicity.terms.partial_date import PartialDate
from amicity.terms.relation import Change, Relation, Transition

_YEARS = re.compile(r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twenty)[\s-]*(?:years?\b|年)", re.I)
_LAST = re.compile(r"\b(?:(?:un)?til|through|to|bis|by)\s+(?:the end of\s+)?(\d{4}(?:-\d{2}){0,2})\b", re.I)
_WORDS = {word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)}
_NUMBERS = _WORDS | {"twenty": 20}


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
        if last := _LAST.search(f"to {said}" if re.fullmatch(r"\d{4}(-\d{2}){0,2}", said) else said):
            return PartialDate(last.group(1))
    except ValueError:
        return None
    years = _YEARS.search(said)
    if years is None or step.when is None or step.when.interval or step.when.latest == date.max:
        return None
    number = years.group(1).lower()
    return _years_on(step.when, int(number) if number.isdigit() else _NUMBERS[number])


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
