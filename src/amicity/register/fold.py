"""Findings and judgements → the register: pure, and the same whatever the order in which they come."""

from collections.abc import Iterable
from types import MappingProxyType

from amicity.register.assembly import collector_at_rest
from amicity.register.groups import each_once, grouped, partition, touched
from amicity.register.later import InOrder
from amicity.register.links import links
from amicity.register.shelf import Shelf, places_in
from amicity.review.identity import aliases
from amicity.review.naming import renamed, renamings
from amicity.review.rulings import ruled, standing
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement
from amicity.terms.register import Register
from amicity.terms.ruling import Fate

__all__ = ["fold", "partition", "touched"]


def fold(
    findings: Iterable[Finding],
    judgements: Iterable[Judgement] = (),
    *,
    imprints: Iterable[Imprint] = (),
    include_unjudged: bool = False,
) -> Register:
    """The register that the accepted findings make.

    Accepted is what a person accepted or corrected, or a policy admits; ``include_unjudged`` adds what waits (never what was
    rejected). ``imprints`` date the reports: what a text leaves undated is taken as of its report's day.

    The fold of all findings is the union of the folds of the groups that ``partition`` gives: nothing in a group's entries
    depends on another group. Raises ValueError for a judgement whose ``at`` is no instant.
    """
    with collector_at_rest():
        return _fold(findings, judgements, imprints=imprints, include_unjudged=include_unjudged)


def _fold(findings: Iterable[Finding], judgements: Iterable[Judgement], *, imprints: Iterable[Imprint], include_unjudged: bool) -> Register:
    stand = standing(judgements)
    known_as, said, names = aliases(stand), links(stand), renamings(stand)
    fates = (Fate.ACCEPTED, Fate.CORRECTED, Fate.WAITING) if include_unjudged else (Fate.ACCEPTED, Fate.CORRECTED)
    read = each_once(findings)
    rulings, corrected = ruled(read, stand)
    accepted = {id_: finding for (id_, finding), ruling in zip(read.items(), rulings.values(), strict=True) if ruling.fate in fates}
    accepted |= {id_: finding for id_, finding in corrected.items() if id_ in accepted}
    if names:
        accepted = {id_: renamed(finding, names) for id_, finding in accepted.items()}
    printed = {imprint.report: imprint for imprint in imprints}
    shelf = Shelf(places_in(accepted.values(), known_as), known_as, printed, said)
    for claims in grouped(accepted, known_as, said).values():
        shelf.put(claims)
    items, rows = shelf.items, shelf.rows
    return Register(
        items=items,
        findings=InOrder(accepted),
        rulings=InOrder(rulings),
        imprints=MappingProxyType(printed),
        places=MappingProxyType({place.key: place for place in shelf.places.values()}),
        at=MappingProxyType({key: tuple(sorted(ids)) for key, ids in sorted(shelf.at.items())}),
        told=InOrder(shelf.told),
        row=lambda sort: items.those(rows.get(sort, ())),
    )
