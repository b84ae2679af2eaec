"""What should one know of a partner before meeting it?"""

from datetime import date

from amicity.register.contacts import is_contact
from amicity.register.edition import as_of
from amicity.register.wording import counted, listed, name_of, tie_line, told
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.entry import Entry
from amicity.terms.promise_entry import PromiseEntry, PromiseState
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation
from amicity.terms.tenure import Tenure

COLUMNS = {"when": "When", "says": "In words"}
_LATELY = 8


def ask(register: Register, query: Query) -> Result:
    """The tie with a partner, the last contacts, the people in office there, and what was promised and is still open."""
    ours, theirs = name_of(register, query.place), name_of(register, query.partner)
    if query.place is None or query.partner is None:
        return Result("Brief", ("Name a place and a partner: a brief is about the one for the other.",))
    then = as_of(register, query.as_of, place=query.partner)
    shared = [item for item in then.items.values() if item.id in register.at.get(query.place, ())]
    ties = [item for item in shared if isinstance(item, Relation)]
    contacts = sorted((e for e in shared if isinstance(e, Entry) and is_contact(e)), key=_day, reverse=True)
    promises = [p for p in shared if isinstance(p, PromiseEntry) and p.state in (PromiseState.OPEN, PromiseState.LAPSED)]
    people = [item for item in then.posts if item.tenure != "former"]
    sentences = (
        *(f"{tie_line(tie)}." for tie in ties),
        *(() if ties else (f"The register knows no tie between {ours} and {theirs}.",)),
        f"Last contact: {told(contacts[0])}, {contacts[0].when}." if contacts else "The register knows no dated contact between them.",
        f"In office: {listed(told(post) for post in people)}." if people else f"The register knows nobody in office in {theirs}.",
        f"{counted(len(promises), 'promise', 'promises')} between them not yet kept.",
    )
    tables = (_table("Last contacts", contacts[:_LATELY]), _table("Promises not yet kept", promises), _table("People", people))
    notes = tuple(note.says for tie in ties for note in tie.notes)
    return Result(f"Brief on {theirs} for {ours}, {query.as_of}", sentences, tuple(table for table in tables if table.rows), notes)


def _day(event: Entry) -> tuple[date, str]:
    return (event.when.latest if event.when else date.min), event.id


def _table(title: str, items: list[Entry] | list[PromiseEntry] | list[Tenure]) -> Table:
    return Table(title, COLUMNS, tuple(Row({"when": _when(item), "says": told(item)}, item.findings, item.id) for item in items))


def _when(item: Item) -> str | None:
    match item:
        case Entry():
            return str(item.when)
        case PromiseEntry():
            return f"due {item.due}" if item.due else None
        case Tenure():
            return f"seen {item.last}" if item.last else None
        case _:
            return None


ANSWER = Answer("brief", "What should one know of a partner before meeting it?", ask, heeds=("partner",), of_two=True)
