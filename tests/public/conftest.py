"""A store that holds the tale."""

import pytest

from amicity_web.store.record import record_judgement, record_report
from public import tale


@pytest.fixture
def told(db: None) -> None:
    """The tale's reports and findings are in the store, and its policy accepts what is sure."""
    for report, findings in tale.findings():
        record_report(report, findings, by="test")
    record_judgement(tale.policy())
