"""Graphs of ties in GEXF."""

from pathlib import Path

import pytest

from amicity.sources import SourceError, load, load_bytes, stated
from amicity.terms.finding import Finding
from amicity.terms.source import Refusal

GRAPH = """<?xml version='1.0' encoding='utf-8'?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <graph defaultedgetype="undirected">
    <attributes class="node"><attribute id="0" title="lat" /><attribute id="1" title="lon" />
    <attribute id="2" title="country" /></attributes>
    <nodes>
      <node label="Columbus" id="Q1"><attvalues><attvalue for="0" value="32.49"/><attvalue for="1" value="-84.94"/></attvalues></node>
      <node id="Q2" label='Köln'><attvalues><attvalue for="2" value="Germany"/></attvalues></node>
      <node id="Q3" />
    </nodes>
    <edges>
      <edge source="Q1" target="Q2" id="0" />
      <edge id="1" source="Q2" target="Q3"></edge>
      <edge id="2" source="Q2" target="Q2"/>
    </edges>
  </graph>
</gexf>
"""


def test_an_edge_is_a_tie_that_is_quoted_as_it_stands() -> None:
    report = load_bytes(GRAPH.encode(), source="ties.gexf")
    tie, *refused = stated(report) or ()
    assert isinstance(tie, Finding)
    assert tie.quote.text == '<edge source="Q1" target="Q2" id="0" />'
    assert [span.text for span in tie.also] == ["Columbus", "Köln"]
    assert all(report.text[span.start : span.end] == span.text for span in (tie.quote, *tie.also))
    assert [place.id for place in tie.places("party")] == ["geonames:4188985", "geonames:2886242"]
    assert [(each.line, each.reason) for each in refused if isinstance(each, Refusal)] == [
        (13, "joins the node 'Q3', which has no label"),
        (14, "pairs Köln with itself"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GRAPH[:600], "is no whole GEXF: .* in line"),
        (GRAPH.replace("<gexf", '<!DOCTYPE x [<!ENTITY a "b">]><gexf'), "declares entities of its own"),
        ("<gexf>" * 50, "is no whole GEXF"),
    ],
)
def test_a_broken_or_hostile_graph_is_refused(content: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        load_bytes(content.encode(), source="ties.gexf")


def test_the_graph_of_wikidata() -> None:
    file = Path("../shared/data/wikidata-2022/sister_cities.gexf")
    if not file.exists():
        pytest.skip("../shared is not here")
    report = load(file)
    found = list(stated(report) or ())
    assert len(found) == 8_182 and all(isinstance(each, Finding) for each in found)
