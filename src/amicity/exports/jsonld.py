"""The register as linked data: JSON-LD 1.1 in the words of schema.org, PROV-O and Web Annotation, with its context inside."""

from typing import Any

import orjson

from amicity.exports._graph import PREFIXES, Node, Ref, Typed, Value, nodes
from amicity.exports._text import clean
from amicity.terms.export import Edition, Export


def write(edition: Edition) -> bytes:
    """One object a line, so that the file can be read and compared line by line; no context has to be fetched."""
    lines = b",\n".join(orjson.dumps(_object(node)) for node in nodes(edition))
    return b'{"@context":%s,"@graph":[\n%s\n]}\n' % (orjson.dumps({"@version": 1.1} | PREFIXES), lines)


def _object(node: Node) -> dict[str, Any]:
    written: dict[str, Any] = {"@id": node.iri} if node.iri else {}
    if node.types:
        written["@type"] = list(node.types)
    for name, value in node.properties:
        if name in written:
            written[name].append(_value(value))
        else:
            written[name] = [_value(value)]
    return {name: said[0] if name[0] != "@" and len(said) == 1 else said for name, said in written.items()}


def _value(value: Value) -> Any:
    match value:
        case Ref(iri):
            return {"@id": iri}
        case Typed(text, datatype):
            return {"@value": clean(text), "@type": datatype}
        case Node():
            return _object(value)
        case bool():
            return value
        case int():
            return {"@value": str(value), "@type": "xsd:integer"}
        case str():
            return clean(value)


EXPORT = Export(
    "jsonld",
    "the register as linked data, with each claim's passage",
    "jsonld",
    "application/ld+json",
    write,
    "for linked-data programs and web pages (schema.org, PROV-O, Web Annotation)",
    "https://www.w3.org/TR/json-ld11/",
)
