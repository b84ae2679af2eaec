"""GEXF: a graph of ties, as Gephi and NetworkX write it; each edge states that the places of its two nodes are tied.

The file's own text is the report. An edge is quoted as it stands there; its places are named by the labels of its nodes, and what the
nodes' attributes say of country, latitude and longitude, as the heads of a table do, and a Wikidata number as a node's id, tells which.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from xml.parsers import expat

from amicity.sources._columns import SIDED, told
from amicity.sources._decoding import decode
from amicity.sources._ties import READER, doubts, written_place
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.mention import Mention
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError
from amicity.terms.span import Span
from amicity.terms.status import Status

_MEDIA = "application/gexf+xml"
_ROOT = re.compile(rb"<gexf[\s>]")
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding=["']([A-Za-z0-9_.-]{2,40})""")
_TAG = re.compile(r"""<[^<>"']*+(?:"[^"]*+"[^<>"']*+|'[^']*+'[^<>"']*+)*+>""")
_LABEL = re.compile(r"""\blabel\s*=\s*("[^"]*"|'[^']*')""")


@dataclass(slots=True)
class _Graph:
    """What has been read so far of the file: the titles of attributes, the nodes' labels and values, and where the edges stand."""

    text: str
    where: str
    titles: dict[str, str] = field(default_factory=dict)
    labels: dict[str, Span] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    edges: list[tuple[int, str, str]] = field(default_factory=list)
    node: str | None = None
    of_nodes: bool = False


def _fits(content: bytes, _name: str) -> int:
    return 3 if _ROOT.search(content[:2_000]) else 0


def _read(content: bytes, name: str) -> Report:
    declared = _DECLARED.match(content)
    text, notes = decode(content, where=name, declared=declared.group(1).decode("ascii") if declared else None)
    _parsed(text, name)
    return Report(source=name, text=text, media=_MEDIA, notes=notes)


def _states(report: Report) -> Iterator[Finding | Refusal]:
    """A finding for each edge, in order, or why it states nothing."""
    graph = _parsed(report.text, report.source)
    titles = list(graph.titles.items())
    columns = told(["city", *(title for _, title in titles), "partner"])
    meant = {field: titles[number - 1][0] for field, number in columns.fields.items() if field in SIDED}
    sides: dict[str, Mention] = {}
    digest, lines = report.digest, _Lines(report.text)
    for start, *ends in graph.edges:
        quote = _quote(report.text, start)
        missing = [end for end in ends if not (label := graph.labels.get(end)) or not label.text.strip()]
        if missing:
            yield Refusal(lines.number(start), f"joins the node {missing[0]!r}, which has no label")
            continue
        here, there = (sides.setdefault(end, _side(graph, end, meant)) for end in ends)
        if here.key == there.key:
            yield Refusal(lines.number(start), f"pairs {unescape(here.span.text)} with itself")
            continue
        flags = doubts((here, there))
        yield Finding(
            source=report.source,
            report=digest,
            kind="relation",
            status=Status.HAPPENED,
            roles={
                "party": (here, there),
                "form": (Mention(Span(start + 1, start + 5, "edge"), value=Form.SISTER.value, derivation=Derivation.INHERITED),),
            },
            quote=quote,
            also=(here.span, there.span),
            confidence=Confidence.C if flags else Confidence.B,
            rule="gexf.edge",
            reader=READER,
            domestic=bool(here.place and there.place and here.place.country and here.place.country == there.place.country),
            flags=tuple(flags),
        )


def _side(graph: _Graph, node: str, meant: dict[str, str]) -> Mention:
    label, values = graph.labels[node], graph.values.get(node, {})
    said = {field: values.get(number) for field, number in meant.items()} | {"id": node if node[:1] == "Q" else None}
    return Mention(label, place=written_place(unescape(label.text), said), derivation=Derivation.RESOLVED)


class _Offsets:
    """Bytes to code points, for offsets that only grow."""

    def __init__(self, content: bytes) -> None:
        self._content, self._byte, self._point = content, 0, 0

    def at(self, byte: int) -> int:
        """The code point that starts at this byte."""
        self._point += len(self._content[self._byte : byte].decode("utf-8"))
        self._byte = byte
        return self._point


class _Lines:
    """Counts lines up to offsets that only grow."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._number = text, 0, 1

    def number(self, offset: int) -> int:
        """The number of the line that the offset lies in."""
        self._number += self._text.count("\n", self._at, offset)
        self._at = offset
        return self._number


def _quote(text: str, start: int) -> Span:
    tag = _TAG.match(text, start)
    return Span.of(text, start, tag.end() if tag else start + 5)


def _parsed(text: str, where: str) -> _Graph:
    """The graph. Raises SourceError where the text is no whole GEXF, or declares entities of its own."""
    graph, parser = _Graph(text, where), expat.ParserCreate("utf-8")
    content = text.encode("utf-8", "replace")
    offsets = _Offsets(content)

    def opens(name: str, attributes: dict[str, str]) -> None:
        _open(graph, name.rpartition(":")[2], attributes, lambda: offsets.at(parser.CurrentByteIndex))

    def doctype(*_declared: object) -> None:
        raise SourceError("declares entities of its own, which are not read", where, "write the graph without a DOCTYPE")

    parser.StartElementHandler = opens
    parser.EndElementHandler = lambda name: _close(graph, name.rpartition(":")[2])
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise SourceError(
            f"is no whole GEXF: {expat.ErrorString(error.code)} in line {error.lineno}", where, "export the graph anew"
        ) from error
    return graph


def _open(graph: _Graph, name: str, attributes: dict[str, str], at: Callable[[], int]) -> None:
    match name:
        case "attributes":
            graph.of_nodes = attributes.get("class") == "node"
        case "attribute" if graph.of_nodes:
            graph.titles[attributes.get("id", "")] = attributes.get("title", "")
        case "node":
            graph.node = attributes.get("id", "")
            tag = _TAG.match(graph.text, start := at())
            label = _LABEL.search(tag.group()) if tag else None
            if label:
                graph.labels[graph.node] = Span.of(graph.text, start + label.start(1) + 1, start + label.end(1) - 1)
        case "attvalue" if graph.node is not None:
            number = attributes.get("for", attributes.get("id", ""))
            graph.values.setdefault(graph.node, {})[number] = attributes.get("value", "")
        case "edge":
            graph.node = None
            graph.edges.append((at(), attributes.get("source", ""), attributes.get("target", "")))


def _close(graph: _Graph, name: str) -> None:
    if name == "node":
        graph.node = None
    elif name == "attributes":
        graph.of_nodes = False


SOURCE = Source(name="gexf", says="a graph of ties (GEXF)", media=_MEDIA, fits=_fits, read=_read, states=_states)
