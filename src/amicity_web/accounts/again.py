"""What somebody wrote is not lost when the form came too late: it is kept on a page from which it can be sent again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amicity_web.accounts.origin import from_here

_MOST = 200_000
"""So many characters are kept; what is longer was a file or will be pasted again."""
_OURS = "csrfmiddlewaretoken"


def can_be_sent_again(request: HttpRequest) -> bool:
    """Whether a page of this site sent the form, with nothing secret in it and no more than a page can hold."""
    names = " ".join(request.POST)
    return from_here(request) and "password" not in names and 0 < sum(len(value) for _, value in _fields(request)) <= _MOST


def again(request: HttpRequest) -> HttpResponse:
    """The page that keeps what was written. Whoever is signed out signs in beside it first."""
    shown = {"fields": _fields(request), "files": list(request.FILES), "action": request.get_full_path()}
    return render(request, "accounts/again.html", shown, status=403)


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.POST.lists() if name != _OURS for value in values]
