"""The store: reports, findings and judgements (append-only) and the projection folded from them."""
