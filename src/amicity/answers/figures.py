"""How many ties are there, what has been published, do they agree, and what explains the difference?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from amicity.register.counting import COUNTERS, count, ties_on
from amicity.register.moves import Account, Move, account, bearing
from amicity.register.published import FigureSet, sets_about, successive
from amicity.register.wording import counted, form_words, listed, name_of, names, plain
from amicity.review.sums import checks
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import FindingId
from amicity.terms.ladder import height
from amicity.terms.register import Register
from amicity.terms.relation import Relation

_COMPARED = {"exact": "", "about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ", "range": ""}


def ask(register: Register, query: Query) -> Result:
    """Counts from the register beside every published figure, the arithmetic of each set, and each change with what explains it."""
    if query.place is None:
        return Result("Figures", ("Name a place: figures are published about one.",))
    who, place = name_of(register, query.place) or query.place, query.place
    ties = ties_on(register, place, query.as_of)
    sets = sets_about(register, place, query.as_of)
    accounts = [
        account(register, place, before=before, after=after, measures=measures, day=query.as_of)
        for before, after, measures in successive(sets, COUNTERS)
    ]
    days = _count_days(sets, accounts, query.as_of)
    sentences = (
        _counted_here(who, ties, place, query.as_of),
        *(
            line
            for figures in sets
            if any(map(COUNTERS.get, figures.claims))
            for line in _set_lines(register, figures, place=place, day=days[figures.key])
        ),
        *(line for each in accounts for line in _account_lines(each, place)),
    )
    tables = (
        _published(register, sets, place=place, days=days),
        _arithmetic(sets),
        _changes(accounts, place),
        _by_form(ties),
        _by_country(ties, place),
    )
    return Result(f"Figures of {who} on {query.as_of}", sentences, tuple(t for t in tables if t.rows), _notes(sets))


def _counted_here(who: str, ties: tuple[Relation, ...], place: str, day: date) -> str:
    countries = count(ties, place, "partner_countries").number
    told = counted(len(ties), "international tie", "international ties")
    forms = Counter(tie.form for tie in ties)
    by_form = listed(f"{n} {form_words(form, n)}" for form, n in sorted(forms.items(), key=lambda f: -height(f[0])))
    where = counted(countries, "country", "countries")
    return f"The register counts {told} of {who} on {day}, in {where}" + (f": {by_form}." if ties else ".")


def _count_days(sets: tuple[FigureSet, ...], accounts: list[Account], day: date) -> Mapping[str, date]:
    """The day on which each set is taken to have been counted: the last it may mean, unless a change is explained by an earlier one."""
    days = {figures.key: min(figures.when.latest, day) for figures in sets}
    for each in accounts:
        days[each.before.key] = min(days[each.before.key], each.first)
        days[each.after.key] = min(days[each.after.key], each.second)
    return days


def _set_lines(register: Register, figures: FigureSet, *, place: str, day: date) -> Iterator[str]:
    said = listed(f"{_value(claim)} {plain(measure)}" for measure, claim in figures.claims.items())
    yield f"Published as of {figures.when}: {said}."
    for check in checks(figures.exacts()):
        holds = "the arithmetic holds" if check.holds else f"the arithmetic does not hold, for the total says {check.total}"
        yield f"{' + '.join(map(str, check.parts))} = {check.added}: {holds}."
    ties = ties_on(register, place, day)
    for measure, claim in figures.claims.items():
        if measure in COUNTERS and not COUNTERS[measure].countries and isinstance(claim.value, int):
            known = count(ties, place, measure).ties
            named = f": {names(partner for tie in known for partner in tie.partners(place))}" if known else ""
            yield f"Of the {claim.value} {plain(measure)} published as of {figures.when} the register can name {len(known)}{named}."


def _account_lines(each: Account, place: str) -> Iterator[str]:
    for measure, change in each.changes.items():
        yield _change_line(each, measure, place, change=change)
    if each.narrowed:
        uncertain = each.before if each.first < each.before.when.latest else each.after
        day = each.first if uncertain is each.before else each.second
        yield f"This takes it that the count published as of {uncertain.when} was made on or before {day}; its report gives no closer date."


def _change_line(each: Account, measure: str, place: str, *, change: int) -> str:
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


def _value(claim: FigureClaim) -> str:
    return f"{_COMPARED.get(claim.comparator, '')}{claim.value}"


def _published(register: Register, sets: tuple[FigureSet, ...], *, place: str, days: Mapping[str, date]) -> Table:
    columns = {
        "as_of": "As of",
        "measure": "Measure",
        "published": "Published",
        "register": "Register",
        "verdict": "Agreement",
        "named": "Ties the register can name",
    }
    rows = []
    for figures in reversed(sets):
        ties = ties_on(register, place, days[figures.key])
        for measure, claim in figures.claims.items():
            known = count(ties, place, measure) if measure in COUNTERS else None
            cells = {
                "as_of": str(figures.when),
                "measure": plain(measure),
                "published": _value(claim),
                "register": known.number if known else None,
                "verdict": _verdict(claim, known.number) if known else "not counted by the register",
                "named": names(p for tie in known.ties for p in tie.partners(place)) if known else None,
            }
            rows.append(Row(cells, _evidence(claim, known.ties if known else ()), claim.id))
    return Table("Published figures beside the register", columns, tuple(rows))


def _verdict(claim: FigureClaim, number: int) -> str:
    if not isinstance(claim.value, int):
        return "cannot be compared"
    if number == claim.value:
        return "agrees"
    return (
        f"register knows {number} of {claim.value}"
        if number < claim.value
        else f"register knows {number - claim.value} more than published"
    )


def _evidence(claim: FigureClaim, ties: tuple[Relation, ...]) -> tuple[FindingId, ...]:
    return (*claim.findings, *(id_ for tie in ties for id_ in tie.findings))


def _arithmetic(sets: tuple[FigureSet, ...]) -> Table:
    rows = tuple(
        Row(
            {
                "as_of": str(figures.when),
                "sum": " + ".join(f"{n} {plain(part)}" for part, n in zip(check.rule.parts, check.parts, strict=True))
                + f" = {check.added}",
                "published": check.total,
                "holds": check.holds,
            },
            tuple(id_ for measure in (check.rule.whole, *check.rule.parts) for id_ in figures.claims[measure].findings),
        )
        for figures in reversed(sets)
        for check in checks(figures.exacts())
    )
    return Table("Arithmetic", {"as_of": "As of", "sum": "Sum", "published": "Published total", "holds": "Holds"}, rows)


def _changes(accounts: list[Account], place: str) -> Table:
    columns = {"measure": "Measure", "from": "From", "to": "To", "change": "Change", "register": "Register's change", "says": "In words"}
    rows = [
        Row(
            {
                "measure": plain(measure),
                "from": f"{each.before.exact(measure)} ({each.before.when})",
                "to": f"{each.after.exact(measure)} ({each.after.when})",
                "change": change,
                "register": each.effects[measure],
                "says": _change_line(each, measure, place, change=change),
            },
            tuple(dict.fromkeys(_change_evidence(each, measure, place))),
        )
        for each in reversed(accounts)
        for measure, change in each.changes.items()
    ]
    return Table("Changes", columns, tuple(rows))


def _change_evidence(each: Account, measure: str, place: str) -> Iterator[FindingId]:
    yield from each.before.claims[measure].findings
    yield from each.after.claims[measure].findings
    for move in each.moves:
        if bearing(move, place, measure):
            for step in move.tie.transitions:
                if step.counts and step.start <= move.day:
                    yield from step.findings


def _by_form(ties: tuple[Relation, ...]) -> Table:
    forms = sorted({tie.form for tie in ties}, key=lambda form: -height(form))
    rows = []
    for form in forms:
        of_form = [tie for tie in ties if tie.form is form]
        rows.append(Row({"form": form_words(form), "ties": len(of_form)}, tuple(id_ for tie in of_form for id_ in tie.findings)))
    return Table("Ties by form", {"form": "Form", "ties": "Ties"}, tuple(rows))


def _by_country(ties: tuple[Relation, ...], place: str) -> Table:
    by_country: dict[str, list[Relation]] = {}
    for tie in ties:
        for country in {partner.country for partner in tie.partners(place) if partner.country}:
            by_country.setdefault(country, []).append(tie)
    ordered = sorted(by_country.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = (Row({"country": c, "ties": len(ts)}, tuple(id_ for tie in ts for id_ in tie.findings)) for c, ts in ordered)
    return Table("Ties by country", {"country": "Country", "ties": "Ties"}, tuple(rows))


def _notes(sets: tuple[FigureSet, ...]) -> tuple[str, ...]:
    measures = {measure for figures in sets for measure in figures.claims if measure in COUNTERS}
    return tuple(f"{plain(m).capitalize()}, as the register counts them: {COUNTERS[m].reason}." for m in COUNTERS if m in measures)


ANSWER = Answer("figures", "How many ties are there, what has been published, do they agree, and what explains the difference?", ask)
