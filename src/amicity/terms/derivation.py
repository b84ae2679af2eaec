"""How a value came out of its passage."""

from enum import StrEnum


class Derivation(StrEnum):
    """The codebook's six ways from a passage to a value."""

    LITERAL = "literal"
    NORMALISED = "normalised"
    RESOLVED = "resolved"
    COREF = "coref"
    INHERITED = "inherited"
    COMPUTED = "computed"
    ADDRESS = "address"
    ENTERED = "entered"
