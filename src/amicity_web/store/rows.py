"""Rows to terms and back."""

import unicodedata
from collections.abc import Iterable

import orjson
from django.utils.text import slugify

from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Level, Place
from amicity.terms.report import Grade, Report, digest_of
from amicity.terms.wire import finding_from_json, finding_to_json, judgement_from_json, judgement_to_json
from amicity_web.store.models import FindingRow, JudgementRow, PlaceRow, ReportRow


def report_of(row: ReportRow) -> Report:
    """The report that the row keeps."""
    return Report(
        source=row.source,
        text=row.text,
        title=row.title,
        published=PartialDate(row.published) if row.published else None,
        publisher=row.publisher,
        address=row.address,
        language=row.language,
        media=row.media,
        fetched=row.fetched,
        grade=Grade(row.grade),
        owner=row.owner,
    )


def row_of_report(report: Report, *, by: str) -> ReportRow:
    """An unsaved row that keeps the report."""
    return ReportRow(
        digest=report.digest,
        source=report.source,
        text=report.text,
        title=report.title,
        published=report.published.edtf if report.published else None,
        publisher=report.publisher,
        address=report.address,
        language=report.language,
        media=report.media,
        fetched=report.fetched,
        grade=report.grade.value,
        owner=report.owner,
        added_by=by,
    )


def finding_of(row: FindingRow) -> Finding:
    """The finding that the row keeps."""
    return finding_from_json(orjson.loads(row.wire))


def findings_of(rows: Iterable[FindingRow]) -> list[Finding]:
    """The findings that the rows keep."""
    return [finding_of(row) for row in rows]


def row_of_finding(finding: Finding, *, report: ReportRow) -> FindingRow:
    """An unsaved row that keeps the finding."""
    wire = finding_to_json(finding)
    return FindingRow(
        id=wire["id"],
        report=report,
        wire=orjson.dumps(wire).decode(),
        kind=finding.kind,
        status=finding.status.value,
        confidence=finding.confidence.value,
        start=finding.quote.start,
        end=finding.quote.end,
        rule=finding.rule,
        reader=finding.reader,
    )


def judgement_of(row: JudgementRow) -> Judgement:
    """The judgement that the row keeps."""
    return judgement_from_json(orjson.loads(row.wire))


def wire_of_judgement(judgement: Judgement) -> str:
    """The judgement as it is kept and chained: JSON with sorted keys."""
    return orjson.dumps(judgement_to_json(judgement), option=orjson.OPT_SORT_KEYS).decode()


def place_of(row: PlaceRow) -> Place:
    """The place that the row projects."""
    return Place(
        name=row.name,
        country=row.country,
        id=None if row.key.startswith("name:") else row.key,
        level=Level(row.level),
        latitude=row.latitude,
        longitude=row.longitude,
        population=row.population,
    )


def row_of_place(place: Place) -> PlaceRow:
    """An unsaved row that projects the place."""
    return PlaceRow(
        key=place.key,
        name=place.name,
        country=place.country,
        level=place.level.value,
        latitude=place.latitude,
        longitude=place.longitude,
        population=place.population,
        search=folded(place.name or ""),
        slug=slug_of(place),
    )


def folded(name: str) -> str:
    """A name as it is searched and sorted: case and accents taken off."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def slug_of(place: Place) -> str:
    """A readable address for a place, the same on every machine: ``karachi-1174872``, ``dull-gb-1f2e3d4c``."""
    name = slugify(place.name or "unnamed") or "place"
    tail = place.id.rpartition(":")[2].lower() if place.id else f"{(place.country or 'xx').lower()}-{digest_of(place.key)[:8]}"
    return f"{name}-{slugify(tail)}"
