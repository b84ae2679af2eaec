"""Review: what waits, one finding at a time, and each judgement on it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amicity.kinds import kinds
from amicity.review import JudgementError
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.status import Status
from amicity_web.desk import acts, claim_form, claims, pages
from amicity_web.desk.forms import JudgementForm
from amicity_web.desk.queue import STANDINGS, listed, next_after, wanted
from amicity_web.store import load, record
from amicity_web.store.models import FindingRow

ON_A_PAGE = 25
DONE = {
    Verdict.ACCEPT: "Accepted",
    Verdict.REJECT: "Rejected",
    Verdict.CORRECT: "Corrected and accepted",
    Verdict.SAME_AS: "Marked as telling of the same thing",
    Verdict.DIFFERENT: "Marked as telling of different things",
}


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The findings that wait, or those of another standing."""
    want = wanted(request.GET.dict())
    page = Paginator(listed(want).select_related("report").defer("report__text"), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "want": want,
        "page": page,
        "lines": pages.lines(page),
        "kinds": kinds(),
        "standings": STANDINGS,
        "last": pages.last_act(request),
        "read": FindingRow.objects.exists(),
    }
    return render(request, "desk/queue.html", {"here": "desk", **shown})


@require_safe
def finding(request: HttpRequest, id_: str) -> HttpResponse:
    """One finding: its passage in context, what it says, what is known, and what can be done."""
    row = get_object_or_404(FindingRow.objects.select_related("report", "standing"), id=id_)
    return render(request, "desk/finding.html", pages.finding_page(request, row))


@require_POST
def accept(request: HttpRequest, id_: str) -> HttpResponse:
    """Accept the finding."""
    return _judge(request, id_, verdict=Verdict.ACCEPT)


@require_POST
def accept_marked(request: HttpRequest) -> HttpResponse:
    """Accept the findings that were marked in the queue, as far as they still wait: each is a judgement of its own."""
    marked = request.POST.getlist("finding")[:ON_A_PAGE]
    waiting = FindingRow.objects.filter(id__in=marked, standing=None).values_list("id", flat=True)
    accepted = sum(_accepted(id_, by=request.user.get_username()) for id_ in list(waiting))
    if not marked:
        messages.warning(request, "Nothing was marked: tick the findings first.")
    elif accepted:
        done, log = ngettext("%d finding accepted.", "%d findings accepted.", accepted) % accepted, reverse("desk:log")
        messages.success(request, format_html('{} Each can be taken back under <a href="{}">Judgements</a>.', done, log))
    if accepted < len(set(marked)):
        messages.warning(request, f"{len(set(marked)) - accepted} had been judged by somebody meanwhile and stay as they are.")
    return redirect(f"{reverse('desk:queue')}?{wanted(request.GET.dict()).query}")


@require_POST
def reject(request: HttpRequest, id_: str) -> HttpResponse:
    """Reject the finding."""
    return _judge(request, id_, verdict=Verdict.REJECT)


@require_POST
def same(request: HttpRequest, id_: str) -> HttpResponse:
    """Say that another finding tells of the same thing."""
    return _judge(request, id_, verdict=Verdict.SAME_AS)


@require_POST
def different(request: HttpRequest, id_: str) -> HttpResponse:
    """Say that another finding tells of something else."""
    return _judge(request, id_, verdict=Verdict.DIFFERENT)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, id_: str) -> HttpResponse:
    """Say how the finding should read."""
    held = load.finding(id_)
    if held is None:
        raise Http404
    form = claim_form.ClaimForm(kinds()[held.kind], request.POST or None, initial=claim_form.initial(held))
    small = JudgementForm(request.POST or None, initial={"seen": record.last_word(id_)})
    if not (form.is_valid() and small.is_valid()):
        page = {"form": form, "small": small, "finding": held, "here": "desk", **pages.where(request, held)}
        return render(request, "desk/correct.html", page, status=422 if request.method == "POST" else 200)
    given = form.cleaned_data
    fixed = claims.corrected(held, status=Status(given["status"]), when=given["when"], values=form.values())

    def late() -> HttpResponse:
        page = {"form": form, "small": _seen_now(request, id_), "finding": held, "late": pages.history(id_), "here": "desk"}
        return render(request, "desk/correct.html", page | pages.where(request, held), status=409)

    def write(by: str) -> Judgement:
        return acts.judge(Verdict.CORRECT, id_, by=by, seen=small.last, reason=small.said, correction=fixed)

    return _written(request, id_, write, late)


@require_POST
def undo(request: HttpRequest, id_: str) -> HttpResponse:
    """Take a judgement back: the register is as if it had never been."""
    judgement = load.judgement(id_)
    if judgement is None:
        raise Http404
    try:
        acts.take_back(id_, by=request.user.get_username())
        messages.success(request, f"Taken back: {judgement.verdict.value.replace('_', ' ')}. The register is as it was before it.")
    except JudgementError:
        messages.warning(request, "That judgement had been taken back already.")
    about = next((s for s in judgement.subjects if FindingRow.objects.filter(id=s).exists()), None)
    if about:
        return redirect("desk:finding", about)
    return redirect("desk:alike" if judgement.verdict in (Verdict.SAME_AS, Verdict.DIFFERENT) else "desk:log")


def _judge(request: HttpRequest, id_: str, *, verdict: Verdict) -> HttpResponse:
    form, row = JudgementForm(request.POST), get_object_or_404(FindingRow.objects.select_related("report", "standing"), id=id_)
    if not form.is_valid():
        return render(request, "desk/refused.html", pages.finding_page(request, row) | {"form": form}, status=422)

    def late() -> HttpResponse:
        return render(request, "desk/conflict.html", pages.finding_page(request, row) | {"form": _seen_now(request, id_)}, status=409)

    if verdict in (Verdict.SAME_AS, Verdict.DIFFERENT):
        other = get_object_or_404(FindingRow, id=form.cleaned_data["other"]).id
        return _written(request, id_, lambda by: acts.link(verdict, id_, other=other, by=by, seen=form.last), late)
    return _written(request, id_, lambda by: acts.judge(verdict, id_, by=by, seen=form.last, reason=form.said), late)


def _accepted(id_: str, *, by: str) -> bool:
    """Whether the finding could be accepted: somebody may have judged it this moment."""
    try:
        acts.judge(Verdict.ACCEPT, id_, by=by, seen=record.last_word(id_), reason="marked in the queue")
    except (record.ConflictError, JudgementError):
        return False
    return True


def _seen_now(request: HttpRequest, id_: str) -> JudgementForm:
    """What was written about a judgement, by a person who has now seen the last word on the finding."""
    return JudgementForm({**request.POST.dict(), "seen": str(record.last_word(id_))})


def _written(request: HttpRequest, id_: str, write: "pages.Write", late: Callable[[], HttpResponse]) -> HttpResponse:
    """Write the judgement and go on to the next finding; ``late`` is shown where somebody was quicker (409)."""
    try:
        judgement: Judgement = write(request.user.get_username())
    except record.ConflictError:
        return late()
    except JudgementError as error:
        messages.error(request, f"Nothing was done: {error}.")
        return redirect("desk:finding", id_)
    want = wanted({**request.GET.dict()})
    following = next_after(id_, want=want)
    messages.success(request, _done(judgement, following=following))
    return redirect(reverse("desk:finding", args=[following]) + f"?{want.query}") if following else redirect("desk:queue")


def _done(judgement: Judgement, *, following: str | None) -> SafeString:
    """What was done, where it shows, and what comes next."""
    told = [(tie["address"], tie["name"]) for tie in pages.ties_told(judgement.subjects[0])]
    ties = format_html_join("", ' See the tie <a href="{}">{}</a>.', told)
    return format_html("{}.{} {}", DONE[judgement.verdict], ties, "Here is the next one." if following else "Nothing else waits.")
