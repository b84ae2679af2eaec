"""The pen: who holds it writes, and nobody else does."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction

from amicity_web.store.models import Pen


@contextmanager
def pen() -> Iterator[None]:
    """A transaction that no other writer shares. Not to be taken twice by one thread.

    On SQLite writers queue at a file lock first, where the system wakes the next one at once: SQLite's own waiting polls,
    and under load leaves some writers out for seconds. On PostgreSQL they queue at the one row of ``Pen``.
    """
    if connection.vendor == "sqlite":
        with (settings.VAR / "pen.lock").open("a") as queue:
            fcntl.flock(queue, fcntl.LOCK_EX)
            with transaction.atomic():
                yield
    else:
        with transaction.atomic():
            Pen.objects.select_for_update().get(pk=1)
            yield
