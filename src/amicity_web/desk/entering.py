"""Entering a fact by hand: a finding whose report is the officer's words and document."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from amicity.gazetteer import open_gazetteer
from amicity.kinds import kinds
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.kind import Kind
from amicity.terms.report import Grade, Report
from amicity.terms.status import Status
from amicity_web.desk import acts, claims
from amicity_web.desk.claim_form import ClaimForm
from amicity_web.desk.forms import EntryForm
from amicity_web.store.record import record_entry


@require_safe
def enter(request: HttpRequest) -> HttpResponse:
    """Choose what kind of fact."""
    return render(request, "desk/enter.html", {"kinds": kinds().values(), "here": "desk"})


@require_http_methods(["GET", "HEAD", "POST"])
def enter_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """Fill in the fact and the document it rests on."""
    known = kinds().get(kind)
    if known is None:
        raise Http404
    small, form = EntryForm(request.POST or None), ClaimForm(known, request.POST or None, initial={"status": "happened"})
    if not (small.is_valid() and form.is_valid()):
        page = {"kind": known, "small": small, "form": form, "here": "desk"}
        return render(request, "desk/enter_kind.html", page, status=422 if request.method == "POST" else 200)
    report, finding = _entered(known, small, form, by=request.user.get_username())
    accept = Judgement(
        Verdict.ACCEPT, (finding.id,), request.user.get_username(), acts.now(), f"entered by hand: {small.cleaned_data['document']}"
    )
    kept = record_entry(report, finding, judgement=accept)
    if kept == finding.id:
        messages.success(request, "Entered, and accepted in your name. If it was a slip, press Undo; the register will not show it.")
    else:
        messages.warning(request, "You entered this a moment ago, so nothing was added. Here it is.")
    return redirect("desk:finding", kept)


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Look a place's name up: who bears it, with identifiers for the forms."""
    name = request.GET.get("name", "").strip()[:100]
    found = open_gazetteer().entries(name)[:20] if name else ()
    return render(request, "desk/places.html", {"name": name, "found": found, "here": "desk"})


def _entered(kind: Kind, small: EntryForm, form: ClaimForm, *, by: str) -> tuple[Report, Finding]:
    return claims.entered(
        kind,
        by=by,
        at=acts.now(),
        words=small.cleaned_data["words"],
        document=small.cleaned_data["document"],
        address=small.cleaned_data["address"] or None,
        grade=Grade(small.cleaned_data["grade"]),
        status=Status(form.cleaned_data["status"]),
        when=form.cleaned_data["when"],
        values=form.values(),
    )
