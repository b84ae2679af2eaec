"""How much text one report may have, so that reading it stays within a few hundred megabytes."""

from amicity.terms.source import SourceError

LONGEST = 5_000_000
"""Bytes. The longest news reports and council papers have a tenth of it."""


def within_bounds(content: bytes, *, where: str, kind: str) -> bytes:
    """The content itself. Raises SourceError where it is longer than a report can be."""
    if len(content) <= LONGEST:
        return content
    said = f"is a {kind} of {len(content) / 1e6:.1f} MB, more than the {LONGEST / 1e6:g} MB that one report may have"
    raise SourceError(said, where, "split it into one file a report")
