"""Which anniversaries of ties are coming, and which are celebrated by the rule of the house?"""

from collections.abc import Iterator

from amicity.register.birthdays import Birthday, Keeping, birthdays, keepings
from amicity.register.wording import counted, form_words, listed, name_of, names
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.register import Register

COLUMNS = {
    "on": "On",
    "tie": "With",
    "what": "What",
    "years": "Years",
    "round": "Round",
    "here": "By the rule of the house",
    "there": "By the other side's",
    "since": "Since",
}


def ask(register: Register, query: Query) -> Result:
    """The anniversaries of standing ties within ``query.within`` days from the day, soonest first, and how each side keeps them.

    China celebrates the tens alone, and sends letters in other years; where no custom is known the fives are shown. With
    ``query.rounds`` the house goes by its own numbers.
    """
    ties = register.relations if query.place is None else register.ties_of(query.place)
    coming = [(each, _keepings(each, query)) for each in birthdays(ties, day=query.as_of, within=query.within)]
    who = name_of(register, query.place) or "all places"
    rows = tuple(_row(each, kept, query) for each, kept in coming)
    title = f"Anniversaries of {who} from {query.as_of}"
    tables = (Table("Anniversaries", COLUMNS, rows),) if rows else ()
    return Result(title, tuple(_sentences(who, coming, query)), tables, tuple(_notes(coming, query)))


def _keepings(birthday: Birthday, query: Query) -> tuple[Keeping, ...]:
    return keepings(birthday, rounds=query.rounds, house=query.place)


def _sentences(who: str, coming: list[tuple[Birthday, tuple[Keeping, ...]]], query: Query) -> Iterator[str]:
    told = counted(len(coming), "anniversary", "anniversaries")
    yield f"{told} of ties of {who} within {query.within} days from {query.as_of}."
    for each, kept in coming:
        here = _here(kept, query)
        if any(side.celebrates for side in here):
            who_keeps = "" if query.place else f" ({names(side.side for side in here if side.celebrates)})"
            yield f"Celebrate{who_keeps}: {_words(each, query)}, {each.years} years, {each.on}."
    quiet = [kept for _, kept in coming if not any(side.celebrates for side in _here(kept, query))]
    if quiet and query.place:
        does = listed(dict.fromkeys(side.does for kept in quiet for side in _here(kept, query)))
        yield f"Not celebrated, {len(quiet)} of them: {does}." if len(quiet) < len(coming) else f"None of them is celebrated: {does}."


def _here(kept: tuple[Keeping, ...], query: Query) -> tuple[Keeping, ...]:
    """The sides whose house rule is asked: the place's own, or all."""
    return tuple(side for side in kept if query.place in (None, side.side.key))


def _notes(coming: list[tuple[Birthday, tuple[Keeping, ...]]], query: Query) -> Iterator[str]:
    if query.rounds:
        numbers = listed(f"{each}" for each in query.rounds)
        yield f"By the house's own numbers: multiples of {numbers} are celebrated."
    customs = dict.fromkeys(side.custom for _, kept in coming for side in kept if side.custom is not None)
    yield from (f"{custom.says} ({'; '.join(source.cited for source in custom.sources)})" for custom in customs)


def _words(each: Birthday, query: Query) -> str:
    partner = names(each.tie.partners(query.place)) if query.place else each.tie.label
    return f"{form_words(each.form)} with {partner}" if query.place else f"{partner}, {form_words(each.form)}"


def _row(each: Birthday, kept: tuple[Keeping, ...], query: Query) -> Row:
    there = [side for side in kept if query.place is not None and side.side.key != query.place]
    return Row(
        {
            "on": str(each.on),
            "tie": names(each.tie.partners(query.place)) if query.place else each.tie.label,
            "what": form_words(each.form),
            "years": each.years,
            "round": each.round,
            "here": _does(_here(kept, query), named=query.place is None),
            "there": _does(there, named=len(there) > 1) or None,
            "since": str(each.since),
        },
        each.findings,
        each.tie.id,
    )


def _does(sides: tuple[Keeping, ...] | list[Keeping], *, named: bool) -> str:
    if len({side.does for side in sides}) == 1 or not named:
        return next((side.does for side in sides), "")
    return "; ".join(f"{side.side.name}: {side.does}" for side in sides)


ANSWER = Answer(
    "anniversaries",
    "Which anniversaries of ties are coming, and which are celebrated by the rule of the house?",
    ask,
    heeds=("within", "rounds"),
)
