"""Linked data: JSON-LD and Turtle say the same triples, of the shapes that their vocabularies want."""

import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pyshacl
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, PROV, RDF, XSD

from amicity.exports import exports
from amicity.exports._graph import Ref, dated, nodes
from amicity.terms.export import Edition
from amicity.terms.partial_date import PartialDate
from builders import KARACHI
from exports.editions import FINDINGS, edition, hostile

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
AM = rdflib.Namespace("urn:x-amicity:term:")
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix oa: <http://www.w3.org/ns/oa#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> . @prefix am: <urn:x-amicity:term:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass am:Tie ;
  sh:property [ sh:path am:party ; sh:minCount 2 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path am:status ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ("standing" "suspended" "ended" "prospect") ] ;
  sh:property [ sh:path am:since ; sh:maxCount 1 ] ;
  sh:property [ sh:path am:domestic ; sh:datatype xsd:boolean ; sh:minCount 1 ] ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:minCount 1 ; sh:class oa:Annotation ] .
[] a sh:NodeShape ; sh:targetClass oa:Annotation ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:class oa:SpecificResource ] ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 1 ; sh:class prov:Entity ] ;
  sh:property [ sh:path prov:wasQuotedFrom ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:Report ] .
[] a sh:NodeShape ; sh:targetClass oa:SpecificResource ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path ( oa:hasSelector oa:exact ) ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
  sh:property [ sh:path ( oa:hasSelector oa:start ) ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path ( oa:hasSelector oa:end ) ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path ( oa:hasState schema:sha256 ) ; sh:minCount 1 ; sh:pattern "^[0-9a-f]{64}$" ] .
[] a sh:NodeShape ; sh:targetClass schema:Dataset ;
  sh:property [ sh:path schema:license ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path schema:name ; sh:minCount 1 ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass prov:Activity ;
  sh:property [ sh:path prov:endedAtTime ; sh:minCount 1 ; sh:datatype xsd:dateTime ] ;
  sh:property [ sh:path prov:wasAssociatedWith ; sh:minCount 1 ; sh:class prov:Agent ] .
"""
CATALOGUE = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ] ; sh:property [ sh:path dcterms:description ; sh:minCount 1 ] ;
  sh:property [ sh:path dcterms:publisher ; sh:minCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ] ; sh:property [ sh:path dcterms:description ; sh:minCount 1 ] ;
  sh:property [ sh:path dcterms:temporal ; sh:minCount 1 ; sh:class dcterms:PeriodOfTime ] ;
  sh:property [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:class rdfs:Resource ] ;
  sh:property [ sh:path dcat:downloadURL ; sh:nodeKind sh:IRI ; sh:class rdfs:Resource ] ;
  sh:property [ sh:path dcat:mediaType ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:class dcterms:MediaType ] ;
  sh:property [ sh:path dcterms:conformsTo ; sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:class dcterms:Standard ] .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog, dcat:Dataset, dcat:Distribution ;
  sh:property [ sh:path dcterms:rights ; sh:minCount 1 ; sh:maxCount 1 ; sh:class dcterms:RightsStatement ] ;
  sh:property [ sh:path dcterms:spatial ; sh:nodeKind sh:BlankNodeOrIRI ; sh:class dcterms:Location ] ;
  sh:property [ sh:path foaf:homepage ; sh:maxCount 1 ; sh:class foaf:Document ] ;
  sh:property [ sh:path dcterms:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:class dcterms:LicenseDocument ] .
"""


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def read(name: str, whole: Edition) -> rdflib.Graph:
    return rdflib.Graph().parse(data=exports()[name].write(whole), format="turtle" if name == "turtle" else "json-ld")


def fits(graph: rdflib.Graph, shapes: str) -> None:
    holds, _, says = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(data=shapes, format="turtle"))
    assert holds, says


def test_both_say_the_same() -> None:
    whole = replace(edition(), address="https://register.example", publisher="Li's “office”\n")
    turtle = read("turtle", whole)
    assert len(turtle) > 300
    assert isomorphic(turtle, read("jsonld", whole))


def test_what_is_said_has_the_shapes_of_its_vocabularies() -> None:
    fits(read("turtle", edition()), SHAPES)


def test_a_shape_that_is_broken_is_noticed() -> None:
    graph = read("turtle", edition())
    graph.remove((None, OA.exact, None))
    with pytest.raises(AssertionError):
        fits(graph, SHAPES)


def test_every_accepted_claim_can_be_found_again_in_its_report() -> None:
    graph = read("turtle", edition())
    told = {}
    for annotation in graph.subjects(RDF.type, OA.Annotation):
        target = graph.value(annotation, OA.hasTarget)
        said = {name: graph.value(selector, name) for selector in graph.objects(target, OA.hasSelector) for name in (OA.exact, OA.start)}
        said |= {OA.exact: next(x for s in graph.objects(target, OA.hasSelector) if (x := graph.value(s, OA.exact)))}
        told[str(annotation).rpartition(":")[2]] = str(said[OA.exact])
    assert told == {finding.id: finding.quote.text for finding in FINDINGS if finding.id in told}
    assert len(told) == len(edition().register.findings)


def test_a_judgement_leads_to_what_it_decided() -> None:
    graph = read("turtle", edition())
    (judgement,) = graph.subjects(RDF.type, PROV.Activity)
    assert len(list(graph.objects(judgement, PROV.used))) == len(edition().register.findings)


def test_places_have_the_names_that_geonames_gives_them() -> None:
    assert (rdflib.URIRef("https://sws.geonames.org/1174872/"), None, None) in read("turtle", edition())


def test_no_context_has_to_be_fetched() -> None:
    context = json.loads(exports()["jsonld"].write(edition()))["@context"]
    assert all(isinstance(said, str | float) for said in context.values())


@pytest.mark.parametrize(
    ("edtf", "datatype"),
    [
        ("2018", "gYear"),
        ("2018-12", "gYearMonth"),
        ("2018-12-09", "date"),
        ("2018-08~", ""),
        ("2012/2022", ""),
        ("2018-22", ""),
        ("201X", ""),
    ],
)
def test_a_date_is_as_precise_as_it_was(edtf: str, datatype: str) -> None:
    assert dated(PartialDate(edtf)).datatype == (f"xsd:{datatype}" if datatype else "edtf:EDTF")


def test_dates_are_of_the_types_that_readers_know() -> None:
    graph = read("turtle", edition())
    assert {literal.datatype for literal in graph.objects(None, AM.since)} == {XSD.date, XSD.gYear, XSD.gYearMonth}


def test_hostile_names_make_no_node() -> None:
    iris = {iri for node in nodes(hostile()) for iri in (node.iri, *(said.iri for _, said in node.properties if isinstance(said, Ref)))}
    assert len(iris) > 1000
    assert [iri for iri in iris if re.search(r"[\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]", iri)] == []


def test_the_catalogue_names_every_format_and_fits_its_shapes() -> None:
    graph = read("dcat", replace(edition(place=KARACHI.key), address="https://register.example/"))
    fits(graph, CATALOGUE)
    assert {str(title) for d in graph.subjects(RDF.type, DCAT.Distribution) for title in graph.objects(d, DCTERMS.title)} == set(exports())
    addresses = [str(address) for address in graph.objects(None, DCAT.downloadURL)]
    assert "https://register.example/downloads/csv/?as_of=2022-10-17&place=geonames%3A1174872" in addresses


def test_the_catalogue_says_as_of_when(day: date = date(2019, 1, 1)) -> None:
    graph = read("dcat", edition(day=day))
    assert str(next(graph.objects(None, DCAT.endDate))) == "2019-01-01"
