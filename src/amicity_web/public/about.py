"""What the register is, and what its map says and does not say."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amicity_web.public.chart import borders


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Method and limits."""
    return render(request, "public/about.html", {"here": "about"})


@require_safe
def map_policy(request: HttpRequest) -> HttpResponse:
    """The written map policy."""
    return render(request, "public/about_map.html", {"here": "about", "page": {"borders": borders()}})
