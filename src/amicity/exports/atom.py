"""What was accepted lately: an Atom feed (RFC 4287) of findings, newest judgement first, each with its passage."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import quote

from amicity.exports._credits import provenance, rights, title
from amicity.exports._days import edtf
from amicity.exports._text import xml
from amicity.exports._then import then
from amicity.register.wording import told
from amicity.review.rulings import instant
from amicity.terms.export import Edition, Export
from amicity.terms.finding import Finding, FindingId
from amicity.terms.register import Register

LATEST = 200
_EVER = "2000-01-01T00:00:00+00:00"


def write(edition: Edition) -> bytes:
    """The latest 200 findings that were accepted or corrected. An entry's id stays; it is updated when it is judged anew."""
    return "".join(_lines(edition, then(edition))).encode()


def _lines(edition: Edition, held: Register) -> Iterator[str]:
    latest = sorted(held.findings, key=lambda id_: (_judged(held, id_), id_), reverse=True)[:LATEST]
    newest = _judged(held, latest[0]) if latest else datetime.combine(edition.day, datetime.min.time(), UTC)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
    yield f"<id>{xml(_name(edition))}</id>\n"
    yield f"<title>{xml(title(edition))}: what was accepted lately</title>\n<updated>{newest.isoformat()}</updated>\n"
    yield f"<subtitle>{xml(provenance(edition, held))}</subtitle>\n<rights>{xml(rights(edition))}</rights>\n"
    yield f'<link rel="license" href="{xml(edition.licence.address)}"/>\n<generator>Amicity</generator>\n'
    yield f"<author><name>{xml(edition.publisher or 'The register')}</name></author>\n"
    if edition.address:
        yield f'<link rel="alternate" type="text/html" href="{xml(edition.address)}"/>\n'
    for id_ in latest:
        yield from _entry(edition, held, id_)
    yield "</feed>\n"


def _name(edition: Edition) -> str:
    """What tells this feed from all others: the site's address where it has one, and the place."""
    of = quote((edition.place or "all").encode("utf-8", "replace"), safe="+-._~:")
    return f"{edition.address.rstrip('/')}/downloads/atom/#{of}" if edition.address else f"urn:x-amicity:feed:{of}"


def _entry(edition: Edition, held: Register, id_: FindingId) -> Iterator[str]:
    finding, ruling = held.findings[id_], held.rulings.get(id_)
    yield f"<entry>\n<id>urn:x-amicity:finding:{id_}</id>\n<title>{xml(_says(held, id_, finding))}</title>\n"
    yield f"<updated>{_judged(held, id_).isoformat()}</updated>\n"
    if ruling and ruling.by:
        yield f"<author><name>{xml(ruling.by)}</name></author>\n"
    if edition.address:
        page = f"{edition.address.rstrip('/')}/reports/{finding.report}/?fact={id_}#f-{id_}"
        yield f'<link rel="alternate" type="text/html" href="{xml(page)}"/>\n'
    yield f'<category term="{xml(finding.kind)}"/>\n<content type="text">{xml(_passage(held, finding))}</content>\n</entry>\n'


def _says(held: Register, id_: FindingId, finding: Finding) -> str:
    entry = next((held.items[entry] for entry in held.told.get(id_, ()) if entry in held.items), None)
    return told(entry) if entry else finding.kind


def _passage(held: Register, finding: Finding) -> str:
    imprint = held.imprints.get(finding.report)
    said = (imprint.title or imprint.source, imprint.publisher, edtf(imprint.published)) if imprint else (finding.source,)
    return f"“{finding.quote.text}” ({', '.join(filter(None, said))})"


def _judged(held: Register, id_: FindingId) -> datetime:
    ruling = held.rulings.get(id_)
    return instant(ruling.at if ruling and ruling.at else _EVER)


EXPORT = Export(
    "atom",
    "what was accepted lately, as a feed",
    "atom",
    "application/atom+xml; charset=utf-8",
    write,
    "for feed readers and alerts",
    "https://www.rfc-editor.org/rfc/rfc4287",
)
