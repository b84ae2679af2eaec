"""Policies: findings accepted unseen, in somebody's name; and the log of all judgements."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from amicity.review.rulings import admits
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity_web.desk import acts, pages
from amicity_web.desk.forms import PolicyForm
from amicity_web.store.models import FindingRow, JudgementRow
from amicity_web.store.rows import finding_of, judgement_of
from amicity_web.wording.claims import claim


@require_http_methods(["GET", "HEAD", "POST"])
def policies(request: HttpRequest) -> HttpResponse:
    """The policies that stand; try another one, or adopt it."""
    form = PolicyForm(request.POST or None)
    if form.is_valid() and "adopt" in request.POST and form.policy in [each.policy for each in _standing()]:
        messages.warning(request, "This policy stands already, so nothing was added.")
        return redirect("desk:policies")
    if form.is_valid() and "adopt" in request.POST:
        acts.adopt(form.policy, by=request.user.get_username(), reason=form.cleaned_data["reason"])
        messages.success(request, "The policy stands from now on, under your name. Undo it here at any time.")
        return redirect("desk:policies")
    tried = admitted(form.policy) if form.is_valid() else None
    shown = {"form": form, "tried": tried, "standing": _standing(), "here": "desk"}
    return render(request, "desk/policies.html", shown, status=422 if request.method == "POST" and tried is None else 200)


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Every judgement, latest first."""
    page = Paginator(JudgementRow.objects.order_by("-seq"), 40).get_page(request.GET.get("page"))
    return render(request, "desk/log.html", {"page": page, "entries": _entries(page), "here": "desk"})


def _standing() -> list[Judgement]:
    """The policies that stand, the latest first."""
    rows = JudgementRow.objects.filter(verdict=Verdict.POLICY.value).order_by("-seq")
    return [judgement_of(row) for row in rows if not acts.withdrawn(row.id)]


def admitted(policy: Policy) -> int:
    """How many of the waiting findings the policy would accept."""
    return sum(admits(policy, finding_of(row)) for row in FindingRow.objects.filter(standing=None).iterator(2000))


def _entries(rows: Iterable[JudgementRow]) -> list[pages.Page]:
    entries = [pages.judged(row) for row in rows]
    about = FindingRow.objects.in_bulk({subject for entry in entries for subject in entry["judgement"].subjects})
    for entry in entries:
        entry["about"] = [(s, claim(finding_of(about[s]))) for s in entry["judgement"].subjects if s in about]
    return entries
