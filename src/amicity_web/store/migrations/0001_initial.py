import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="FindingRow",
            fields=[
                ("id", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("wire", models.TextField()),
                ("kind", models.CharField(max_length=30)),
                ("status", models.CharField(max_length=20)),
                ("confidence", models.CharField(max_length=1)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("rule", models.CharField(blank=True, max_length=200)),
                ("reader", models.CharField(blank=True, max_length=100)),
            ],
        ),
        migrations.CreateModel(
            name="JudgementRow",
            fields=[
                ("seq", models.BigAutoField(primary_key=True, serialize=False)),
                ("id", models.CharField(max_length=20, unique=True)),
                ("wire", models.TextField()),
                ("verdict", models.CharField(max_length=20)),
                ("by", models.CharField(max_length=150)),
                ("at", models.CharField(max_length=40)),
                ("previous", models.CharField(max_length=64, unique=True)),
                ("own", models.CharField(max_length=64, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Pen",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
        ),
        migrations.CreateModel(
            name="PlaceRow",
            fields=[
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("name", models.TextField(null=True)),
                ("country", models.CharField(max_length=2, null=True)),
                ("level", models.CharField(max_length=20)),
                ("latitude", models.FloatField(null=True)),
                ("longitude", models.FloatField(null=True)),
                ("population", models.BigIntegerField(null=True)),
                ("search", models.TextField(db_index=True)),
                ("slug", models.TextField(unique=True)),
                ("ties", models.PositiveIntegerField(db_index=True, default=0)),
            ],
        ),
        migrations.CreateModel(
            name="ReportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("source", models.TextField()),
                ("text", models.TextField()),
                ("title", models.TextField(null=True)),
                ("published", models.CharField(max_length=64, null=True)),
                ("publisher", models.TextField(null=True)),
                ("address", models.TextField(null=True)),
                ("language", models.CharField(max_length=35, null=True)),
                ("media", models.CharField(max_length=100)),
                ("fetched", models.CharField(max_length=40, null=True)),
                ("grade", models.CharField(max_length=20)),
                ("owner", models.TextField(null=True)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                ("added_by", models.CharField(blank=True, max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name="TieRow",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("form", models.CharField(db_index=True, max_length=30)),
                ("status", models.CharField(max_length=20)),
                ("since", models.CharField(max_length=64, null=True)),
                ("since_on", models.DateField(null=True)),
                ("domestic", models.BooleanField()),
                ("findings", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                (
                    "finding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="standing",
                        serialize=False,
                        to="store.findingrow",
                    ),
                ),
                ("verdict", models.CharField(db_index=True, max_length=20)),
            ],
        ),
        migrations.CreateModel(
            name="JudgementSubject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.TextField(db_index=True)),
                (
                    "judgement",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="about", to="store.judgementrow"),
                ),
            ],
        ),
        migrations.AddField(
            model_name="findingrow",
            name="report",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="store.reportrow"),
        ),
        migrations.CreateModel(
            name="FindingGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.TextField()),
                ("finding", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="grouped", to="store.findingrow")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("key", "finding"), name="finding_group_once")],
            },
        ),
        migrations.CreateModel(
            name="FindingPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("finding", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="named", to="store.findingrow")),
                ("place", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="named_in", to="store.placerow")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("place", "finding"), name="finding_place_once")],
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.TextField()),
                ("finding", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="tells", to="store.findingrow")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("entry", "finding"), name="telling_once")],
            },
        ),
        migrations.CreateModel(
            name="TiePlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="tied_by", to="store.placerow")),
                ("tie", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="store.tierow")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("place", "tie"), name="tie_place_once")],
            },
        ),
    ]
