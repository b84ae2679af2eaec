"""Clusters about one tie → the relation: its steps, which of them count, and what reports contradict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from operator import attrgetter

from amicity.kinds import kinds
from amicity.register.clusters import Cluster
from amicity.register.contradictions import doubts, inflated
from amicity.register.entries import entry_id
from amicity.register.life import in_order, stand
from amicity.register.particulars import has_particulars, particulars_of
from amicity.review.identity import Aliases, tie_id, tie_keys
from amicity.review.matching import approves, form_of
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.imprint import Imprint
from amicity.terms.kind import Effect
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.relation import NOTHING_PARTICULAR, Change, Relation, Transition
from amicity.terms.status import Status

_CHANGES = {
    Effect.PAPER: Change.PAPER,
    Effect.STANDS: Change.STANDS,
    Effect.RENEWS: Change.RENEWED,
    Effect.SUSPENDS: Change.SUSPENDED,
    Effect.ENDS: Change.ENDED,
}
_PLAIN = (Change.PAPER, Change.STANDS)
_HAPPENED, _APPROVED, _PAPER, _STANDS = Status.HAPPENED, Change.APPROVED, Change.PAPER, Change.STANDS


def relation_of(
    parties: tuple[Place, ...],
    clusters: Iterable[Cluster],
    *,
    imprints: Mapping[str, Imprint],
    known_as: Aliases,
) -> Relation:
    """The relation between these parties, from all clusters that speak of their tie."""
    pairs = [(made, _step(made, imprints, known_as)) for made in sorted(clusters, key=attrgetter("ids"))]
    if len(parties) > 2:
        pairs = [(made, _of_some(step, made, parties, known_as)) for made, step in pairs]
    followed, notes = inflated(pairs)
    steps = in_order(_dated_by_others(followed))
    standing = stand(parties, steps)
    if _labelled(pairs) and (labels := _own_labels(pairs, parties, imprints)):
        standing = standing._replace(sides=tuple(replace(side, label=labels.get(side.place.key)) for side in standing.sides))
    papers = tuple(sorted([entry_id(made) for made, step in pairs if step.change is _PAPER]))
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


def _labelled(pairs: Iterable[tuple[Cluster, Transition]]) -> bool:
    for made, _ in pairs:
        for claim in made.claims:
            if "label" in claim.finding.roles:
                return True
    return False


def _own_labels(pairs: Iterable[tuple[Cluster, Transition]], parties: Sequence[Place], imprints: Mapping[str, Imprint]) -> dict[str, str]:
    """What each side itself calls the tie: on its own page, or in words that a report gives to it alone."""
    labels: dict[str, str] = {}
    for made, step in pairs:
        alone = step.actors if len(step.actors) == 1 else ()
        for claim in sorted(made.claims):
            if "label" not in claim.finding.roles:
                continue
            imprint = imprints.get(claim.finding.report)
            owner = imprint.owner if imprint else None
            for place in parties:
                if place.key in alone or (owner and owner in (place.key, place.name)):
                    labels[place.key] = str(_text(claim.finding, "label"))
    return labels


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
        particulars_of(finding) if change not in _PLAIN or has_particulars(finding) else NOTHING_PARTICULAR,
    )


def _of_some(step: Transition, made: Cluster, parties: Sequence[Place], known_as: Aliases) -> Transition:
    """A step of a tie of many that names only some of them, with their keys."""
    keys = tie_keys(made.claims[0].finding, known_as)
    return step if len(keys) == len(parties) else replace(step, particulars=replace(step.particulars, parties=keys))


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
