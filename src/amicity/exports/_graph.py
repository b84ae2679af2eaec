"""The register as linked data: nodes in the words of schema.org, PROV-O and Web Annotation, before anyone writes them down.

What these do not name has a term of ours, under ``urn:x-amicity:term:``: a tie, its form, status, since and parties, and what
a finding claims.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from amicity.exports._credits import provenance, rights, title
from amicity.exports._then import then
from amicity.register.wording import told
from amicity.review.rulings import instant
from amicity.terms.entry import Entry
from amicity.terms.export import Edition
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Level, Place
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation
from amicity.terms.ruling import Ruling

PREFIXES = {
    "am": "urn:x-amicity:term:",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_OURS = "urn:x-amicity:"
_EXACT = re.compile(r"\d{4}(-\d{2})?(-\d{2})?")
_DATATYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_SEASONS = range(21, 25)


class Ref(NamedTuple):
    """Another node, by its IRI."""

    iri: str


class Typed(NamedTuple):
    """A literal of a datatype, by its short name, e.g. ``xsd:date``."""

    text: str
    datatype: str


class Node(NamedTuple):
    """One thing: its types and properties by short names. ``iri`` is empty for a thing without a name of its own."""

    iri: str
    types: tuple[str, ...]
    properties: tuple[tuple[str, "Value"], ...]


Value = Ref | Typed | Node | str | int | bool
Properties = Iterator[tuple[str, Value]]


def nodes(edition: Edition) -> Iterator[Node]:
    """The file itself, then places, reports, entries, findings and judgements, each once."""
    held = then(edition)
    yield _dataset(edition, held)
    yield from (_place(place) for place in held.places.values())
    yield from (_report(imprint) for imprint in held.imprints.values())
    yield from (_entry(held.items[id_], edition) for id_ in sorted(held.items))
    entries: dict[str, list[str]] = {}
    for id_ in sorted(held.items):
        for claim in set(held.items[id_].findings):
            entries.setdefault(claim, []).append(id_)
    for id_, finding in held.findings.items():
        yield _finding(id_, finding, [_about(held.items[entry], edition) for entry in entries.get(id_, ())])
        if ruling := held.rulings.get(id_):
            yield from _deciding(id_, ruling)
    yield from (_judgement(judgement) for judgement in sorted(edition.judgements, key=lambda judgement: judgement.id))


def place_iri(place: Place) -> str:
    """The name of a place on the web: GeoNames' own where it has one."""
    return _iri_of(place.id or place.key)


def _iri_of(identity: str) -> str:
    scheme, _, number = identity.partition(":")
    if scheme == "geonames" and number.isdecimal():
        return f"https://sws.geonames.org/{number}/"
    if scheme == "wikidata" and re.fullmatch(r"Q\d+", number):
        return f"http://www.wikidata.org/entity/{number}"
    return _urn("place", identity)


def entry_iri(item: Item, edition: Edition) -> str:
    """The name of an entry: a tie's page where the edition has an address."""
    if isinstance(item, Relation) and edition.address:
        return f"{edition.address.rstrip('/')}/ties/{quote(item.id, safe='+-._~')}/"
    return _urn("tie" if isinstance(item, Relation) else "entry", item.id)


@lru_cache(maxsize=1 << 14)
def dated(when: PartialDate) -> Typed:
    """A date as XML Schema writes it where it is a day, a month or a year for sure, else as EDTF."""
    plain = _EXACT.fullmatch(when.edtf) and int(when.edtf[5:7] or 0) not in _SEASONS and when.edtf >= "0001"
    return Typed(when.edtf, _DATATYPES[len(when.edtf)] if plain else "edtf:EDTF")


def _dataset(edition: Edition, held: Register) -> Node:
    def says() -> Properties:
        yield "schema:name", title(edition)
        yield "schema:description", provenance(edition, held)
        yield "schema:license", Ref(edition.licence.address)
        yield "dcterms:license", Ref(edition.licence.address)
        yield "dcterms:rights", rights(edition)
        yield "schema:temporalCoverage", f"../{edition.day}"
        yield from (("prov:wasDerivedFrom", Ref(_urn("report", digest))) for digest in held.imprints)
        if edition.publisher:
            yield "schema:publisher", Node("", ("schema:Organization",), (("schema:name", edition.publisher),))

    return _node(f"{_OURS}register:{_quoted(edition.place or 'all')}:{edition.day}", ("schema:Dataset", "prov:Entity"), says())


def _place(place: Place) -> Node:
    def says() -> Properties:
        yield "schema:name", place.name or "unnamed"
        yield "am:level", place.level.value
        if place.id:
            yield "schema:identifier", place.id
        yield from (("schema:sameAs", Ref(_iri_of(identity))) for identity in place.known_by)
        if place.country:
            yield "schema:addressCountry", place.country
        if place.latitude is not None and place.longitude is not None:
            at = (("schema:latitude", _decimal(place.latitude)), ("schema:longitude", _decimal(place.longitude)))
            yield "schema:geo", Node("", ("schema:GeoCoordinates",), at)

    sort = {Level.CITY: "schema:City", Level.COUNTRY: "schema:Country", Level.STATE: "schema:State"}.get(place.level, "schema:Place")
    return _node(place_iri(place), (sort,), says())


def _report(imprint: Imprint) -> Node:
    def says() -> Properties:
        yield "schema:sha256", imprint.report
        yield "dcterms:source", imprint.source
        yield "am:grade", imprint.grade.value
        if imprint.title:
            yield "schema:headline", imprint.title
        if imprint.published:
            yield "schema:datePublished", dated(imprint.published)
        if imprint.publisher:
            yield "schema:publisher", Node("", ("schema:Organization",), (("schema:name", imprint.publisher),))
        if imprint.address and re.fullmatch(r"https?://[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]+", imprint.address):
            yield "schema:url", Ref(imprint.address)

    return _node(_urn("report", imprint.report), ("schema:Report", "schema:MediaObject", "prov:Entity"), says())


def _entry(item: Item, edition: Edition) -> Node:
    def says() -> Properties:
        yield "rdfs:label", told(item)
        match item:
            case Relation():
                yield from _tie(item)
            case PromiseEntry():
                yield from (("am:by", Ref(place_iri(place))) for place in item.by)
                yield from (("am:to", Ref(place_iri(place))) for place in item.to)
                yield "schema:description", item.action
                yield "am:state", item.state.value
                if item.due:
                    yield "am:due", dated(item.due)
            case FigureClaim():
                yield from (("schema:about", Ref(place_iri(place))) for place in item.about)
                yield "am:measure", item.measure
                yield "schema:value", item.value if isinstance(item.value, int) else str(item.value)
                if item.when:
                    yield "schema:observationDate", dated(item.when)
            case Entry():
                yield from (("am:place", Ref(place_iri(place))) for place in item.places())
                yield "am:status", item.status.value
                if item.when:
                    yield "schema:temporal", dated(item.when)
            case _:
                yield "schema:name", item.person
        yield from (("prov:wasDerivedFrom", Ref(_urn("finding", id_))) for id_ in dict.fromkeys(item.findings))

    return _node(entry_iri(item, edition), (_sort(item), "prov:Entity"), says())


def _tie(tie: Relation) -> Properties:
    yield from (("am:party", Ref(place_iri(place))) for place in tie.parties)
    yield "am:status", tie.status.value
    yield "am:domestic", tie.domestic
    if tie.form:
        yield "am:form", tie.form.value
    if tie.since:
        yield "am:since", dated(tie.since)
    if tie.begun:
        yield "schema:startDate", dated(tie.begun)


def _sort(item: Item) -> str:
    match item:
        case Relation():
            return "am:Tie"
        case PromiseEntry():
            return "am:Promise"
        case FigureClaim():
            return "schema:Observation"
        case Entry():
            return "am:Event"
        case _:
            return "am:Post"


def _about(item: Item, edition: Edition) -> Ref:
    return Ref(entry_iri(item, edition))


def _finding(id_: str, finding: Finding, entries: Iterable[Ref]) -> Node:
    def says() -> Properties:
        yield from (("oa:hasBody", entry) for entry in entries)
        yield "oa:hasTarget", _passage(finding)
        yield "am:kind", finding.kind
        yield "am:status", finding.status.value
        yield "am:confidence", finding.confidence.value
        if finding.when:
            yield "schema:temporal", dated(finding.when.value)
        yield "prov:wasQuotedFrom", Ref(_urn("report", finding.report))
        if finding.reader:
            yield "prov:wasAttributedTo", Node("", ("prov:SoftwareAgent",), (("schema:name", finding.reader),))

    return _node(_urn("finding", id_), ("oa:Annotation", "prov:Entity"), says())


def _passage(finding: Finding) -> Node:
    """Where the claim stands: word for word, by its bounds, and in which state of the text (its SHA-256)."""
    quote_, at = finding.quote, (Typed(str(finding.quote.start), _COUNT), Typed(str(finding.quote.end), _COUNT))
    exact = Node("", ("oa:TextQuoteSelector",), (("oa:exact", quote_.text),))
    bounds = Node("", ("oa:TextPositionSelector",), (("oa:start", at[0]), ("oa:end", at[1])))
    state = Node("", ("oa:State",), (("schema:sha256", finding.report),))
    source = Ref(_urn("report", finding.report))
    says = (("oa:hasSource", source), ("oa:hasSelector", exact), ("oa:hasSelector", bounds), ("oa:hasState", state))
    return Node("", ("oa:SpecificResource",), says)


def _deciding(id_: str, ruling: Ruling) -> Iterator[Node]:
    """The judgement that decides on a finding used it."""
    if ruling.judgement:
        yield Node(_urn("judgement", ruling.judgement), (), (("prov:used", Ref(_urn("finding", id_))),))


def _judgement(judgement: Judgement) -> Node:
    def says() -> Properties:
        yield "am:verdict", judgement.verdict.value
        yield "prov:endedAtTime", Typed(instant(judgement.at).isoformat(), "xsd:dateTime")
        yield "prov:wasAssociatedWith", Node("", ("prov:Agent",), (("schema:name", judgement.by),))
        if judgement.reason:
            yield "rdfs:comment", judgement.reason

    return _node(_urn("judgement", judgement.id), ("prov:Activity",), says())


_COUNT = "xsd:nonNegativeInteger"


def _node(iri: str, types: tuple[str, ...], says: Properties) -> Node:
    return Node(iri, types, tuple(says))


def _urn(sort: str, name: str) -> str:
    return f"{_OURS}{sort}:{_quoted(name)}"


def _quoted(name: str) -> str:
    return name if name.isalnum() and name.isascii() else quote(name.encode("utf-8", "replace"), safe="+-._~:")


def _decimal(degrees: float) -> Typed:
    return Typed(f"{degrees:.6f}".rstrip("0").rstrip(".") if degrees % 1 else str(int(degrees)), "xsd:decimal")
