"""Reports: those that the register rests on, and sending one to be read."""

from dataclasses import replace

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.responses import Status

from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade
from amicity_web.api import cursors, parameters, shapes, told
from amicity_web.api.document import refuses
from amicity_web.api.given import ReportGiven
from amicity_web.api.keys import EDITOR, OPTIONAL, at_least, may_see_drafts
from amicity_web.api.problems import ProblemError
from amicity_web.store import browse, load
from amicity_web.store.apart import Reading, UnreadableError, read_apart
from amicity_web.store.carrier import described
from amicity_web.store.models import ReportRow
from amicity_web.store.record import Recorded, record_report
from amicity_web.store.roles import Role

router = Router(tags=["reports"])


@router.get("reports", response=shapes.Reports, operation_id="listReports", url_name="reports")
def reports(request: HttpRequest, limit: parameters.Limit = 50, cursor: parameters.Cursor = "") -> shapes.Reports:
    """The reports that accepted findings rest on, in the order in which they came."""
    rows: QuerySet[ReportRow] = load.public_reports()
    sheet = cursors.of_rows(request, rows, by=(("id", int),), limit=limit, cursor=cursor)
    return shapes.Reports(items=[shapes.ReportLine(**told.report_line(row)) for row in sheet.items], next=sheet.next)


@router.get("reports/{digest}", response=shapes.Report, operation_id="getReport", url_name="report", openapi_extra=OPTIONAL)
def report(request: HttpRequest, digest: parameters.Digest) -> shapes.Report:
    """One report with its text. One of which nothing is accepted is there for editors only."""
    row = browse.report_row(digest, drafts=may_see_drafts(request))
    if row is None:
        raise ProblemError(404, f"There is no report {digest!r} that you may see.")
    return shapes.Report(**told.report_line(row), text=row.text, media=row.media, fetched=row.fetched)


@router.post(
    "reports",
    auth=EDITOR,
    response={200: shapes.ReportTaken, 201: shapes.ReportTaken},
    operation_id="sendReport",
    url_name="reports",
    openapi_extra=refuses(403, 413, 415),
)
def send(request: HttpRequest, given: ReportGiven, response: HttpResponse) -> Status[shapes.ReportTaken]:
    """Send a report: it is read, and what it states waits for a judgement. One that is here already is left as it is (200)."""
    kept = _keep(_read(given, by=at_least(request, Role.EDITOR).name), by=at_least(request, Role.EDITOR).name)
    response["Location"] = f"{request.path}/{kept.digest}"
    waiting = f"/api/v1/findings?report={kept.digest}&standing=waiting"
    taken = shapes.ReportTaken(digest=kept.digest, known=kept.known, findings=kept.findings, waiting=waiting)
    return Status(200 if kept.known else 201, taken)


def _read(given: ReportGiven, *, by: str) -> Reading:
    published = PartialDate(given.published) if given.published else None
    try:
        read = read_apart(given.text.encode(), source=f"api/{by}", published=published, address=given.address or "")
    except UnreadableError as error:
        raise ProblemError(422, f"{error}.", errors=[{"where": "body.text", "says": str(error)}]) from None
    report = replace(
        read.report, title=given.title or read.report.title, publisher=given.publisher or read.report.publisher, grade=Grade(given.grade)
    )
    return Reading(described(report, read.findings), read.findings)


def _keep(read: Reading, *, by: str) -> Recorded:
    return record_report(read.report, read.findings, by=by)
