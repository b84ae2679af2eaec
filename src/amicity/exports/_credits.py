"""What every export says of itself: whose it is, on what terms, and what it rests on."""

from functools import cache

import amicity
from amicity.exports._text import clean
from amicity.register.wording import counted
from amicity.terms.export import Edition
from amicity.terms.register import Register

PLACES = "Names and coordinates of places: GeoNames (https://www.geonames.org/), CC BY 4.0."


def title(edition: Edition) -> str:
    """What the file is called, e.g. ``Register of ties of Shenyang (CN)``."""
    place = edition.register.places.get(edition.place) if edition.place else None
    return f"Register of ties of {clean(place.label)}" if place else "Register of ties between cities"


def provenance(edition: Edition, held: Register) -> str:
    """What the file rests on, in two sentences. ``held`` is the register of the day."""
    ties = counted(len(held.relations), "tie", "ties")
    rests = f"{counted(len(held.findings), 'finding', 'findings')} in {counted(len(held.imprints), 'report', 'reports')}"
    return f"{title(edition)} as of {edition.day}: {ties}, resting on {rests} that people or their policies accepted. {_writer()}"


def rights(edition: Edition) -> str:
    """On what terms, and whom to credit."""
    whom = f"Credit: {clean(edition.publisher)}. " if edition.publisher else "Credit: this register and the reports that it names. "
    return f"{edition.licence.title} ({edition.licence.address}). {whom}{PLACES}"


@cache
def _writer() -> str:
    return f"Written by Amicity {amicity.__version__}."
