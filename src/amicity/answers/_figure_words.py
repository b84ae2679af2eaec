"""Figures in words: what is counted, published, and explained."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from amicity.register.counting import COUNTERS, count, ties_on
from amicity.register.moves import Account, Move, bearing
from amicity.register.published import FigureSet
from amicity.register.wording import counted, form_words, listed, measured, names, plain
from amicity.review.sums import checks
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.ladder import height
from amicity.terms.register import Register
from amicity.terms.relation import Relation

_COMPARED = {"exact": "", "about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ", "range": ""}


def counted_here(who: str, ties: tuple[Relation, ...], place: str, day: date) -> str:
    """The register's own count, in one sentence."""
    countries = count(ties, place, "partner_countries").number
    told = counted(len(ties), "international tie", "international ties")
    forms = Counter(tie.form for tie in ties)
    by_form = listed(f"{n} {form_words(form, n)}" for form, n in sorted(forms.items(), key=lambda f: -height(f[0])))
    where = counted(countries, "country", "countries")
    return f"The register counts {told} of {who} on {day}, in {where}" + (f": {by_form}." if ties else ".")


def set_lines(register: Register, figures: FigureSet, *, place: str, day: date) -> Iterator[str]:
    """What one set publishes, whether it adds up, and how much of it the register can name."""
    said = listed(measured(measure, value(claim)) for measure, claim in figures.claims.items())
    scope = f", {figures.scope}" if figures.scope else ""
    yield f"Published as of {figures.when}{scope}: {said}."
    for check in checks(figures.exacts()):
        holds = "the arithmetic holds" if check.holds else f"the arithmetic does not hold, for the total says {check.total}"
        yield f"{' + '.join(map(str, check.parts))} = {check.added}: {holds}."
    ties = ties_on(register, place, day)
    for measure, claim in figures.claims.items():
        if measure in COUNTERS and not COUNTERS[measure].countries and isinstance(claim.value, int):
            known = count(ties, place, measure).partners(place)
            named = f": {names(known)}" if known else ""
            yield f"Of the {claim.value} {plain(measure)} published as of {figures.when} the register can name {len(known)}{named}."


def account_lines(each: Account, place: str) -> Iterator[str]:
    """Each change between two sets, with what explains it, and what that takes for granted."""
    for measure, change in each.changes.items():
        yield change_line(each, measure, place, change=change)
    if each.narrowed:
        uncertain = each.before if each.first < each.before.when.latest else each.after
        day = each.first if uncertain is each.before else each.second
        yield f"This takes it that the count published as of {uncertain.when} was made on or before {day}; its report gives no closer date."


def change_line(each: Account, measure: str, place: str, *, change: int) -> str:
    """One measure's change, in one sentence: explained, not fully, or not at all."""
    before, after = each.before.exact(measure), each.after.exact(measure)
    effect, what = each.effects[measure], plain(measure)
    span = f"from {before} ({each.before.when}) to {after} ({each.after.when})"
    why = [_move_words(move, place) for move in each.moves if bearing(move, place, measure)]
    if change == 0 and effect == 0:
        return f"{what.capitalize()} stayed at {after}, and no change that the register knows says otherwise."
    went = (
        f"{what.capitalize()} went {span}"
        if change
        else f"{what.capitalize()} stayed at {after} from {each.before.when} to {each.after.when}"
    )
    if change == effect:
        return f"{went}: explained, because {listed(why)}."
    if effect == 0:
        return f"{went}: unexplained. The register knows no change between the two that would account for it."
    rest = f"which makes {effect:+d}; {change - effect:+d} stays unexplained"
    return f"{went}: not fully explained. The register knows that {listed(why)}, {rest}."


def _move_words(move: Move, place: str) -> str:
    partner = names(move.tie.partners(place))
    when = next((str(step.when) for step in move.tie.transitions if step.start == move.day and step.when), str(move.day))
    if move.after is None or move.after.status.value in ("ended", "suspended"):
        return f"the tie with {partner} was {move.after.status.value if move.after else 'ended'} on {when}"
    was = f" (before: {form_words(move.before.form)})" if move.before and move.before.form else ""
    return (
        f"{partner} became a {form_words(move.after.form)} on {when}{was}"
        if was
        else f"{partner} became a {form_words(move.after.form)} on {when}"
    )


def value(claim: FigureClaim) -> str:
    """A published number as people write it, e.g. ``about 10``."""
    return f"{_COMPARED.get(claim.comparator, '')}{claim.value}"


def notes(sets: tuple[FigureSet, ...]) -> tuple[str, ...]:
    """How the register counts the measures that were published."""
    measures = {measure for figures in sets for measure in figures.claims if measure in COUNTERS}
    return tuple(f"{plain(m).capitalize()}, as the register counts them: {COUNTERS[m].reason}." for m in COUNTERS if m in measures)
