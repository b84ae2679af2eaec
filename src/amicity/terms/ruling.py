"""A ruling: what the judgements passed on one finding come to."""

from dataclasses import dataclass
from enum import StrEnum

from amicity.terms.judgement import JudgementId


class Fate(StrEnum):
    """Where a finding stands. Only accepted and corrected findings make the register."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Ruling:
    """``by`` and ``at`` are of the judgement that decides (a policy counts where no person judged the finding itself);
    ``overruled`` the standing judgements that said otherwise."""

    fate: Fate
    by: str | None = None
    at: str | None = None
    reason: str = ""
    policy: bool = False
    judgement: JudgementId | None = None
    overruled: tuple[JudgementId, ...] = ()
