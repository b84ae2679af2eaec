"""Which names may be of one place, person or body: pairs with a score and the reasons for it, for a person to judge.

Nothing here joins anything. A pair that somebody judged, one way or the other, is not proposed again.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from amicity.review.namesakes import NEAR, Shelf, numbers, plain_name
from amicity.review.naming import SORTS
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.place import Place

ENOUGH = 60
"""The least score (0 to 100) at which a pair is proposed."""
_TOO_MANY = 400


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two subjects as a judgement names them, how alike they are (0 to 100), and why."""

    left: str
    right: str
    score: int
    reasons: tuple[str, ...]


def likenesses(findings: Iterable[Finding], standing: Iterable[Judgement] = ()) -> tuple[Likeness, ...]:
    """The pairs of places, people, bodies and series that may be one, most alike first."""
    told = tuple(findings)
    found = [*_places(told), *(pair for sort in SORTS for pair in _names(told, sort))]
    return unjudged(sorted(found, key=lambda pair: (-pair.score, pair.left, pair.right)), standing)


def unjudged(pairs: Iterable[Likeness], standing: Iterable[Judgement]) -> tuple[Likeness, ...]:
    """The pairs of which nobody has said yet whether they are one."""
    judged = {frozenset(_folded(s) for s in pair) for j in standing if j.verdict in _SAID for pair in combinations(j.subjects, 2)}
    return tuple(pair for pair in pairs if frozenset((_folded(pair.left), _folded(pair.right))) not in judged)


_SAID = (Verdict.SAME_AS, Verdict.DIFFERENT)


def _places(findings: Iterable[Finding]) -> Iterator[Likeness]:
    """Places unknown to the gazetteer, beside those of the same country: by name, level and where they stand."""
    held: dict[str, Place] = {}
    near: dict[str, set[str]] = {}
    for finding in findings:
        places = finding.places()
        for place in places:
            if place.name:
                held.setdefault(place.key, place)
                near.setdefault(place.key, set()).update(other.key for other in places if other is not place)
    shelf = Shelf(held.values())
    for key in sorted(key for key, place in held.items() if place.id is None):
        for other in shelf.near(held[key]):
            one, two = held[key], held[other]
            if other == key or (two.id is None and other < key) or _counted_apart(str(one.name), str(two.name)):
                continue
            score, reasons = _alike(str(one.name), str(two.name))
            if score and one.country and one.country == two.country:
                score, reasons = score + 5, [*reasons, "the same country"]
            if score and (shared := near[key] & near[other]):
                score, reasons = score + 10, [*reasons, f"both beside {held[min(shared)].name}"]
            if score >= NEAR:
                yield Likeness(key, other, min(score, 99), tuple(reasons))


def _counted_apart(left: str, right: str) -> bool:
    """Whether both names hold a number, and another one."""
    one, two = numbers(plain_name(left)), numbers(plain_name(right))
    return bool(one and two and one != two)


def _names(findings: Iterable[Finding], sort: str) -> Iterator[Likeness]:
    context: dict[str, set[str]] = {}
    written: dict[str, str] = {}
    for finding in findings:
        for role in SORTS[sort]:
            for mention in finding.roles.get(role, ()):
                if mention.place is None:
                    written[mention.key] = min(written.get(mention.key, str(mention.value)), str(mention.value))
                    context.setdefault(mention.key, set()).update(_context(finding))
    keys = sorted(written)
    for left, right in combinations(keys, 2) if len(keys) <= _TOO_MANY else _blocked(keys):
        score, reasons = _alike(left, right)
        shared = sorted(context[left] & context[right])
        if shared and score:
            score, reasons = min(score + 10, 99), [*reasons, *shared[:2]]
        elif shared and _script(left) != _script(right) and any(each.startswith("office ") for each in shared):
            score, reasons = ENOUGH + 5 * min(len(shared), 4), ["two scripts", *shared[:3]]
        if score >= ENOUGH and (score >= NEAR or shared):
            yield Likeness(f"{sort}:{written[left]}", f"{sort}:{written[right]}", score, tuple(reasons))


def _blocked(keys: list[str]) -> Iterator[tuple[str, str]]:
    """Of many names only those that share the beginning of a word or are of two scripts, or the pairs would be too many."""
    blocks: dict[str, list[str]] = {}
    for key in keys:
        for word in set(plain_name(key).split()):
            blocks.setdefault(word[:3], []).append(key)
    yield from sorted({pair for block in blocks.values() if len(block) <= _TOO_MANY for pair in combinations(block, 2)})


def _context(finding: Finding) -> Iterator[str]:
    post = finding.first("post")
    for place in finding.places():
        if place.name:
            yield f"office {post} of {place.name}" if post else f"with {place.name}"
    if finding.when and finding.when.value.earliest == finding.when.value.latest:
        yield f"on {finding.when.value}"


def _alike(left: str, right: str) -> tuple[int, list[str]]:
    """How alike two names in one script are, with the reason; 0 where they are not."""
    from rapidfuzz import fuzz

    one, two = plain_name(left), plain_name(right)
    if not one or not two or _script(left) != _script(right):
        return 0, []
    if one == two or sorted(one.split()) == sorted(two.split()):
        return 90, ["one name, written in two ways"]
    score = round(max(fuzz.token_sort_ratio(one, two), 0.95 * fuzz.ratio(one.replace(" ", ""), two.replace(" ", ""))))
    within = set(one.split()) < set(two.split()) or set(two.split()) < set(one.split())
    if within and min(len(one.split()), len(two.split())) > 1:
        return 85, ["one name holds the other"]
    return (score, [f"names {score} % alike"]) if score >= NEAR else (0, [])


def _script(name: str) -> str:
    """The script of a name's first letter: LATIN, CJK, HANGUL …"""
    letter = next((c for c in name if c.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def _folded(subject: str) -> str:
    sort, colon, name = subject.partition(":")
    return f"{sort}:{name.casefold()}" if colon and sort in SORTS else subject
