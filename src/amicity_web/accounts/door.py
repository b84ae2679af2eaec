"""The door: every request is held against the table of roles and routes before its view runs."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase
from django.views.defaults import bad_request

from amicity_web.store.roles import Role, role_of, wanted


class Door:
    """Django middleware. Sets ``request.role``; sends who is not signed in to sign in; refuses (403) who may not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on, unless its address holds a NUL, which no database takes."""
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request, SuspiciousOperation("the address holds a NUL"))
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponseBase | None:
        """Let the view run where the table lets this person."""
        least = wanted(request.resolver_match.view_name if request.resolver_match else "")
        if least is Role.ANYONE:
            return None
        request.role = role_of(request.user)  # type: ignore[attr-defined]
        if least is not None and request.role >= least:  # type: ignore[attr-defined]
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/desk/")
        raise PermissionDenied(f"This needs the role of {least.label.lower() if least else 'nobody'}; ask an administrator for it.")
