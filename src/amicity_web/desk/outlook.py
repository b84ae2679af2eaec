"""What accepting a finding would do to the register, in words."""

from amicity.register import fold
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.relation import Relation
from amicity_web.desk.acts import now
from amicity_web.store.scope import scope_of
from amicity_web.wording.dates import in_words
from amicity_web.wording.forms import form_name, state_name


def outlook(finding: Finding) -> list[str]:
    """One sentence for each tie that would be new or change; empty where accepting changes no tie."""
    scope = scope_of([finding.id])
    accept = Judgement(Verdict.ACCEPT, (finding.id,), "outlook", now())
    before = fold(scope.findings.values(), scope.judgements, imprints=scope.imprints)
    after = fold(scope.findings.values(), (*scope.judgements, accept), imprints=scope.imprints)
    return [_change(before.relation(tie.id), tie) for tie in after.relations if _stand(before.relation(tie.id)) != _stand(tie)]


def _change(before: Relation | None, after: Relation) -> str:
    if before is None:
        return f"New tie: {after.label}, {_stand(after)}."
    return f"{after.label}: from {_stand(before)} to {_stand(after)}."


def _stand(tie: Relation | None) -> str:
    if tie is None:
        return ""
    since = f" since {in_words(tie.since)}" if tie.since else ""
    return f"{form_name(tie.form)}{since} ({state_name(tie.status)})"
