"""What happened, in order, about a place or one of its ties?"""

from collections.abc import Iterator
from datetime import date

from amicity.register.edition import as_of
from amicity.register.wording import counted, name_of, plain, step_line, told
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.entry import Entry
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import FindingId
from amicity.terms.partial_date import PartialDate
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation
from amicity.terms.tenure import Tenure

COLUMNS = {"when": "When", "what": "What", "says": "In words", "status": "Status"}
_TOLD_BY_THE_TIE = frozenset({"agreement", "renewal", "suspension", "termination"})


def ask(register: Register, query: Query) -> Result:
    """Every step of the ties and every event of a place (with its partner, where one is named), oldest first; undated ones apart."""
    then = as_of(register, query.as_of, place=query.place)
    items = [item for item in _items(then, query) if not _doubled(then, item)]
    rows = [row for item in items for row in _rows(item)]
    dated = [row for when, row in sorted(rows, key=_by_day) if when is not None]
    undated = [row for when, row in sorted(rows, key=_by_day) if when is None]
    who = " and ".join(filter(None, (name_of(then, query.place), name_of(then, query.partner)))) or "all places"
    things = counted(len(dated), "dated thing", "dated things")
    first = f", the first of {dated[0].cells['when']}" if dated else ""
    tables = tuple(Table(title, COLUMNS, tuple(rs)) for title, rs in (("Timeline", dated), ("Without a date", undated)) if rs)
    return Result(f"Timeline of {who} to {query.as_of}", (f"The register knows {things} about {who} up to {query.as_of}{first}.",), tables)


def _items(register: Register, query: Query) -> Iterator[Item]:
    if query.place is None:
        yield from register.items.values()
        return
    shared = set(register.at.get(query.partner, ())) if query.partner else None
    for id_ in register.at.get(query.place, ()):
        if shared is None or id_ in shared:
            yield register.items[id_]


def _doubled(register: Register, item: Item) -> bool:
    """Whether an entry is told as a step of its tie already."""
    kind = item.id.partition("-")[0]
    return kind in _TOLD_BY_THE_TIE and any(isinstance(register.items[id_], Relation) for f in item.findings for id_ in register.told[f])


def _rows(item: Item) -> Iterator[tuple[PartialDate | None, Row]]:
    if isinstance(item, Relation):
        for step in item.transitions:
            says = f"{item.label}: {step_line(step)}"
            yield step.when, _row(item, says, when=step.when, what="tie", status=step.status.value, findings=step.findings)
        return
    when, status = _day_and_status(item)
    yield when, _row(item, told(item), when=when, what=item.id.partition("-")[0], status=status, findings=item.findings)


def _day_and_status(item: Entry | PromiseEntry | Tenure | FigureClaim) -> tuple[PartialDate | None, str]:
    match item:
        case Entry():
            return item.when, item.status.value
        case PromiseEntry():
            return item.due, item.state.value
        case FigureClaim():
            return item.when, "published"
        case Tenure():
            return item.first, item.tenure or "seen"


def _row(item: Item, says: str, *, when: PartialDate | None, what: str, status: str, findings: tuple[FindingId, ...]) -> Row:
    return Row({"when": str(when) if when else None, "what": plain(what), "says": says, "status": status}, findings, item.id)


def _by_day(told_row: tuple[PartialDate | None, Row]) -> tuple[date, date, str]:
    when, row = told_row
    says = str(row.cells["says"])
    if when is None:
        return date.max, date.max, says
    return (when.latest if when.earliest == date.min else when.earliest), when.latest, says


ANSWER = Answer("timeline", "What happened, in order, about a place or one of its ties?", ask, heeds=("partner",))
