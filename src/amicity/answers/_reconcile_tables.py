"""The five checks of published figures as tables, each row with the claims it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amicity.answers._figure_words import value
from amicity.register.candidates import Candidate
from amicity.register.disagreements import Disagreement
from amicity.register.moves import Account, bearing
from amicity.register.named import Named
from amicity.register.published import FigureSet, ScopeSum
from amicity.register.rankings import Ranked
from amicity.register.readings import Reading
from amicity.register.wording import listed, measured, names, plain
from amicity.review.sums import Check
from amicity.terms.answer import Cell, Row, Table
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import FindingId

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Found:
    """What the checks found; ``candidates`` are by the keys of two sets and a measure."""

    sets: tuple[FigureSet, ...]
    checks: tuple[tuple[FigureSet, Check], ...]
    scopes: tuple[ScopeSum, ...]
    rivals: tuple[Disagreement, ...]
    named: tuple[Named, ...]
    readings: tuple[tuple[FigureSet, FigureClaim, tuple[Reading, ...]], ...]
    accounts: tuple[Account, ...]
    candidates: Mapping[tuple[str, str, str], tuple[Candidate, ...]]
    ranks: tuple[Ranked, ...]


def sums_table(found: Found) -> Table:
    """The sums that each set owes itself."""
    rows = tuple(
        Row(
            {
                "as_of": str(figures.when),
                "sum": f"{' + '.join(measured(part, n) for part, n in zip(check.rule.parts, check.parts, strict=True))} = {check.added}",
                "published": check.total,
                "holds": check.holds,
            },
            tuple(id_ for measure in (check.rule.whole, *check.rule.parts) for id_ in figures.claims[measure].findings),
        )
        for figures, check in reversed(found.checks)
    )
    rows += tuple(map(_scope_row, reversed(found.scopes)))
    return Table("In itself: sums", {"as_of": "As of", "sum": "Sum", "published": "Published", "holds": "Holds"}, rows)


def _scope_row(each: ScopeSum) -> Row:
    parts = " + ".join(f"{part.exact(each.measure)} ({part.scope})" for part in each.parts)
    cells: dict[str, Cell] = {
        "as_of": str(each.whole.when),
        "sum": f"{plain(each.measure)}: {parts} = {each.added}",
        "published": each.whole.exact(each.measure),
        "holds": each.holds,
    }
    return Row(cells, tuple(id_ for figures in (each.whole, *each.parts) for id_ in figures.claims[each.measure].findings))


def rivals_table(found: Found) -> Table:
    """Reports that give different numbers for one thing."""
    rows = tuple(
        Row(
            {
                "measure": plain(each.measure),
                "scope": each.scope,
                "one": f"{value(each.claims[0])} ({each.claims[0].when})",
                "other": f"{value(each.claims[1])} ({each.claims[1].when})",
            },
            (*each.claims[0].findings, *each.claims[1].findings),
        )
        for each in found.rivals
    )
    return Table("With each other: reports that differ", {"measure": "Measure", "scope": "Scope", "one": "One", "other": "Another"}, rows)


def names_table(found: Found) -> Table:
    """What a report counts beside what it names."""
    columns = {"as_of": "As of", "measure": "Measure", "published": "Counted", "named": "Named", "says": "Agreement", "names": "Names"}
    rows = tuple(
        Row(
            {
                "as_of": str(each.claim.when) if each.claim.when else None,
                "measure": plain(each.claim.measure),
                "published": value(each.claim),
                "named": len(each.names),
                "says": _named(each),
                "names": listed(each.names[:_SHOWN]) + (f" and {len(each.names) - _SHOWN} more" if len(each.names) > _SHOWN else ""),
            },
            (*each.claim.findings, *each.findings),
            each.claim.id,
        )
        for each in found.named
    )
    return Table("With the names given in the same report", columns, rows)


def _named(each: Named) -> str:
    number = each.claim.value
    if not isinstance(number, int) or len(each.names) == number:
        return "as many as it counts"
    return f"names {len(each.names)} of {number}" if len(each.names) < number else f"names {len(each.names) - number} more than it counts"


def readings_table(found: Found) -> Table:
    """Each figure beside the register, under each reading that gives another number."""
    columns = {
        "as_of": "As of",
        "measure": "Measure",
        "scope": "Scope",
        "published": "Published",
        "reading": "Register, read as",
        "number": "Counts",
    }
    columns |= {"says": "Agreement"}
    rows = tuple(
        Row(
            {
                "as_of": str(figures.when),
                "measure": plain(claim.measure),
                "scope": claim.scope,
                "published": value(claim),
                "reading": reading.says,
                "number": reading.number,
                "says": "agrees" if reading.number == claim.value else _beside(claim, reading),
            },
            tuple(dict.fromkeys((*claim.findings, *(id_ for tie in reading.count.ties for id_ in tie.findings)))),
            claim.id,
        )
        for figures, claim, told in reversed(found.readings)
        for reading in told
    )
    return Table("With the register on that day, by scope", columns, rows)


def _beside(claim: FigureClaim, reading: Reading) -> str:
    gap = reading.number - claim.value if isinstance(claim.value, int) else 0
    return f"{gap} more than published" if gap > 0 else f"{-gap} not known to the register"


def time_table(found: Found, place: str) -> Table:
    """Each change between two sets, and how much of it the register explains."""
    columns = {
        "measure": "Measure",
        "from": "From",
        "to": "To",
        "change": "Change",
        "explained": "Explained",
        "left": "Unexplained",
        "by": "By",
    }
    return Table("Over time", columns, tuple(row for each in reversed(found.accounts) for row in _changes(each, place)))


def _changes(each: Account, place: str) -> Iterator[Row]:
    for measure, change in each.changes.items():
        moves = [move for move in each.moves if bearing(move, place, measure)]
        by = "; ".join(f"{names(move.tie.partners(place))} on {move.day}" for move in moves)
        ids: list[FindingId] = [*each.before.claims[measure].findings, *each.after.claims[measure].findings]
        ids += [id_ for move in moves for step in move.tie.transitions if step.start == move.day for id_ in step.findings]
        cells: dict[str, Cell] = {
            "measure": plain(measure),
            "from": f"{each.before.exact(measure)} ({each.before.when})",
            "to": f"{each.after.exact(measure)} ({each.after.when})",
            "change": change,
            "explained": each.effects[measure],
            "left": change - each.effects[measure],
            "by": by or None,
        }
        yield Row(cells, tuple(dict.fromkeys(ids)))


def candidates_table(found: Found) -> Table:
    """What might explain what is left, entry by entry."""
    rows = []
    for each in reversed(found.accounts):
        for measure in each.changes:
            for candidate in found.candidates[each.before.key, each.after.key, measure]:
                cells: dict[str, Cell] = {
                    "measure": plain(measure),
                    "between": f"{each.before.when} and {each.after.when}",
                    "says": candidate.says,
                }
                rows.append(Row(cells, candidate.findings, candidate.entry))
    return Table(
        "Candidates for what is unexplained", {"measure": "Measure", "between": "Between", "says": "What might explain it"}, tuple(rows)
    )


def ranks_table(found: Found) -> Table:
    """Claims of rank beside what else is known."""
    rows = tuple(Row({"claim": each.claim, "holds": each.holds, "says": each.says}, each.findings, each.entry.id) for each in found.ranks)
    return Table("Claims of rank", {"claim": "Claim", "holds": "Borne out", "says": "What the register knows"}, rows)
