"""The questions that the register answers, one file a question."""

from typing import cast

from amicity.catalogue import gather, one, titles
from amicity.terms.answer import Answer


def answers() -> dict[str, Answer]:
    """Every question, by name."""
    return cast(dict[str, Answer], gather(__name__, "ANSWER"))


def questions() -> dict[str, str]:
    """Every question in words, by name, without loading what answers it."""
    return titles(__name__)


def answer_to(name: str) -> Answer:
    """What answers one question; the others are not loaded. Raises ModuleNotFoundError for a name that is not among ``questions``."""
    return cast(Answer, one(__name__, name, "ANSWER"))
