"""Content lines, as calendars (RFC 5545) and cards (RFC 6350) have them: folded, with parameters, inside blocks that begin and end."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from amicity.terms.source import SourceError

MOST = 20_000
"""Blocks in one file: an office's calendar of a hundred years."""
_LINE = re.compile(r"(?:[A-Za-z0-9-]{1,60}\.)?([A-Za-z0-9-]{1,60})((?:;[^:;\"]*+(?:\"[^\"]*+\"[^:;\"]*+)*+)*+):")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One event or card: its properties by name in capitals, each with its parameters and its value as written."""

    properties: Mapping[str, Sequence[tuple[str, str]]]

    def text(self, name: str) -> str:
        """The first value of that name, unescaped; empty where there is none."""
        held = self.properties.get(name, ())
        return unescaped(held[0][1]).strip() if held else ""

    def parts(self, name: str) -> list[str]:
        """The parts of the first value of that name, which semicolons divide."""
        held = self.properties.get(name, ())
        return [unescaped(each).strip() for each in re.split(r"(?<!\\);", held[0][1])] if held else []

    def has(self, name: str) -> bool:
        """Whether there is a value of that name."""
        return name in self.properties


def blocks(text: str, kind: str, *, where: str) -> Iterator[Block]:
    """The blocks of that kind, in order; blocks inside them are passed over. Raises SourceError where the file breaks off inside one, or
    has too many."""
    held: dict[str, list[tuple[str, str]]] | None = None
    inner, number = 0, 0
    for line in _unfolded(text):
        found = _LINE.match(line)
        if not found:
            continue
        name, parameters, value = found[1].upper(), found[2], line[found.end() :]
        if name == "BEGIN":
            if held is not None:
                inner += 1
            elif value.strip().upper() == kind:
                held = {}
        elif name == "END":
            if inner:
                inner -= 1
            elif held is not None and value.strip().upper() == kind:
                number += 1
                if number > MOST:
                    raise SourceError(f"has more than {MOST:,} entries", where, "split it by year")
                yield Block(held)
                held = None
        elif held is not None and not inner:
            held.setdefault(name, []).append((parameters, value))
    if held is not None:
        raise SourceError("breaks off inside an entry", where, "export it again")


def unescaped(value: str) -> str:
    """The text that a value stands for."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _unfolded(text: str) -> Iterator[str]:
    """The lines, those that go on with a blank joined to the one before."""
    parts: list[str] = []
    for line in text.split("\n"):
        if line[:1] in (" ", "\t"):
            parts.append(line[1:])
        else:
            if parts:
                yield "".join(parts)
            parts = [line]
    yield "".join(parts)
