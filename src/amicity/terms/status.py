"""Did it happen? The codebook's scale for what a report claims."""

from enum import StrEnum


class Status(StrEnum):
    """From done to denied."""

    HAPPENED = "happened"
    PLANNED = "planned"
    PROPOSED = "proposed"
    HOPED = "hoped"
    CONDITIONAL = "conditional"
    DENIED = "denied"


PRECEDENCE = (Status.DENIED, Status.CONDITIONAL, Status.HOPED, Status.PROPOSED, Status.PLANNED, Status.HAPPENED)
"""Which status wins where several apply in one clause (codebook, section 2)."""
