"""Everything, without loss: findings and judgements as JSON Lines, from which the same register folds anew."""

import json

from amicity.terms.export import Edition, Export
from amicity.terms.wire import finding_to_json, judgement_to_json


def write(edition: Edition) -> bytes:
    """All findings, also those that wait or were rejected, then all judgements, each in order of id; the day and place do not matter."""
    findings = ({"finding": finding_to_json(f)} for f in sorted(edition.findings, key=lambda f: f.id))
    judgements = ({"judgement": judgement_to_json(j)} for j in sorted(edition.judgements, key=lambda j: j.id))
    return "".join(f"{json.dumps(line, ensure_ascii=True)}\n" for line in (*findings, *judgements)).encode()


EXPORT = Export("jsonl", "findings and judgements, without loss", "jsonl", "application/x-ndjson", write)
