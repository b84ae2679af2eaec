"""Findings of one group → clusters that each tell of one thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amicity.register.links import Links
from amicity.review.identity import NO_ALIASES, Aliases
from amicity.review.matching import Claim, bucket, dates_meet, day_of, words, words_meet
from amicity.terms.finding import FindingId
from amicity.terms.partial_date import PartialDate

_NEVER = 10**7


@dataclass(slots=True)
class Cluster:
    """Claims that tell of one thing, most precise date first; ``when`` is that date."""

    claims: list[Claim]
    when: PartialDate | None

    @property
    def kind(self) -> str:
        """The kind of all its claims."""
        return self.claims[0].finding.kind

    @property
    def ids(self) -> tuple[FindingId, ...]:
        """The ids of its claims, in order."""
        return (self.claims[0].id,) if len(self.claims) == 1 else tuple(sorted([claim.id for claim in self.claims]))


def cluster(claims: Iterable[Claim], links: Links, *, known_as: Aliases = NO_ALIASES) -> list[Cluster]:
    """The claims of one group, each in one cluster; the order in which they come does not matter.

    Precise dates found clusters and vaguer ones join them; a claim that could belong to several stays by itself: no guess.
    """
    kinds: dict[str, list[Claim]] = {}
    for claim in claims:
        kinds.setdefault(claim.finding.kind, []).append(claim)
    made: list[Cluster] = []
    for alike in kinds.values():
        made.extend((_of(alike),) if len(alike) == 1 else _apart(alike, links, known_as))
    return _merge_said(made, links) if links.same else made


def _apart(claims: list[Claim], links: Links, known_as: Aliases) -> Iterator[Cluster]:
    buckets: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        buckets.setdefault(bucket(claim.finding, known_as), []).append(claim)
    for bucketed in buckets.values():
        yield from (_of(bucketed),) if len(bucketed) == 1 else _within(bucketed, links)


def _within(claims: list[Claim], links: Links) -> list[Cluster]:
    clusters: list[Cluster] = []
    for claim in sorted(claims, key=_precise_first):
        homes = [home for home in clusters if _belongs(claim, home, links)]
        if len(homes) == 1:
            homes[0].claims.append(claim)
        else:
            clusters.append(Cluster([claim], day_of(claim.finding)))
    return clusters


def _belongs(claim: Claim, home: Cluster, links: Links) -> bool:
    if not dates_meet(claim.finding.kind, day_of(claim.finding), home.when):
        return False
    wording = words(claim.finding)
    return not (wording and any(not words_meet(wording, words(other.finding)) for other in home.claims)) and not (
        links.apart and any(frozenset((claim.id, other.id)) in links.apart for other in home.claims)
    )


def _precise_first(claim: Claim) -> tuple[int, date, str]:
    day = day_of(claim.finding)
    return ((day.latest - day.earliest).days, day.earliest, claim.id) if day else (_NEVER, date.max, claim.id)


def _merge_said(clusters: list[Cluster], links: Links) -> list[Cluster]:
    """Join clusters of one kind that a person said are the same."""
    home: dict[str, int] = {claim.id: number for number, made in enumerate(clusters) for claim in made.claims}
    top = list(range(len(clusters)))

    def find(number: int) -> int:
        while top[number] != number:
            number = top[number]
        return number

    for id_, others in links.same.items():
        for other in others:
            if id_ in home and other in home and clusters[home[id_]].kind == clusters[home[other]].kind:
                low, high = sorted((find(home[id_]), find(home[other])))
                top[high] = low
    joined: dict[int, list[Claim]] = {}
    for number, made in enumerate(clusters):
        joined.setdefault(find(number), []).extend(made.claims)
    return [clusters[n] if len(cs) == len(clusters[n].claims) else _of(cs) for n, cs in joined.items()]


def _of(claims: list[Claim]) -> Cluster:
    ordered = sorted(claims, key=_precise_first) if len(claims) > 1 else claims
    return Cluster(ordered, day_of(ordered[0].finding))
