"""Ties as a network: GEXF 1.3, as Gephi draws it; an edge whose first day is known begins on it."""

from collections.abc import Iterator

from amicity.exports._credits import provenance, rights
from amicity.exports._network import EDGES, NODES, Known, edges, known_of, places, written
from amicity.exports._text import xml
from amicity.exports._then import then
from amicity.terms.export import Edition, Export
from amicity.terms.place import Place
from amicity.terms.register import Register


def write(edition: Edition) -> bytes:
    """The network on the day; what is not known of a place or a tie is left out."""
    return "".join(_lines(edition, then(edition))).encode()


def _lines(edition: Edition, held: Register) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    yield f'<meta lastmodifieddate="{edition.day}"><creator>Amicity</creator>'
    yield f"<description>{xml(provenance(edition, held))} {xml(rights(edition))}</description></meta>\n"
    yield '<graph defaultedgetype="undirected" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
    for sort, known in (("node", NODES), ("edge", EDGES)):
        yield f'<attributes class="{sort}" mode="static">\n'
        yield from (f'<attribute id="{sort}_{name}" title="{name}" type="{type_}"/>\n' for name, type_ in known.items())
        yield "</attributes>\n"
    yield "<nodes>\n"
    yield from (_node(place) for place in places(held))
    yield "</nodes>\n<edges>\n"
    yield from (_edge(id_, left, right, said) for id_, left, right, said in edges(held))
    yield "</edges>\n</graph>\n</gexf>\n"


def _node(place: Place) -> str:
    placed = place.latitude is not None and place.longitude is not None
    at = f'<viz:position x="{place.longitude}" y="{place.latitude}" z="0.0"/>' if placed else ""
    head = f'<node id="{xml(place.key)}" label="{xml(place.name or "unnamed")}">'
    return f"{head}{_known('node', known_of(place))}{at}</node>\n"


def _edge(id_: str, left: str, right: str, said: Known) -> str:
    start = f' start="{said["since_day"]}"' if said["since_day"] else ""
    label = f' label="{xml(str(said["form"]))}"' if said["form"] else ""
    return f'<edge id="{xml(id_)}" source="{xml(left)}" target="{xml(right)}"{label}{start}>{_known("edge", said)}</edge>\n'


def _known(sort: str, said: Known) -> str:
    values = "".join(f'<attvalue for="{sort}_{name}" value="{xml(written(value))}"/>' for name, value in said.items() if value is not None)
    return f"<attvalues>{values}</attvalues>"


EXPORT = Export(
    "gexf",
    "places and ties as a network with time and coordinates",
    "gexf",
    "application/gexf+xml",
    write,
    "for Gephi",
    "https://gexf.net/1.3/",
)
