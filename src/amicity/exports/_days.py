"""Partial dates as formats want them."""

from datetime import date

from amicity.terms.partial_date import PartialDate


def full_day(when: PartialDate | None) -> date | None:
    """The day, where the date is one day and known for sure; else None, for a day is never made up."""
    sure = when is not None and when.earliest == when.latest and not when.approximate and not when.interval
    return when.earliest if when is not None and sure else None


def edtf(when: PartialDate | None) -> str | None:
    """The date as EDTF writes it."""
    return when.edtf if when else None
