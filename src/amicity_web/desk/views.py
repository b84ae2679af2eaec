"""The desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def queue(request: HttpRequest) -> HttpResponse:
    """The queue."""
    return render(request, "desk/queue.html", {"here": "desk"})
