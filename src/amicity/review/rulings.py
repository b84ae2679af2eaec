"""What people's judgements come to: those that stand, and the fate of each finding under them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from fnmatch import fnmatchcase

from amicity.review.rereading import carried, with_reviews
from amicity.terms.finding import Finding, FindingId
from amicity.terms.judgement import Judgement, JudgementId, Policy, Verdict
from amicity.terms.ruling import Fate, Ruling

FATES = {Verdict.ACCEPT: Fate.ACCEPTED, Verdict.CORRECT: Fate.CORRECTED, Verdict.REJECT: Fate.REJECTED}
WAITING = Ruling(Fate.WAITING)


def instant(at: str) -> datetime:
    """The moment of a judgement. Raises ValueError for what is no ISO 8601 instant; one without a zone is UTC."""
    moment = datetime.fromisoformat(at)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody has taken back, earliest first, each once; a withdrawal that is itself withdrawn has no effect."""
    by_id = {judgement.id: judgement for judgement in judgements}
    withdrawals: dict[str, list[JudgementId]] = {}
    for id_, judgement in by_id.items():
        if judgement.verdict is Verdict.WITHDRAW:
            for subject in judgement.subjects:
                withdrawals.setdefault(subject, []).append(id_)
    stands = [id_ for id_ in by_id if _stands(id_, withdrawals)]
    kept = [by_id[id_] for id_ in stands if by_id[id_].verdict is not Verdict.WITHDRAW]
    return tuple(sorted(kept, key=lambda judgement: (instant(judgement.at), judgement.id)))


def _stands(id_: str, withdrawals: Mapping[str, list[JudgementId]]) -> bool:
    return not any(_stands(withdrawal, withdrawals) for withdrawal in withdrawals.get(id_, ()))


def admits(policy: Policy, finding: Finding) -> bool:
    """Whether a policy accepts a finding; a source may be given with ``*``, e.g. ``city-site/*``."""
    return (
        (not policy.confidences or finding.confidence in policy.confidences)
        and (not policy.kinds or finding.kind in policy.kinds)
        and (not policy.sources or any(fnmatchcase(finding.source, pattern) for pattern in policy.sources))
    )


def rule(findings: Mapping[FindingId, Finding], stand: Iterable[Judgement]) -> dict[FindingId, tuple[Ruling, Finding]]:
    """The ruling on each finding, with the finding as it then reads (as corrected, else as read)."""
    rulings, corrected = ruled(findings, stand)
    return {id_: (ruling, corrected.get(id_, findings[id_])) for id_, ruling in rulings.items()}


def ruled(findings: Mapping[FindingId, Finding], stand: Iterable[Judgement]) -> tuple[dict[FindingId, Ruling], dict[FindingId, Finding]]:
    """The ruling on each finding, in their order, and the findings that now read otherwise than they were read.

    ``stand`` are standing judgements, earliest first. The last word of a person counts, a policy only where no person spoke;
    of several policies the first that admits the finding. What a person said of one reading holds for another of the same passage
    or claim (see ``rereading``).
    """
    said: dict[str, list[Judgement]] = {}
    policies: list[tuple[Policy, Ruling]] = []
    for judgement in stand:
        if judgement.verdict in FATES:
            for subject in judgement.subjects[:1]:
                said.setdefault(subject, []).append(judgement)
        elif judgement.verdict is Verdict.POLICY:
            policies.append((judgement.policy or Policy(), _ruling(judgement, Fate.ACCEPTED, policy=True)))
    rulings = _by_policies(policies, findings)
    corrected: dict[FindingId, Finding] = {}
    for subject, spoken in said.items():
        id_ = FindingId(subject)
        if id_ in findings:
            rulings[id_], correction = _decide(spoken)
            if correction is not None:
                corrected[id_] = correction
    if said:
        for id_, before in with_reviews(findings, said, [id_ for id_ in findings if id_ not in said]).items():
            rulings[id_] = rulings[before]
            corrected[id_] = carried(findings[id_], corrected.get(before, findings[before]))
    return rulings, corrected


def _decide(spoken: list[Judgement]) -> tuple[Ruling, Finding | None]:
    last = spoken[-1]
    overruled = tuple(judgement.id for judgement in spoken[:-1] if judgement.verdict is not last.verdict)
    corrected = last.correction if last.verdict is Verdict.CORRECT else None
    return _ruling(last, FATES[last.verdict], overruled=overruled), corrected


def _by_policies(policies: list[tuple[Policy, Ruling]], findings: Mapping[FindingId, Finding]) -> dict[FindingId, Ruling]:
    """What policies make of each finding; of two whose kind, confidence and source are the same they make the same."""
    sourced = any(policy.sources for policy, _ in policies)
    made: dict[tuple[str, ...], Ruling] = {}
    rulings: dict[FindingId, Ruling] = {}
    for id_, finding in findings.items():
        asked = (finding.kind, finding.confidence, finding.source) if sourced else (finding.kind, finding.confidence)
        if asked not in made:
            made[asked] = next((ruling for policy, ruling in policies if admits(policy, finding)), WAITING)
        rulings[id_] = made[asked]
    return rulings


def _ruling(judgement: Judgement, fate: Fate, *, policy: bool = False, overruled: tuple[JudgementId, ...] = ()) -> Ruling:
    return Ruling(fate, judgement.by, judgement.at, judgement.reason, policy, judgement.id, overruled)
