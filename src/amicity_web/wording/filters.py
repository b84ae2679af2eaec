"""Filters that every template has: the register's terms in words."""

from datetime import datetime

from django import template

from amicity.terms.partial_date import PartialDate
from amicity_web.wording import claims, scales, sentences
from amicity_web.wording.dates import in_words

register = template.Library()


@register.filter
def dated(edtf: str | PartialDate | None) -> str:
    """ "9 August 2018" for 2018-08-09; what is no date as it is, "" for None."""
    try:
        return in_words(PartialDate(str(edtf))) if edtf else ""
    except ValueError:
        return str(edtf)


@register.filter
def moment(instant: str) -> str:
    """ "22 November 2026, 19:17 UTC" for an ISO instant."""
    when = datetime.fromisoformat(instant)
    return f"{when.day} {when:%B %Y, %H:%M} UTC"


@register.filter
def plain(term: str) -> str:
    """A term of the codebook: "letter of intent"."""
    return claims.words(term)


@register.filter
def kind(name: str) -> str:
    """A kind of finding: "place change", and "declaration", which is no form of tie here."""
    return name.replace("_", " ")


@register.filter
def amount(number: float) -> str:
    """A number as people write it: "8,000,000"."""
    return claims.amount(number)


@register.filter
def plainly(sentence: str) -> str:
    """A sentence of the library as a page says it, with dates and countries in words."""
    return sentences.plainly(sentence)


@register.filter
def grade(value: str) -> str:
    """A source's grade: "the city itself"."""
    return scales.GRADES.get(value, value)


@register.filter
def sure(value: str) -> str:
    """How sure the reader is: "stated plainly"."""
    return scales.SURE.get(value, value)


@register.filter
def derived(value: str) -> str:
    """How a value was come by: "from the report's own date"; "" where it stands in the passage."""
    return scales.DERIVED.get(value, "")
