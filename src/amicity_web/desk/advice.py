"""What the rules say of a tie that accepting a finding would make or change: a note for the person who judges. Nothing is blocked."""

from collections.abc import Iterable

from django.utils import timezone

from amicity.kinds import kinds
from amicity.register import fold
from amicity.register.advice import warnings_for
from amicity.review.identity import TIE_EFFECTS
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.relation import Relation
from amicity.terms.rule_pack import Advice, Weight
from amicity_web.desk.acts import now
from amicity_web.store import load
from amicity_web.store.scope import scope_of


def advice(finding: Finding) -> list[Advice]:
    """The rules' words on the ties that the finding tells of, once it is accepted, warnings first; none for what tells of no tie."""
    if finding.kind not in kinds() or kinds()[finding.kind].effect not in TIE_EFFECTS:
        return []
    scope = scope_of([finding.id])
    accept = Judgement(Verdict.ACCEPT, (finding.id,), "advice", now())
    after = fold(scope.findings.values(), (*scope.judgements, accept), imprints=scope.imprints)
    ties = [tie for tie in after.relations if finding.id in tie.findings]
    spoken = [each for tie in ties for each in warnings_for(tie, after, timezone.localdate(), ties_of=_ties_of)]
    return sorted(spoken, key=lambda each: each.weight is not Weight.WARNS)


def _ties_of(key: str) -> Iterable[Relation]:
    return load.register_for(key).ties_of(key)
