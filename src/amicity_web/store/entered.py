"""A fact entered by hand: a finding whose report is the words and the document of who enters it."""

from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.kind import Kind
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Level, Place
from amicity.terms.report import Grade, Report
from amicity.terms.span import Span
from amicity.terms.status import Status

Value = Place | str | int | float
READER = "desk"


def entered(
    kind: Kind,
    *,
    by: str,
    at: str,
    words: str,
    document: str,
    address: str | None,
    grade: Grade,
    status: Status,
    when: PartialDate | None,
    values: dict[str, list[Value]],
) -> tuple[Report, Finding]:
    """A fact entered by hand: a report of the officer's words and the document, and the one finding that it states."""
    lines, spans = _written(words, document, by=by, at=at, kind=kind, status=status, when=when, values=values)
    text = "\n".join(lines)
    source = f"entry/{by}/{at}"
    roles = {role: tuple(_entered(text, spans[role, n], value) for n, value in enumerate(held)) for role, held in values.items()}
    report = Report(source, text, title=_title(words), address=address, fetched=at, grade=grade, published=PartialDate(at[:10]))
    finding = Finding(
        source=source,
        report=report.digest,
        kind=kind.name,
        status=status,
        roles=roles,
        quote=Span.of(text, 0, len(lines[0])),
        when=Dated(when, Span.of(text, *spans["when", 0]), Derivation.ENTERED) if when else None,
        confidence=Confidence.A,
        rule="desk.entered",
        reader=READER,
        domestic=domestic(roles),
    )
    return report, finding


def mention(span: Span, value: Value) -> Mention:
    """A value of a role as its passage tells it."""
    if isinstance(value, Place):
        return Mention(span, place=value, derivation=Derivation.ENTERED)
    return Mention(span, value=value, derivation=Derivation.ENTERED)


def _written(
    words: str,
    document: str,
    *,
    by: str,
    at: str,
    kind: Kind,
    status: Status,
    when: PartialDate | None,
    values: dict[str, list[Value]],
) -> tuple[list[str], dict[tuple[str, int], tuple[int, int]]]:
    """The lines of the report, the officer's words first and on one line, and where in the whole each value stands."""
    lines = [" ".join(words.split()), "", f"Entered by {by} at {at}.", f"Document: {document}", f"{kind.name}, {status.value}"]
    told = [(role, n, _plain(value)) for role, held in values.items() for n, value in enumerate(held)]
    told += [("when", 0, when.edtf)] if when else []
    spans: dict[tuple[str, int], tuple[int, int]] = {}
    at_end = sum(len(line) + 1 for line in lines)
    for role, n, said in told:
        label = f"{role.replace('_', ' ')}: "
        spans[role, n] = (at_end + len(label), at_end + len(label) + len(said))
        lines.append(label + said)
        at_end += len(lines[-1]) + 1
    return lines, spans


def _plain(value: Value) -> str:
    return value.label if isinstance(value, Place) else str(value)


def _title(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 120 else line[:119].rstrip() + "…"


def domestic(roles: dict[str, tuple[Mention, ...]]) -> bool:
    """Whether the parties are places of one country."""
    parties = [held.place for held in roles.get("party", ()) if held.place and held.place.level is not Level.COUNTRY]
    return len(parties) > 1 and parties[0].country is not None and len({place.country for place in parties}) == 1


def _entered(text: str, bounds: tuple[int, int], value: Value) -> Mention:
    return mention(Span.of(text, *bounds), value)
