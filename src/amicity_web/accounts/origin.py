"""Where a form was sent from, by the browser's own word."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form. Every browser says so of a form; silence is a no."""
    if told := request.headers.get("Sec-Fetch-Site"):
        return told == "same-origin"
    told = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        return bool(told) and urlsplit(told).netloc == request.get_host()
    except ValueError:
        return False
