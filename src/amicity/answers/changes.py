"""What changed between two days?"""

from collections.abc import Iterator

from amicity.register.days import moved
from amicity.register.edition import as_of, tie_on
from amicity.register.wording import counted, form_words, name_of, step_line, told
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.entry import Entry
from amicity.terms.finding import FindingId
from amicity.terms.partial_date import PartialDate
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation

_TOLD_BY_THE_TIE = frozenset({"agreement", "renewal", "suspension", "termination"})
COLUMNS = {"on": "On", "what": "What", "before": "Before", "after": "After", "says": "In words"}


def ask(register: Register, query: Query) -> Result:
    """Every difference between the register as of the earlier day and as of the later: ties, promises, and what came to be told."""
    since = query.since or moved(query.as_of, -query.within)
    first, last = sorted((since, query.as_of))
    then, now = as_of(register, first, place=query.place), as_of(register, last, place=query.place)
    rows = [row for id_ in sorted({*then.items, *now.items}) for row in _change(then.items.get(id_), now.items.get(id_))]
    rows.sort(key=lambda row: (str(row.cells["on"] or "~"), str(row.cells["says"])))
    if query.partner:
        rows = [row for row in rows if row.entry in register.at.get(query.partner, ())]
    who = name_of(register, query.place) or "all places"
    things = counted(len(rows), "change", "changes")
    said = (f"{row.cells['on'] or 'On a day not told'}: {row.cells['says']}." for row in rows if row.cells["what"] == "tie")
    title = f"Changes for {who} from {first} to {last}"
    sentence = f"Between {first} and {last} the register knows {things} for {who}."
    return Result(title, (sentence, *said), (Table("Changes", COLUMNS, tuple(rows)),) if rows else ())


def _change(old: Item | None, new: Item | None) -> Iterator[Row]:
    if isinstance(new, Relation):
        yield from _tie(old if isinstance(old, Relation) else None, new)
    elif isinstance(new, PromiseEntry):
        before = old.state.value if isinstance(old, PromiseEntry) else None
        if before != new.state.value:
            yield _row(new, (_on(new.due), "promise", before, new.state.value, told(new)), new.findings + new.kept_by)
    elif new is not None and old is None and not (isinstance(new, Entry) and new.kind in _TOLD_BY_THE_TIE):
        when = new.when if not hasattr(new, "first") else new.first
        kind = new.kind if isinstance(new, Entry) else new.id.partition("-")[0]
        yield _row(new, (_on(when), kind, None, "told", told(new)), new.findings)


def _tie(old: Relation | None, new: Relation) -> Iterator[Row]:
    """Each step between the two days, with how the tie stood on the eve of its day and at its end."""
    taken = set(old.transitions) if old else set()
    for step in (step for step in new.transitions if step not in taken):
        before, after = (_state(tie_on(new, day)) for day in (moved(step.start, -1), step.start))
        yield _row(new, (_on(step.when), "tie", before, after, f"{new.label}: {step_line(step)}"), step.findings)


def _state(tie: Relation | None) -> str:
    return f"{form_words(tie.form)}, {tie.status.value}" if tie else "nothing told"


def _on(when: PartialDate | None) -> str | None:
    return str(when) if when else None


def _row(item: Item, cells: tuple[str | None, ...], findings: tuple[FindingId, ...]) -> Row:
    return Row(dict(zip(COLUMNS, cells, strict=True)), findings, item.id)


ANSWER = Answer("changes", "What changed between two days?", ask, heeds=("partner", "since", "within"))
