"""What do the rules of each side say of a tie, and where is it written?"""

from collections.abc import Iterable, Iterator
from datetime import date

from amicity.answers._advice_tables import approvals, customs, local_names, recognitions
from amicity.register.advice import recognitions_for, warnings_for
from amicity.register.edition import tie_on
from amicity.register.wording import counted, name_of, plain
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity.terms.rule_pack import Advice, Weight

COLUMNS = {
    "tie": "Tie",
    "side": "For",
    "about": "About",
    "weight": "Weight",
    "says": "What the rule says",
    "rule": "Rule",
    "source": "Source",
}
SAID = 12
"""So many warnings are told in sentences; the table has them all."""
NOTE = "Rules warn and explain. They block nothing, and no count or status depends on them."

Spoken = tuple[Relation, Advice]


def ask(register: Register, query: Query) -> Result:
    """The warnings and explanations for each tie of a place (or all) on the day.

    For the one tie between a place and a partner also recognition, names, approvals and customs.
    """
    ties = [tie for tie in _ties(register, query) if tie_on(tie, query.as_of)]
    spoken = [(tie, each) for tie in ties for each in warnings_for(tie, register, query.as_of)]
    spoken.sort(key=lambda pair: pair[1].weight is not Weight.WARNS)
    who = " and ".join(filter(None, (name_of(register, query.place), name_of(register, query.partner)))) or "all places"
    tables = [Table("What the rules say", COLUMNS, tuple(_row(register, *pair) for pair in spoken))]
    if query.partner is not None and len(ties) == 1:
        tables += [*_of_one(ties[0], register, query.as_of)]
    return Result(
        f"Advice on the ties of {who} on {query.as_of}",
        tuple(_sentences(who, ties, spoken, query.as_of)),
        tuple(table for table in tables if table.rows),
        (NOTE,),
    )


def _ties(register: Register, query: Query) -> Iterable[Relation]:
    ties = register.relations if query.place is None else register.ties_of(query.place)
    return ties if query.partner is None else [tie for tie in ties if query.partner in {party.key for party in tie.parties}]


def _sentences(who: str, ties: list[Relation], spoken: list[Spoken], day: date) -> Iterator[str]:
    warned = [(tie, each) for tie, each in spoken if each.weight is Weight.WARNS]
    warnings = counted(len(warned), "warning", "warnings")
    explained = counted(len(spoken) - len(warned), "explanation", "explanations")
    of = counted(len({tie.id for tie, _ in spoken}), "tie", "ties")
    yield f"On {day} the rules have {warnings} and {explained} for {of} of the {len(ties)} of {who} that the register knows."
    for tie, each in warned[:SAID]:
        source = each.sources[0]
        yield f"{tie.label}: {each.says} ({source.name}, {source.dated}.)"
    if len(warned) > SAID:
        yield f"{len(warned) - SAID} more warnings stand in the table."


def _row(register: Register, tie: Relation, each: Advice) -> Row:
    cells = {
        "tie": tie.label,
        "side": name_of(register, each.side),
        "about": plain(each.topic),
        "weight": each.weight.value,
        "says": each.says,
        "rule": each.rule,
        "source": "; ".join(source.cited for source in each.sources),
    }
    return Row(cells, tie.findings, tie.id)


def _of_one(tie: Relation, register: Register, day: date) -> Iterator[Table]:
    yield recognitions(tie, recognitions_for(tie, register, day))
    yield local_names(tie)
    yield approvals(tie)
    yield customs(tie)


ANSWER = Answer("advice", "What do the rules of each side say of a tie, and where is it written?", ask, heeds=("partner",))
