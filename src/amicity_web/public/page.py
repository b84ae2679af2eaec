"""A page: one dictionary, shown by its template or, with ``?format=json``, given as it is."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

Page = dict[str, Any]
CALLED = {"as_of": "As of", "known_at": "Known at", "since": "Since"}
"""What the fields for days are called on the page."""


def show(request: HttpRequest, template: str, page: Page, *, here: str = "") -> HttpResponse:
    """The page in its template (``public/<template>.html``), or as JSON where the request asks for it."""
    if request.GET.get("format") == "json":
        return JsonResponse(page, json_dumps_params={"ensure_ascii": False})
    twin = request.GET.copy()
    twin["format"] = "json"
    shown = {"page": page, "here": here, "twin": f"?{twin.urlencode()}", "moment": _moment(page), "today": timezone.localdate().isoformat()}
    return render(request, f"public/{template}.html", shown)


def _moment(page: Page) -> str:
    """The query that leads on to other pages as of the same day and from the same knowledge; "" for today's."""
    asked = {name: page.get(name) for name in ("as_of", "known_at")}
    if asked["as_of"] == timezone.localdate().isoformat():
        del asked["as_of"]
    kept = {name: day for name, day in asked.items() if day}
    return f"?{urlencode(kept)}" if kept else ""


def day_asked(request: HttpRequest) -> date:
    """The day of ``?as_of=``, or today. Raises BadRequest for what is no day."""
    return day_of(request, "as_of") or timezone.localdate()


def known_asked(request: HttpRequest) -> date | None:
    """The day of ``?known_at=`` by which what is shown was known; None where all that is known today counts. Raises BadRequest."""
    return day_of(request, "known_at")


def day_of(request: HttpRequest, name: str) -> date | None:
    """The day that the query gives under this name. Raises BadRequest for what is no day."""
    written = request.GET.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        said = f"“{written[:40]}” under “{CALLED[name]}” is no day: write one such as 2022-10-17"
        raise BadRequest(said) from None


def number_asked(request: HttpRequest) -> int:
    """The number of ``?page=``, at least 1. Raises BadRequest for what is no number."""
    written = request.GET.get("page", "1")
    if not (written.isdecimal() and len(written) < 7):
        raise BadRequest(f"“{written[:40]}” is no page of this list: write a number such as ?page=2")
    return max(1, int(written))
