"""How many ties are there, what has been published, do they agree, and what explains the difference?"""

from collections.abc import Mapping
from datetime import date

from amicity.answers._figure_tables import arithmetic, by_country, by_form, changes, published
from amicity.answers._figure_words import account_lines, counted_here, notes, set_lines
from amicity.register.counting import COUNTERS, ties_on
from amicity.register.moves import Account, accounts
from amicity.register.published import FigureSet, sets_about
from amicity.register.wording import name_of
from amicity.terms.answer import Answer, Query, Result
from amicity.terms.register import Register


def ask(register: Register, query: Query) -> Result:
    """Counts from the register beside every published figure, the arithmetic of each set, and each change with what explains it."""
    if query.place is None:
        return Result("Figures", ("Name a place: figures are published about one.",))
    who, place = name_of(register, query.place) or query.place, query.place
    ties = ties_on(register, place, query.as_of)
    sets = sets_about(register, place, query.as_of)
    told = accounts(register, place, sets, day=query.as_of)
    days = _count_days(sets, told, query.as_of)
    sentences = (
        counted_here(who, ties, place, query.as_of),
        *(
            line
            for figures in sets
            if any(map(COUNTERS.get, figures.claims))
            for line in set_lines(register, figures, place=place, day=days[figures.key])
        ),
        *(line for each in told for line in account_lines(each, place)),
    )
    tables = (
        published(register, sets, place=place, days=days),
        arithmetic(sets),
        changes(told, place),
        by_form(ties),
        by_country(ties, place),
    )
    return Result(f"Figures of {who} on {query.as_of}", sentences, tuple(t for t in tables if t.rows), notes(sets))


def _count_days(sets: tuple[FigureSet, ...], told: list[Account], day: date) -> Mapping[str, date]:
    """The day on which each set is taken to have been counted: the last it may mean, unless a change is explained by an earlier one."""
    days = {figures.key: min(figures.when.latest, day) for figures in sets}
    for each in told:
        days[each.before.key] = min(days[each.before.key], each.first)
        days[each.after.key] = min(days[each.after.key], each.second)
    return days


ANSWER = Answer("figures", "How many ties are there, what has been published, do they agree, and what explains the difference?", ask)
