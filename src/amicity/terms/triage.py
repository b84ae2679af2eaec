"""A triage: what a reviewer should know of a finding before judging it."""

from dataclasses import dataclass

from amicity.terms.finding import FindingId
from amicity.terms.judgement import Verdict


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing to know: ``name`` of the decider that says it, one plain sentence, the findings it speaks of,
    and whether it is a reason to look before accepting."""

    name: str
    says: str
    findings: tuple[FindingId, ...] = ()
    look: bool = False


@dataclass(frozen=True, slots=True)
class Triage:
    """``proposed`` is ACCEPT where nothing calls for a look, else None: look. Duplicates meet in one entry once accepted."""

    finding: FindingId
    reasons: tuple[Reason, ...]
    duplicates: tuple[FindingId, ...]
    contradictions: tuple[FindingId, ...]
    proposed: Verdict | None
