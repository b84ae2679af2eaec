"""How sure the reader is."""

from enum import StrEnum


class Confidence(StrEnum):
    """A: stated plainly; B: an inference or a coreference was needed; C: weak, look before use."""

    A = "A"
    B = "B"
    C = "C"
