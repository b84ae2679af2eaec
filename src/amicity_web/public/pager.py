"""The way from page to page of a list."""

from typing import Any

from django.core.paginator import Page as Sheet
from django.http import HttpRequest

from amicity_web.public.page import Page


def pager(rows: "Sheet[Any]", request: HttpRequest) -> Page:
    """``number``, ``pages`` and the addresses of the ``previous`` and the ``next`` page, "" where there is none."""
    return {
        "number": rows.number,
        "pages": rows.paginator.num_pages,
        "previous": _to(request, rows.number - 1) if rows.has_previous() else "",
        "next": _to(request, rows.number + 1) if rows.has_next() else "",
    }


def _to(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
