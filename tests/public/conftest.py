"""A store that holds the tale."""

import pytest

from public import tale
from public.telling import tell


@pytest.fixture
def told(db: None) -> None:
    """The tale's reports and findings are in the store, and its policy accepts what is sure."""
    tell(tale.policy())
