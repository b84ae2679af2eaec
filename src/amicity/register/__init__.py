"""The register: findings and judgements → relations, events, promises, posts and figures. A pure fold, whatever the order."""

from amicity.register.edition import as_of, known_at, passed_by, published_by, tie_on
from amicity.register.fold import fold, partition, touched
from amicity.register.imprints import inferred

__all__ = ["as_of", "fold", "inferred", "known_at", "partition", "passed_by", "published_by", "tie_on", "touched"]
