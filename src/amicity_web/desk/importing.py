"""Importing a table at the desk: what it would state is shown before anything is written."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from amicity.sources import SourceError
from amicity.sources.table import FIELDS
from amicity.terms.report import Grade, Report
from amicity_web.desk import pages
from amicity_web.desk.preview import Preview, preview
from amicity_web.desk.table_form import CarriedError, TableForm, carried, chosen_columns, given_table, told_columns
from amicity_web.store.carrier import described
from amicity_web.store.record import record_report


@require_http_methods(["GET", "HEAD", "POST"])
def import_table(request: HttpRequest) -> HttpResponse:
    """Take a table, show what each row would state and how its columns are read, and record it when that is confirmed."""
    if request.method != "POST":
        return render(request, "desk/import.html", {"form": TableForm(), "here": "desk"})
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, form)
    try:
        table = given_table(form, by=request.user.get_username())
        shown = preview(table, chosen_columns(request.POST))
    except (SourceError, CarriedError) as error:
        return _refused(request, form, said=pages.refusal(error))
    if request.POST.get("act") == "record" and shown.findings:
        return _recorded(request, table, shown, grade=Grade(form.cleaned_data["grade"]))
    return render(request, "desk/import.html", _page(form, table, shown))


def _page(form: TableForm, table: Report, shown: Preview) -> dict[str, Any]:
    fields = {field: f"{field.replace('_', ' ')}: {says}" for field, says in FIELDS.items()}
    told = {"carried": carried(table), "columns": told_columns(shown), "fields": fields}
    return {"form": form, "shown": shown, "table": table, "here": "desk", **told}


def _refused(request: HttpRequest, form: TableForm, *, said: str = "") -> HttpResponse:
    if said:
        form.add_error(None, said)
    return render(request, "desk/import.html", {"form": form, "here": "desk"}, status=422)


def _recorded(request: HttpRequest, table: Report, shown: Preview, *, grade: Grade) -> HttpResponse:
    report = replace(table, grade=grade, title=table.title or table.source.partition("/")[2])
    kept = record_report(described(report, shown.findings), shown.findings, by=request.user.get_username())
    if kept.known:
        messages.warning(request, "This table was here already, so nothing was added. These are its findings.")
    else:
        messages.success(request, f"The table is in, with {kept.findings:,} findings. They stay drafts until somebody accepts them.")
    return redirect("desk:report", kept.digest)
