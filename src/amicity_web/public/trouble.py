"""The pages for what cannot be understood and for what is not there: in words, with what may have been meant."""

import re

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from amicity_web.public.cards import place_card
from amicity_web.public.seek import near

_LETTERS = re.compile(r"[^\W\d_]{3,}")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What in the address or the form is not as the page expects it."""
    said = str(exception)[:300] if isinstance(exception, BadRequest) else ""
    if _for_a_program(request):
        return _problem(400, "The request cannot be understood", said)
    return render(request, "400.html", {"said": said}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Where a place was asked for, those whose name is like it."""
    if _for_a_program(request):
        return _problem(404, "This page is not in the register", "The address may be old, or the tie, place or report is not public.")
    asked = request.GET.get("place", "") or request.path.partition("/places/")[2]
    named = " ".join(_LETTERS.findall(asked))[:60]
    return render(request, "404.html", {"asked": named, "near": [place_card(place) for place in near(named)]}, status=404)


def _for_a_program(request: HttpRequest) -> bool:
    """Whether the page was asked for as JSON or CSV."""
    return request.GET.get("format") in ("json", "csv")


def _problem(status: int, title: str, detail: str) -> HttpResponse:
    """The trouble in the shape that the API has it (RFC 9457)."""
    told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JsonResponse(told, status=status, content_type="application/problem+json", json_dumps_params={"ensure_ascii": False})
