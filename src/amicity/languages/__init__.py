"""The languages the reader knows, one file a language: its words, months, numbers and cues."""

from typing import cast

from amicity.catalogue import gather
from amicity.terms.lexicon import Language


def languages() -> dict[str, Language]:
    """Every language, by its BCP 47 tag."""
    return cast(dict[str, Language], gather(__name__, "LANGUAGE"))
