"""A person's acts at the desk, as judgements."""

from datetime import UTC, datetime

from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity_web.store.models import JudgementRow
from amicity_web.store.record import record_judgement

REASONS = (
    "The passage does not say this",
    "A wrong place",
    "A wrong date",
    "No tie between places",
    "The text belongs to another article",
    "Already told by another finding",
)
"""Why findings are rejected, most often first."""


def now() -> str:
    """This instant, in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def judge(verdict: Verdict, finding: str, *, by: str, seen: int, reason: str = "", correction: Finding | None = None) -> Judgement:
    """Accept, reject or correct a finding. Raises ConflictError."""
    return record_judgement(Judgement(verdict, (finding,), by, now(), reason, correction), seen=seen)


def link(verdict: Verdict, finding: str, *, other: str, by: str, seen: int) -> Judgement:
    """Say that two findings tell of one thing, or do not. Raises ConflictError."""
    return record_judgement(Judgement(verdict, (finding, other), by, now()), seen=seen)


def say_alike(verdict: Verdict, left: str, right: str, *, by: str, reason: str = "") -> Judgement:
    """Say that two places, people, bodies or series are one, or are two. Raises JudgementError."""
    return record_judgement(Judgement(verdict, (left, right), by, now(), reason))


def adopt(policy: Policy, *, by: str, reason: str) -> Judgement:
    """Accept by policy."""
    return record_judgement(Judgement(Verdict.POLICY, (), by, now(), reason, policy=policy))


def take_back(judgement: str, *, by: str) -> Judgement:
    """Withdraw a judgement. Raises JudgementError where it has been withdrawn already."""
    return record_judgement(Judgement(Verdict.WITHDRAW, (judgement,), by, now()))


def withdrawn(judgement: str) -> bool:
    """Whether a standing withdrawal takes the judgement back."""
    backs = JudgementRow.objects.filter(verdict=Verdict.WITHDRAW.value, about__subject=judgement).values_list("id", flat=True)
    return any(not withdrawn(back) for back in backs)


def latest(by: str) -> JudgementRow | None:
    """This person's latest judgement, if it stands and is not itself an undoing: what the Undo button takes back."""
    row = JudgementRow.objects.filter(by=by).order_by("-seq").first()
    return row if row and row.verdict != Verdict.WITHDRAW.value and not withdrawn(row.id) else None
