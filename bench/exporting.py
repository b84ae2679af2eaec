"""How fast a register is written and read back, beside networkx and rdflib that write the same network and the same triples."""

import io
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from amicity.cli._pile import Pile
from amicity.exports import exports
from amicity.register import fold
from amicity.terms.confidence import Confidence
from amicity.terms.export import Edition
from amicity.terms.judgement import Judgement, Policy, Verdict
from bench.row import Row
from bench.synthetic import findings

_TIES = 25_000
_FEWER = 1_000
_DAY = date(2026, 1, 1)
Made = TypeVar("Made")


def measure() -> Iterator[Row]:
    """25,000 ties from 100,000 findings, loss-free, there and back; then each other format; seconds of one core."""
    whole = _edition(_TIES)
    ties = f"{len(whole.register.relations):,} ties"
    lines, out = _timed(lambda: exports()["jsonl"].write(whole))
    yield Row(f"loss-free export of {ties}", out, "s", 20, ceiling=True, beside=f"{len(lines) / 1e6:.0f} MB")
    again, back = _timed(lambda: _read_back(lines))
    assert again == whole.register
    yield Row(f"loss-free import of {ties}, folded to the same", back, "s", 20, ceiling=True)
    yield _beside_networkx(whole, ties)
    for name in exports():
        if name not in ("jsonl", "graphml"):
            content, took = _timed(lambda name=name: exports()[name].write(whole))
            yield Row(f"{name} of {ties}", took, "s", beside=f"{len(content) / 1e6:.1f} MB")
    yield from _beside_rdflib(_edition(_FEWER))


def _edition(ties: int) -> Edition:
    claims = tuple(findings(4 * ties))
    policy = Judgement(Verdict.POLICY, (), by="bench", at="2026-01-01T00:00:00Z", policy=Policy(tuple(Confidence)))
    return Edition(fold(claims, (policy,)), _DAY, None, claims, (policy,))


def _read_back(lines: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "register.jsonl"
        file.write_bytes(lines)
        pile = Pile().add([file])
    return fold(pile.findings.values(), pile.judgements.values(), imprints=pile.imprints.values())


def _beside_networkx(whole: Edition, ties: str) -> Row:
    import networkx

    content, ours = _timed(lambda: exports()["graphml"].write(whole))
    network = networkx.read_graphml(io.BytesIO(content), force_multigraph=True)
    _, theirs = _timed(lambda: networkx.write_graphml(network, io.BytesIO()))
    return Row(f"graphml of {ties}", ours, "s", beside=f"networkx {theirs:.2g} s, {theirs / ours:.1f} × ours, without folding the day")


def _beside_rdflib(fewer: Edition) -> Iterator[Row]:
    import rdflib

    ties = f"{len(fewer.register.relations):,} ties"
    for name, form in (("turtle", "turtle"), ("jsonld", "json-ld")):
        content, ours = _timed(lambda name=name: exports()[name].write(fewer))
        graph = rdflib.Graph().parse(data=content, format=form)
        _, theirs = _timed(lambda graph=graph, form=form: graph.serialize(format=form))
        yield Row(f"{name} of {ties}, {len(graph):,} triples", ours, "s", beside=f"rdflib {theirs:.2g} s, {theirs / ours:.0f} × ours")


def _timed(make: Callable[[], Made]) -> tuple[Made, float]:
    start = time.process_time()
    made = make()
    return made, time.process_time() - start
