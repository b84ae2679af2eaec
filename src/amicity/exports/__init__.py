"""The formats in which the register is written, one file a format."""

from typing import cast

from amicity.catalogue import gather
from amicity.terms.export import Export


def exports() -> dict[str, Export]:
    """Every format, by name."""
    return cast(dict[str, Export], gather(__name__, "EXPORT"))
