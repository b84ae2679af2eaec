"""With whom is a place tied, in what form, since when, and on what paper?"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from amicity.register.edition import tie_on
from amicity.register.wording import counted, form_words, listed, name_of, names, plain
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.entry import Entry
from amicity.terms.ladder import height
from amicity.terms.register import Register
from amicity.terms.relation import Relation, TieStatus

COLUMNS = {
    "partner": "Partner",
    "country": "Country",
    "form": "Form",
    "since": "Since",
    "begun": "First step",
    "status": "Status",
    "papers": "Papers",
}
SHELVES = (
    ("Ties", False, (TieStatus.STANDING, TieStatus.SUSPENDED)),
    ("Domestic pairs", True, (TieStatus.STANDING, TieStatus.SUSPENDED)),
    ("Ended", None, (TieStatus.ENDED,)),
    ("Prospects: planned, proposed or hoped for", None, (TieStatus.PROSPECT,)),
)


def ask(register: Register, query: Query) -> Result:
    """The ties of a place (or all) as they stood on the day, those that count apart from those that do not."""
    told = register.relations if query.place is None else register.ties_of(query.place)
    then = [tie for old in told if (tie := tie_on(old, query.as_of))]
    tables = tuple(
        Table(title, COLUMNS, tuple(_row(register, tie, query.place) for tie in _ranked(chosen)))
        for title, domestic, statuses in SHELVES
        if (chosen := [tie for tie in then if tie.status in statuses and domestic in (None, tie.domestic)])
    )
    notes = tuple(f"{tie.label}: {note.says}" for tie in then for note in tie.notes)
    who = name_of(register, query.place)
    return Result(f"Ties of {who or 'all places'} on {query.as_of}", _sentences(who, then, query), tables, notes)


def _sentences(who: str | None, ties: list[Relation], query: Query) -> tuple[str, ...]:
    standing = [tie for tie in ties if tie.status is TieStatus.STANDING and not tie.domestic]
    if not standing:
        return (f"The register knows no international tie of {who or 'any place'} that stood on {query.as_of}.",)
    forms = Counter(tie.form for tie in standing)
    by_form = listed(f"{count} {form_words(form, count)}" for form, count in sorted(forms.items(), key=lambda f: -height(f[0])))
    countries = {place.country for tie in standing for place in tie.partners(query.place or "") if place.country}
    told = counted(len(standing), "international tie", "international ties")
    where = counted(len(countries), "country", "countries")
    suspended = [tie.label for tie in ties if tie.status is TieStatus.SUSPENDED]
    more = (f"Suspended, which is not ended: {listed(suspended)}.",) if suspended else ()
    return (f"On {query.as_of} the register knows {told} of {who or 'all places'}, in {where}: {by_form}.", *more)


def _ranked(ties: Iterable[Relation]) -> list[Relation]:
    return sorted(ties, key=lambda tie: (-height(tie.form), tie.since.earliest.isoformat() if tie.since else "~", tie.id))


def _row(register: Register, tie: Relation, place: str | None) -> Row:
    partners = tie.partners(place) if place else tie.parties
    papers = [paper for id_ in tie.instruments if isinstance(paper := register.items.get(id_), Entry)]
    return Row(
        {
            "partner": names(partners),
            "country": ", ".join(sorted({p.country for p in partners if p.country})),
            "form": plain(tie.form) if tie.form else None,
            "since": str(tie.since) if tie.since else None,
            "begun": str(tie.begun) if tie.begun else None,
            "status": tie.status.value,
            "papers": "; ".join(map(_paper, sorted(papers, key=_signed))) or None,
        },
        tie.findings,
        tie.id,
    )


def _signed(paper: Entry) -> tuple[date, str]:
    return (paper.when.earliest if paper.when else date.max), paper.id


def _paper(paper: Entry) -> str:
    what = plain(next(iter(paper.texts("form") or paper.texts("instrument")), "paper"))
    return f"{what}, {paper.when}" if paper.when else what


ANSWER = Answer("ties", "With whom is a place tied, in what form, since when, and on what paper?", ask)
