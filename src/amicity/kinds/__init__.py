"""The kinds of finding, one file a kind: what each is, and what it does to a tie (codebook, section 3)."""

from typing import cast

from amicity.catalogue import gather
from amicity.terms.kind import Kind


def kinds() -> dict[str, Kind]:
    """Every kind of finding, by name."""
    return cast(dict[str, Kind], gather(__name__, "KIND"))
