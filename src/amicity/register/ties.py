"""Clusters about one tie → the relation: its steps, which of them count, and what reports contradict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from operator import attrgetter

from amicity.kinds import kinds
from amicity.register.clusters import Cluster
from amicity.register.contradictions import doubts, inflated
from amicity.register.life import in_order, stand
from amicity.review.identity import Aliases, tie_id
from amicity.review.matching import approves, form_of
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.imprint import Imprint
from amicity.terms.kind import Effect
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.relation import Change, Relation, Transition
from amicity.terms.status import Status

_CHANGES = {
    Effect.PAPER: Change.PAPER,
    Effect.STANDS: Change.STANDS,
    Effect.RENEWS: Change.RENEWED,
    Effect.SUSPENDS: Change.SUSPENDED,
    Effect.ENDS: Change.ENDED,
}
_HAPPENED, _APPROVED, _PAPER, _STANDS = Status.HAPPENED, Change.APPROVED, Change.PAPER, Change.STANDS


def relation_of(
    parties: tuple[Place, ...],
    clusters: Iterable[Cluster],
    *,
    imprints: Mapping[str, Imprint],
    known_as: Aliases,
    entries: Mapping[int, str],
) -> Relation:
    """The relation between these parties, from all clusters that speak of their tie.

    ``entries`` maps a cluster (its ``id()``) to the id of its entry, for the papers.
    """
    pairs = [(made, _step(made, imprints, known_as)) for made in sorted(clusters, key=attrgetter("ids"))]
    followed, notes = inflated(pairs)
    steps = in_order(_dated_by_others(followed))
    standing = stand(parties, steps)
    papers = tuple(sorted([paper for made, step in pairs if step.change is _PAPER and (paper := entries.get(id(made)))]))
    country = parties[0].country
    return Relation(
        tie_id([place.key for place in parties]),
        parties,
        standing.form,
        standing.status,
        standing.since,
        standing.begun,
        steps,
        standing.sides,
        tuple(sorted([id_ for _, step in pairs for id_ in step.findings])),
        domestic=country is not None and all(place.country == country for place in parties),
        instruments=papers,
        notes=(*notes, *doubts(steps, standing)),
    )


def _step(made: Cluster, imprints: Mapping[str, Imprint], known_as: Aliases) -> Transition:
    finding = min(made.claims).finding if len(made.claims) > 1 else made.claims[0].finding
    roles = finding.roles
    change = _APPROVED if approves(finding) else _change(finding.kind)
    happened = finding.status is _HAPPENED
    return Transition(
        change,
        finding.status,
        made.ids,
        _start(made, imprints) if happened else _told(made, imprints) or (made.when.earliest if made.when else date.min),
        form_of(finding),
        made.when,
        _text(finding, "instrument") or _text(finding, "form") if change is _PAPER else None,
        _text(finding, "label") if "label" in roles else None,
        _actors(finding, known_as) if "actor" in roles else (),
        _text(finding, "reason") if "reason" in roles else None,
        happened and change is not _APPROVED,
    )


@cache
def _change(kind: str) -> Change:
    return _CHANGES[kinds()[kind].effect]


def _text(finding: Finding, role: str) -> str | None:
    said = finding.first(role)
    return None if said is None else str(said)


def _actors(finding: Finding, known_as: Aliases) -> tuple[str, ...]:
    return tuple(sorted(known_as.get(place.key, place.key) for place in finding.places("actor")))


def _start(made: Cluster, imprints: Mapping[str, Imprint]) -> date:
    when = made.when
    if when is not None and when.earliest > date.min:
        return when.earliest
    if when is not None and when.latest < date.max:
        return when.latest
    return _told(made, imprints) or date.min


def _told(made: Cluster, imprints: Mapping[str, Imprint]) -> date | None:
    days = [day.earliest for claim in made.claims if (day := _published(imprints.get(claim.finding.report)))]
    return min(days, default=None)


def _published(imprint: Imprint | None) -> PartialDate | None:
    return imprint.published if imprint else None


def _dated_by_others(steps: Sequence[Transition]) -> list[Transition]:
    """An undated claim that a form stands takes its day from the first dated claim of that form."""
    if all(step.when is not None for step in steps):
        return list(steps)
    firsts: dict[Form | None, date] = {}
    for step in steps:
        if step.counts and step.when is not None and step.when.earliest > date.min:
            firsts[step.form] = min(step.start, firsts.get(step.form, date.max))
    return [
        replace(step, start=firsts[step.form])
        if step.counts and step.when is None and step.change is _STANDS and step.form in firsts
        else step
        for step in steps
    ]
