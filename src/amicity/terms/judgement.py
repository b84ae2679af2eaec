"""A judgement: what a person says of a finding, with name, time and reason."""

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NewType

from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding

JudgementId = NewType("JudgementId", str)


class Verdict(StrEnum):
    """What can be said. ``WITHDRAW`` takes an earlier judgement back, and the register is as if that had never been."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME_AS = "same_as"
    DIFFERENT = "different"
    POLICY = "policy"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Policy:
    """Accept, without looking at each, what fulfils all of these; an empty tuple admits any value."""

    confidences: tuple[Confidence, ...] = (Confidence.A,)
    sources: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """``subjects`` are finding ids (ACCEPT, REJECT, CORRECT: one; SAME_AS, DIFFERENT: two or more), place or entry keys
    (SAME_AS, DIFFERENT), or judgement ids (WITHDRAW: one). ``at`` is an ISO 8601 instant in UTC; ``correction`` the finding
    as it should read, whose quote stays the report's."""

    verdict: Verdict
    subjects: tuple[str, ...]
    by: str
    at: str
    reason: str = ""
    correction: Finding | None = None
    policy: Policy | None = None

    @property
    def id(self) -> JudgementId:
        """The identity of the act: same verdict, subjects, person, time and content give the same id."""
        act = [
            self.verdict.value,
            list(self.subjects),
            self.by,
            self.at,
            self.reason,
            self.correction.id if self.correction else None,
            [list(self.policy.confidences), list(self.policy.sources), list(self.policy.kinds)] if self.policy else None,
        ]
        return JudgementId(sha256(json.dumps(act, ensure_ascii=True).encode()).hexdigest()[:20])
