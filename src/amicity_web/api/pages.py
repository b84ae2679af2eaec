"""The API's description, for programs and for people."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amicity_web.api.document import described, written
from amicity_web.api.problems import SORTS


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1."""
    return HttpResponse(_written(), content_type="application/json")


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """The same for people: each operation with what it takes, and each sort of problem."""
    told = described()
    parts: dict[str, list[dict[str, object]]] = {}
    for address, methods in told["paths"].items():
        for method, operation in methods.items():
            parts.setdefault(operation["tags"][0], []).append({"method": method.upper(), "address": address, **operation})
    return render(request, "api/docs.html", {"parts": parts, "problems": SORTS, "about": told["info"]["description"].replace("`", "")})


@cache
def _written() -> str:
    return written()
