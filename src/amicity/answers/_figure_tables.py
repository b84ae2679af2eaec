"""Figures as tables, each row with the findings it rests on."""

from collections.abc import Iterator, Mapping
from datetime import date

from amicity.answers._figure_words import change_line, value
from amicity.register.counting import COUNTERS, count, ties_on
from amicity.register.moves import Account, bearing
from amicity.register.published import FigureSet
from amicity.register.wording import form_words, measured, names, plain
from amicity.review.sums import checks
from amicity.terms.answer import Row, Table
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import FindingId
from amicity.terms.ladder import height
from amicity.terms.register import Register
from amicity.terms.relation import Relation


def published(register: Register, sets: tuple[FigureSet, ...], *, place: str, days: Mapping[str, date]) -> Table:
    """Every published figure beside the register's count."""
    columns = {
        "as_of": "As of",
        "measure": "Measure",
        "scope": "Scope",
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
                "scope": claim.scope,
                "published": value(claim),
                "register": known.number if known else None,
                "verdict": _verdict(claim, known.number) if known else "not counted by the register",
                "named": names(known.partners(place)) if known else None,
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


def arithmetic(sets: tuple[FigureSet, ...]) -> Table:
    """The sums that the sets publish."""
    rows = tuple(
        Row(
            {
                "as_of": str(figures.when),
                "sum": " + ".join(measured(part, n) for part, n in zip(check.rule.parts, check.parts, strict=True)) + f" = {check.added}",
                "published": check.total,
                "holds": check.holds,
            },
            tuple(id_ for measure in (check.rule.whole, *check.rule.parts) for id_ in figures.claims[measure].findings),
        )
        for figures in reversed(sets)
        for check in checks(figures.exacts())
    )
    return Table("Arithmetic", {"as_of": "As of", "sum": "Sum", "published": "Published total", "holds": "Holds"}, rows)


def changes(accounts: list[Account], place: str) -> Table:
    """The changes between sets, with the findings that explain them."""
    columns = {"measure": "Measure", "from": "From", "to": "To", "change": "Change", "register": "Register's change", "says": "In words"}
    rows = [
        Row(
            {
                "measure": plain(measure),
                "from": f"{each.before.exact(measure)} ({each.before.when})",
                "to": f"{each.after.exact(measure)} ({each.after.when})",
                "change": change,
                "register": each.effects[measure],
                "says": change_line(each, measure, place, change=change),
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


def by_form(ties: tuple[Relation, ...]) -> Table:
    """How many of these ties stand in each form."""
    forms = sorted({tie.form for tie in ties}, key=lambda form: -height(form))
    rows = []
    for form in forms:
        of_form = [tie for tie in ties if tie.form is form]
        rows.append(Row({"form": form_words(form), "ties": len(of_form)}, tuple(id_ for tie in of_form for id_ in tie.findings)))
    return Table("Ties by form", {"form": "Form", "ties": "Ties"}, tuple(rows))


def by_country(ties: tuple[Relation, ...], place: str) -> Table:
    """How many of these ties lead to each country."""
    by_country: dict[str, list[Relation]] = {}
    for tie in ties:
        for country in {partner.country for partner in tie.partners(place) if partner.country}:
            by_country.setdefault(country, []).append(tie)
    ordered = sorted(by_country.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = (Row({"country": c, "ties": len(ts)}, tuple(id_ for tie in ts for id_ in tie.findings)) for c, ts in ordered)
    return Table("Ties by country", {"country": "Country", "ties": "Ties"}, tuple(rows))
