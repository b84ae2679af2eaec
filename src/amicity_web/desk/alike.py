"""The same or different? Places, people, bodies and series under names that are alike, for a person to say."""

from functools import lru_cache

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from amicity.kinds import kinds
from amicity.review import JudgementError
from amicity.review.likeness import Likeness, likenesses, unjudged
from amicity.review.namesakes import Shelf
from amicity.review.naming import SORTS
from amicity.review.rulings import standing
from amicity.terms.judgement import Verdict
from amicity.terms.place import Place
from amicity_web.desk import acts, pages
from amicity_web.desk.forms import AlikeForm
from amicity_web.store import load
from amicity_web.store.models import JudgementRow, PlaceRow
from amicity_web.store.scope import bearing_on, findings_naming
from amicity_web.wording.countries import country_name

SAID = {Verdict.SAME_AS: "are the same", Verdict.DIFFERENT: "are different"}
LATELY = 20
_NAMING = tuple(
    name for name, kind in kinds().items() if {role.name for role in kind.roles} & {role for roles in SORTS.values() for role in roles}
)
"""The kinds of findings in which people, bodies and series are named."""
ON_A_PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
def alike(request: HttpRequest) -> HttpResponse:
    """The pairs that may be one, most alike first, and what was said of such pairs."""
    form = AlikeForm(request.POST or None)
    if form.is_valid() and _said(request, form):
        return redirect(request.get_full_path())
    pairs = Paginator(_pairs(), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "form": form,
        "page": pairs,
        "pairs": [_shown(pair) for pair in pairs],
        "judged": [
            pages.judged(row) | {"names": [_named(each) for each in pages.judged(row)["judgement"].subjects]} for row in _of_names()
        ],
        "here": "desk",
    }
    return render(request, "desk/alike.html", shown, status=422 if request.method == "POST" else 200)


def _said(request: HttpRequest, form: AlikeForm) -> bool:
    given = form.cleaned_data
    verdict = Verdict(given["verdict"])
    try:
        acts.say_alike(verdict, given["left"], given["right"], by=request.user.get_username(), reason=given["reason"])
    except JudgementError as error:
        form.add_error(None, f"Nothing was written: {error}.")
        return False
    left, right = _named(given["left"])["name"], _named(given["right"])["name"]
    messages.success(request, f"{left} and {right} {SAID[verdict]}. The register is folded anew; take it back below at any time.")
    return True


def _pairs() -> tuple[Likeness, ...]:
    """The pairs of the whole record that nobody has judged."""
    return unjudged(_found(load.revision()[0]), standing(bearing_on(())))


@lru_cache(maxsize=1)
def _found(reports: object) -> tuple[Likeness, ...]:
    """The pairs of the whole record, found once for each state of its reports: first by the names alone, then in what names them."""
    rows = PlaceRow.objects.exclude(name=None).values_list("key", "name", "country")
    shelf = Shelf(places := [Place(name, country, None if key.startswith("name:") else key) for key, name, country in rows])
    near = {place.key: set(shelf.near(place)) for place in places if place.id is None}
    alike = {key for one, others in near.items() if len(others | {one}) > 1 for key in others | {one}}
    return likenesses(findings_naming(alike, kinds=_NAMING))


def _shown(pair: Likeness) -> pages.Page:
    return {"left": _named(pair.left), "right": _named(pair.right), "score": pair.score, "reasons": pair.reasons}


def _named(subject: str) -> pages.Page:
    """What a judgement's subject is called, and of which sort it is."""
    sort, _, name = subject.partition(":")
    if sort in ("person", "organisation", "series"):
        return {"key": subject, "name": name, "sort": sort}
    row = PlaceRow.objects.filter(key=subject).first()
    if row is None:
        return {"key": subject, "name": subject.removeprefix("name:").partition("|")[0], "sort": "place"}
    where = ", ".join(filter(None, (row.level, country_name(row.country))))
    return {"key": subject, "name": row.name or "unnamed", "sort": where, "known": not subject.startswith("name:"), "slug": row.slug}


def _of_names() -> list[JudgementRow]:
    """The latest judgements on names rather than on findings."""
    linking = JudgementRow.objects.filter(verdict__in=[verdict.value for verdict in SAID], about__subject__contains=":")
    return list(linking.distinct().order_by("-seq")[:LATELY])
