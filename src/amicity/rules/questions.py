"""The questions that a rule may put to a tie. Each finds what the rule's sentence has places for; finding nothing, the rule is silent."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from amicity.terms.entry import Entry
from amicity.terms.place import Level, Place
from amicity.terms.relation import Change, Ending, Relation, TieStatus
from amicity.terms.rule_pack import Rule


@dataclass(frozen=True, slots=True)
class Case:
    """A tie as it stands on a day, seen from one side; ``ties_of`` gives the ties of any of its places as they stand on that day."""

    tie: Relation
    side: Place
    day: date
    papers: tuple[Entry, ...]
    ties_of: Callable[[str], Iterable[Relation]]

    @property
    def partners(self) -> tuple[Place, ...]:
        """The other sides."""
        return self.tie.partners(self.side.key)


Found = Iterator[Mapping[str, str]]
ALWAYS_FOUND = ("place", "partner", "form", "since")


@dataclass(frozen=True, slots=True)
class Question:
    """``says`` explains it; ``finds`` are the places that a sentence may have; ``needs`` the numbers that the rule must give.

    ``dates_itself``: the question looks at the rule's days of signing itself, paper by paper.
    """

    says: str
    ask: Callable[[Case, Rule], Found]
    more: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    dates_itself: bool = False

    @property
    def finds(self) -> tuple[str, ...]:
        """The names that a sentence may hold in braces."""
        return (*ALWAYS_FOUND, *self.more)


def found_of(case: Case) -> dict[str, str]:
    """What every question finds."""
    form = str(case.tie.form).replace("_", " ") if case.tie.form else "unknown"
    return {
        "place": _name(case.side),
        "partner": " and ".join(map(_name, case.partners)) or "its partner",
        "form": form,
        "since": f"since {case.tie.since}" if case.tie.since else "since a day that no report gives",
    }


def _always(case: Case, rule: Rule) -> Found:
    yield {}


def _rank(case: Case, rule: Rule) -> Found:
    mine = _rank_of(case.side)
    for partner in case.partners:
        theirs = _rank_of(partner)
        if mine and theirs and mine != theirs:
            yield {"partner": _name(partner), "rank": mine, "partner_rank": theirs}


def _one_to_one(case: Case, rule: Rule) -> Found:
    for partner in case.partners:
        others = [tie for tie in _besides(case, partner) if any(p.country == case.side.country for p in tie.partners(partner.key))]
        if others:
            yield {"partner": _name(partner), "others": _listed(others, partner)}


def _one_per_country(case: Case, rule: Rule) -> Found:
    countries = {partner.country for partner in case.partners if partner.country}
    others = [tie for tie in _besides(case, case.side) if countries & {p.country for p in tie.partners(case.side.key)}]
    if others:
        yield {"others": _listed(others, case.side)}


def _besides(case: Case, place: Place) -> list[Relation]:
    """The other ties of a place that stand in the same form."""
    return [
        tie
        for tie in case.ties_of(place.key)
        if tie.id != case.tie.id and tie.status is TieStatus.STANDING and tie.form is case.tie.form and not tie.domestic
    ]


def _no_paper(case: Case, rule: Rule) -> Found:
    if not any(step.change is Change.PAPER and step.counts for step in case.tie.transitions):
        yield {}


def _no_approval(case: Case, rule: Rule) -> Found:
    if not any(step.change is Change.APPROVED for step in case.tie.transitions):
        yield {}


def _notice(case: Case, rule: Rule) -> Found:
    days = timedelta(days=rule.days or 0)
    for step in case.tie.transitions:
        signed = step.when if step.change is Change.PAPER and step.counts else None
        if signed is None or signed.latest == date.max or signed.earliest == date.min:
            continue
        if (rule.signed_from is None or signed.earliest >= rule.signed_from) and (
            rule.signed_until is None or signed.latest <= rule.signed_until
        ):
            deadline = signed.latest + days
            left = "that day has passed" if deadline < case.day else f"{(deadline - case.day).days} days are left"
            yield {"signed": str(signed), "deadline": str(deadline), "left": left}


def _review(case: Case, rule: Rule) -> Found:
    steps = [step.when.latest for step in case.tie.transitions if step.counts and step.when and step.when.latest <= case.day]
    if not steps:
        return
    last, due = max(steps), _years_after(max(steps), rule.years or 1)
    if due <= case.day:
        yield {"last": str(last), "due": str(due), "years": str(rule.years)}


def _term(case: Case, rule: Rule) -> Found:
    told = [*(term for paper in case.papers for term in paper.texts("term")), *(step.particulars.term for step in case.tie.transitions)]
    terms = list(dict.fromkeys(filter(None, told)))
    if terms:
        yield {"term": "; ".join(terms)}


def _lapsed(case: Case, rule: Rule) -> Found:
    ends = [step for step in case.tie.transitions if step.counts and step.ending is Ending.EXPIRED]
    if ends and case.tie.status is TieStatus.ENDED:
        yield {"ended": str(ends[-1].when or "a day that no report gives")}


def _one_sided(case: Case, rule: Rule) -> Found:
    if len({side.status for side in case.tie.sides}) > 1:
        yield {"sides": ", ".join(f"{_name(side.place)} {side.status.value}" for side in case.tie.sides)}


def _many(case: Case, rule: Rule) -> Found:
    if len(case.tie.parties) > 2:
        yield {"number": str(len(case.tie.parties))}


def _name(place: Place) -> str:
    return place.label


def _rank_of(place: Place) -> str:
    if place.level in (Level.STATE, Level.REGION):
        return "province or state"
    return "city" if place.level is Level.CITY else "district or county" if place.level in (Level.DISTRICT, Level.COUNTY) else ""


def _listed(ties: Iterable[Relation], place: Place) -> str:
    named = sorted((" and ".join(map(_name, tie.partners(place.key))), f", since {tie.since}" if tie.since else "") for tie in ties)
    return "; ".join(f"{name}{since}" for name, since in named)


def _years_after(day: date, years: int) -> date:
    year = min(day.year + years, date.max.year)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


QUESTIONS: Mapping[str, Question] = {
    "always": Question("nothing more than the rule's conditions", _always),
    "rank": Question("whether one side is a province or state, a city, a district, and the other is not", _rank, ("rank", "partner_rank")),
    "one_to_one": Question("whether the partner has another such tie in the same country", _one_to_one, ("others",)),
    "one_per_country": Question("whether the place has another such tie in the partner's country", _one_per_country, ("others",)),
    "no_paper": Question("whether no signed paper is known", _no_paper),
    "no_approval": Question("whether no approving or deciding act is known", _no_approval),
    "notice": Question(
        "by which day a signed paper was to be notified", _notice, ("signed", "deadline", "left"), needs=("days",), dates_itself=True
    ),
    "review": Question("whether so many years have passed since the last step", _review, ("last", "due", "years"), needs=("years",)),
    "term": Question("whether a paper is limited in time", _term, ("term",)),
    "lapsed": Question("whether the tie ended because its term ran out", _lapsed, ("ended",)),
    "one_sided": Question("whether the sides stand differently", _one_sided, ("sides",)),
    "many": Question("whether there are more than two parties", _many, ("number",)),
}
