"""A span: one exact passage of a report's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text`` is ``source[start:end]``, counted in code points of the source text as it was given."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Span":
        """Cut a span from its source. Raises ValueError where the bounds lie outside it."""
        if not 0 <= start <= end <= len(source):
            raise ValueError(f"no passage {start}..{end} in a text of {len(source)} characters")
        return cls(start, end, source[start:end])

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
