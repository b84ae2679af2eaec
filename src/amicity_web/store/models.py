"""The tables: an append-only record (reports, findings, judgements) and a projection that may be dropped and rebuilt.

Database triggers refuse UPDATE and DELETE on the record (migration 0002). Every write goes through ``record.py``.
"""

from django.db import models


class ReportRow(models.Model):
    """A report as it was given; ``digest`` is the SHA-256 of its text, ``published`` an EDTF date."""

    digest = models.CharField(max_length=64, unique=True)
    source = models.TextField()
    text = models.TextField()
    title = models.TextField(null=True)
    published = models.CharField(max_length=64, null=True)
    publisher = models.TextField(null=True)
    address = models.TextField(null=True)
    language = models.CharField(max_length=35, null=True)
    media = models.CharField(max_length=100)
    fetched = models.CharField(max_length=40, null=True)
    grade = models.CharField(max_length=20)
    owner = models.TextField(null=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.CharField(max_length=150, blank=True)


class FindingRow(models.Model):
    """A finding in its wire form, with what lists sort and filter by. ``id`` is the finding's own."""

    id = models.CharField(max_length=20, primary_key=True)
    report = models.ForeignKey(ReportRow, on_delete=models.PROTECT, related_name="findings")
    wire = models.TextField()
    kind = models.CharField(max_length=30)
    status = models.CharField(max_length=20)
    confidence = models.CharField(max_length=1)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    rule = models.CharField(max_length=200, blank=True)
    reader = models.CharField(max_length=100, blank=True)


class JudgementRow(models.Model):
    """A judgement in its wire form, chained: ``own`` is the SHA-256 of ``previous`` and the wire form.

    ``previous`` is unique, so two writers can never append to the same end of the chain.
    """

    seq = models.BigAutoField(primary_key=True)
    id = models.CharField(max_length=20, unique=True)
    wire = models.TextField()
    verdict = models.CharField(max_length=20)
    by = models.CharField(max_length=150)
    at = models.CharField(max_length=40)
    previous = models.CharField(max_length=64, unique=True)
    own = models.CharField(max_length=64, unique=True)

    class Meta:
        """Few judgements link, admit or withdraw, and every write asks for those."""

        indexes = (models.Index(fields=("verdict",), name="judgement_verdict"),)


class Pen(models.Model):
    """One row, locked by whoever writes: on PostgreSQL writers wait for it; on SQLite a write transaction is alone anyway."""


class JudgementSubject(models.Model):
    """What a judgement is about: finding ids, keys of places or entries, or a judgement's id."""

    judgement = models.ForeignKey(JudgementRow, on_delete=models.PROTECT, related_name="about")
    subject = models.TextField(db_index=True)


class PlaceRow(models.Model):
    """Projection: a place that some finding names. ``search`` is folded, ``slug`` readable and stable."""

    key = models.TextField(primary_key=True)
    name = models.TextField(null=True)
    country = models.CharField(max_length=2, null=True)
    level = models.CharField(max_length=20)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    population = models.BigIntegerField(null=True)
    search = models.TextField(db_index=True)
    slug = models.TextField(unique=True)
    ties = models.PositiveIntegerField(default=0, db_index=True)


class FindingPlace(models.Model):
    """Projection: the places that a finding names, or that a correction of it names."""

    finding = models.ForeignKey(FindingRow, on_delete=models.CASCADE, related_name="named")
    place = models.ForeignKey(PlaceRow, on_delete=models.CASCADE, related_name="named_in")

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("place", "finding"), name="finding_place_once"),)


class FindingGroup(models.Model):
    """Projection: the groups in which a finding, or a correction of it, is folded (``amicity.register.group_keys``)."""

    finding = models.ForeignKey(FindingRow, on_delete=models.CASCADE, related_name="grouped")
    key = models.TextField()

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("key", "finding"), name="finding_group_once"),)


class Standing(models.Model):
    """Projection: what the judgements together say of a finding; no row means that nobody has judged it."""

    finding = models.OneToOneField(FindingRow, on_delete=models.CASCADE, primary_key=True, related_name="standing")
    verdict = models.CharField(max_length=20, db_index=True)


class Telling(models.Model):
    """Projection: which entries of the register (ties, events, promises …) rest on which finding."""

    finding = models.ForeignKey(FindingRow, on_delete=models.CASCADE, related_name="tells")
    entry = models.TextField()

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("entry", "finding"), name="telling_once"),)


class TieRow(models.Model):
    """Projection: a tie as lists, the map and the search need it. ``since_on`` is the first day that ``since`` may mean."""

    id = models.TextField(primary_key=True)
    form = models.CharField(max_length=30, db_index=True)
    status = models.CharField(max_length=20)
    since = models.CharField(max_length=64, null=True)
    since_on = models.DateField(null=True)
    domestic = models.BooleanField()
    findings = models.PositiveIntegerField()


class TiePlace(models.Model):
    """Projection: the parties of a tie."""

    tie = models.ForeignKey(TieRow, on_delete=models.CASCADE, related_name="parties")
    place = models.ForeignKey(PlaceRow, on_delete=models.CASCADE, related_name="tied_by")

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("place", "tie"), name="tie_place_once"),)


PROJECTION = (TiePlace, TieRow, Telling, Standing, FindingGroup, FindingPlace, PlaceRow)
"""What ``rebuild`` drops, in an order that no foreign key minds."""
