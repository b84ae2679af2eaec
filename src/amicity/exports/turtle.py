"""The register as linked data: RDF 1.1 Turtle, the same triples as the JSON-LD, written as a stream."""

import io

from amicity.exports._graph import PREFIXES, Node, Ref, Typed, Value, nodes
from amicity.exports._text import clean
from amicity.terms.export import Edition, Export

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(edition: Edition) -> bytes:
    """Prefixes, then one block a node."""
    file = io.StringIO()
    file.writelines(f"@prefix {short}: <{full}> .\n" for short, full in PREFIXES.items())
    for node in nodes(edition):
        file.write(f"\n<{node.iri}> {_says(node, indent='  ')} .\n")
    return file.getvalue().encode()


def _says(node: Node, *, indent: str) -> str:
    types = [f"a {', '.join(node.types)}"] if node.types else []
    return f" ;\n{indent}".join([*types, *(f"{name} {_value(value, indent=indent)}" for name, value in node.properties)])


def _value(value: Value, *, indent: str) -> str:
    match value:
        case Ref(iri):
            return f"<{iri}>"
        case Typed(text, datatype):
            return f"{_string(text)}^^{datatype}"
        case Node():
            return f"[ {_says(value, indent=f'{indent}  ')} ]"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _string(value)


def _string(text: str) -> str:
    plain = text.isprintable() and '"' not in text and "\\" not in text
    return f'"{text}"' if plain else f'"{clean(text).translate(_ESCAPES)}"'


EXPORT = Export(
    "turtle",
    "the register as linked data, the same triples as the JSON-LD",
    "ttl",
    "text/turtle; charset=utf-8",
    write,
    "for triple stores and SPARQL",
    "https://www.w3.org/TR/turtle/",
)
