"""Findings of one group → clusters that each tell of one thing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from amicity.register.links import Links
from amicity.review.identity import NO_ALIASES, Aliases, tie_keys
from amicity.review.matching import DATED, WORDED, Claim, bucket, dates_meet, day_of, words, words_meet
from amicity.terms.finding import FindingId
from amicity.terms.partial_date import PartialDate

_UNDATED = (10**7, date.max)

Days = tuple[date, date]
"""The first and the last day that a date may mean."""


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
            _apart(alike, links, known_as, made)
    return _merge_said(made, links, known_as) if links.same else made


def _apart(claims: list[Claim], links: Links, known_as: Aliases, made: list[Cluster]) -> None:
    """Add to ``made`` the clusters of claims of one kind."""
    buckets: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        alike = bucket(claim.finding, known_as)
        if alike in buckets:
            buckets[alike].append(claim)
        else:
            buckets[alike] = [claim]
    for bucketed in buckets.values():
        made.extend([_of(home) for home in ((bucketed,) if len(bucketed) == 1 else _homes(bucketed, links))])


def _homes(claims: Sequence[Claim], links: Links) -> list[list[Claim]]:
    """The claims of one bucket by what they tell of; those of the same days go together where nothing else tells them apart."""
    kind = claims[0].finding.kind
    by_days: dict[Days | None, list[Claim]] = {}
    for claim in claims:
        when = day_of(claim.finding)
        days = None if when is None else (when.earliest, when.latest)
        if days in by_days:
            by_days[days].append(claim)
        else:
            by_days[days] = [claim]
    ordered = sorted(by_days, key=_precision) if len(by_days) > 1 else list(by_days)
    wordings = {claim.id: words(claim.finding) for claim in claims} if kind in WORDED else {}
    if not links.apart and len(set(wordings.values())) < 2:
        return _by_days(by_days, ordered, recurring=kind in DATED)
    homes: list[list[Claim]] = []
    for days in ordered:
        for claim in sorted(by_days[days]):
            fitting = [home for home in homes if _belongs(claim, home, wordings, links)]
            if len(fitting) == 1:
                fitting[0].append(claim)
            else:
                homes.append([claim])
    return homes


def _by_days(dated: Mapping[Days | None, list[Claim]], ordered: Sequence[Days | None], *, recurring: bool) -> list[list[Claim]]:
    """The homes of claims that nothing but their days tells apart."""
    homes: list[tuple[Days | None, list[Claim]]] = []
    for days in ordered:
        batch = sorted(dated[days])
        fitting = [home for other, home in homes if _meet(days, other, recurring=recurring)]
        if len(fitting) == 1:
            fitting[0].extend(batch)
        elif fitting or (days is None and recurring):
            homes.extend([(days, [claim]) for claim in batch])
        else:
            homes.append((days, batch))
    return [home for _, home in homes]


def _meet(one: Days | None, other: Days | None, *, recurring: bool) -> bool:
    """As ``dates_meet``, of the days that the dates may mean."""
    if one is None or other is None:
        return not recurring
    return one[0] <= other[1] and other[0] <= one[1]


def _belongs(claim: Claim, home: Sequence[Claim], wordings: Mapping[FindingId, frozenset[str]], links: Links) -> bool:
    if not dates_meet(claim.finding.kind, day_of(claim.finding), day_of(home[0].finding)):
        return False
    if wordings and not all(words_meet(wordings[claim.id], wordings[other.id]) for other in home):
        return False
    return not (links.apart and any(frozenset((claim.id, other.id)) in links.apart for other in home))


def _precision(days: Days | None) -> tuple[int, date]:
    """How many days a date may mean, and the first of them: in this order claims found clusters."""
    return ((days[1] - days[0]).days, days[0]) if days is not None else _UNDATED


def _most_precise(claim: Claim) -> tuple[tuple[int, date], FindingId]:
    when = day_of(claim.finding)
    return _precision((when.earliest, when.latest) if when else None), claim.id


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
    return [_of(sorted(claims, key=_most_precise)) for claims in joined.values()]


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
