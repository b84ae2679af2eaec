"""Review: a finding beside what is known → reasons, duplicates, contradictions; and what people's judgements come to."""

from amicity.review.identity import aliases, group_keys, place_slug, tie_id
from amicity.review.judging import JudgementError, check
from amicity.review.known import Known
from amicity.review.rulings import instant, rule, standing
from amicity.review.triage import triage

__all__ = ["JudgementError", "Known", "aliases", "check", "group_keys", "instant", "place_slug", "rule", "standing", "tie_id", "triage"]
