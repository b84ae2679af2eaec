"""GraphML and GEXF: networks that networkx reads as the register's own."""

import io

import networkx
import pytest
from lxml import etree

from amicity.exports import exports
from builders import DALIAN, KARACHI, SAPPORO, SHENYANG
from exports.editions import edition, written

READ = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}


@pytest.fixture(params=READ)
def network(request: pytest.FixtureRequest) -> networkx.Graph:
    return READ[request.param](io.BytesIO(written(request.param)))


def test_places_are_nodes_with_coordinates(network: networkx.Graph) -> None:
    known = network.nodes[KARACHI.key]
    assert (known["name"], known["country"], known["latitude"], known["longitude"]) == ("Karachi", "PK", 24.8608, 67.0104)


def test_ties_are_edges_with_form_since_and_status(network: networkx.Graph) -> None:
    known = next(known for left, right, known in network.edges(data=True) if {left, right} == {KARACHI.key, SHENYANG.key})
    assert (known["form"], known["status"], known["since"], known["domestic"]) == ("sister", "standing", "2021-12-09", False)


def test_a_tie_of_three_joins_each_with_each() -> None:
    network = networkx.read_graphml(io.BytesIO(written("graphml")), force_multigraph=True)
    tie = next(t.id for t in edition().register.relations if len(t.parties) == 3)
    edges = {frozenset((left, right)) for left, right, known in network.edges(data=True) if known["tie"] == tie}
    assert edges == {frozenset(pair) for pair in ((SHENYANG.key, SAPPORO.key), (SHENYANG.key, DALIAN.key), (SAPPORO.key, DALIAN.key))}


@pytest.mark.parametrize("name", READ)
def test_ids_are_told_once_and_the_licence_is_inside(name: str) -> None:
    tree = etree.fromstring(written(name))
    for sort in ("node", "edge"):
        ids = [element.get("id") for element in tree.iter(f"{{*}}{sort}")]
        assert len(ids) == len(set(ids)) > 0
    assert "Creative Commons" in "".join(tree.itertext())


def test_an_edge_begins_on_its_day_where_that_is_known() -> None:
    starts = [edge.get("start") for edge in etree.fromstring(written("gexf")).iter("{*}edge")]
    assert sorted(filter(None, starts)) == ["1980-11-18", "2021-12-09"]
    assert None in starts


def test_an_empty_register_is_an_empty_network() -> None:
    empty = exports()["graphml"].write(edition(place="geonames:1"))
    assert len(networkx.read_graphml(io.BytesIO(empty))) == 0
