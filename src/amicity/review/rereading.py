"""A review outlives a new reading: it is reset only where both the source's passage and the finding have changed.

A page is fetched again and something else on it has changed; a newer reader reads the old text. What a person judged stands for the
new reading as long as either the passage or the claim is the same as before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from amicity.review.identity import group_keys
from amicity.terms.finding import Finding, FindingId
from amicity.terms.judgement import Judgement

Place = tuple[str, str, str]


class Judged:
    """The findings that people judged, by source, kind and group, as places where a new reading may find its review."""

    def __init__(self, said: Mapping[str, list[Judgement]], findings: Mapping[FindingId, Finding]) -> None:
        self._sources: set[str] = set()
        self._by_place: dict[Place, list[FindingId]] = {}
        self._findings = findings
        for subject in said:
            finding = findings.get(FindingId(subject))
            if finding is not None:
                self._sources.add(finding.source)
                self._by_place.setdefault(_place(finding), []).append(FindingId(subject))

    def before(self, id_: FindingId, finding: Finding) -> FindingId | None:
        """The one judged finding of which this is another reading, or None."""
        if finding.source not in self._sources:
            return None
        others = self._by_place.get(_place(finding), ())
        earlier = [other for other in others if other != id_ and _another_reading(finding, self._findings[other])]
        same = [other for other in earlier if _claim(self._findings[other]) == _claim(finding)] or earlier
        return same[0] if len(same) == 1 and self._only(finding, same[0]) else None

    def _only(self, finding: Finding, other: FindingId) -> bool:
        """Whether neither reading tells two such things in the passage: else nobody knows which was judged."""
        if _claim(finding) == _claim(self._findings[other]):
            return True
        alike = [each for each in self._findings.values() if each.source == finding.source and each.kind == finding.kind]
        alike = [each for each in alike if each.quote.text in (finding.quote.text, self._findings[other].quote.text)]
        readings = [(each.report, each.reader) for each in alike]
        return len(set(readings)) == len(readings)


def _place(finding: Finding) -> Place:
    return finding.source, finding.kind, group_keys(finding)[0]


def _another_reading(finding: Finding, other: Finding) -> bool:
    if (finding.report, finding.reader) == (other.report, other.reader):
        return False
    return finding.quote.text == other.quote.text or _claim(finding) == _claim(other)


def _claim(finding: Finding) -> tuple[object, ...]:
    """What a finding says, wherever it stands."""
    roles = {role: sorted(mention.key for mention in mentions) for role, mentions in finding.roles.items()}
    return finding.status, finding.when.value if finding.when else None, sorted(roles.items())


def carried(finding: Finding, reading: Finding) -> Finding:
    """The finding as its review reads: with the roles, date and status of what a person accepted, in its own passage."""
    return replace(finding, roles=reading.roles, when=reading.when, status=reading.status, domestic=reading.domestic)


def with_reviews(
    findings: Mapping[FindingId, Finding], said: Mapping[str, list[Judgement]], waiting: Iterable[FindingId]
) -> dict[FindingId, FindingId]:
    """For each of the waiting findings that was judged in an earlier reading, that reading."""
    judged = Judged(said, findings)
    return {id_: before for id_ in waiting if (before := judged.before(id_, findings[id_])) is not None}
