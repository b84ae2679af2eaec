"""The office at work: review, reports, entry by hand, policies, the log of judgements."""
