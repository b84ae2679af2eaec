"""The reports: their list, and each with its findings marked in the text."""

from collections import Counter

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from amicity.terms.finding import Finding, FindingId
from amicity.terms.partial_date import PartialDate
from amicity.terms.register import Register
from amicity.terms.report import Report
from amicity_web.public.addresses import outside, passage_url
from amicity_web.public.evidence import judged
from amicity_web.public.marks import cut
from amicity_web.public.page import Page, number_asked, show
from amicity_web.public.pager import pager
from amicity_web.public.windows import Window, window_at
from amicity_web.store import load
from amicity_web.store.models import FindingRow, ReportRow
from amicity_web.store.rows import findings_of
from amicity_web.wording.claims import claim
from amicity_web.wording.dates import in_words
from amicity_web.wording.scales import GRADES, SURE

ON_A_PAGE = 50


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The public reports, latest first."""
    pages = Paginator(load.public_reports(), ON_A_PAGE)
    rows = pages.get_page(number_asked(request))
    return show(request, "reports", {"reports": [listed(row) for row in rows], **pager(rows, request)}, here="reports")


@require_safe
def report(request: HttpRequest, digest: str) -> HttpResponse:
    """One report, its accepted findings marked in the text; ``?fact=`` lights one of them. A long text comes in pages."""
    found = load.public_report(digest)
    if found is None:
        raise Http404(f"no public report {digest}")
    rows = FindingRow.objects.filter(report__digest=digest, standing__verdict__in=load.MADE).order_by("start", "end", "id")
    chosen = rows.filter(id=request.GET.get("fact", "").replace("\0", "")).first()
    window = window_at(found.text, offset=chosen.start if chosen else None, number=number_asked(request))
    read = findings_of(rows.filter(start__gte=window.start, start__lt=window.end))
    register = load.register_for_findings([finding.id for finding in read])
    return show(request, "report", report_page(found, read, register, window=window, chosen=chosen.id if chosen else ""), here="reports")


def report_page(report: Report, read: list[Finding], register: Register, *, window: Window, chosen: str) -> Page:
    """A page of the report with the findings that begin on it, numbered in the order of the text."""
    ids = [str(finding.id) for finding in read]
    numbers = {id_: number for number, id_ in enumerate(ids, start=1)}
    spans = [(span, id_) for id_, finding in zip(ids, read, strict=True) for span in (finding.quote, *finding.also)]
    passages = [(span.start - window.start, min(span.end, window.end) - window.start, id_) for span, id_ in spans]
    said = [
        _finding(register.findings.get(FindingId(id_), finding), id_, number, register, chosen)
        for (id_, number), finding in zip(numbers.items(), read, strict=True)
    ]
    return {
        "digest": report.digest,
        "title": report.title or report.source.rpartition("/")[2],
        "line": _line(report.publisher, in_words(report.published)),
        "address": outside(report.address),
        "language": report.language,
        "source": _source(report.source),
        "grade": GRADES[report.grade.value],
        "fetched": report.fetched,
        "pieces": cut(report.text[window.start : window.end], passages, numbers=numbers, chosen=chosen),
        "findings": said,
        "judged": Counter(one["judged"] for one in said).most_common(1)[0][0] if said else "",
        "number": window.number,
        "pages": window.pages,
        "previous": f"?page={window.number - 1}" if window.number > 1 else "",
        "next": f"?page={window.number + 1}" if window.number < window.pages else "",
    }


def _finding(finding: Finding, id_: str, number: int, register: Register, chosen: str) -> Page:
    when = in_words(finding.when.value) if finding.when else ""
    unsure = "" if finding.confidence == "A" else SURE[finding.confidence.value]
    return {
        "id": id_,
        "number": number,
        "says": claim(finding),
        "kind": finding.kind,
        "status": finding.status.value,
        "url": passage_url(finding.report, id_),
        "chosen": id_ == chosen,
        "line": ", ".join(filter(None, (finding.kind.replace("_", " ").capitalize(), when, unsure))),
        "judged": judged(register.rulings.get(FindingId(id_))),
    }


def listed(row: ReportRow) -> Page:
    """A report as a list shows it."""
    published = in_words(PartialDate(row.published)) if row.published else ""
    return {
        "url": reverse("public:report", args=[row.digest]),
        "title": row.title or row.source.rpartition("/")[2],
        "line": _line(row.publisher, published),
        "digest": row.digest,
    }


def _source(source: str) -> str:
    """Where the text came from, without the folders of the office's own machine."""
    return source.rpartition("/")[2] if source.startswith("/") else source


def _line(publisher: str | None, published: str) -> str:
    return ", ".join(filter(None, (publisher, published))) or "publisher and date not told"
