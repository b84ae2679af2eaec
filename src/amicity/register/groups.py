"""Which findings must be folded together, and which never need to be."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from amicity.register.links import Links, links
from amicity.review.identity import NO_ALIASES, Aliases, aliases, group_keys
from amicity.review.matching import Claim
from amicity.review.naming import renamed, renamings
from amicity.review.rulings import rule, standing
from amicity.terms.finding import Finding, FindingId
from amicity.terms.judgement import Judgement, Verdict

_ID = attrgetter("id")


def each_once(findings: Iterable[Finding]) -> dict[FindingId, Finding]:
    """Findings by id; of two with one id the choice does not depend on the order."""
    told = list(findings)
    by_id = dict(zip(map(_ID, told), told, strict=True))
    if len(by_id) == len(told):
        return by_id
    for finding in told:
        held = by_id[finding.id]
        if held is not finding and _print(finding) < _print(held):
            by_id[finding.id] = finding
    return by_id


def _print(finding: Finding) -> tuple[object, ...]:
    return (finding.confidence.value, finding.source, finding.reader, finding.rule, repr(finding))


def grouped(claims: Mapping[FindingId, Finding], known_as: Aliases, said: Links) -> dict[str, list[Claim]]:
    """Claims by group key; groups that a person linked are one, under the first of their keys."""
    groups: dict[str, list[Claim]] = {}
    for id_, finding in claims.items():
        (key,) = group_keys(finding, known_as)
        if key in groups:
            groups[key].append(Claim(id_, finding))
        else:
            groups[key] = [Claim(id_, finding)]
    return _joined(groups, dict(_tops(_linked(claims, known_as, said)))) if said.same else groups


def _linked(claims: Mapping[FindingId, Finding], known_as: Aliases, said: Links) -> Iterator[tuple[str, str]]:
    for id_, others in said.same.items():
        for other in others:
            one, two = claims.get(FindingId(id_)), claims.get(FindingId(other))
            if one is not None and two is not None:
                yield group_keys(one, known_as)[0], group_keys(two, known_as)[0]


def _tops(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    top: dict[str, str] = {}

    def find(key: str) -> str:
        while (above := top.get(key, key)) != key:
            key = above
        return key

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        top[high] = low
    return ((key, find(key)) for key in list(top))


def _joined(groups: Mapping[str, list[Claim]], tops: Mapping[str, str]) -> dict[str, list[Claim]]:
    joined: dict[str, list[Claim]] = {}
    for key, claims in groups.items():
        joined.setdefault(tops.get(key, key), []).extend(claims)
    return joined


def partition(findings: Iterable[Finding], judgements: Iterable[Judgement] = ()) -> dict[str, tuple[Finding, ...]]:
    """Every finding as read, by the group in which its reading (as corrected) is folded.

    ``fold(all, judgements)`` equals the union of ``fold(group, judgements)`` over these groups, given the same imprints.
    """
    read = each_once(findings)
    stand = standing(judgements)
    names = renamings(stand)
    readings = {id_: renamed(reading, names) for id_, (_, reading) in rule(read, stand).items()}
    groups = grouped(readings, aliases(stand), links(stand))
    return {key: tuple(read[claim.id] for claim in claims) for key, claims in groups.items()}


def touched(judgement: Judgement, findings: Mapping[str, Finding], known_as: Aliases = NO_ALIASES) -> frozenset[str] | None:
    """The group keys whose fold this judgement may change, given the findings it speaks of; None means all of them.

    A policy, a withdrawal, and places said to be the same or different reach everywhere. A withdrawal touches what the judgement
    it takes back touches: ask for that one.
    """
    if judgement.verdict in (Verdict.POLICY, Verdict.WITHDRAW) or any(":" in subject for subject in judgement.subjects):
        return None
    spoken = [findings[id_] for subject in judgement.subjects if (id_ := subject[-20:]) in findings]
    if judgement.correction is not None:
        spoken.append(judgement.correction)
    return frozenset(key for finding in spoken for key in group_keys(finding, known_as))
