"""Do the published figures agree: in themselves, with each other, with the names given, with the register, over time?"""

from collections.abc import Iterator

from amicity.answers._reconcile_tables import (
    Found,
    candidates_table,
    names_table,
    ranks_table,
    readings_table,
    rivals_table,
    sums_table,
    time_table,
)
from amicity.register.candidates import candidates
from amicity.register.counting import COUNTERS
from amicity.register.disagreements import disagreements
from amicity.register.moves import accounts, bearing
from amicity.register.named import named
from amicity.register.published import FigureSet, scope_sums, sets_about
from amicity.register.rankings import ranked
from amicity.register.readings import districts_of, readings
from amicity.register.wording import counted, listed, name_of, names, plain
from amicity.review.sums import checks
from amicity.terms.answer import Answer, Query, Result
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.register import Register

_FEW = 6
NOTES = (
    "A published figure stays as it was published, with its day and its scope; nothing here overwrites it.",
    "Candidates are what might explain a difference. They are no explanation until a report says so.",
)


def ask(register: Register, query: Query) -> Result:
    """Every figure published about a place by the day, checked five ways; what stays unexplained is said, with its candidates."""
    if query.place is None:
        return Result("Reconciliation", ("Name a place: figures are published about one.",))
    place = query.place
    found = _found(register, query, place)
    who = name_of(register, place) or place
    tables = (
        sums_table(found),
        rivals_table(found),
        names_table(found),
        readings_table(found),
        time_table(found, place),
        candidates_table(found),
        ranks_table(found),
    )
    title = f"Figures of {who} reconciled on {query.as_of}"
    return Result(title, tuple(_sentences(who, place, found)), tuple(table for table in tables if table.rows), NOTES)


def _found(register: Register, query: Query, place: str) -> Found:
    day = query.as_of
    sets = sets_about(register, place, day)
    changes = accounts(register, place, sets, day=day)
    districts = districts_of(register, place)
    counted_on = {each.key: min(each.when.latest, day) for each in sets}
    for each in changes:
        counted_on |= {each.before.key: each.first, each.after.key: each.second}
    return Found(
        sets=sets,
        checks=tuple((figures, check) for figures in sets for check in checks(figures.exacts())),
        scopes=scope_sums(sets),
        rivals=disagreements(register, place, day),
        named=tuple(named(register, _claims(register, place, query), place=place)),
        readings=tuple(
            (figures, claim, readings(register, place, measure, counted_on[figures.key], districts=districts))
            for figures in sets
            for measure, claim in figures.claims.items()
            if measure in COUNTERS and isinstance(claim.value, int)
        ),
        accounts=tuple(changes),
        candidates={
            (each.before.key, each.after.key, measure): candidates(register, place, account=each, measure=measure)
            for each in changes
            for measure in each.changes
        },
        ranks=tuple(ranked(register, place, day)),
    )


def _claims(register: Register, place: str, query: Query) -> list[FigureClaim]:
    """The figures about the place, and those without a place of their own that reports of the place publish."""
    reports = {register.findings[id_].report for item in register.of_place(place) for id_ in item.findings if id_ in register.findings}
    own = [item for item in register.of_place(place) if isinstance(item, FigureClaim)]
    adrift = [claim for claim in register.adrift if not reports.isdisjoint(claim.reports)]
    by_then = (claim for claim in (*own, *adrift) if claim.when is None or claim.when.begun_by(query.as_of))
    return sorted(by_then, key=lambda claim: claim.id)


def _sentences(who: str, place: str, found: Found) -> Iterator[str]:
    published = sum(len(figures.claims) for figures in found.sets)
    yield f"{counted(published, 'figure', 'figures')} about {who}, in {counted(len(found.sets), 'set', 'sets')} of one report and day each."
    broken = [(figures, check) for figures, check in found.checks if not check.holds]
    lame = [each for each in found.scopes if not each.holds]
    if sums := len(found.checks) + len(found.scopes):
        yield f"In themselves: {sums - len(broken) - len(lame)} of {counted(sums, 'sum holds', 'sums hold')}."
    for figures, check in broken:
        yield f"As of {figures.when}: {' + '.join(map(str, check.parts))} = {check.added}, but the total says {check.total}."
    for each in lame:
        parts = " + ".join(f"{part.exact(each.measure)} ({part.scope})" for part in each.parts)
        total = each.whole.exact(each.measure)
        yield f"As of {each.whole.when}, {plain(each.measure)}: {parts} = {each.added}, but the total says {total}."
    for rival in found.rivals:
        values = " and ".join(f"{claim.value} ({claim.when})" for claim in rival.claims)
        yield f"With each other: reports give {values} for {plain(rival.measure)}{f', {rival.scope}' if rival.scope else ''}."
    for told in found.named:
        if isinstance(told.claim.value, int) and _worth_saying(len(told.names), told.claim.value):
            yield f"With the names given: a report counts {told.claim.value} {plain(told.claim.measure)} and names {len(told.names)}."
    yield from _over_time(found, place)
    for rank in found.ranks:
        yield f"{rank.claim}: {rank.says}."


def _worth_saying(names: int, number: int) -> bool:
    """More names than counted contradict the number; nearly as many are a list meant to be whole; a few are examples."""
    return names > number or number / 2 <= names < number


def _over_time(found: Found, place: str) -> Iterator[str]:
    for each in found.accounts:
        for measure, change in each.changes.items():
            rest = change - each.effects[measure]
            what = f"{plain(measure)}, {each.before.exact(measure)} ({each.before.when}) to {each.after.exact(measure)} ({each.after.when})"
            if rest == 0:
                if change:
                    why = listed(dict.fromkeys(names(m.tie.partners(place)) for m in each.moves if bearing(m, place, measure)))
                    yield f"Explained: {what}, by what the register knows of {why}."
                continue
            told = found.candidates[each.before.key, each.after.key, measure]
            few = "; ".join(candidate.says for candidate in told[:_FEW]) + ("; and more" if len(told) > _FEW else "")
            may = f" Candidates: {few}." if told else f" The register knows no candidate; {_known(found, each.before, measure)}."
            yield f"Unexplained: {what}; the register's own change is {each.effects[measure]:+d}, so {rest:+d} is left.{may}"


def _known(found: Found, figures: FigureSet, measure: str) -> str:
    """How much of a published number the register can name at all."""
    told = next((told for each, claim, told in found.readings if each.key == figures.key and claim.measure == measure), ())
    return f"of the {figures.exact(measure)} it can name {told[0].number}" if told else "it does not count these itself"


ANSWER = Answer(
    "reconcile", "Do the published figures agree: in themselves, with each other, with the names given, with the register, over time?", ask
)
