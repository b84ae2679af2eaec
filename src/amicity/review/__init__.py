"""Review: a finding beside what is known → reasons, duplicates, contradictions; and what people's judgements come to."""

from amicity.review.identity import aliases, group_keys, place_slug, tie_id
from amicity.review.rulings import instant, rule, standing

__all__ = ["aliases", "group_keys", "instant", "place_slug", "rule", "standing", "tie_id"]
