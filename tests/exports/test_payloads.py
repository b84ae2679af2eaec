"""No text that a report says runs or breaks anything, in any format: each payload is read back as the name that it is."""

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterable
from functools import cache

import networkx
import openpyxl
import pytest
import rdflib
from icalendar import Calendar
from lxml import etree

from amicity.exports import exports
from amicity.exports._text import clean
from amicity.terms.export import Edition
from exports.editions import hostile
from exports.payloads import PAYLOADS

NAMES = {clean(payload) for payload in PAYLOADS}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
SCHEMA = rdflib.Namespace("https://schema.org/")
PREDICATES = re.compile(
    r"urn:x-amicity:term:|https://schema\.org/|http://www\.w3\.org/(ns/(prov|oa)#|1999/02/22-rdf|2000/01/rdf-schema#)|http://purl\.org/dc/terms/"
)


@cache
def poisoned() -> Edition:
    return hostile()


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) >= 150


@cache
def rows(content: bytes) -> list[list[str]]:
    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in read}) == 1, "a payload made a cell or a row of its own"
    cells = [cell for row in read for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULA) and not re.fullmatch(r"-?[\d.]+", cell)]
    return read


def alive(names: Iterable[str]) -> set[str]:
    """The names without the apostrophe that keeps a formula dead."""
    return {name[1:] if name.startswith("'") and name[1:].startswith((*FORMULA, "\n")) else name for name in names}


def of_csv(content: bytes) -> set[str]:
    return alive(row[1] for row in rows(content)[1:]) and {name for row in rows(content)[1:] for name in _sides(row[1])}


def _sides(parties: str) -> Iterable[str]:
    bare = next(iter(alive([parties])))
    return (bare.removesuffix("; Sapporo"), bare.removeprefix("Sapporo; "))


def of_package(content: bytes) -> set[str]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.endswith(".csv"):
            rows(archive.read(name))
        elif name.endswith(".json"):
            json.loads(archive.read(name))
    return alive(row[1] for row in rows(archive.read("places.csv")))


def of_statements(content: bytes) -> set[str]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.read("statements.txt") == b""
    return NAMES


def of_workbook(content: bytes) -> set[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    return {restored(str(row[1].value or "")) for row in book["places"].iter_rows()}


def restored(text: str) -> str:
    """Text as Excel reads it: ``_x000D_`` is a carriage return."""
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def of_database(content: bytes) -> set[str]:
    base = sqlite3.connect(":memory:")
    base.deserialize(content)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("SELECT count(*) FROM ties").fetchone() == (len(PAYLOADS),)
    return {name for (name,) in base.execute("SELECT name FROM places")}


def of_lines(content: bytes) -> set[str]:
    said = [json.loads(line) for line in content.splitlines()]
    named = [mention for each in said if "finding" in each for mention in each["finding"]["roles"].get("party", ())]
    return {clean(mention["name"]) for mention in named}


def of_map(content: bytes) -> set[str]:
    return {feature["properties"].get("name", "") for feature in json.loads(content)["features"]}


def of_graph(content: bytes, form: str) -> set[str]:
    graph = rdflib.Graph().parse(data=content, format=form)
    assert {str(p) for p in graph.predicates() if not PREDICATES.match(str(p))} == set()
    assert not [subject for subject in graph.subjects() if str(subject).startswith(("urn:evil", "http://evil"))]
    return {str(name) for name in graph.objects(None, SCHEMA.name)}


def of_catalogue(content: bytes) -> set[str]:
    assert PAYLOADS[60] in json.loads(content)["dcterms:publisher"]["foaf:name"]
    return NAMES


def of_network(content: bytes, read: Callable[[io.BytesIO], networkx.Graph]) -> set[str]:
    elements = {etree.QName(element).localname for element in etree.fromstring(content).iter(etree.Element)}
    assert elements <= {
        *("graphml", "gexf", "meta", "creator", "description", "desc", "key", "graph", "node", "nodes", "edge", "edges", "data"),
        *("attributes", "attribute", "attvalues", "attvalue", "position"),
    }
    return {known["name"] for _, known in read(io.BytesIO(content)).nodes(data=True)}


def of_feed(content: bytes) -> set[str]:
    feed = etree.fromstring(content)
    assert len(feed.findall("{*}entry")) == 200
    assert {etree.QName(element).namespace for element in feed.iter(etree.Element)} == {"http://www.w3.org/2005/Atom"}
    links = [link.get("href") for link in feed.iter("{*}link")]
    assert all(link.startswith("https://") for link in links)
    return NAMES


def of_calendar(content: bytes) -> set[str]:
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    assert lines.count("END:VCALENDAR") == 1
    assert {line.partition(":")[0].partition(";")[0] for line in lines[:-1]} <= {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "DESCRIPTION", "REFRESH-INTERVAL", "UID"),
        *("DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "CATEGORIES", "URL", "STATUS", "TRANSP"),
    }
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert len(Calendar.from_ical(content).walk("VEVENT")) == lines.count("BEGIN:VEVENT") > 0
    return NAMES


READ: dict[str, Callable[[bytes], set[str]]] = {
    "csv": of_csv,
    "datapackage": of_package,
    "quickstatements": of_statements,
    "xlsx": of_workbook,
    "sqlite": of_database,
    "jsonl": of_lines,
    "geojson": of_map,
    "jsonld": lambda content: of_graph(content, "json-ld"),
    "turtle": lambda content: of_graph(content, "turtle"),
    "dcat": of_catalogue,
    "graphml": lambda content: of_network(content, networkx.read_graphml),
    "gexf": lambda content: of_network(content, networkx.read_gexf),
    "atom": of_feed,
    "ical": of_calendar,
    "ical_anniversaries": of_calendar,
    "ical_promises": of_calendar,
    "ical_events": of_calendar,
}


@pytest.mark.parametrize("name", exports())
def test_every_payload_is_only_a_name(name: str) -> None:
    content = exports()[name].write(poisoned())
    read = {_lines(text) for text in READ[name](content)}
    assert {_lines(name) for name in NAMES} - read == set()


def _lines(text: str) -> str:
    """Readers may take the ends of lines for one another."""
    return re.sub(r"\r\n?", "\n", clean(text))
