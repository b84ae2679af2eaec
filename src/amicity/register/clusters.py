"""Findings of one group → clusters that each tell of one thing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from amicity.register.links import Links
from amicity.review.identity import NO_ALIASES, Aliases, tie_keys
from amicity.review.matching import Claim, bucket, dates_meet, day_of, words, words_meet
from amicity.terms.finding import FindingId
from amicity.terms.partial_date import PartialDate

_NEVER = 10**7


class Cluster(NamedTuple):
    """Claims of one ``kind`` that tell of one thing, most precise date first; ``when`` is that date, ``ids`` are in their own order."""

    kind: str
    claims: tuple[Claim, ...]
    when: PartialDate | None
    ids: tuple[FindingId, ...]


def cluster(claims: Iterable[Claim], links: Links, *, known_as: Aliases = NO_ALIASES) -> list[Cluster]:
    """The claims of one group, each in one cluster; the order in which they come does not matter.

    Precise dates found clusters and vaguer ones join them; a claim that could belong to several stays by itself: no guess.
    """
    kinds: dict[str, list[Claim]] = {}
    for claim in claims:
        kind = claim.finding.kind
        if kind in kinds:
            kinds[kind].append(claim)
        else:
            kinds[kind] = [claim]
    made: list[Cluster] = []
    for alike in kinds.values():
        if len(alike) == 1:
            made.append(_of(alike))
        else:
            made.extend(_apart(alike, links, known_as))
    return _merge_said(made, links, known_as) if links.same else made


def _apart(claims: list[Claim], links: Links, known_as: Aliases) -> Iterator[Cluster]:
    buckets: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        buckets.setdefault(bucket(claim.finding, known_as), []).append(claim)
    for bucketed in buckets.values():
        yield from (_of(bucketed),) if len(bucketed) == 1 else _within(bucketed, links)


def _within(claims: Iterable[Claim], links: Links) -> Iterator[Cluster]:
    homes: list[list[Claim]] = []
    for claim in sorted(claims, key=_precise_first):
        fitting = [home for home in homes if _belongs(claim, home, links)]
        if len(fitting) == 1:
            fitting[0].append(claim)
        else:
            homes.append([claim])
    return map(_of, homes)


def _belongs(claim: Claim, home: Sequence[Claim], links: Links) -> bool:
    if not dates_meet(claim.finding.kind, day_of(claim.finding), day_of(home[0].finding)):
        return False
    wording = words(claim.finding)
    return not (wording and any(not words_meet(wording, words(other.finding)) for other in home)) and not (
        links.apart and any(frozenset((claim.id, other.id)) in links.apart for other in home)
    )


def _precise_first(claim: Claim) -> tuple[int, date, str]:
    day = day_of(claim.finding)
    return ((day.latest - day.earliest).days, day.earliest, claim.id) if day else (_NEVER, date.max, claim.id)


def _merge_said(clusters: list[Cluster], links: Links, known_as: Aliases) -> list[Cluster]:
    """Join clusters of one kind that a person said are the same."""
    home: dict[str, int] = {claim.id: number for number, made in enumerate(clusters) for claim in made.claims}
    top = list(range(len(clusters)))

    def find(number: int) -> int:
        while top[number] != number:
            number = top[number]
        return number

    for id_, others in links.same.items():
        for other in others:
            if id_ in home and other in home and _one_thing(clusters[home[id_]], clusters[home[other]], known_as):
                low, high = sorted((find(home[id_]), find(home[other])))
                top[high] = low
    joined: dict[int, list[Claim]] = {}
    for number, made in enumerate(clusters):
        joined.setdefault(find(number), []).extend(made.claims)
    return [_of(sorted(claims, key=_precise_first)) for claims in joined.values()]


def _one_thing(left: Cluster, right: Cluster, known_as: Aliases) -> bool:
    """Whether two clusters said to be the same are one thing: papers of a tie of two and of the three that it grew to are two papers."""
    if left.kind != right.kind:
        return False
    return not grows(tie_keys(left.claims[0].finding, known_as), tie_keys(right.claims[0].finding, known_as))


def grows(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one set of parties is the other with somebody more."""
    fewer, more = sorted((frozenset(one), frozenset(other)), key=len)
    return len(fewer) > 1 and fewer < more


def _of(claims: Sequence[Claim]) -> Cluster:
    first = claims[0]
    finding = first.finding
    if len(claims) == 1:
        return Cluster(finding.kind, (first,), day_of(finding), (first.id,))
    return Cluster(finding.kind, tuple(claims), day_of(finding), tuple(sorted([claim.id for claim in claims])))
