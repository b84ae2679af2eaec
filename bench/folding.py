"""How fast the register is folded."""

import time
from collections.abc import Iterator

from amicity.register import fold
from amicity.terms.confidence import Confidence
from amicity.terms.judgement import Judgement, Policy, Verdict
from bench.row import Row
from bench.synthetic import findings

_COUNT = 50_000


def measure() -> Iterator[Row]:
    """50,000 findings and one policy that admits them, in seconds of one core."""
    claims = tuple(findings(_COUNT))
    policy = Judgement(Verdict.POLICY, (), by="bench", at="2026-01-01T00:00:00Z", policy=Policy(tuple(Confidence)))
    times = []
    for _ in range(3):
        start = time.process_time()
        fold(claims, (policy,))
        times.append(time.process_time() - start)
    yield Row("fold of 50,000 findings", min(times), "s", 1, ceiling=True)
