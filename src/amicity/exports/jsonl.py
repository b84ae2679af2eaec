"""Everything, without loss: findings, judgements and imprints as JSON Lines, from which the same register folds anew."""

from collections.abc import Iterable, Iterator
from typing import Any

from amicity.exports._credits import rights, title
from amicity.terms.export import Edition, Export
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement
from amicity.terms.wire import finding_to_json, imprint_to_json, judgement_to_json, to_line


def write(edition: Edition) -> bytes:
    """A line about the file; then all findings, also those that wait or were rejected, all judgements and all imprints, in order of id.

    The day does not matter: every day can be folded from it. With a place, what concerns it.
    """
    return b"\n".join([*map(to_line, _lines(edition)), b""])


def _lines(edition: Edition) -> Iterator[dict[str, Any]]:
    findings = {finding.id: finding for finding in _concerned(edition)}
    printed = edition.register.imprints
    reports = {finding.report for finding in findings.values()} if edition.place else printed
    yield {"about": {"title": title(edition), "licence": edition.licence.name, "rights": rights(edition), "findings": len(findings)}}
    yield from (_recorded(findings[id_], edition.recorded.get(id_)) for id_ in sorted(findings))
    judgements = sorted(_bearing(edition, set(findings)), key=lambda judgement: judgement.id)
    yield from ({"judgement": judgement_to_json(judgement)} for judgement in judgements)
    yield from (imprint_to_json(printed[digest]) for digest in sorted(reports) if digest in printed)


def _recorded(finding: Finding, at: str | None) -> dict[str, Any]:
    written = {"finding": finding_to_json(finding)}
    return written | {"recorded": at} if at else written


def _concerned(edition: Edition) -> Iterable[Finding]:
    """All findings, or those that name the place or that an entry of it rests on."""
    if edition.place is None:
        return edition.findings
    told = {id_ for item in edition.register.of_place(edition.place) for id_ in item.findings}
    return [f for f in edition.findings if f.id in told or any(place.key == edition.place for place in f.places())]


def _bearing(edition: Edition, kept: set[str]) -> Iterable[Judgement]:
    """The judgements but those that speak of findings left out."""
    out = {finding.id for finding in edition.findings}.difference(kept) if edition.place else set()
    return [judgement for judgement in edition.judgements if out.isdisjoint(judgement.subjects)]


EXPORT = Export(
    "jsonl",
    "findings and judgements, without loss",
    "jsonl",
    "application/x-ndjson",
    write,
    "for the command line, which makes the same register of it, and for backups",
    "https://jsonlines.org/",
)
