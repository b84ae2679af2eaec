"""What was promised, to whom, by when, and is it done?"""

from collections import Counter
from collections.abc import Iterator

from amicity.register.days import moved
from amicity.register.edition import as_of
from amicity.register.wording import counted, listed, name_of, names, plain
from amicity.register.wording import told as in_words
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.finding import FindingId
from amicity.terms.promise_entry import PromiseEntry, PromiseState
from amicity.terms.register import Register

COLUMNS = {
    "by": "By",
    "to": "To",
    "action": "What",
    "strength": "Strength",
    "due": "Due",
    "state": "State",
    "kept_by": "Kept by",
    "sure": "Who says so",
}
PROPOSED = {"action": "Promise", "by_what": "May be kept by", "confirm": "Confirm with"}
SOON = 30
_ORDER = ("overdue", "due", "open", "kept", "withdrawn")


def ask(register: Register, query: Query) -> Result:
    """The promises by or to a place (or all): overdue, due within a month, open, kept (with what keeps them) and withdrawn."""
    then = as_of(register, query.as_of, place=query.place)
    asked = [p for p in then.promises if _asked(p, query)]
    stated = sorted(((_state(promise, query), promise) for promise in asked), key=lambda s: (_ORDER.index(s[0]), _due(s[1]), s[1].id))
    rows = tuple(_row(then, promise, state) for state, promise in stated)
    who = name_of(then, query.place) or "all places"
    counts = Counter(state for state, _ in stated)
    said = listed(f"{counts[state]} {state}" for state in _ORDER if counts[state])
    first = f"On {query.as_of} the register knows {counted(len(rows), 'promise', 'promises')} by or to {who}" + (
        f": {said}." if said else "."
    )
    perhaps = [promise for state, promise in stated if promise.may_keep and state in ("overdue", "due", "open")]
    overdue = (f"Overdue since {p.due}: {in_words(p)}. {_nothing(then, p)}" for state, p in stated if state == "overdue")
    tables = (Table("Promises", COLUMNS, rows), Table("May be kept: confirm or deny", PROPOSED, tuple(_proposals(then, perhaps))))
    title = f"Promises of {who} on {query.as_of}"
    return Result(title, (first, *overdue), tuple(table for table in tables if table.rows))


def _nothing(register: Register, promise: PromiseEntry) -> str:
    return f"Perhaps kept by {_keeping(register, promise.may_keep)}." if promise.may_keep else "Nothing in the register fulfils it."


def _keeping(register: Register, ids: tuple[FindingId, ...]) -> str:
    entries = dict.fromkeys(entry for id_ in ids for entry in register.told.get(id_, ()))
    return "; ".join(in_words(register.items[entry]) for entry in entries if not entry.startswith("promise-"))


def _proposals(register: Register, promises: list[PromiseEntry]) -> Iterator[Row]:
    """What may keep a promise, with the judgement that would say so."""
    for promise in promises:
        for id_ in promise.may_keep:
            cells = {
                "action": in_words(promise),
                "by_what": _keeping(register, (id_,)) or None,
                "confirm": f"amicity judge same_as {promise.findings[0]} {id_}",
            }
            yield Row(cells, (*promise.findings, id_), promise.id)


def _asked(promise: PromiseEntry, query: Query) -> bool:
    keys = {place.key for place in promise.by + promise.to}
    return {key for key in (query.place, query.partner) if key} <= keys


def _state(promise: PromiseEntry, query: Query) -> str:
    if promise.state is PromiseState.LAPSED:
        return "overdue"
    if promise.state is PromiseState.OPEN and promise.due is not None and promise.due.earliest <= moved(query.as_of, SOON):
        return "due"
    return promise.state.value


def _due(promise: PromiseEntry) -> str:
    return promise.due.latest.isoformat() if promise.due else "~"


def _row(register: Register, promise: PromiseEntry, state: str) -> Row:
    kept_by = _keeping(register, promise.kept_by)
    return Row(
        {
            "by": names(promise.by),
            "to": names(promise.to),
            "action": promise.action,
            "strength": plain(promise.strength) if promise.strength else None,
            "due": str(promise.due) if promise.due else None,
            "state": state,
            "kept_by": kept_by or None,
            "sure": None if not kept_by else "a person" if promise.confirmed else "proposed: a person may confirm it",
        },
        promise.findings + promise.kept_by,
        promise.id,
    )


ANSWER = Answer("promises", "What was promised, to whom, by when, and is it done?", ask, heeds=("partner",))
