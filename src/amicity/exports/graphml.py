"""Ties as a network: GraphML, places as nodes with coordinates, ties as undirected edges with form, status and since."""

from collections.abc import Iterator

from amicity.exports._credits import provenance, rights
from amicity.exports._network import EDGES, NODES, Known, edges, known_of, places, written
from amicity.exports._text import xml
from amicity.exports._then import then
from amicity.terms.export import Edition, Export
from amicity.terms.register import Register


def write(edition: Edition) -> bytes:
    """The network on the day; what is not known of a place or a tie is left out."""
    return "".join(_lines(edition, then(edition))).encode()


def _lines(edition: Edition, held: Register) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield f"<desc>{xml(provenance(edition, held))} {xml(rights(edition))}</desc>\n"
    for sort, known in (("node", NODES), ("edge", EDGES)):
        yield from (f'<key id="{sort}_{name}" for="{sort}" attr.name="{name}" attr.type="{type_}"/>\n' for name, type_ in known.items())
    yield '<graph id="ties" edgedefault="undirected">\n'
    yield from (f'<node id="{xml(place.key)}">{_known("node", known_of(place))}</node>\n' for place in places(held))
    for id_, left, right, said in edges(held):
        yield f'<edge id="{xml(id_)}" source="{xml(left)}" target="{xml(right)}">{_known("edge", said)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _known(sort: str, said: Known) -> str:
    return "".join(f'<data key="{sort}_{name}">{xml(written(value))}</data>' for name, value in said.items() if value is not None)


EXPORT = Export(
    "graphml",
    "places and ties as a network",
    "graphml",
    "application/graphml+xml",
    write,
    "for networkx, igraph, yEd, Cytoscape",
    "http://graphml.graphdrawing.org/specification.html",
)
