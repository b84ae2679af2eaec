"""The chain of judgements: each row's hash covers the one before it, so a row that was slipped in, changed or lost shows."""

from hashlib import sha256

from amicity_web.store.models import JudgementRow

GENESIS = "0" * 64
"""What the first judgement follows."""


class BrokenChainError(Exception):
    """The stored judgements are not as they were written; the message names the first that is not."""


def link(previous: str, *, wire: str) -> str:
    """The hash of a judgement that follows ``previous``."""
    return sha256(f"{previous}\n{wire}".encode()).hexdigest()


def end() -> str:
    """The hash that the next judgement follows."""
    return JudgementRow.objects.order_by("-seq").values_list("own", flat=True).first() or GENESIS


def verify() -> int:
    """How many judgements stand in the unbroken chain. Raises BrokenChainError."""
    previous, count = GENESIS, 0
    for row in JudgementRow.objects.order_by("seq").iterator():
        if row.previous != previous or row.own != link(previous, wire=row.wire):
            raise BrokenChainError(
                f"judgement {row.seq} ({row.id}) does not follow the one before it: restore the latest backup and compare"
            )
        previous, count = row.own, count + 1
    return count
