"""Which place a row of a list means: where it says to lie outranks its name, and its name is taken in all the ways of lists.

The reader asks ``Gazetteer.resolve``, which knows running text; a list names towns first, its homonyms lie in the country of the row, and
what the gazetteer does not know may be a district of a city that it does know. What stays unsure keeps its name and no identifier, and what
is found but may be another place says so: ``rivalled``.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from amicity.gazetteer.clue import Clue
from amicity.gazetteer.entry import Entry, Naming
from amicity.gazetteer.gazetteer import Gazetteer, open_gazetteer
from amicity.gazetteer.list_names import ListName, division_named, taken
from amicity.gazetteer.lying import lying_there
from amicity.gazetteer.ranking import Context, Rival, chosen, in_country
from amicity.gazetteer.roundabout import WAYS, inside
from amicity.gazetteer.spelling import fold
from amicity.gazetteer.whereabouts import DIVISIONS, TOWNS
from amicity.terms.place import Candidate, Level, Place

WEAK = 0.3
"""The score of a place that was found in a roundabout way, or may be another: a person should look."""
_APART = 0.07
"""How far the likeliest must stand before the next: a homonym with a tenth of its people is still a rival."""
_OF_LISTS, _FAR_LARGER = 0.1, 150
"""How much likelier a list names a town than a division of its name, unless the division has 150 times its people."""
_OVERSEAS = -0.1
"""A place that lists count to the country, but that lies in a territory with a code of its own."""
_HAMLET = 500


@lru_cache(maxsize=1 << 16)
def reconciled(clue: Clue) -> Place:
    """The place that a row means; what cannot be told has no id, and candidates with the reasons against them."""
    gazetteer = open_gazetteer()
    if clue.lies is not None:
        found = lying_there(gazetteer, clue, clue.lies)
        return _unknown(gazetteer, clue) if found is None else _place(found)
    for way in taken(clue.name):
        ranked = _named(gazetteer, way, clue)
        if ranked and way.loose:
            return _weakly(ranked[0][1].entry, "the only town there of that name, without what the list adds to it")
        if ranked:
            doubt = _doubt(way, ranked)
            return _weakly(ranked[0][1].entry, doubt, ranked[1:]) if doubt else _place(ranked[0][1].entry, _rivals(ranked))
    for find, reason in WAYS:
        if entry := find(gazetteer, clue):
            sure = fold(entry.name) == fold(clue.name) and (clue.country is None or in_country(entry, clue.country))
            return _place(entry) if sure else _weakly(entry, reason)
    return _unknown(gazetteer, clue)


def rivalled(place: Place) -> bool:
    """Whether the gazetteer knows a rival that is as likely, or took the place in a roundabout way."""
    best = sorted((candidate.score for candidate in place.candidates), reverse=True)[:2]
    taken_so = next((candidate.score for candidate in place.candidates if candidate.id == place.id), 1.0)
    return taken_so <= WEAK or (len(best) == 2 and best[0] - best[1] < _APART)


def _doubt(way: ListName, ranked: Sequence[tuple[float, Rival]]) -> str | None:
    """Why the likeliest place of that name may not be the one that the list means, though no other is as likely."""
    best, *others = (rival.entry for _, rival in ranked)
    if best.level not in TOWNS:
        return None
    if fold(best.name) != fold(way.name) and any(other.level in DIVISIONS and fold(other.name) == fold(way.name) for other in others):
        return "a division bears just this name"
    towns = [other.weight for other in others if other.level in TOWNS and 2 * other.weight >= max(best.weight, 1)]
    if len(towns) > 1 or any(weight >= best.weight for weight in towns):
        return "other towns about as large are called so besides"
    return "so small a place that the list may mean one that the gazetteer does not know" if best.weight < _HAMLET else None


def _named(gazetteer: Gazetteer, way: ListName, clue: Clue) -> list[tuple[float, Rival]]:
    """The places of that name in the row's country, by score, towns before what is named after them."""
    context = Context(country=clue.country, admin=clue.division, levels=way.levels)
    bearers = [bearer for bearer in gazetteer.bearers(way.name) if not way.loose or bearer.naming is Naming.OWN]
    rivals = chosen(bearers, context)
    if not rivals and clue.division:
        rivals = chosen(bearers, replace(context, admin=None))
    if way.around:
        rivals = inside(gazetteer, rivals, way.around, clue)
    if way.loose and len(rivals) > 1:
        return []
    scored = [(rival.score + _for_lists(rival.entry, rivals, clue), rival) for rival in rivals]
    towns = max((rival.entry.weight for rival in rivals if rival.entry.level in TOWNS), default=0)
    ranked = [(score if rival.entry.weight < _FAR_LARGER * max(towns, 1) else score + _OF_LISTS, rival) for score, rival in scored]
    return sorted(ranked, key=lambda each: (-each[0], -each[1].entry.weight, each[1].entry.id))


def _for_lists(entry: Entry, rivals: Sequence[Rival], clue: Clue) -> float:
    """How much likelier a list means this place than its score says."""
    overseas = _OVERSEAS if clue.country and entry.country != clue.country else 0.0
    return overseas + (_OF_LISTS if _names_its_division(entry, rivals) else 0.0)


def _names_its_division(entry: Entry, rivals: Sequence[Rival]) -> bool:
    """Whether it is a town, and lies in every division of its name: the division was named after it."""
    named = [rival.entry.name for rival in rivals if rival.entry.level in DIVISIONS]
    return entry.level in TOWNS and (entry.admin is None or all(entry.admin == name for name in named))


def _rivals(ranked: Sequence[tuple[float, Rival]]) -> tuple[Candidate, ...]:
    """The six best, where there is more than one; what contains a town of its name is no rival of it."""
    best = ranked[0][1].entry
    after = {each[1].entry.id for each in ranked[1:] if each[1].entry.level in DIVISIONS and best.admin in (None, each[1].entry.name)}
    others = [each for each in ranked[1:] if not (best.level in TOWNS and each[1].entry.id in after)]
    if not others:
        return ()
    return tuple(replace(rival.candidate(), score=round(min(1.0, score), 3)) for score, rival in [ranked[0], *others][:6])


def _unknown(gazetteer: Gazetteer, clue: Clue) -> Place:
    """A place without an id; the candidates say what bears its name, or whose district it may be, and why that is not taken."""
    why = "lies elsewhere than the list says" if clue.lies else f"not in {clue.division or clue.country}, as the list says"
    found: dict[str, Candidate] = {}
    for way in taken(clue.name):
        for name, reason in ((way.name, why), (way.around or "", "said to lie there: no known district of it bears the name")):
            for rival in chosen(gazetteer.bearers(name), Context()) if name else ():
                if reason is why or clue.country is None or in_country(rival.entry, clue.country):
                    found.setdefault(rival.entry.id, rival.candidate(reason))
    division = division_named(clue.name)
    level = Level.COUNTY if division else Level.CITY
    latitude, longitude = clue.lies or (None, None)
    candidates = tuple(sorted(found.values(), key=lambda each: -each.score)[:5])
    return Place(clue.name, clue.country, None, level, latitude, longitude, candidates=candidates)


def _place(entry: Entry, candidates: tuple[Candidate, ...] = ()) -> Place:
    where = (entry.latitude, entry.longitude)
    return Place(entry.name, entry.country, entry.id, entry.level, *where, population=entry.population, candidates=candidates)


def _weakly(entry: Entry, reason: str, others: Sequence[tuple[float, Rival]] = ()) -> Place:
    """A place that was found in a roundabout way, or may be another, which its own candidate tells."""
    own = Candidate(entry.id, entry.name, entry.country, WEAK, (reason,))
    return _place(entry, (own, *(rival.candidate() for _, rival in others[:5])))
