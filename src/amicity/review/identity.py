"""Which findings may speak of the same thing: group keys, and the readable ids of ties and places."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from types import MappingProxyType

from amicity.kinds import kinds
from amicity.review.naming import is_name_key
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.kind import Effect, Holds
from amicity.terms.place import Level

Aliases = Mapping[str, str]
NO_ALIASES: Aliases = MappingProxyType({})
TIE_EFFECTS = frozenset({Effect.PAPER, Effect.STANDS, Effect.RENEWS, Effect.SUSPENDS, Effect.ENDS})
_STATE = Level.COUNTRY
_IDENTIFIER = re.compile(r"(?!name:)[A-Za-z0-9]+(?:[:.-][A-Za-z0-9]+)*")
_PLAIN = re.compile(r"name:[a-z0-9]+(?: [a-z0-9]+)*\|[A-Z]{0,2}")


@lru_cache(maxsize=1 << 17)
def place_slug(key: str) -> str:
    """A place's key as it stands in ids and addresses, e.g. ``geonames-1174872``; names that lose letters carry a short digest."""
    if _IDENTIFIER.fullmatch(key):
        return key.replace(":", "-")
    slug = "-".join(re.findall(r"[a-z0-9]+", key.casefold()))
    return slug if _PLAIN.fullmatch(key) else f"{slug}-{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"


def tie_id(keys: Iterable[str]) -> str:
    """The id of the tie between the places with these keys, whatever their order, e.g. ``geonames-1174872+geonames-2034937``."""
    return _tied(tuple(keys))


def aliases(standing: Iterable[Judgement]) -> Aliases:
    """Place key → the key it goes by, from standing judgements that places are the same: one with an identifier, else the first."""
    apart = {frozenset(pair) for j in standing if j.verdict is Verdict.DIFFERENT for pair in _pairs(j)}
    parent: dict[str, str] = {}
    for judgement in standing:
        if judgement.verdict is Verdict.SAME_AS:
            for left, right in _pairs(judgement):
                if frozenset((left, right)) not in apart:
                    _join(parent, left, right)
    return {key: top for key in parent if (top := _top(parent, key)) != key}


def is_place_key(subject: str) -> bool:
    """Whether a judgement's subject is a place's key (finding ids and entry ids have no colon, names of people say what they are)."""
    return ":" in subject and not is_name_key(subject)


def _pairs(judgement: Judgement) -> list[tuple[str, str]]:
    keys = [subject for subject in judgement.subjects if is_place_key(subject)]
    return [(keys[0], key) for key in keys[1:]]


def _join(parent: dict[str, str], left: str, right: str) -> None:
    tops = sorted((_top(parent, left), _top(parent, right)), key=lambda key: (key.startswith("name:"), key))
    parent[tops[1]] = tops[0]
    parent.setdefault(tops[0], tops[0])


def _top(parent: Mapping[str, str], key: str) -> str:
    while (above := parent.get(key, key)) != key:
        key = above
    return key


def group_keys(finding: Finding, known_as: Aliases = NO_ALIASES) -> tuple[str, ...]:
    """The groups in which a finding is folded (today always one).

    A finding of a tie, a contact or a promise belongs to its places, whatever their order; one without places to its name;
    a figure to whom it is about and what it counts; a post to the office. Two findings of different groups never meet
    in one entry unless a judgement says that they are the same.
    """
    if finding.kind == "figure":
        return (f"figure:{_places(finding, ('about',), known_as)}:{finding.first('measure') or ''}",)
    if finding.kind == "post":
        return (f"post:{_places(finding, ('place',), known_as)}:{finding.first('post') or ''}",)
    place_roles, name_roles, tie = _shape(finding.kind)
    keys = _places(finding, place_roles, known_as, states=not tie)
    if keys:
        return (keys,)
    if party := _places(finding, ("party",), known_as):
        return (party,)
    names = sorted(mention.key for role in name_roles for mention in finding.roles.get(role, ()))
    return (f"{finding.kind}:{'|'.join(names) or finding.id}",)


def tie_keys(finding: Finding, known_as: Aliases = NO_ALIASES) -> tuple[str, ...]:
    """The keys of the parties that a finding ties, sorted: two or more named places below the state, else nothing."""
    keys = set()
    for mention in finding.roles.get("party", ()):
        place = mention.place
        if place is not None and place.name is not None and place.level is not _STATE:
            keys.add(place.key)
    if known_as:
        keys = {known_as.get(key, key) for key in keys}
    return tuple(sorted(keys)) if len(keys) > 1 else ()


@cache
def _shape(kind: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    known = kinds().get(kind)
    if known is None:
        return ("party",), ("name",), False
    identity = [role for role in known.roles if role.identity]
    places = tuple(role.name for role in identity if role.holds is Holds.PLACE)
    return places, tuple(role.name for role in identity if role.holds is not Holds.PLACE), known.effect in TIE_EFFECTS


def _places(finding: Finding, roles: tuple[str, ...], known_as: Aliases, *, states: bool = True) -> str:
    keys = []
    said = finding.roles
    for role in roles:
        if role in said:
            for mention in said[role]:
                place = mention.place
                if place is not None and (states or place.level is not _STATE):
                    keys.append(place.key)
    if known_as:
        keys = [known_as.get(key, key) for key in keys]
    return _tied(tuple(keys)) if keys else ""


@lru_cache(maxsize=1 << 17)
def _tied(keys: tuple[str, ...]) -> str:
    return "+".join(sorted({place_slug(key) for key in keys}))
