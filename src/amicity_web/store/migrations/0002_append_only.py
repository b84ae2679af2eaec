"""The record is append-only: the database itself refuses UPDATE and DELETE on reports, findings, judgements and their subjects."""

from django.db import migrations

RECORD = ("store_reportrow", "store_findingrow", "store_judgementrow", "store_judgementsubject")
SAYS = "the record is append-only: nothing in %s is changed or deleted"


def lay(apps, schema_editor):
    """Lay the triggers."""
    statements = _sqlite() if schema_editor.connection.vendor == "sqlite" else _postgresql()
    for statement in statements:
        schema_editor.execute(statement, params=None)


def make_pen(apps, schema_editor):
    """Make the one pen."""
    apps.get_model("store", "Pen").objects.get_or_create(pk=1)


def lift(apps, schema_editor):
    """Take the triggers off again."""
    on_table = schema_editor.connection.vendor != "sqlite"
    for table in RECORD:
        for act in ("update", "delete", *(("truncate",) if on_table else ())):
            schema_editor.execute(f"DROP TRIGGER {table}_no_{act}" + (f" ON {table}" if on_table else ""))
    if on_table:
        schema_editor.execute("DROP FUNCTION amicity_append_only()")


def _sqlite():
    for table in RECORD:
        for act in ("update", "delete"):
            yield f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{SAYS % table}'); END"


def _postgresql():
    yield (
        "CREATE FUNCTION amicity_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION 'the record is append-only: nothing in % is changed or deleted', TG_TABLE_NAME; END $$"
    )
    for table in RECORD:
        for act in ("update", "delete"):
            yield f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} FOR EACH ROW EXECUTE FUNCTION amicity_append_only()"
        yield f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION amicity_append_only()"


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(lay, lift), migrations.RunPython(make_pen, migrations.RunPython.noop)]
