"""People, bodies and series of events under more than one name: what people said is the same, read as one name."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.mention import Mention

SORTS: Mapping[str, tuple[str, ...]] = {
    "person": ("person", "leader", "signer", "witness", "speaker", "head"),
    "organisation": ("body", "network", "organiser", "grantor"),
    "series": ("series", "name"),
}
"""The sorts of names that a judgement may speak of, as ``person:Lü Zhicheng``, and the roles in which such names stand."""

Renamings = Mapping[str, Mapping[str, str]]
"""Role → the name, folded, → the name that it goes by."""
NO_RENAMINGS: Renamings = MappingProxyType({})


def is_name_key(subject: str) -> bool:
    """Whether a judgement's subject is a name of a person, a body or a series."""
    return subject.partition(":")[0] in SORTS and ":" in subject


def renamings(standing: Iterable[Judgement]) -> Renamings:
    """What standing judgements make of names: each goes by the first of its like in the alphabet."""
    said = tuple(standing)
    apart = {frozenset(map(_folded, pair)) for j in said if j.verdict is Verdict.DIFFERENT for pair in _pairs(j)}
    likes: dict[str, set[str]] = {}
    for judgement in said:
        if judgement.verdict is not Verdict.SAME_AS:
            continue
        for left, right in _pairs(judgement):
            if frozenset((_folded(left), _folded(right))) not in apart and left.partition(":")[0] == right.partition(":")[0]:
                joined = likes.get(_folded(left), {left}) | likes.get(_folded(right), {right}) | {left, right}
                for name in joined:
                    likes[_folded(name)] = joined
    made: dict[str, dict[str, str]] = {}
    for key, alike in likes.items():
        sort, _, name = key.partition(":")
        top = min(alike, key=lambda each: (_folded(each), each)).partition(":")[2]
        for role in SORTS[sort] if name != top.casefold() else ():
            made.setdefault(role, {})[name] = top
    return made


def renamed(finding: Finding, names: Renamings) -> Finding:
    """The finding with each name as it goes by; its passages stay as they are."""
    if not names or names.keys().isdisjoint(finding.roles):
        return finding
    roles = {role: tuple(_renamed(each, names.get(role, {})) for each in mentions) for role, mentions in finding.roles.items()}
    changed = any(new is not old for role, mentions in roles.items() for new, old in zip(mentions, finding.roles[role], strict=True))
    return replace(finding, roles=roles) if changed else finding


def _renamed(mention: Mention, names: Mapping[str, str]) -> Mention:
    top = names.get(mention.key) if mention.place is None else None
    return replace(mention, value=top) if top is not None else mention


def _pairs(judgement: Judgement) -> list[tuple[str, str]]:
    keys = [subject for subject in judgement.subjects if is_name_key(subject)]
    return [(keys[0], key) for key in keys[1:]]


def _folded(key: str) -> str:
    sort, _, name = key.partition(":")
    return f"{sort}:{name.casefold()}"
