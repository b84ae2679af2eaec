"""The door: every request is held against the table of roles and routes before its view runs."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.defaults import bad_request

from amicity_web.accounts.again import again, can_be_sent_again
from amicity_web.store.roles import Role, role_of, wanted


class Door:
    """Django middleware. Sets ``request.role``; sends who is not signed in to sign in; refuses (403) who may not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on, unless its address holds a NUL, which no database takes, or more questions than anybody has."""
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path or "%00" in query or query.count("&") >= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
            return bad_request(request, SuspiciousOperation("the address holds a NUL or too much"))
        return _whole(request, self.get_response(request))

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponseBase | None:
        """Let the view run where the table lets this person."""
        least = wanted(request.resolver_match.view_name if request.resolver_match else "")
        if least is Role.ANYONE:
            return None
        request.role = role_of(request.user)  # type: ignore[attr-defined]
        if least is not None and request.role >= least:  # type: ignore[attr-defined]
            return None
        if not request.user.is_authenticated:
            if request.method == "POST" and can_be_sent_again(request):
                return again(request)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/desk/")
        raise PermissionDenied(f"This needs the role of {least.label.lower() if least else 'nobody'}; ask an administrator for it.")


def _whole(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """The answer with a page where it would be a blank one (405), and without a body where only the head was asked for."""
    if not isinstance(answer, HttpResponse):
        return answer
    if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not answer.content:
        allow = answer["Allow"]
        answer = render(request, "405.html", status=HTTPStatus.METHOD_NOT_ALLOWED)
        answer["Allow"] = allow
    if request.method == "HEAD":
        length = str(len(answer.content))
        answer.content = b""
        answer["Content-Length"] = length
    return answer
