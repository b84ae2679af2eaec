"""How well a way of reading finds who is tied with whom: pairs of places, on the gold reports."""

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from amicity.reading import read
from amicity.terms.place import Place
from amicity.terms.report import Report

Pairs = set[frozenset[str]]
_TIED = ("agreement", "relation")


def f1(find: Callable[[str], Pairs]) -> float:
    """F1 of the pairs that the gold ties in its agreements and relations."""
    met = missed = spurious = 0
    for text, gold in _gold():
        left = set(find(text))
        for one, other in gold:
            pair = next((p for p in left if not one.isdisjoint(p) and not other.isdisjoint(p)), None)
            met, missed = met + (pair is not None), missed + (pair is None)
            left.discard(pair or frozenset())
        spurious += len(left)
    return 2 * met / max(1, 2 * met + missed + spurious)


def ours(text: str) -> Pairs:
    """The pairs that our reader ties."""
    found = (finding.places("party") for finding in read(Report("bench", text)) if finding.kind in _TIED)
    return {frozenset(map(written, pair)) for parties in found for pair in itertools.combinations(parties, 2)}


def written(place: Place) -> str:
    """A place as the gold writes it."""
    return f"{place.name}|{place.country}"


def _gold() -> Iterator[tuple[str, set[tuple[frozenset[str], frozenset[str]]]]]:
    """Each gold report, and the pairs it ties, each side with its accepted spellings."""
    for file in sorted(Path("gold").glob("*/*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))["findings"]
        parties = [claim["roles"].get("party", []) for claim in told if claim["kind"] in _TIED and not claim.get("optional")]
        pairs = {(frozenset(a), frozenset(b)) for several in parties for a, b in itertools.combinations(several, 2)}
        yield file.with_suffix(".txt").read_text(encoding="utf-8"), pairs
