"""The register of an edition: as it stood on the day, with what its entries rest on and nothing else."""

from collections.abc import Iterable
from dataclasses import replace

from amicity.register.edition import as_of
from amicity.terms.export import Edition
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.place import Place
from amicity.terms.register import Register


def then(edition: Edition) -> Register:
    """The entries of the day (of the place); findings, imprints and places are those that they name."""
    whole = as_of(edition.register, edition.day, place=edition.place)
    told = sorted({id_ for item in whole.items.values() for id_ in item.findings if id_ in whole.findings})
    findings = {id_: whole.findings[id_] for id_ in told}
    reports = sorted({finding.report for finding in findings.values()})
    return replace(
        whole,
        findings=findings,
        rulings={id_: whole.rulings[id_] for id_ in told if id_ in whole.rulings},
        imprints={digest: whole.imprints.get(digest) or Imprint(digest, source) for digest, source in _sources(findings.values(), reports)},
        places=_places(whole, findings.values()),
    )


def _sources(findings: Iterable[Finding], reports: list[str]) -> list[tuple[str, str]]:
    named = {finding.report: finding.source for finding in findings}
    return [(digest, named[digest]) for digest in reports]


def _places(whole: Register, findings: Iterable[Finding]) -> dict[str, Place]:
    held = {place.key: place for tie in whole.relations for place in tie.parties}
    for finding in findings:
        for place in finding.places():
            held.setdefault(place.key, whole.places.get(place.key) or replace(place, candidates=()))
    return dict(sorted(held.items()))
