"""A page: one dictionary, shown by its template or, with ``?format=json``, given as it is."""

from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

Page = dict[str, Any]


def show(request: HttpRequest, template: str, page: Page, *, here: str = "") -> HttpResponse:
    """The page in its template (``public/<template>.html``), or as JSON where the request asks for it."""
    if request.GET.get("format") == "json":
        return JsonResponse(page, json_dumps_params={"ensure_ascii": False})
    day = date.fromisoformat(page["as_of"]) if page.get("as_of") else timezone.localdate()
    twin = request.GET.copy()
    twin["format"] = "json"
    return render(request, f"public/{template}.html", {"page": page, "here": here, "as_of": day, "twin": f"?{twin.urlencode()}"})


def day_asked(request: HttpRequest) -> date:
    """The day of ``?as_of=``, or today. Raises BadRequest for what is no day."""
    return day_of(request, "as_of") or timezone.localdate()


def day_of(request: HttpRequest, name: str) -> date | None:
    """The day that the query gives under this name. Raises BadRequest for what is no day."""
    written = request.GET.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadRequest(f"{name} is {written[:40]!r}: write a day such as 2022-10-17") from None


def number_asked(request: HttpRequest) -> int:
    """The number of ``?page=``, at least 1. Raises BadRequest for what is no number."""
    written = request.GET.get("page", "1")
    if not (written.isdecimal() and len(written) < 7):
        raise BadRequest(f"page is {written!r}: write a number such as 2")
    return max(1, int(written))
