"""One box for everything that is public: places, ties, people and reports by name."""

import json

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from amicity.review.naming import SORTS
from amicity.terms.finding import Finding
from amicity_web.public.addresses import passage_url
from amicity_web.public.cards import place_card
from amicity_web.public.page import Page, show
from amicity_web.public.reports import listed
from amicity_web.store import load
from amicity_web.store.models import FindingRow, TieRow
from amicity_web.store.rows import finding_of, folded, place_of
from amicity_web.wording.claims import claim
from amicity_web.wording.dates import in_words
from amicity_web.wording.forms import form_name

AT_MOST = 12
"""Of each sort."""
LOOKED_AT = 300
"""Findings of people that are looked at, the latest first."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What bears the words of ``?q=`` in its name: at most twelve of each sort."""
    wanted = " ".join(request.GET.get("q", "")[:100].replace("\0", "").split())
    return show(request, "search", {"q": wanted, **(_found(wanted) if wanted else {})}, here="search")


def _found(wanted: str) -> Page:
    found: Page = {
        "places": [place_card(place_of(row)) | {"ties": row.ties} for row in load.places(wanted)[:AT_MOST]],
        "ties": list(map(_tie, _ties(wanted)[:AT_MOST])),
        "people": _people(wanted),
        "reports": list(map(listed, load.public_reports().filter(title__icontains=wanted)[:AT_MOST])),
    }
    return found | {"nothing": not any(found.values())}


def _ties(wanted: str) -> QuerySet[TieRow]:
    """The ties of which each word names a party, those that most findings tell of first."""
    ties = TieRow.objects.prefetch_related("parties__place")
    for word in folded(wanted).split():
        ties = ties.filter(parties__place__search__contains=word)
    return ties.distinct().order_by("-findings", "id")


def _tie(row: TieRow) -> Page:
    names = sorted(party.place.name or "unnamed partner" for party in row.parties.all())
    return {
        "url": f"/ties/{row.id}/",
        "name": " – ".join(names),
        "form": row.form,
        "form_name": form_name(row.form or None),
        "status": row.status,
    }


def _people(wanted: str) -> list[Page]:
    """People by name, each with what was told of them last, and the passage that tells it."""
    like = Q()
    for each in {wanted} if wanted.isascii() else {wanted, wanted.lower(), wanted.title(), wanted.upper()}:
        like |= Q(wire__icontains=json.dumps(each, ensure_ascii=False)[1:-1])
    rows = FindingRow.objects.filter(like, standing__verdict__in=load.MADE)
    found: dict[str, Page] = {}
    for row in rows.select_related("report").defer("report__text").order_by("-report__published", "start")[:LOOKED_AT]:
        finding = finding_of(row)
        for name in _named(finding, wanted):
            told = {"name": name, "says": claim(finding), "url": passage_url(row.report.digest, finding.id)}
            when = in_words(finding.when.value) if finding.when else ""
            found.setdefault(name.casefold(), {**told, "when": when})
    return list(found.values())[:AT_MOST]


def _named(finding: Finding, wanted: str) -> list[str]:
    words = folded(wanted).split()
    names = [str(each.value or each.span.text) for role in SORTS["person"] for each in finding.roles.get(role, ())]
    return [name for name in names if all(word in folded(name) for word in words)]
