"""From what a person filled in to a finding: a correction of one that was read, or a fact entered by hand."""

from dataclasses import replace

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
from amicity_web.desk.claim_form import Value, line_of

READER = "desk"


def corrected(finding: Finding, *, status: Status, when: PartialDate | None, values: dict[str, list[Value]]) -> Finding:
    """The finding as it should read. Its passage stays; what was not changed keeps where it was read."""
    roles = {role: tuple(_kept(finding, role, value) for value in held) for role, held in values.items()}
    dated = finding.when if finding.when and when == finding.when.value else (Dated(when, None, Derivation.ENTERED) if when else None)
    return replace(finding, status=status, when=dated, roles=roles, domestic=_domestic(roles))


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
        domestic=_domestic(roles),
    )
    return report, finding


def _kept(finding: Finding, role: str, value: Value) -> Mention:
    for mention in finding.roles.get(role, ()):
        same = mention.place is not None and mention.place.key == value.key if isinstance(value, Place) else line_of(mention) == str(value)
        if same:
            return mention
    named = (value.name or "") if isinstance(value, Place) else str(value)
    start = finding.quote.text.find(named) if named else -1
    span = Span(finding.quote.start + start, finding.quote.start + start + len(named), named) if start >= 0 else finding.quote
    return _mention(span, value)


def _entered(text: str, bounds: tuple[int, int], value: Value) -> Mention:
    return _mention(Span.of(text, *bounds), value)


def _mention(span: Span, value: Value) -> Mention:
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


def _domestic(roles: dict[str, tuple[Mention, ...]]) -> bool:
    parties = [mention.place for mention in roles.get("party", ()) if mention.place and mention.place.level is not Level.COUNTRY]
    return len(parties) > 1 and parties[0].country is not None and len({place.country for place in parties}) == 1
