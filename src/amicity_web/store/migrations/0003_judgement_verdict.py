"""An index for the few judgements that link, admit or withdraw."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """After the record is append-only: an index changes no row."""

    dependencies = (("store", "0002_append_only"),)
    operations = (
        migrations.AddIndex(
            model_name="judgementrow",
            index=models.Index(fields=["verdict"], name="judgement_verdict"),
        ),
    )
