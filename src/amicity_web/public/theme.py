"""Light or dark: a visitor's choice, kept in a cookie; without it the page goes by the visitor's system.

The form carries no token against forgery, for a token would set a cookie on everybody's first visit and keep the pages out of
shared caches. The browser's own word on where the form was sent from takes its place.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from amicity_web.accounts.origin import from_here

COOKIE = "theme"
THEMES = ("light", "dark")
YEAR = 365 * 24 * 3600


@csrf_exempt
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the choice (anything but light and dark is "as the system has it") and go back to the page. Refuses what another site sent."""
    if not from_here(request):
        return render(request, "accounts/csrf.html", status=403)
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    answer = HttpResponseRedirect(back if safe and back.startswith("/") else "/")
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        answer.set_cookie(COOKIE, chosen, max_age=YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE)
    else:
        answer.delete_cookie(COOKIE, samesite="Lax")
    return answer
