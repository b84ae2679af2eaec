"""The kinds of finding, one file a kind: what each is, what it does to a tie, and the frames that read it (codebook, section 3)."""

from typing import cast

from amicity.catalogue import gather
from amicity.grammar.frame import Frame
from amicity.terms.kind import Kind


def kinds() -> dict[str, Kind]:
    """Every kind of finding, by name."""
    return cast(dict[str, Kind], gather(__name__, "KIND"))


def frames() -> dict[str, tuple[Frame, ...]]:
    """The frames that read each kind, by the kind's name."""
    return cast(dict[str, tuple[Frame, ...]], gather(__name__, "FRAMES"))
