"""A fact entered by hand, from what a program sends: each role is held against the codebook."""

from collections.abc import Iterator

from amicity.gazetteer import open_gazetteer
from amicity.kinds import kinds
from amicity.terms.field import FIELDS
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.report import Grade
from amicity.terms.status import Status
from amicity_web.api.given import EntryGiven, PlaceGiven
from amicity_web.api.moment import now
from amicity_web.api.problems import ProblemError
from amicity_web.store.entered import Value, entered
from amicity_web.store.record import record_entry

Sent = PlaceGiven | str | int | float


class _WrongError(ValueError):
    """A value that its role cannot hold."""


def enter(entry: EntryGiven, *, by: str) -> str:
    """Record the entry, accepted in this name, once if sent twice. Gives its finding's id; raises ProblemError with all that is wrong."""
    kind = kinds().get(entry.kind)
    if kind is None:
        raise _invalid([("kind", f"there is no kind {entry.kind!r}; there are {', '.join(kinds())}")])
    values, wrong = _values(kind, entry)
    if wrong:
        raise _invalid(wrong)
    report, finding = entered(
        kind,
        by=by,
        at=now(),
        words=entry.words,
        document=entry.document,
        address=entry.address,
        grade=Grade(entry.grade),
        status=Status(entry.status),
        when=PartialDate(entry.when) if entry.when else None,
        values=values,
    )
    accept = Judgement(Verdict.ACCEPT, (finding.id,), by, now(), f"entered by hand: {entry.document[:200]}")
    return record_entry(report, finding, judgement=accept)


def _invalid(wrong: list[tuple[str, str]]) -> ProblemError:
    return ProblemError(422, errors=[{"where": f"body.{where}", "says": says} for where, says in wrong])


def _values(kind: Kind, entry: EntryGiven) -> tuple[dict[str, list[Value]], list[tuple[str, str]]]:
    """What each role holds, and what is wrong."""
    values: dict[str, list[Value]] = {}
    wrong = list(_unknown(kind, entry))
    for role in kind.roles:
        for number, sent in enumerate(entry.roles.get(role.name, ())):
            try:
                values.setdefault(role.name, []).append(_value(role, sent))
            except _WrongError as error:
                wrong.append((f"roles.{role.name}.{number}", str(error)))
    if kind.identity and not wrong and not any(values.get(name) for name in kind.identity):
        wrong.append((f"roles.{kind.identity[0]}", "say at least this: it is what the finding is about"))
    return values, wrong


def _unknown(kind: Kind, entry: EntryGiven) -> Iterator[tuple[str, str]]:
    known = {role.name for role in kind.roles}
    yield from ((f"roles.{name}", f"{kind.name} has no such role; it has {', '.join(known)}") for name in entry.roles if name not in known)


def _value(role: Role, sent: Sent) -> Value:
    if role.holds is Holds.PLACE:
        return _place(sent)
    if isinstance(sent, PlaceGiven):
        raise _WrongError(f"holds a {role.holds.value}, not a place")
    if role.holds is Holds.NUMBER:
        return _number(sent)
    text = str(sent).strip()
    if not text:
        raise _WrongError("is empty")
    if role.holds is Holds.TERM:
        return _term(role, text)
    return _day(text) if role.holds is Holds.DATE else text


def _place(sent: Sent) -> Place:
    asked = PlaceGiven(name=sent) if isinstance(sent, str) else sent
    if not isinstance(asked, PlaceGiven) or not ((asked.id or "").strip() or (asked.name or "").strip()):
        raise _WrongError('is no place: write {"id": "geonames:1174872"} or {"name": "Karachi", "country": "PK"}')
    if asked.id:
        known = open_gazetteer().by_id(asked.id)
        if known is None:
            raise _WrongError(f"the gazetteer does not know {asked.id!r}: leave the id out, and give name and country")
        return known
    return open_gazetteer().resolve(str(asked.name).strip(), country=asked.country)


def _number(sent: str | int | float) -> int | float:
    try:
        number = sent if isinstance(sent, int | float) else float(sent.replace(",", ""))
    except ValueError:
        raise _WrongError(f"{sent!r} is no number") from None
    if not abs(number) <= 10**15:
        raise _WrongError("is too large a number")
    return int(number) if number == int(number) else number


def _term(role: Role, text: str) -> str:
    terms = FIELDS if role.name == "field" else tuple(str(term) for term in role.terms)
    term = text.lower().replace(" ", "_")
    if terms and term not in terms:
        raise _WrongError(f"{text!r} is no term of the codebook: write one of {', '.join(terms)}")
    return term if terms else text


def _day(text: str) -> str:
    try:
        return PartialDate(text).edtf
    except ValueError as error:
        raise _WrongError(str(error)) from None
