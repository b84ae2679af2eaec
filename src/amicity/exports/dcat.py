"""A catalogue of everything that can be downloaded: DCAT 3 (W3C) as JSON-LD, one dataset with a distribution a format.

The properties have the classes and the number that DCAT-AP 3 wants; a catalogue without an address lacks what it must have, the way to
each file.
"""

import json
from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import urlencode

from amicity.catalogue import gather
from amicity.exports._credits import provenance, rights, title
from amicity.exports._graph import place_iri
from amicity.exports._then import then
from amicity.terms.export import Edition, Export

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_KEYWORDS = ["sister cities", "town twinning", "city diplomacy"]
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def write(edition: Edition) -> bytes:
    """The catalogue; where the site has an address, each distribution can be fetched from it."""
    held = then(edition)
    place = held.places.get(edition.place) if edition.place else None
    name = f"urn:x-amicity:catalogue:{edition.day}"
    dataset = {
        "@id": f"{name}:register",
        "@type": "dcat:Dataset",
        "dcterms:title": title(edition),
        "dcterms:description": provenance(edition, held),
        "dcterms:identifier": f"register-{edition.day}",
        "dcterms:temporal": {"@type": "dcterms:PeriodOfTime", "dcat:endDate": _day(edition)},
        **({"dcterms:spatial": _of("dcterms:Location", place_iri(place))} if place else {}),
        **_whose(edition),
        "dcat:keyword": _KEYWORDS,
        "dcat:version": edition.day.isoformat(),
        "dcat:distribution": list(_distributions(edition, name)),
    }
    catalogue = {
        "@context": _CONTEXT,
        "@id": name,
        "@type": "dcat:Catalog",
        "dcterms:title": f"{title(edition)}: downloads",
        "dcterms:description": "Every format in which the register is written.",
        "dcterms:modified": _day(edition),
        **_whose(edition),
        **({"foaf:homepage": _of("foaf:Document", f"{edition.address.rstrip('/')}/downloads/")} if edition.address else {}),
        "dcat:dataset": [dataset],
    }
    return f"{json.dumps(catalogue, ensure_ascii=False, indent=1)}\n".encode()


def _distributions(edition: Edition, name: str) -> Iterator[dict[str, Any]]:
    for export in cast(dict[str, Export], gather("amicity.exports", "EXPORT")).values():
        asked = urlencode({"as_of": edition.day.isoformat()} | ({"place": edition.place} if edition.place else {}), errors="replace")
        page = _of("rdfs:Resource", f"{edition.address.rstrip('/')}/downloads/{export.name}/?{asked}") if edition.address else None
        yield {
            "@id": f"{name}:{export.name}",
            "@type": "dcat:Distribution",
            "dcterms:title": export.name,
            "dcterms:description": f"{export.says[:1].upper()}{export.says[1:]}, {export.use}.",
            "dcat:mediaType": _of("dcterms:MediaType", f"{_MEDIA_TYPES}{export.media.partition(';')[0]}"),
            "dcterms:conformsTo": _of("dcterms:Standard", export.standard),
            **_terms(edition),
            **({"dcat:accessURL": page, "dcat:downloadURL": page} if page else {}),
        }


def _whose(edition: Edition) -> dict[str, Any]:
    publisher = {"@type": "foaf:Agent", "foaf:name": edition.publisher or "The register"}
    return {"dcterms:publisher": publisher, **_terms(edition)}


def _terms(edition: Edition) -> dict[str, Any]:
    statement = {"@type": "dcterms:RightsStatement", "rdfs:label": rights(edition)}
    return {"dcterms:license": _of("dcterms:LicenseDocument", edition.licence.address), "dcterms:rights": statement}


def _of(sort: str, iri: str) -> dict[str, str]:
    """A thing elsewhere, with its class: profiles such as DCAT-AP ask for it."""
    return {"@id": iri, "@type": sort}


def _day(edition: Edition) -> dict[str, str]:
    return {"@value": edition.day.isoformat(), "@type": "xsd:date"}


EXPORT = Export(
    "dcat",
    "a catalogue of all these files",
    "dcat.jsonld",
    "application/ld+json",
    write,
    "for open-data portals that harvest it",
    "https://www.w3.org/TR/vocab-dcat-3/",
)
