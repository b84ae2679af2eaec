"""The compiled gazetteer on disk: a trie of folded names, the entries that bear each, and the entries.

``names.marisa`` numbers the names; ``postings.bin`` holds, for name *n*, the entry numbers ``postings[starts[n]:starts[n + 1]]``,
each doubled plus the naming (own or other), and one byte of marks a name; ``entries.bin`` one fixed row an entry, and ``words.bin`` its
words; ``lists.marisa`` has the names by which only lists are looked up, with the numbers of their entries. All are mapped, so that
opening reads nothing and several processes share one copy.
"""

import mmap
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntFlag
from pathlib import Path

import marisa_trie

from amicity.gazetteer.entry import Entry, Naming
from amicity.terms.place import Level

FORMAT = 3
FILES = (
    "names.marisa",
    "starts.bin",
    "postings.bin",
    "marks.bin",
    "entries.bin",
    "words.bin",
    "codes.marisa",
    "lists.marisa",
    "format.txt",
)

_ROW = struct.Struct("<IHBB2sHffII")
_LEVELS = tuple(Level)
_CITY = _LEVELS.index(Level.CITY)
_NOWHERE = 1000.0


class Mark(IntFlag):
    """What scanning a text must know of a name."""

    PLAIN = 0
    QUIET = 1
    """Of a small place, or of another language: found in a text only with its country or division beside it."""
    CAPITALS = 2
    """An abbreviation: only when all its letters are capitals."""
    ORDINARY = 4
    """An ordinary word, or a person's name, as well: as QUIET, and only where the place is no village."""


def packed(entry: Entry, offset: int) -> tuple[bytes, bytes]:
    """An entry's row and its words, which start at ``offset``."""
    words = "\t".join((entry.name, entry.id, entry.admin or "")).encode()
    latitude = _NOWHERE if entry.latitude is None else entry.latitude
    longitude = _NOWHERE if entry.longitude is None else entry.longitude
    level, country = _LEVELS.index(entry.level), entry.country.encode()
    row = _ROW.pack(offset, len(words), level, entry.capital, country, 0, latitude, longitude, entry.population or 0, entry.weight)
    return row, words


@dataclass(frozen=True, slots=True)
class Table:
    """The mapped files. Entries are numbered in the order of their weight, heaviest first."""

    names: marisa_trie.Trie
    codes: marisa_trie.RecordTrie
    lists: marisa_trie.RecordTrie
    starts: memoryview
    postings: memoryview
    marks: Sequence[int]
    rows: memoryview
    words: memoryview

    def bearers(self, name: int) -> list[tuple[int, Naming]]:
        """The entry numbers that bear a name, and how."""
        return [(posting >> 1, Naming(posting & 1)) for posting in self.postings[self.starts[name] : self.starts[name + 1]]]

    def cities(self, *, weight: int) -> Iterator[tuple[int, str, str]]:
        """The number, country and name of the cities that weigh as much."""
        for number, row in enumerate(_ROW.iter_unpack(self.rows)):
            if row[-1] < weight:
                return
            if row[2] == _CITY:
                words = bytes(self.words[row[0] : row[0] + row[1]])
                yield number, row[4].decode(), words.partition(b"\t")[0].decode()

    def points(self) -> Iterator[tuple[float, float]]:
        """The latitude and longitude of every entry in order; beyond 90 where they are unknown."""
        return ((row[6], row[7]) for row in _ROW.iter_unpack(self.rows))

    def entry(self, number: int) -> Entry:
        """The entry of that number."""
        offset, length, level, capital, country, _, latitude, longitude, population, weight = _ROW.unpack_from(
            self.rows, number * _ROW.size
        )
        name, identity, admin = bytes(self.words[offset : offset + length]).decode().split("\t")
        somewhere = latitude != _NOWHERE
        return Entry(
            id=identity,
            name=name,
            country=country.decode(),
            level=_LEVELS[level],
            admin=admin or None,
            latitude=round(latitude, 5) if somewhere else None,
            longitude=round(longitude, 5) if somewhere else None,
            population=population or None,
            capital=bool(capital),
            weight=weight,
        )


def opened(folder: Path) -> Table:
    """Map the compiled files of a folder. Raises FileNotFoundError where one is missing."""
    return Table(
        names=marisa_trie.Trie().mmap(str(folder / "names.marisa")),
        codes=marisa_trie.RecordTrie("<I").mmap(str(folder / "codes.marisa")),
        lists=marisa_trie.RecordTrie("<I").mmap(str(folder / "lists.marisa")),
        starts=_mapped(folder / "starts.bin").cast("I"),
        postings=_mapped(folder / "postings.bin").cast("I"),
        marks=_mapped(folder / "marks.bin"),
        rows=_mapped(folder / "entries.bin"),
        words=_mapped(folder / "words.bin"),
    )


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
