"""One line of a benchmark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """``target`` is None where nothing is promised; ``ceiling`` says that less is better. ``beside`` names the peer and the ratio."""

    name: str
    measured: float
    unit: str
    target: float | None = None
    ceiling: bool = False
    beside: str = ""

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        if self.target is None:
            return True
        return self.measured <= self.target if self.ceiling else self.measured >= self.target

    def __str__(self) -> str:
        promise = "" if self.target is None else f"{'≤' if self.ceiling else '≥'} {_written(self.target)} {self.unit}"
        verdict = "" if self.target is None else ("ok" if self.holds else "SHORT")
        return f"{self.name:<52} {_written(self.measured):>9} {self.unit:<10} {promise:<20} {verdict:<6} {self.beside}".rstrip()


def _written(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
