"""Which place a row means: by an identifier, else by its name and where it lies, else by its name and country."""

from dataclasses import dataclass, replace
from functools import lru_cache

from amicity.terms.place import Candidate, Place


@dataclass(frozen=True, slots=True)
class Written:
    """A place as a row writes it.

    ``division`` is the state or county beside the name. ``ids`` are gazetteers' identifiers that the row gives; ``own`` is the
    list's own, kept where none of them is known.
    """

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    ids: tuple[str, ...] = ()
    own: str | None = None
    division: str | None = None


@lru_cache(maxsize=1 << 16)
def placed(written: Written) -> Place:
    """The place as the gazetteer knows it; what it cannot tell keeps its name and the list's own identifier, with rivals beside."""
    from amicity.gazetteer import open_gazetteer
    from amicity.gazetteer.clue import Clue
    from amicity.gazetteer.reconcile import reconciled, rivalled

    gazetteer = open_gazetteer()
    for identity in written.ids:
        if known := gazetteer.by_id(identity):
            return _kept(known, written)
    country = _code(written.country)
    lies = (written.latitude, written.longitude) if written.latitude is not None and written.longitude is not None else (None, None)
    best = reconciled(Clue(written.name, country, written.division, *lies))
    if best.id is not None and (written.own is None or lies != (None, None) or (country and not rivalled(best))):
        return _kept(best, written)
    return Place(
        name=written.name,
        country=country,
        id=written.own,
        level=best.level,
        latitude=written.latitude,
        longitude=written.longitude,
        candidates=best.candidates or _only(best),
    )


def _kept(place: Place, written: Written) -> Place:
    """The place with the list's own identifier of it."""
    return replace(place, known_by=(written.own,)) if written.own and written.own != place.id else place


def undecided(place: Place) -> bool:
    """Whether nobody could say which place is meant: no identifier, or a rival as likely."""
    from amicity.gazetteer.reconcile import rivalled

    return place.id is None or (not place.id.startswith("wikidata:") and rivalled(place))


@lru_cache(maxsize=1 << 10)
def _code(country: str | None) -> str | None:
    from amicity.gazetteer import open_gazetteer

    if not country:
        return None
    gazetteer = open_gazetteer()
    if len(country) == 2 and country.isupper() and (known := gazetteer.country(country)):
        return known.country
    return gazetteer.country_code(country)


def _only(best: Place) -> tuple[Candidate, ...]:
    if best.id is None or best.name is None:
        return ()
    return (Candidate(best.id, best.name, best.country, 0.5, ("the only place of that name in the gazetteer",)),)
