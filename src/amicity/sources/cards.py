"""Cards of people (vCard): who holds what post, where a card says so.

The cards are written down one a line, and that is the report's text: name, title, organisation, town, country.
"""

from collections.abc import Iterator

from amicity.sources._bounds import within_bounds
from amicity.sources._contentlines import Block, blocks
from amicity.sources._decoding import decode
from amicity.sources._placing import Written, placed, undecided
from amicity.sources._rows import Line, lines, part, row
from amicity.sources._wording import places, said
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.place import Place
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError
from amicity.terms.span import Span
from amicity.terms.status import Status

_MEDIA = "text/vcard"
_HEADS = ("name", "title", "organisation", "town", "country")
_TENURES = {"acting_mayor": ("mayor", "acting"), "former_mayor": ("mayor", "former"), "mayor_elect": ("mayor", "elect")}


def _fits(content: bytes, _name: str) -> int:
    return 3 if content[:200].removeprefix(b"\xef\xbb\xbf").lstrip()[:11].upper() == b"BEGIN:VCARD" else 0


def _read(content: bytes, name: str) -> Report:
    text, notes = decode(within_bounds(content, where=name, kind="file of cards"), where=name)
    held = [_written(card) for card in blocks(text, "VCARD", where=name)]
    if not held:
        raise SourceError("holds no card", name, "export the contacts as vCard (.vcf)")
    return Report(source=name, text="\n".join([row(*_HEADS), *held]) + "\n", media=_MEDIA, notes=notes)


def _written(card: Block) -> str:
    name = card.text("FN") or " ".join(filter(None, reversed(card.parts("N")[:2])))
    address = [*card.parts("ADR"), *[""] * 7]
    organisation = ", ".join(filter(None, reversed(card.parts("ORG"))))
    return row(name, card.text("TITLE") or card.text("ROLE"), organisation, address[3], address[6])


def _states(report: Report) -> Iterator[Finding | Refusal]:
    digest, held = report.digest, lines(report.text)
    next(held)
    for line in held:
        yield _stated(line, report=report, digest=digest)


def _stated(line: Line, *, report: Report, digest: str) -> Finding | Refusal:
    name, title, organisation, town, country = line.cells()
    if not name.text.strip():
        return Refusal(line.number, "is a card without a name")
    if not title.text:
        return Refusal(line.number, f"{name.text!r} holds no post: the card has neither title nor role")
    offices = list(said(title.text, "post"))
    if not offices:
        return Refusal(line.number, f"{name.text!r} holds a post in unknown words, {title.text!r}")
    office = offices[0]
    value, tenure = _TENURES.get(office.value, (office.value, "current"))
    where = _place(title, organisation, town, country)
    wording = part(title, office.start, office.end)
    roles = {
        "person": (Mention(name, value=name.text),),
        "post": (Mention(wording, value=value, derivation=Derivation.NORMALISED),),
        "body": (Mention(organisation, value=organisation.text),) if organisation.text else (),
        "place": where,
        "tenure": (Mention(wording, value=tenure, derivation=Derivation.NORMALISED),),
    }
    sure = bool(where) and where[0].place is not None and not undecided(where[0].place)
    return Finding(
        source=report.source,
        report=digest,
        kind="post",
        status=Status.HAPPENED,
        roles=roles,
        quote=line.span,
        confidence=Confidence.B if sure else Confidence.C,
        rule="cards.post",
        reader="cards 1",
    )


def _place(title: Span, organisation: Span, town: Span, country: Span) -> tuple[Mention, ...]:
    """Whose post it is: the place that the title or the organisation names, if it is one; else the town of the address."""
    for cell in (title, organisation):
        named: dict[str, tuple[Span, Place]] = {place.key: (span, place) for span, place in places(cell)}
        if len(named) == 1:
            ((span, place),) = named.values()
            return (Mention(span, place=place, derivation=Derivation.RESOLVED),)
    if not town.text:
        return ()
    return (Mention(town, place=placed(Written(town.text, country=country.text or None)), derivation=Derivation.RESOLVED),)


SOURCE = Source(name="cards", says="cards of people and their posts (vCard)", media=_MEDIA, fits=_fits, read=_read, states=_states)
