"""The questions that the register answers, one file a question."""

from typing import cast

from amicity.catalogue import gather
from amicity.terms.answer import Answer


def answers() -> dict[str, Answer]:
    """Every question, by name."""
    return cast(dict[str, Answer], gather(__name__, "ANSWER"))
