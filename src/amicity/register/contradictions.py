"""Where reports contradict each other about a tie: kept, shown, and never settled in silence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from amicity.register.clusters import Cluster
from amicity.register.life import Standing
from amicity.review.witness import copies
from amicity.terms.finding import FindingId
from amicity.terms.ladder import height
from amicity.terms.note import Concern, Note
from amicity.terms.relation import Change, TieStatus, Transition
from amicity.terms.status import Status

Told = tuple[Cluster, Transition]
_PAPER, _STANDS, _ENDED, _DENIED = Change.PAPER, Change.STANDS, Change.ENDED, Status.DENIED
_STANDING = (_PAPER, _STANDS)
ONE_SIGNING_DAYS = 366
"""Two papers of one form nearer than this, on days that cannot be one, are taken for one signing told with two dates;
farther apart they are a tie signed anew."""


def inflated(told: Sequence[Told]) -> tuple[list[Transition], tuple[Note, ...]]:
    """The steps, where a claim that the press inflates no longer counts, and a note for each such claim.

    A claim is inflated where its own report tells of a paper of lower form signed on that occasion, and no other report
    says independently that so high a tie stood by then.
    """
    papers = [(made, step) for made, step in told if step.change is _PAPER and step.counts]
    if not papers:
        return [step for _, step in told], ()
    steps, notes = [], []
    for made, step in told:
        paper = next((paper for paper in papers if _same_occasion(made, step, paper)), None) if _claims(step) else None
        if paper is None or _backed(made, step, paper=paper[0], told=told):
            steps.append(step)
        else:
            steps.append(replace(step, counts=False))
            notes.append(_inflation(step, paper[1]))
    return steps, tuple(notes)


def _claims(step: Transition) -> bool:
    return step.change is _STANDS and step.counts


def _same_occasion(made: Cluster, step: Transition, paper: Told) -> bool:
    signed = paper[1]
    lower = height(signed.form) < height(step.form)
    return (
        lower
        and bool(_reports(made) & _reports(paper[0]))
        and (step.when is None or signed.when is None or step.when.compatible(signed.when))
    )


def _backed(made: Cluster, step: Transition, *, paper: Cluster, told: Sequence[Told]) -> bool:
    """Whether a report other than those of the paper, and in other words, tells of so high a tie by then."""
    own = _reports(paper)
    quotes = {claim.finding.quote.text for claim in made.claims if claim.finding.report in own}
    return any(
        claim.finding.report not in own and not any(copies(claim.finding.quote.text, quote) for quote in quotes)
        for other_of, other in told
        if _as_high(other, step)
        for claim in other_of.claims
    )


def _as_high(other: Transition, step: Transition) -> bool:
    stands = other.counts and other.change in _STANDING and height(other.form) >= height(step.form)
    return stands and (step.when is None or other.start <= step.when.latest)


def _reports(made: Cluster) -> set[str]:
    return {claim.finding.report for claim in made.claims}


def _inflation(step: Transition, paper: Transition) -> Note:
    signed, claimed = _words(paper.form), _words(step.form)
    says = f"The press inflates: the report calls this a {claimed} tie, but the paper it tells of is a {signed}."
    return Note(Concern.INFLATED, says, _together(step, paper))


def doubts(steps: Sequence[Transition], standing: Standing) -> Iterator[Note]:
    """The notes that a tie's steps call for."""
    counting = [step for step in steps if step.counts]
    if len(counting) > 1:
        for left, right in combinations(counting, 2):
            if note := _two_dates(left, right):
                yield note
    for step in steps:
        if step.status is _DENIED and counting:
            yield Note(Concern.DENIED, "One report denies what another tells of this tie.", _together(step, counting[0]))
        if step.counts and step.change is _ENDED and step.when is None:
            yield Note(Concern.UNDATED, "The tie is said to have ended, on a day that no report gives.", step.findings)
    if len({side.status for side in standing.sides}) > 1 and standing.status is not TieStatus.PROSPECT:
        acted = " and ".join(side.place.name or "one side" for side in standing.sides if side.status is standing.status)
        says = f"One-sided: {standing.status.value} by {acted} alone, as far as reports say."
        yield Note(Concern.ONE_SIDED, says, tuple(f for step in steps if step.actors for f in step.findings))


def _two_dates(left: Transition, right: Transition) -> Note | None:
    if left.form is not right.form or left.when is None or right.when is None or left.when.compatible(right.when):
        return None
    if left.change not in _STANDING or right.change not in _STANDING:
        return None
    if left.change is right.change is _PAPER and abs((left.start - right.start).days) > ONE_SIGNING_DAYS:
        return None
    says = f"Reports give two dates for the {_words(left.form)} tie: {left.when} and {right.when}."
    return Note(Concern.DATES, says, _together(left, right))


def _words(form: object) -> str:
    return str(form).replace("_", " ") if form else "unnamed"


def _together(left: Transition, right: Transition) -> tuple[FindingId, ...]:
    return tuple(sorted({*left.findings, *right.findings}))
