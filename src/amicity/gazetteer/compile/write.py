"""Drafts to the files that ``table.opened`` maps."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import marisa_trie

from amicity.gazetteer.compile.draft import Draft, spellings, table, words
from amicity.gazetteer.entry import Naming
from amicity.gazetteer.spelling import fold, ideographic
from amicity.gazetteer.table import FILES, FORMAT, Mark, packed
from amicity.terms.place import Level

_SHORTEST_LOUD = 4
_HEARD_FROM = 15_000
_BEYOND_PERSONS = 300_000
"""A city of so many people is meant by its name even where people bear it too (Houston, Victoria)."""


@dataclass(slots=True)
class _Bearers:
    postings: dict[int, Naming] = field(default_factory=dict)
    loud: bool = False
    plain: bool = False
    country: bool = False
    weight: int = 0


def write(drafts: Iterable[Draft], folder: Path) -> dict[str, int]:
    """Write all files of the compiled gazetteer; how many entries and names it has.

    They are moved into place when all are there, and until the last one is, nobody opens any: ``format.txt`` goes first and comes
    last. A process that has the former ones mapped keeps them.
    """
    ordered = sorted(drafts, key=lambda draft: (-draft.entry.weight, draft.entry.id))
    admins = {draft.entry.id.removeprefix("iso3166-2:"): draft.entry.name for draft in ordered}
    bearers = _bearers(ordered)
    folder.mkdir(parents=True, exist_ok=True)
    part = Path(mkdtemp(prefix="part-", dir=folder))
    _write_entries(ordered, admins, part)
    _write_names(bearers, part)
    lists = ((fold(name), (number,)) for number, draft in enumerate(ordered) for name in spellings(draft.listed))
    marisa_trie.RecordTrie("<I", lists).save(str(part / "lists.marisa"))
    codes = [(f"id {draft.entry.id}", (number,)) for number, draft in enumerate(ordered)]
    codes += [(f"of {fold(word)}", (number,)) for number, draft in enumerate(ordered) for word in draft.of]
    codes += [(f"cc {draft.entry.country}", (number,)) for number, draft in enumerate(ordered) if draft.entry.level is Level.COUNTRY]
    marisa_trie.RecordTrie("<I", codes).save(str(part / "codes.marisa"))
    (part / "format.txt").write_text(f"{FORMAT}\n", encoding="ascii")
    (folder / "format.txt").unlink(missing_ok=True)
    for file in FILES:
        (part / file).replace(folder / file)
    part.rmdir()
    return {"entries": len(ordered), "names": len(bearers)}


def _bearers(drafts: Sequence[Draft]) -> dict[str, _Bearers]:
    found: dict[str, _Bearers] = defaultdict(_Bearers)
    for number, draft in enumerate(drafts):
        for naming, names, loud in ((Naming.OWN, draft.own, draft.loud), (Naming.OTHER, draft.other, draft.loud_other)):
            for name in spellings(names):
                bearer = found[fold(name)]
                bearer.postings.setdefault(number, naming)
                heard = loud and (naming is Naming.OTHER or _distinct(name, draft.entry.weight))
                bearer.loud |= heard
                bearer.plain |= heard and not _abbreviation(name)
                bearer.weight = max(bearer.weight, draft.entry.weight if naming is Naming.OWN else 0)
                bearer.country |= draft.entry.level is Level.COUNTRY and naming is Naming.OWN
    return {name: bearer for name, bearer in found.items() if name.strip()}


def _distinct(name: str, weight: int) -> bool:
    """Whether a name speaks for itself: several words do; of single words, only a place of some size (surnames name many villages)."""
    return " " in name or "-" in name or weight >= _HEARD_FROM or ideographic(name[0])


def _abbreviation(name: str) -> bool:
    return name.isascii() and name.isupper() and len(name) < 6 and "." not in name


def _mark(name: str, bearer: _Bearers) -> Mark:
    if bearer.country:
        return Mark.PLAIN if any(len(word) >= _SHORTEST_LOUD or "." in word for word in name.split()) and bearer.plain else Mark.CAPITALS
    if (
        name in _demonyms()
        or name in words("ordinary")
        or name in words("phrases")
        or (name in words("persons") and bearer.weight < _BEYOND_PERSONS)
    ):
        return Mark.ORDINARY
    short = len(name) < _SHORTEST_LOUD and not ideographic(name[0]) and not "\uac00" <= name[0] <= "\ud7a3"
    if not bearer.loud or short:
        return Mark.QUIET
    return Mark.PLAIN if bearer.plain else Mark.CAPITALS


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(fold(word) for country in table("countries").values() for word in country["of"])


def _write_names(bearers: dict[str, _Bearers], folder: Path) -> None:
    trie = marisa_trie.Trie(bearers.keys())
    trie.save(str(folder / "names.marisa"))
    ordered = sorted(bearers, key=lambda name: trie[name])
    starts, postings, marks = array("I", [0]), array("I"), bytearray()
    for name in ordered:
        postings.extend(number << 1 | naming for number, naming in sorted(bearers[name].postings.items()))
        starts.append(len(postings))
        marks.append(_mark(name, bearers[name]))
    (folder / "starts.bin").write_bytes(starts.tobytes())
    (folder / "postings.bin").write_bytes(postings.tobytes())
    (folder / "marks.bin").write_bytes(marks)


def _write_entries(drafts: Sequence[Draft], admins: dict[str, str], folder: Path) -> None:
    rows, blob = bytearray(), bytearray()
    for draft in drafts:
        admin = admins.get(draft.entry.admin) if draft.entry.admin else None
        row, told = packed(replace(draft.entry, admin=admin), len(blob))
        rows += row
        blob += told
    (folder / "entries.bin").write_bytes(rows)
    (folder / "words.bin").write_bytes(blob)
