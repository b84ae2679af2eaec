"""How does one tie stand: each side, the rungs it climbed, its steps, and what the rules say?"""

from collections.abc import Iterable, Iterator
from datetime import date

from amicity.register.advice import warnings_for
from amicity.register.edition import tie_on
from amicity.register.wording import form_words, name_of, step_line, tie_line
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.finding import FindingId
from amicity.terms.ladder import LADDER
from amicity.terms.register import Register
from amicity.terms.relation import Change, Relation, Side, Transition
from amicity.terms.rule_pack import Weight

SIDES = {"tie": "Tie", "side": "Side", "status": "Status", "since": "Since", "label": "Calls it", "acts": "What it did"}
RUNGS = {"tie": "Tie", "rung": "Form", "since": "Reached", "on": "Stands here"}
STEPS = {"tie": "Tie", "when": "When", "says": "Step", "by": "By", "counts": "Counts", "reports": "Reports"}
RULES = {"tie": "Tie", "weight": "Weight", "says": "What the rule says", "source": "Source"}


def ask(register: Register, query: Query) -> Result:
    """The ties that join a place and a partner, as they stood on the day; a tie of three is told beside one of two."""
    ours, theirs = name_of(register, query.place), name_of(register, query.partner)
    if query.place is None or query.partner is None:
        return Result("Tie", ("Name a place and a partner: this question is about the tie between them.",))
    told = [tie for tie in register.ties_of(query.place) if query.partner in {party.key for party in tie.parties}]
    ties = [then for tie in told if (then := tie_on(tie, query.as_of)) is not None]
    title = f"The tie of {ours} and {theirs} on {query.as_of}"
    if not ties:
        return Result(title, (f"The register knows nothing of a tie of {ours} and {theirs} by {query.as_of}.",))
    tables = (_sides(ties), _rungs(ties), _steps(register, ties), _rules(register, ties, query.as_of))
    sentences = tuple(line for tie in ties for line in _sentences(register, tie, query.as_of))
    notes = tuple(f"{tie.label}: {note.says}" for tie in ties for note in tie.notes)
    return Result(title, sentences, tuple(table for table in tables if table.rows), notes)


def _sentences(register: Register, tie: Relation, day: date) -> Iterator[str]:
    yield f"{tie_line(tie)}."
    if len({(side.status, side.since) for side in tie.sides}) > 1:
        yield from (f"{side.place.name}: {_stands(side)}." for side in tie.sides)
    yield from (
        f"Rule: {each.says} ({each.sources[0].name}, {each.sources[0].dated}.)"
        for each in warnings_for(tie, register, day)
        if each.weight is Weight.WARNS
    )


def _stands(side: Side) -> str:
    return f"{_state(side)}{f' since {side.since}' if side.since else ''}"


def _state(side: Side) -> str:
    """How a side stands; of an end, which sort of end it was: terminated, expired, prohibited."""
    return (side.ending or side.status).value


def _sides(ties: Iterable[Relation]) -> Table:
    rows = []
    for tie in ties:
        for side in tie.sides:
            own = [step for step in tie.transitions if side.place.key in step.actors]
            acts = "; ".join(f"{step.when or 'undated'}: {step_line(step)}" for step in own)
            cells = {
                "tie": tie.label,
                "side": side.place.name,
                "status": _state(side),
                "since": str(side.since or "") or None,
                "label": side.label,
                "acts": acts or None,
            }
            rows.append(Row(cells, tuple(dict.fromkeys(id_ for step in own for id_ in step.findings)) or tie.findings, tie.id))
    return Table("Each side", SIDES, tuple(rows))


def _rungs(ties: Iterable[Relation]) -> Table:
    rows = []
    for tie in ties:
        for rung in LADDER:
            held = [
                step for step in tie.transitions if step.counts and step.form is rung.form and step.change in (Change.PAPER, Change.STANDS)
            ]
            if held:
                since = next((str(step.when) for step in held if step.when), None)
                cells = {"tie": tie.label, "rung": form_words(rung.form), "since": since, "on": tie.form is rung.form}
                rows.append(Row(cells, tuple(dict.fromkeys(id_ for step in held for id_ in step.findings)), tie.id))
    return Table("Rungs of the ladder, lowest first", RUNGS, tuple(rows))


def _steps(register: Register, ties: Iterable[Relation]) -> Table:
    rows = [_step(register, tie, step) for tie in ties for step in sorted(tie.transitions, key=_day)]
    return Table("Steps", STEPS, tuple(rows))


def _day(step: Transition) -> date:
    when = step.when
    return step.start if when is None or when.earliest > date.min else when.latest


def _step(register: Register, tie: Relation, step: Transition) -> Row:
    by = [party.name or "unnamed" for party in tie.parties if party.key in step.actors]
    cells = {
        "tie": tie.label,
        "when": str(step.when) if step.when else None,
        "says": step_line(step),
        "by": ", ".join(by) or None,
        "counts": step.counts,
        "reports": len(_reports(register, step.findings)),
    }
    return Row(cells, step.findings, tie.id)


def _reports(register: Register, ids: Iterable[FindingId]) -> set[str]:
    return {register.findings[id_].report for id_ in ids if id_ in register.findings}


def _rules(register: Register, ties: Iterable[Relation], day: date) -> Table:
    spoken = [(tie, each) for tie in ties for each in warnings_for(tie, register, day)]
    spoken.sort(key=lambda pair: pair[1].weight is not Weight.WARNS)
    rows = (
        Row(
            {
                "tie": tie.label,
                "weight": each.weight.value,
                "says": each.says,
                "source": "; ".join(source.cited for source in each.sources),
            },
            tie.findings,
            tie.id,
        )
        for tie, each in spoken
    )
    return Table("What the rules say", RULES, tuple(rows))


ANSWER = Answer(
    "tie",
    "How does one tie stand: each side, the rungs it climbed, its steps, and what the rules say?",
    ask,
    heeds=("partner",),
    of_two=True,
)
