"""Reports at the desk: adding one, and seeing what it states."""

from dataclasses import replace

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from amicity.terms.report import Grade, Report
from amicity_web.desk import pages
from amicity_web.desk.forms import ReportForm
from amicity_web.desk.passage import marked
from amicity_web.store.apart import UnreadableError, read_apart
from amicity_web.store.carrier import described
from amicity_web.store.models import FindingRow, ReportRow
from amicity_web.store.record import record_report
from amicity_web.store.rows import finding_of


@require_http_methods(["GET", "HEAD", "POST"])
def report_add(request: HttpRequest) -> HttpResponse:
    """Take a report, read it in a child process, record it with its findings, and show them."""
    form = ReportForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "desk/report_add.html", {"form": form, "here": "desk"}, status=422 if request.method == "POST" else 200)
    try:
        digest = _record(form, by=request.user.get_username(), request=request)
    except UnreadableError as error:
        form.add_error(None, pages.refusal(error))
        return render(request, "desk/report_add.html", {"form": form, "here": "desk"}, status=422)
    return redirect("desk:report", digest)


@require_safe
def report(request: HttpRequest, digest: str) -> HttpResponse:
    """A report with all its findings, drafts too."""
    row = ReportRow.objects.filter(digest=digest).first()
    if row is None:
        raise Http404
    rows = FindingRow.objects.filter(report=row).select_related("standing").order_by("start", "id")
    page = Paginator(rows, 100).get_page(request.GET.get("page"))
    pieces = marked(row.text, map(finding_of, page))
    shown = {"report": row, "page": page, "lines": pages.lines(page, report=row), "pieces": pieces, "last": pages.last_act(request)}
    return render(request, "desk/report.html", {"here": "desk", **shown})


def _record(form: ReportForm, *, by: str, request: HttpRequest) -> str:
    upload, given = form.cleaned_data.get("file"), form.cleaned_data
    if upload and upload.size > settings.UPLOAD_LIMIT:
        raise UnreadableError(f"{upload.name} is larger than {settings.UPLOAD_LIMIT // 2**20} MB: cut it into shorter reports")
    content = upload.read() if upload else given["text"].encode("utf-8", "replace")
    source = f"upload/{upload.name}" if upload else f"paste/{by}"
    read = read_apart(content, source=source, published=given["published"], address=given["address"])
    kept = record_report(described(_graded(read.report, form), read.findings), read.findings, by=by)
    if kept.known:
        messages.warning(request, "This report was here already, so nothing was added. These are its findings.")
    else:
        messages.success(
            request, f"The report is in, with {_counted(kept.findings)}. What it states stays a draft until somebody accepts it."
        )
    return kept.digest


def _graded(report: Report, form: ReportForm) -> Report:
    given = form.cleaned_data
    title, publisher = given["title"] or report.title, given["publisher"] or report.publisher
    return replace(report, title=title, publisher=publisher, grade=Grade(given["grade"]))


def _counted(findings: int) -> str:
    return ngettext("%d finding", "%d findings", findings) % findings
