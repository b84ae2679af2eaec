"""Addresses among the words of a command, and what fetches them."""

import re
from datetime import UTC, datetime

from amicity.sources import Fetcher

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,10}://", re.IGNORECASE)


def is_address(word: str) -> bool:
    """Whether the word is an address, and no path."""
    return _SCHEME.match(word) is not None


def fetcher(delay: float = 1.0) -> Fetcher:
    """What fetches pages of the public web; it reads the clock, so that each page tells when it was had."""
    return Fetcher(delay=delay, clock=lambda: datetime.now(UTC))
