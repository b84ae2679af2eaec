"""In which first-level division of its country a place lies."""

from amicity.terms.place import Level, Place


def division_of(place: Place) -> str | None:
    """The English name of the division, as the gazetteer has it; None where that is unknown."""
    from amicity.gazetteer import open_gazetteer

    if place.level is Level.STATE or place.name is None or place.id is None:
        return place.name if place.level is Level.STATE else None
    return next((entry.admin for entry in open_gazetteer().entries(place.name) if entry.id == place.id), None)
