"""Which anniversaries of ties are coming, and which are round?"""

from amicity.register.birthdays import Birthday, birthdays
from amicity.register.wording import counted, form_words, name_of, names
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.register import Register

COLUMNS = {"on": "On", "tie": "With", "what": "What", "years": "Years", "round": "Round", "since": "Since"}


def ask(register: Register, query: Query) -> Result:
    """The anniversaries of standing ties within ``query.within`` days from the day, soonest first; tens are flagged."""
    ties = register.relations if query.place is None else register.ties_of(query.place)
    coming = birthdays(ties, day=query.as_of, within=query.within)
    who = name_of(register, query.place) or "all places"
    rows = tuple(_row(each, query) for each in coming)
    told = counted(len(coming), "anniversary", "anniversaries")
    first = f"{told} of ties of {who} within {query.within} days from {query.as_of}."
    tens = (f"Round: {_words(each, query)}, {each.years} years, {each.on}." for each in coming if each.round)
    return Result(f"Anniversaries of {who} from {query.as_of}", (first, *tens), (Table("Anniversaries", COLUMNS, rows),) if rows else ())


def _words(each: Birthday, query: Query) -> str:
    partner = names(each.tie.partners(query.place)) if query.place else each.tie.label
    return f"{form_words(each.form)} with {partner}" if query.place else f"{partner}, {form_words(each.form)}"


def _row(each: Birthday, query: Query) -> Row:
    return Row(
        {
            "on": str(each.on),
            "tie": names(each.tie.partners(query.place)) if query.place else each.tie.label,
            "what": form_words(each.form),
            "years": each.years,
            "round": each.round,
            "since": str(each.since),
        },
        each.findings,
        each.tie.id,
    )


ANSWER = Answer("anniversaries", "Which anniversaries of ties are coming, and which are round?", ask)
