"""This moment: the API's only clock."""

from datetime import UTC, date, datetime

from django.utils import timezone


def now() -> str:
    """This instant, in UTC, as judgements write it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def today() -> date:
    """Today."""
    return timezone.localdate()
